package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.forkshell.codegen.Program;
import org.forkshell.process.SystemClock;
import org.forkshell.process.WaitStatus;
import org.forkshell.shell.LabelledRun;
import org.forkshell.shell.SegmentLoader;
import org.forkshell.shell.Settings;
import org.forkshell.view.Feedback;
import org.forkshell.wire.Board.StandardOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random programs of forks do here what they do when cc has compiled them. */
class RandomForkProgramTest {
  @TempDir private static Path directory;
  private static ProgramLab lab;
  private final SystemPrograms system = new SystemPrograms();

  @BeforeAll
  static void start() throws Exception {
    SystemPrograms.assumeCompiler();
    lab = ProgramLab.start();
  }

  @AfterAll
  static void end() {
    if (lab != null) {
      assertThat(lab.processes()).isEmpty();
      lab.close();
    }
  }

  static LongStream some() {
    return LongStream.rangeClosed(1, 25);
  }

  /** More than these: {@code -Dseeds=1000-2000}. */
  static LongStream many() {
    String[] range = System.getProperty("seeds", "26-325").split("-");
    return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1]));
  }

  @ParameterizedTest
  @MethodSource("some")
  void doesWhatTheSystemDoes(long seed) throws Exception {
    check(seed);
  }

  @ParameterizedTest
  @MethodSource("many")
  @Tag("long")
  void doesWhatTheSystemDoesAgainAndAgain(long seed) throws Exception {
    check(seed);
  }

  /** What the processes wrote, each byte once and under its writer's name, on a narrow screen. */
  @ParameterizedTest
  @MethodSource("some")
  void isShownByteByByte(long seed) throws Exception {
    checkShown(seed);
  }

  @ParameterizedTest
  @MethodSource("many")
  @Tag("long")
  void isShownByteByByteAgainAndAgain(long seed) throws Exception {
    checkShown(seed);
  }

  private void checkShown(long seed) throws Exception {
    RandomForkProgram program = RandomForkProgram.of(seed);
    LabelledScreen screen = new LabelledScreen(seed % 2 == 0 ? 40 : 80);
    Program ours = ProgramLab.compile(program.text());
    Settings settings = new Settings(seed % 3 == 0 ? Locale.CHINESE : Locale.ENGLISH);
    settings.feedback(Feedback.values()[(int) (seed % 4)]);
    settings.output(seed % 5 < 3 ? StandardOutput.TERMINAL : StandardOutput.PIPE);
    WaitStatus status =
        new LabelledRun(lab.lab(), settings, screen, false, new SystemClock())
            .run(
                ours,
                ProgramRun.entry(
                    ours, List.of("program"), List.of(), new SegmentLoader(seed % 7 == 0)),
                ProcessTable.PATIENCE,
                screen::written);
    assertThat(status).as("%s", program).isNotNull();
    assertThat(screen.shown()).as("%s\n%s", program, program.text()).isEqualTo(screen.written());
    assertThat(screen.tooWide()).as("%s", program).isEmpty();
  }

  private void check(long seed) throws Exception {
    RandomForkProgram program = RandomForkProgram.of(seed);
    Path file = directory.resolve("random" + seed + ".c");
    Files.writeString(file, program.text());
    Path compiled = SystemPrograms.compile(file);
    Program ours = ProgramLab.compile(program.text());
    check(program, system.runThroughPipe(compiled), lab.run(ours, StandardOutput.PIPE), "pipe");
    check(
        program,
        system.runOnTerminal(compiled),
        lab.run(ours, StandardOutput.TERMINAL),
        "terminal");
    Files.delete(file);
    Files.delete(compiled);
  }

  private static void check(
      RandomForkProgram program,
      SystemPrograms.Result system,
      SystemPrograms.Result ours,
      String what) {
    assertThat(comparable(program, ours))
        .as(() -> program + ", " + what + "\n" + program.text())
        .isEqualTo(comparable(program, system));
  }

  private static String comparable(RandomForkProgram program, SystemPrograms.Result result) {
    return "status "
        + result.status()
        + "\n--- out\n"
        + program.comparable(result.out())
        + "\n--- err\n"
        + program.comparable(result.err());
  }
}
