package org.forkshell.view;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.forkshell.process.DataRace;
import org.forkshell.process.Event;
import org.forkshell.process.EventVisitor;
import org.forkshell.process.Executable;
import org.forkshell.process.Impasse;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;

/**
 * Events as JSON Lines, one object a line; {@code docs/events.md} describes the format for those
 * who read it.
 *
 * <p>Every object has {@code t}, seconds since the first event, {@code process}, {@code pid},
 * {@code event} and, where the program's source is known, {@code line}.
 */
public final class EventJson {
  private final EventSource source;
  private long start = -1;

  public EventJson(EventSource source) {
    this.source = source;
  }

  /**
   * The object for the next event, without a line end.
   *
   * @param family the family after that event
   */
  public String line(Event event, ProcessTree family) {
    if (start < 0) {
      start = event.origin().nanos();
    }
    JsonStringWriter json = JsonWriter.string().object();
    json.value("t", Math.max(0, event.origin().nanos() - start) / 1000 / 1e6);
    json.value("process", name(event, family));
    json.value("pid", event.pid());
    if (event.tid() != event.pid()) {
      json.value("tid", event.tid());
    }
    json.value("event", kind(event));
    int line = source.line(event.origin());
    if (line > 0) {
      json.value("line", line);
    }
    event.accept(new Details(json, family));
    return json.end().done();
  }

  /** The object that stands where events were not kept. */
  public static String missing(long events, long bytes) {
    return JsonWriter.string()
        .object()
        .value("event", "missing")
        .value("count", events)
        .value("bytes", bytes)
        .end()
        .done();
  }

  /** A process of the family, or the thread of it that tells, by its name; else the reaper. */
  private static String name(Event event, ProcessTree family) {
    return family
        .nameOf(event.tid())
        .or(() -> family.nameOf(event.pid()))
        .map(Object::toString)
        .orElse("reaper");
  }

