package org.forkshell.cli;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.forkshell.execution.AnyProcess;
import org.forkshell.execution.ProcessStatus;
import org.forkshell.posix.ProcessMark;
import org.forkshell.process.Signal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a session is doing, whichever of its processes are hit by whichever signal: when the
 * terminal is closed in the end, no process is left. A few squares of the matrix belong to every
 * build; src/test/scripts/kill-matrix.sh runs all of it, as root and as an ordinary user, and
 * docs/soak.md has what came of it.
 */
class KillMatrixTest {
  /** What the session is doing. */
  private enum Phase {
    CONSOLE_STARTS,
    ZYGOTE_STARTS,
    IDLE,
    LINE_RUNS("printf(\"go\\n\"); for (;;);"),
    FORK_LOOP("for (;;) { if (fork() == 0) { usleep(1000); _exit(0); } wait(NULL); }"),
    WAITS("if (fork() == 0) pause(); else wait(NULL);"),
    EXECUTED("if (fork() == 0) execlp(\"sleep\", \"sleep\", \"1000\", NULL);"),
    NEW_SESSION(
        "if (fork() == 0) { setsid(); if (fork() == 0) execlp(\"sleep\", \"sleep\", \"1000\","
            + " NULL); for (;;) pause(); }"),
    STOPPED("if (fork() == 0) for (;;) raise(SIGSTOP);"),
    REPLAY;

    private final String line;

    Phase() {
      this("");
    }

    Phase(String line) {
      this.line = line;
    }
  }

  /** Who is hit. */
  private enum Target {
    CONSOLE,
    SUPERVISOR,
    ZYGOTE,
    PROGRAMS,
    CONSOLE_AND_SUPERVISOR,
    CONSOLE_AND_ZYGOTE,
    SUPERVISOR_AND_ZYGOTE;

    boolean has(Target one) {
      return this == one || name().startsWith(one + "_AND") || name().endsWith("AND_" + one);
    }
  }

  /** By what. */
  private enum Blow {
    SIGKILL,
    SIGTERM,
    SIGHUP,
    SIGSTOP,
    /** They are stopped, then the console is killed. */
    SIGSTOP_THEN_SIGKILL,
    /** Nobody: the terminal is closed. */
    HANGUP
  }

  private record Square(Phase phase, Target target, Blow blow) {
    @Override
    public String toString() {
      return phase + ", " + target + ", " + blow;
    }
  }

  private static final List<Square> ALL =
      Stream.of(Phase.values())
          .flatMap(
              phase ->
                  Stream.of(Blow.values())
                      .flatMap(
                          blow ->
                              Stream.of(Target.values())
                                  .filter(t -> blow != Blow.HANGUP || t == Target.CONSOLE)
                                  .map(target -> new Square(phase, target, blow))))
          .toList();

  private static final String LESSON =
      Path.of("lessons", "04-a-loop-of-forks").toAbsolutePath().toString();

