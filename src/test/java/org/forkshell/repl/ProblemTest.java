package org.forkshell.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Locale;
import org.forkshell.execution.Lab;
import org.forkshell.execution.LabCommand;
import org.forkshell.execution.LabException;
import org.forkshell.execution.LabException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when the kernel or the file system does not play along. */
@Timeout(60)
class ProblemTest {
  /** As it does under a low limit of processes: it finds itself wanting, and ends. */
  private static LabException jvmThatCannotStart() {
    String classes = System.getProperty("java.class.path");
    System.setProperty("java.class.path", "/nonexistent");
    try {
      return catchThrowableOfType(
          LabException.class, () -> Lab.start(new LabCommand(null, false), Lab.Input.NONE).close());
    } finally {
      System.setProperty("java.class.path", classes);
    }
  }

  @Test
  void aLabThatEndsWhileItStartsIsExplained() {
    LabException why = jvmThatCannotStart();
    assertThat(why.reason()).isEqualTo(Reason.ENDED);
    assertThat(Problem.ofLab(new Settings(Locale.ENGLISH).words(), why))
        .contains("ended while it was starting", "ulimit -u", "try again");
    assertThat(Problem.ofLab(new Settings(Locale.CHINESE).words(), why))
        .contains("在启动时就结束了", "ulimit -u", "重试");
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
