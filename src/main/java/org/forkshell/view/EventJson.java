package org.forkshell.view;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.forkshell.process.Event;
import org.forkshell.process.Executable;
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
  private final ProcessTree tree = new ProcessTree();
  private final ToIntFunction<List<Integer>> sourceLine;
  private long start = -1;

  /**
   * @param sourceLine from code offsets, innermost call first, to the line of the program, 0 where
   *     there is none
   */
  public EventJson(ToIntFunction<List<Integer>> sourceLine) {
    this.sourceLine = sourceLine;
  }

  /** The object for the next event, without a line end. */
  public String line(Event event) {
    tree.add(event);
    if (start < 0) {
      start = event.origin().nanos();
    }
    JsonStringWriter json = JsonWriter.string().object();
    json.value("t", Math.max(0, event.origin().nanos() - start) / 1000 / 1e6);
    json.value("process", name(event.pid()));
    json.value("pid", event.pid());
    json.value("event", kind(event));
    int line = sourceLine.applyAsInt(event.origin().calls());
    if (line > 0) {
      json.value("line", line);
    }
    details(json, event);
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

  /** A process of the family by its name; the zygote is the reaper. */
  private String name(int pid) {
    return tree.nameOf(pid).map(Object::toString).orElse("reaper");
  }

  private static String kind(Event event) {
    String name = event.getClass().getSimpleName();
    return name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private void details(JsonStringWriter json, Event event) {
    if (event instanceof Event.Born born) {
      json.value("parent", born.parent());
      if (born.inner() > 0) {
        json.value("inner", born.inner());
      }
    } else if (event instanceof Event.Descended descended) {
      json.value("ancestor", descended.ancestor());
    } else if (event instanceof Event.Forked forked) {
      json.value("child", forked.child());
      if (forked.returned() != forked.child()) {
        json.value("returned", forked.returned());
      }
    } else if (event instanceof Event.ForkRefused refused) {
      json.value("errno", refused.errno()).value("limit", refused.limit());
    } else if (event instanceof Event.Output output) {
      json.value("fd", output.fd());
      json.value("text", new String(output.bytes(), StandardCharsets.UTF_8));
      json.value("count", output.bytes().length);
      json.value("why", output.reason().name().toLowerCase(Locale.ROOT));
    } else if (event instanceof Event.Written written) {
      json.value("fd", written.fd())
          .value("count", written.count())
          .value("errno", written.errno());
      json.value("why", written.reason().name().toLowerCase(Locale.ROOT));
    } else if (event instanceof Event.Exiting exiting) {
      json.value("status", exiting.status());
    } else if (event instanceof Event.Blocked blocked) {
      json.value("call", blocked.call().name().toLowerCase(Locale.ROOT))
          .value("argument", blocked.argument());
    } else if (event instanceof Event.Unblocked unblocked) {
      json.value("call", unblocked.call().name().toLowerCase(Locale.ROOT))
          .value("result", unblocked.result());
      if (unblocked.errno() != 0) {
        json.value("errno", unblocked.errno());
      }
    } else if (event instanceof Event.Waited waited) {
      json.value("child", waited.child());
      if (waited.returned() != waited.child()) {
        json.value("returned", waited.returned());
      }
      if (waited.child() > 0) {
        status(json, waited.status());
      } else {
        json.value("errno", waited.errno());
      }
    } else if (event instanceof Event.Killed killed) {
      json.value("target", killed.target()).value("signal", Signal.nameOf(killed.signal()));
      json.value("errno", killed.errno());
    } else if (event instanceof Event.Faulted faulted) {
      json.value("signal", Signal.nameOf(faulted.signal()));
      json.value("address", "0x" + Long.toHexString(faulted.address()));
    } else if (event instanceof Event.Raised raised) {
      json.value("signal", Signal.nameOf(raised.signal()));
    } else if (event instanceof Event.Handled handled) {
      json.value("signal", Signal.nameOf(handled.signal()));
    } else if (event instanceof Event.Executing executing) {
      executing(json, executing.program());
    } else if (event instanceof Event.ExecFailed failed) {
      json.value("errno", failed.errno());
    } else if (event instanceof Event.LineDone done) {
      json.value("ran", done.ran());
    } else if (event instanceof Event.Reaped reaped) {
      json.value("child", reaped.child());
      status(json, reaped.status());
    } else if (event instanceof Event.FoundDead dead) {
      json.value("remains", dead.remains().name().toLowerCase(Locale.ROOT));
      WaitStatus status = dead.status();
      if (status != null) {
        status(json, status);
      }
    } else if (event instanceof Event.RootStarted started) {
      json.value("child", started.root());
    }
  }

  private static void executing(JsonStringWriter json, Executable program) {
    if (program.path().length == 0 && program.arguments().isEmpty()) {
      return;
    }
    json.value("path", program.pathText()).array("argv");
    for (byte[] argument : program.arguments()) {
      json.value(new String(argument, StandardCharsets.UTF_8));
    }
    json.end().value("whole", program.isWhole());
  }

  private static void status(JsonStringWriter json, WaitStatus status) {
    if (status.signaled()) {
      json.value("signal", Signal.nameOf(status.signal()));
    } else if (status.exited()) {
      json.value("status", status.code());
    } else {
      json.value("stopped", status.stopped());
    }
  }
}