  /** Every phase, target and blow is among them. */
  static List<Square> some() {
    List<Square> some = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      Blow blow = Blow.values()[i % Blow.values().length];
      Target target =
          blow == Blow.HANGUP ? Target.CONSOLE : Target.values()[i % Target.values().length];
      some.add(new Square(Phase.values()[(3 * i + 2) % Phase.values().length], target, blow));
    }
    return some;
  }

  @TempDir private Path home;
  private final Random random = new Random();
  private final Set<Integer> seen = new TreeSet<>();
  private final Set<String> marked = new HashSet<>();
  private final List<ProcessMark> marks = new ArrayList<>();

  @ParameterizedTest
  @MethodSource("some")
  void nobodyIsLeft(Square square) throws Exception {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    String[] arguments =
        square.phase() == Phase.REPLAY
            ? new String[] {"replay", "--speed", "4", LESSON}
            : new String[0];
    try (PromptTerminal terminal = new PromptTerminal(home, Map.of(), arguments)) {
      reach(square.phase(), terminal);
      note(terminal);
      strike(square, terminal);
      note(terminal);
      terminal.hangUp();
      try {
        ProcessTable.await(
            () -> left(terminal).isEmpty(), () -> ProcessTable.describe(left(terminal)));
      } finally {
        left(terminal).forEach(pid -> terminal.kill(pid, Signal.SIGKILL));
      }
    }
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(Path::toString).filter(file -> file.contains("hs_err"))).isEmpty();
    }
  }

  /** The console has just begun to end those whom its supervisor cannot end any more. */
  @Test
  void nobodyIsLeftByAConsoleThatMustLeaveWhileItEndsThem() throws Exception {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (PromptTerminal terminal = new PromptTerminal(home, Map.of())) {
      reach(Phase.NEW_SESSION, terminal);
      note(terminal);
      List<Integer> hit = hit(Target.SUPERVISOR_AND_ZYGOTE, terminal);
      hit.forEach(pid -> terminal.kill(pid, Signal.SIGKILL));
      terminal.kill(terminal.pid(), Signal.SIGTERM);
      try {
        ProcessTable.await(
            () -> left(terminal).isEmpty(), () -> ProcessTable.describe(left(terminal)));
      } finally {
        left(terminal).forEach(pid -> terminal.kill(pid, Signal.SIGKILL));
      }
    }
  }

  @Tag("matrix")
  @ParameterizedTest
  @FieldSource("ALL")
  void nobodyIsLeftInAnySquare(Square square) throws Exception {
    String outcome = "failed";
    try {
      nobodyIsLeft(square);
      outcome = "nobody left";
    } finally {
      // One by one: the whole takes a quarter of an hour and more.
      Files.writeString(
          Path.of("target", "kill-matrix.txt"), square + ": " + outcome + "\n", CREATE, APPEND);
    }
  }

  private void reach(Phase phase, PromptTerminal terminal) throws InterruptedException {
    switch (phase) {
      case CONSOLE_STARTS -> Thread.sleep(random.nextInt(400));
      case ZYGOTE_STARTS -> {
        ProcessTable.await(
            () -> ProcessTable.withDescendants((int) terminal.pid()).size() > 1,
            () -> "no JVM is started");
        Thread.sleep(random.nextInt(200));
      }
      // Its programs come and go.
      case REPLAY -> terminal.see("rows.c wait");
      default -> {
        terminal.see("❯");
        terminal.enter("fork", "P.1");
        awaitPrograms(terminal, 2);
        if (!phase.line.isEmpty()) {
          terminal.type(phase.line + "\r");
        }
        awaitEffect(phase, terminal);
      }
    }
  }

  /** Waits until the line has done what it is for. */
  private static void awaitEffect(Phase phase, PromptTerminal terminal)
      throws InterruptedException {
    switch (phase) {
      case LINE_RUNS -> terminal.see("go");
      case FORK_LOOP -> awaitPrograms(terminal, 3);
      case WAITS -> awaitPrograms(terminal, 4);
      case EXECUTED, NEW_SESSION ->
          ProcessTable.await(
              () ->
                  terminal.programs().stream()
                          .filter(pid -> AnyProcess.program(pid).equals("sleep"))
                          .count()
                      == 2,
              () -> ProcessTable.describe(terminal.programs()));
      case STOPPED ->
          ProcessTable.await(
              () ->
                  terminal.programs().stream()
                          .flatMap(pid -> AnyProcess.status(pid).stream())
                          .filter(ProcessStatus::isStopped)
                          .count()
                      == 2,
              () -> ProcessTable.describe(terminal.programs()));
      default -> {}
    }
  }

  private static void awaitPrograms(PromptTerminal terminal, int count)
      throws InterruptedException {
    ProcessTable.await(
        () -> jvm(terminal) != 0 && terminal.programs().size() >= count, () -> terminal.text());
  }

  /** The JVM that supervises, 0 where there is none yet. */
  private static int jvm(PromptTerminal terminal) {
    return ProcessTable.withDescendants((int) terminal.pid()).stream()
        .filter(pid -> AnyProcess.status(pid).stream().anyMatch(s -> s.parent() == terminal.pid()))
        .findFirst()
        .orElse(0);
  }

  private static void strike(Square square, PromptTerminal terminal) throws InterruptedException {
    if (square.blow() == Blow.HANGUP) {
      return;
    }
    List<Integer> hit = hit(square.target(), terminal);
    switch (square.blow()) {
      case SIGSTOP_THEN_SIGKILL -> {
        hit.forEach(pid -> terminal.kill(pid, Signal.SIGSTOP));
        terminal.kill(terminal.pid(), Signal.SIGKILL);
      }
      default -> hit.forEach(pid -> terminal.kill(pid, Signal.valueOf(square.blow().name())));
    }
    // The rest has time for whatever it does about it.
    Thread.sleep(100);
  }

  private static List<Integer> hit(Target target, PromptTerminal terminal) {
    List<Integer> hit = new ArrayList<>();
    int console = (int) terminal.pid();
    int jvm = jvm(terminal);
    for (int pid : ProcessTable.withDescendants(console)) {
      int parent = AnyProcess.status(pid).map(ProcessStatus::parent).orElse(0);
      Target one =
          pid == console
              ? Target.CONSOLE
              : pid == jvm ? Target.SUPERVISOR : parent == jvm ? Target.ZYGOTE : Target.PROGRAMS;
      if (target.has(one)) {
        hit.add(pid);
      }
    }
    return hit;
  }

  /** Remembers who is there, and by what their descendants are known. */
  private void note(PromptTerminal terminal) {
    for (int pid : ProcessTable.withDescendants((int) terminal.pid())) {
      seen.add(pid);
      String[] line = ProcessTable.commandLine(pid);
      if (line.length > 2
          && line[line.length - 1].equals(terminal.pid() + "")
          && marked.add(line[line.length - 3])) {
        try {
          marks.add(ProcessMark.of(pid));
        } catch (IllegalStateException gone) {
          marked.remove(line[line.length - 3]);
        }
      }
    }
  }

  private List<Integer> left(PromptTerminal terminal) {
    note(terminal);
    Set<Integer> left = new TreeSet<>(ProcessTable.alive(seen));
    // Not the mark that everybody bears who is not marked yet.
    String unmarked = ProcessMark.of(ProcessHandle.current().pid()).toString();
    marks.stream()
        .filter(mark -> !mark.toString().equals(unmarked))
        .forEach(mark -> left.addAll(mark.bearers()));
    for (int pid : ProcessTable.all()) {
      String[] line = ProcessTable.commandLine(pid);
      if (line.length > 0 && line[line.length - 1].equals(terminal.pid() + "")) {
        left.add(pid);
      }
    }
    return new ArrayList<>(left);
  }
}
