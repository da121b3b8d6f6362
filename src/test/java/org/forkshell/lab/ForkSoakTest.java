package org.forkshell.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.forkshell.cli.ProcessTable;
import org.forkshell.cli.ProgramLab;
import org.forkshell.codegen.Program;
import org.forkshell.execution.Session;
import org.forkshell.process.Event;
import org.forkshell.process.WaitStatus;
import org.forkshell.wire.Board.StandardOutput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Forks of a JVM hang when it is not as frozen as it should be, one in some hundreds: so here are
 * many, of every shape.
 */
class ForkSoakTest {
  private static final Duration HANGS = Duration.ofMinutes(3);
  private static final int SESSIONS_PER_LAB = 100;

  @Test
  void aThousandForksEndAndLeaveNothingBehind() throws Exception {
    soak(1_000, List.of(ForkShape.values())).check();
  }

  /** {@code src/test/scripts/soak.sh} runs this and shows the table. */
  @Test
  @Tag("soak")
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  void fiftyThousandForksEndAndLeaveNothingBehind() throws Exception {
    Result result = soak(Integer.getInteger("forks", 50_000), shapes());
    Files.createDirectories(Path.of("target"));
    try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(Path.of("target/soak.md")))) {
      result.write(file);
    }
    result.check();
  }

  /** What came of the sessions of one shape. */
  private static final class Tally {
    int sessions;
    int forks;
    int mostAlive;
    int hangs;
    int leftOver;
    double seconds;
    final List<String> wrong = new ArrayList<>();

    void add(Tally other) {
      sessions += other.sessions;
      forks += other.forks;
      mostAlive = Math.max(mostAlive, other.mostAlive);
      hangs += other.hangs;
      leftOver += other.leftOver;
      seconds += other.seconds;
      wrong.addAll(other.wrong);
    }

    String row(String name) {
      return String.format(
          "| %-18s | %8d | %6d | %9d | %5d | %9d | %5d | %7.1f | %13.2f |",
          name,
          sessions,
          forks,
          mostAlive,
          hangs,
          leftOver,
          wrong.size(),
          seconds,
          seconds * 1000 / Math.max(forks, 1));
    }
  }

  private record Result(Map<ForkShape, Tally> tallies, int labs) {
    Tally total() {
      Tally total = new Tally();
      tallies.values().forEach(total::add);
      return total;
    }

    void check() {
      Tally total = total();
      assertThat(total.wrong).isEmpty();
      assertThat(total.hangs).as("hung sessions").isZero();
      assertThat(total.leftOver).as("processes left over").isZero();
    }

    void write(PrintWriter to) {
      to.println(
          "| shape              | sessions |  forks | max alive | hangs | left over | wrong |"
              + " seconds | ms for a fork |");
      to.println(
          "|--------------------|---------:|-------:|----------:|------:|----------:|------:|--------:|--------------:|");
      tallies.forEach(
          (shape, tally) ->
              to.println(tally.row(shape.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
      to.println(total().row("all, in " + labs + " labs"));
    }
  }

  /** All shapes, or those that {@code -Dshapes} names, with commas between them. */
  private static List<ForkShape> shapes() {
    String named = System.getProperty("shapes", "");
    return named.isEmpty()
        ? List.of(ForkShape.values())
        : Stream.of(named.toUpperCase(Locale.ROOT).split(",")).map(ForkShape::valueOf).toList();
  }

  private static Result soak(int forks, List<ForkShape> shapes)
      throws IOException, InterruptedException {
    Map<ForkShape, Program> programs = new EnumMap<>(ForkShape.class);
    Map<ForkShape, Tally> tallies = new EnumMap<>(ForkShape.class);
    for (ForkShape shape : shapes) {
      programs.put(shape, ProgramLab.compile(shape.program()));
      tallies.put(shape, new Tally());
    }
    int labs = 0;
    int done = 0;
    int session = 0;
    while (done < forks) {
      labs++;
      try (ProgramLab lab = ProgramLab.start()) {
        do {
          ForkShape shape = shapes.get(session % shapes.size());
          // Without events it is quicker, and other things run into each other.
          boolean telling = shape.bytes() > 0 || (session / shapes.size()) % 3 < 2;
          run(lab, shape, programs.get(shape), telling, tallies.get(shape));
          done += shape.forks();
          session++;
        } while (done < forks && session % SESSIONS_PER_LAB != 0);
      }
    }
    return new Result(tallies, labs);
  }

  private static void run(
      ProgramLab lab, ForkShape shape, Program program, boolean telling, Tally tally)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Session.Options options =
        new Session.Options(64, StandardOutput.PIPE, !telling, telling, Path.of("/dev/null"));
    ProgramLab.Running running = lab.start(program, options);
    boolean ended = running.session().awaitEnd(HANGS);
    if (!ended) {
      tally.hangs++;
      tally.wrong.add(shape + " hangs:\n" + ProcessTable.describe(lab.processes()));
      running.close();
    }
    tally.seconds += (System.nanoTime() - start) / 1e9;
    tally.sessions++;
    tally.forks += shape.forks();
    Set<Integer> left = lab.processes();
    tally.leftOver += left.size();
    if (!ended) {
      return;
    }
    WaitStatus status = running.status();
    if (status == null || !status.equals(WaitStatus.ofExit(42))) {
      tally.wrong.add(shape + " ended with " + status + running.out() + running.err());
    }
    if (!lab.countsNobody()) {
      tally.wrong.add(shape + ": the count of processes is not back to zero");
    }
    if (telling) {
      checkEvents(shape, running, tally);
    }
  }

  private static void checkEvents(ForkShape shape, ProgramLab.Running running, Tally tally) {
    int alive = 0;
    int most = 0;
    Set<Integer> dead = new HashSet<>();
    for (Event event : running.events()) {
      if (event instanceof Event.Born) {
        dead.remove(event.pid());
        most = Math.max(most, ++alive);
      } else {
        int ended =
            event instanceof Event.Exiting || event instanceof Event.Faulted
                ? event.pid()
                : event instanceof Event.Waited waited
                    ? waited.child()
                    : event instanceof Event.Reaped reaped ? reaped.child() : 0;
        if (ended > 0 && dead.add(ended)) {
          alive--;
        }
      }
    }
    tally.mostAlive = Math.max(tally.mostAlive, most);
    int forks = running.events(Event.Forked.class).size();
    if (forks != shape.forks()) {
      tally.wrong.add(shape + ": told of " + forks + " forks instead of " + shape.forks());
    }
    if (running.outputCount() != shape.bytes()) {
      tally.wrong.add(
          shape
              + ": "
              + running.outputCount()
              + " bytes instead of "
              + shape.bytes()
              + ": "
              + running.out());
    }
  }
}
