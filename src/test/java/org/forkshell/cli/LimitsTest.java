package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the machine gives too little, one line says what it is too little of. */
class LimitsTest {
  private record Answer(int status, String text) {
    List<String> lines() {
      return text.lines().toList();
    }
  }

  /** Runs a shell's line; {@code console} in it is the classes under test, without the launcher. */
  private Answer shell(String line) throws IOException, InterruptedException {
    String console =
        String.join(
            " ",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-MaxFDLimit -Xlog:disable -cp",
            "'" + System.getProperty("java.class.path") + "'",
            "org.forkshell.cli.Main");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", line.replace("console", console))
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true);
    builder.environment().remove("LC_ALL");
    builder.environment().put("LANG", "C.UTF-8");
    String said;
    Process process = builder.start();
    try {
      // A limit on the size of files does not hold for pipes.
      said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    Answer answer = new Answer(process.exitValue(), said);
    StackTraces.assertNone(answer.text());
    return answer;
  }

  @ParameterizedTest
  @CsvSource({
    "-n 13,open files",
    "-n 19,open files",
    "-v 5000000,memory",
    "-d 1000000,data",
    "-f 0,size of files",
    "-s 40,stack"
  })
  void theLauncherLooksAtTheLimits(String limit, String expected) throws Exception {
    Answer answer = shell("ulimit " + limit + "; exec ./launcher.sh -c fork");
    assertThat(answer.lines()).hasSize(1);
    assertThat(answer.text()).contains(expected, "ulimit " + limit.substring(0, 2));
    assertThat(answer.status()).isEqualTo(1);
    assertThat(shell("ulimit " + limit + "; LC_ALL=zh_CN.UTF-8 exec ./launcher.sh -c fork").text())
        .contains("ForkShell 需要", "上限");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-c fork", "replay 1 --no-typing --speed 1000", "lesson --check 1"})
  void memoryThatIsShortIsCalledSo(String what) throws Exception {
    Answer answer = shell("ulimit -v 5000000; console " + what);
    assertThat(answer.text())
        .contains("forkshell: the JVM that forks the processes cannot be started: mmap: errno 12")
        .contains("ulimit -v")
        .doesNotContain("ulimit -u");
    assertThat(answer.status()).isEqualTo(2);
  }

  @Test
  void soIsTheSizeOfFiles() throws Exception {
    Answer answer = shell("ulimit -f 0; console --lang zh -c fork");
    assertThat(answer.lines()).hasSize(1);
    assertThat(answer.text()).contains("ulimit -f").doesNotContain("ulimit -u");
  }

  @Test
  void aHeapThatIsFullEndsItInOneLine() throws Exception {
    Answer full = shell("JDK_JAVA_OPTIONS=-Xmx6m console -c fork");
    assertThat(full.text()).contains("memory is short").doesNotContain("ulimit -u");
    assertThat(full.status()).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --cast /dev/full FILE",
        "run --events /dev/full FILE",
        "run --html /dev/full FILE",
        "run --svg /dev/full FILE",
        "replay 1 --no-typing --speed 1000 --cast /dev/full",
        "replay 1 --no-typing --speed 1000 --transcript /dev/full",
        "replay 1 --no-typing --speed 1000 --events /dev/full",
        "lessons >/dev/full",
        "-c fork >/dev/full"
      })
  void aFullDiskIsCalledSo(String what) throws Exception {
    String program = "lessons/04-a-loop-of-forks/rows.c wait";
    Answer answer = shell("console " + what.replace("FILE", program));
    assertThat(answer.text()).contains("No space left on device");
    assertThat(answer.status()).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOME=/nonexistent console lessons",
        "unset HOME; console lessons",
        "unset TERM; console replay 1 --no-typing --speed 1000",
        "TERM=unheard-of console -c fork",
        "LC_ALL=xx_YY.FOO console -c fork",
        "console -c fork 2>/dev/full",
        "console lessons | head -1",
        "console replay 1 --no-typing --speed 1000 | head -1",
        "console --bogus || test $? = 2",
        "console run --limit 99999999999 x.c || test $? = 2"
      })
  void surroundingsThatLackSomethingDoNoHarm(String line) throws Exception {
    assertThat(shell(line).status()).isZero();
  }
}