  private static String kind(Event event) {
    String name = event.getClass().getSimpleName();
    return name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** What each kind of event has beyond what all have. */
  private final class Details implements EventVisitor {
    private final JsonStringWriter json;
    private final ProcessTree family;

    Details(JsonStringWriter json, ProcessTree family) {
      this.json = json;
      this.family = family;
    }

    @Override
    public void rootStarted(Event.RootStarted started) {
      json.value("child", started.root());
    }

    @Override
    public void born(Event.Born born) {
      json.value("parent", born.parent());
      if (born.inner() > 0) {
        json.value("inner", born.inner());
      }
    }

    @Override
    public void forked(Event.Forked forked) {
      json.value("child", forked.child());
      if (forked.returned() != forked.child()) {
        json.value("returned", forked.returned());
      }
    }

    @Override
    public void descended(Event.Descended descended) {
      json.value("ancestor", descended.ancestor());
    }

    @Override
    public void threadStarted(Event.ThreadStarted started) {
      json.value("thread", started.thread()).value("index", started.index());
    }

    @Override
    public void threadEnded(Event.ThreadEnded ended) {
      // There is no more to it.
    }

    @Override
    public void executing(Event.Executing executing) {
      Executable program = executing.program();
      if (program.path().length == 0 && program.arguments().isEmpty()) {
        return;
      }
      json.value("path", program.pathText()).array("argv");
      for (byte[] argument : program.arguments()) {
        json.value(new String(argument, StandardCharsets.UTF_8));
      }
      json.end().value("whole", program.isWhole());
    }

    @Override
    public void execFailed(Event.ExecFailed failed) {
      json.value("errno", failed.errno());
    }

    @Override
    public void exiting(Event.Exiting exiting) {
      json.value("status", exiting.status());
    }

    @Override
    public void faulted(Event.Faulted faulted) {
      signal(faulted.signal()).value("address", "0x" + Long.toHexString(faulted.address()));
    }

    @Override
    public void waited(Event.Waited waited) {
      json.value("child", waited.child());
      if (waited.returned() != waited.child()) {
        json.value("returned", waited.returned());
      }
      if (waited.child() > 0) {
        status(waited.status());
      } else {
        json.value("errno", waited.errno());
      }
    }

    @Override
    public void reaped(Event.Reaped reaped) {
      json.value("child", reaped.child());
      status(reaped.status());
    }

    @Override
    public void foundDead(Event.FoundDead dead) {
      json.value("remains", word(dead.remains()));
      WaitStatus status = dead.status();
      if (status != null) {
        status(status);
      }
    }

    @Override
    public void allEnded(Event.AllEnded all) {
      // There is no more to it.
    }

    @Override
    public void forkRefused(Event.ForkRefused refused) {
      json.value("errno", refused.errno()).value("limit", refused.limit());
    }

    @Override
    public void output(Event.Output output) {
      json.value("fd", output.fd())
          .value("text", new String(output.bytes(), StandardCharsets.UTF_8))
          .value("count", output.bytes().length)
          .value("why", word(output.reason()));
    }

    @Override
    public void written(Event.Written written) {
      json.value("fd", written.fd())
          .value("count", written.count())
          .value("errno", written.errno())
          .value("why", word(written.reason()));
    }

    @Override
    public void blocked(Event.Blocked blocked) {
      json.value("call", word(blocked.call())).value("argument", blocked.argument());
    }

    @Override
    public void unblocked(Event.Unblocked unblocked) {
      json.value("call", word(unblocked.call())).value("result", unblocked.result());
      if (unblocked.errno() != 0) {
        json.value("errno", unblocked.errno());
      }
    }

    @Override
    public void deadlock(Event.Deadlock deadlock) {
      json.value("kind", word(deadlock.impasse().kind())).array("waits");
      for (Impasse.Wait wait : deadlock.impasse().waits()) {
        json.object().value("process", name(wait.waiter())).value("for", word(wait.what()));
        if (!wait.name().isEmpty()) {
          json.value("name", wait.name());
        }
        if (wait.holder() != 0) {
          json.value("holder", name(wait.holder()));
        }
        json.end();
      }
      json.end();
    }

    @Override
    public void race(Event.Race told) {
      DataRace race = told.race();
      String name = source.variable(race.address());
      if (!name.isEmpty()) {
        json.value("variable", name);
      }
      json.value("address", "0x" + Long.toHexString(race.address()));
      if (race.block() != 0) {
        json.value("block", "0x" + Long.toHexString(race.block()));
      }
      json.value("access", word(race.access()))
          .value("other", name(race.other().tid()))
          .value("otherAccess", word(race.otherAccess()));
      int line = source.line(new Event.Origin(0, 0, 0, List.of(race.other().code())));
      if (line > 0) {
        json.value("otherLine", line);
      }
    }

    @Override
    public void racesUnseen(Event.RacesUnseen unseen) {
      json.value("threads", unseen.threads());
    }

    @Override
    public void unsafeCall(Event.UnsafeCall call) {
      json.value("call", source.call(call.origin()));
    }

    private String name(int tid) {
      return family.nameOf(tid).map(Object::toString).orElse(Integer.toString(tid));
    }

    @Override
    public void killed(Event.Killed killed) {
      json.value("target", killed.target());
      signal(killed.signal()).value("errno", killed.errno());
    }

    @Override
    public void raised(Event.Raised raised) {
      signal(raised.signal());
    }

    @Override
    public void handled(Event.Handled handled) {
      signal(handled.signal());
    }

    @Override
    public void lineDone(Event.LineDone done) {
      json.value("ran", done.ran());
    }

    @Override
    public void interrupted(Event.Interrupted interrupted) {
      // There is no more to it.
    }

    private void status(WaitStatus status) {
      if (status.signaled()) {
        signal(status.signal());
      } else if (status.exited()) {
        json.value("status", status.code());
      } else {
        json.value("stopped", status.stopped());
      }
    }

    private JsonStringWriter signal(int signal) {
      return json.value("signal", Signal.nameOf(signal));
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
