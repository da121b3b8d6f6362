package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.forkshell.execution.Lab;
import org.forkshell.execution.LabCommand;
import org.forkshell.execution.LabException;
import org.forkshell.execution.LabException.Reason;
import org.forkshell.posix.SystemCallException;
import org.forkshell.process.SystemClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when the kernel or the file system does not play along. */
class ProblemTest {
  /** As it does under a low limit of processes: it finds itself wanting, and ends. */
  private static LabException jvmThatCannotStart() {
    String classes = System.getProperty("java.class.path");
    System.setProperty("java.class.path", "/nonexistent");
    try {
      return catchThrowableOfType(
          LabException.class,
          () -> Lab.start(new LabCommand(), Lab.Input.NONE, new SystemClock()).close());
    } finally {
      System.setProperty("java.class.path", classes);
    }
  }

  @Test
  void aLabThatEndsWhileItStartsIsExplained() {
    LabException why = jvmThatCannotStart();
    assertThat(why.reason()).isEqualTo(Reason.ENDED);
    // Nothing is known of the reason: no limit is to blame.
    assertThat(Problem.ofLab(new Settings(Locale.ENGLISH).words(), why))
        .contains("ended while it was starting", "ry again")
        .doesNotContain("ulimit");
    assertThat(Problem.ofLab(new Settings(Locale.CHINESE).words(), why))
        .contains("在启动时就结束了", "重试")
        .doesNotContain("ulimit");
  }

  @ParameterizedTest
  @CsvSource({"11,ulimit -u", "12,ulimit -v", "24,ulimit -n", "27,ulimit -f", "28,full"})
  void whatRanOutIsSaidAndNothingElse(int errno, String expected) {
    Throwable why = new IllegalStateException(new SystemCallException("fork", errno));
    String said = Problem.ofMishap(new Settings(Locale.ENGLISH).words(), why);
    assertThat(said).contains(expected, "errno " + errno).doesNotContain("mistake");
    assertThat(said.replace(expected, "").replace("ulimit -d", "")).doesNotContain("ulimit");
  }

  @Test
  void threadsThatCannotBeMadeAreNoLackOfMemory() {
    Throwable why =
        new CompletionException(
            new ExceptionInInitializerError(
                new OutOfMemoryError(
                    "unable to create native thread: possibly out of memory or limits reached")));
    assertThat(Problem.ofMishap(new Settings(Locale.ENGLISH).words(), why))
        .contains("ulimit -u")
        .doesNotContain("null", "ulimit -v");
    assertThat(
            Problem.ofMishap(
                new Settings(Locale.ENGLISH).words(), new OutOfMemoryError("Java heap space")))
        .contains("memory is short")
        .doesNotContain("ulimit -u");
  }

  @Test
  void aMistakeOfOurOwnIsOneLineWithItsPlace() {
    Throwable why =
        new AssertionError("outer", new IllegalStateException("inner\u001b[2J\n\tat some.Where"));
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
      assertThat(Problem.ofMishap(new Settings(language).words(), why))
          .contains("inner", "ProblemTest.java:")
          .doesNotContain("\n", "\tat ", "\u001b", "ulimit");
    }
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH,is a directory", "CHINESE,是目录"})
  void aDirectoryIsNoFile(String language, String expected) {
    Locale locale = language.equals("CHINESE") ? Locale.CHINESE : Locale.ENGLISH;
    assertThat(
            Problem.ofFile(
                new Settings(locale).words(), Path.of("/"), "/", new java.io.IOException("EISDIR")))
        .contains(expected);
  }
}
