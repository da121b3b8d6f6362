package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.forkshell.codegen.Program;
import org.forkshell.execution.Lab;
import org.forkshell.execution.LabCommand;
import org.forkshell.execution.Session;
import org.forkshell.language.Compilation;
import org.forkshell.process.Event;
import org.forkshell.process.Signal;
import org.forkshell.process.SystemClock;
import org.forkshell.process.WaitStatus;
import org.forkshell.shell.SegmentLoader;
import org.forkshell.source.Span;
import org.forkshell.wire.Board.StandardOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every known program does, on a terminal and through a pipe, what cc and glibc made it do. On a
 * terminal it is machine code, through a pipe it is interpreted.
 */
class ConformanceTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/programs");
  private static final List<String> FOLDERS =
      List.of("language", "stdio", "library", "process", "files", "threads", "warned");
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir private static Path directory;
  private static Lab lab;

  private final List<String> races = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void startLab() throws IOException {
    lab = Lab.start(LabCommand.here(), Lab.Input.NONE, new SystemClock());
  }

  @AfterAll
  static void endLab() {
    lab.close();
    assertThat(ProcessHandle.of(lab.zygote())).isEmpty();
  }

  static Stream<KnownProgram> programs() throws IOException {
    String only = System.getProperty("program", "");
    List<KnownProgram> programs = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.list(PROGRAMS.resolve(folder)).sorted()) {
        for (Path file : files.filter(f -> f.toString().endsWith(".c")).toList()) {
          KnownProgram program = KnownProgram.read(file);
          if (program.toString().contains(only)) {
            programs.add(program);
          }
        }
      }
    }
    return programs.stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void doesOnATerminalAndThroughAPipeWhatTheSystemDoes(KnownProgram known) throws Exception {
    Program program = compile(known, false);
    check(known, program, StandardOutput.TERMINAL);
    check(known, program, StandardOutput.PIPE);
  }

  static Stream<KnownProgram> programsWithThreads() throws IOException {
    return programs().filter(known -> known.toString().startsWith("threads/"));
  }

  @ParameterizedTest
  @MethodSource("programsWithThreads")
  void doesTheSameWhereDataRacesAreLookedFor(KnownProgram known) throws Exception {
    check(known, compile(known, true), StandardOutput.PIPE);

    if (known.head().containsKey("races")) {
      assertThat(races).isNotEmpty();
    } else {
      assertThat(races).isEmpty();
    }
  }

  private static Program compile(KnownProgram known, boolean findsRaces) throws IOException {
    Compilation<Program> compiled =
        new ProgramFile(known.file(), Languages.c(), findsRaces)
            .compile(known.file().getFileName().toString());
    return assertThat(compiled.result())
        .as(() -> "" + compiled.diagnostics().stream().map(d -> d.render(Locale.ENGLISH)).toList())
        .isNotNull()
        .actual();
  }

  private void check(KnownProgram known, Program program, StandardOutput output) throws Exception {
    KnownProgram.Result result = run(known, program, output);
    assertThat(known.comparable(result))
        .as("to a %s", output)
        .isEqualTo(known.comparable(known.expected(output.name().toLowerCase(Locale.ROOT))));
  }

  private static List<byte[]> bytes(List<String> environment) {
    return environment.stream().map(variable -> variable.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private KnownProgram.Result run(KnownProgram known, Program program, StandardOutput output)
      throws Exception {
    SegmentLoader loader = new SegmentLoader(output == StandardOutput.PIPE);
    List<String> words = new ArrayList<>(List.of(known.name()));
    words.addAll(known.arguments());
    List<String> environment = new ArrayList<>(List.of("LC_ALL=C", "TZ=UTC", "PATH=/usr/bin:/bin"));
    environment.addAll(known.environment());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path input = pipe();
    Session session =
        lab.begin(
            new Session.Options(64, output, false, true, input),
            event -> {
              if (event instanceof Event.Output bytes) {
                (bytes.fd() == 1 ? out : err).writeBytes(bytes.bytes());
              } else if (event instanceof Event.Race race) {
                int here = line(program, race.origin().calls().get(0));
                races.add(here + " " + line(program, race.race().other().code()) + race.race());
              }
            });
    Thread feeder = new Thread(() -> feed(input, known.standardInput()));
    feeder.start();
    session.append(ProgramRun.entry(program, words, bytes(environment), loader));
    boolean ended = session.awaitEnd(LIMIT);
    if (!ended) {
      session.close();
    }
    feeder.join();
    assertThat(ended).as("ended within " + LIMIT + "; so far it wrote: " + out).isTrue();
    return new KnownProgram.Result(
        status(session.rootStatus()), out.toByteArray(), err.toByteArray());
  }

  private static int line(Program program, int code) {
    Span span = program.sourceMap().at(code);
    return span == null ? 0 : span.line();
  }

  private static String status(WaitStatus status) {
    String exit = "exit " + status.shellStatus();
    return status.signaled() ? exit + " " + Signal.nameOf(status.signal()) : exit;
  }

  /** A pipe with a name, for the root process to open. */
  private static Path pipe() throws IOException, InterruptedException {
    Path pipe = directory.resolve("input");
    Files.deleteIfExists(pipe);
    Process maker = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
    assertThat(maker.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return pipe;
  }

  private static void feed(Path pipe, byte[] bytes) {
    try (OutputStream to = Files.newOutputStream(pipe)) {
      to.write(bytes);
    } catch (IOException e) {
      // The program ended without having read it all.
      return;
    }
  }
}
