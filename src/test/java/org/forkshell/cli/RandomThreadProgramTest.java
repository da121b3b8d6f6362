package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.forkshell.codegen.Program;
import org.forkshell.process.Event;
import org.forkshell.wire.Board.StandardOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random programs of threads do here what they do when cc has compiled them. */
class RandomThreadProgramTest {
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
    return LongStream.rangeClosed(1, 20);
  }

  /** More than these: {@code -Dseeds=1000-2000}. */
  static LongStream many() {
    String[] range = System.getProperty("seeds", "21-320").split("-");
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

  @ParameterizedTest
  @MethodSource("some")
  void hasNoDataRace(long seed) throws Exception {
    checkForRaces(seed);
  }

  @ParameterizedTest
  @MethodSource("many")
  @Tag("long")
  void hasNoDataRaceEver(long seed) throws Exception {
    checkForRaces(seed);
  }

  private void checkForRaces(long seed) throws Exception {
    RandomThreadProgram program = RandomThreadProgram.of(seed);
    Program ours = ProgramLab.compile(program.text(), true);
    assertThat(lab.start(ours).awaitEnd().events(Event.Race.class))
        .as("%s\n%s", program, program.text())
        .isEmpty();
  }

  private void check(long seed) throws Exception {
    RandomThreadProgram program = RandomThreadProgram.of(seed);
    Path file = directory.resolve("random" + seed + ".c");
    Files.writeString(file, program.text());
    Path compiled = SystemPrograms.compile(file);
    Program ours = ProgramLab.compile(program.text());
    assertThat(lab.run(ours, StandardOutput.PIPE))
        .as("%s\n%s", program, program.text())
        .isEqualTo(system.runThroughPipe(compiled));
  }
}
