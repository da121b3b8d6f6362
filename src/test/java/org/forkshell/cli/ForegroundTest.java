package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that is run has the terminal while it needs it, and nobody loses it. */
class ForegroundTest {
  private static final String HEAD =
      """
      #include <fcntl.h>
      #include <signal.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <termios.h>
      #include <unistd.h>
      """;

  private static final String CTRL_C = "\u0003";

  @TempDir private Path home;

  private String program(String body) throws Exception {
    Path file = home.resolve("program.c");
    return Files.writeString(file, HEAD + "int main(void) {" + body + "}").toString();
  }

  /**
   * A daemon, a child that nobody waits for, one in the background, one that stays in the group.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (fork() > 0) exit(0); setsid(); chdir(\"/\"); close(0); close(1); close(2);"
            + " for (;;) sleep(30);",
        "if (fork() == 0) for (;;) pause(); return 0;",
        "if (fork() == 0) { setpgid(0, 0); for (;;); } return 0;",
        "if (fork() == 0) { signal(SIGINT, SIG_IGN); execlp(\"sleep\", \"sleep\", \"1000\", NULL); }"
            + " return 0;"
      })
  void whoIsLeftIsNamedAndEndedByCtrlC(String body) throws Exception {
    for (String raw : new String[] {"--feedback=normal", "--raw"}) {
      try (PromptTerminal terminal =
          new PromptTerminal(home, Map.of(), "run", raw, program(body))) {
        terminal.see("still runs: Ctrl-C ends what is left");
        terminal.remember();
        terminal.type(CTRL_C);
        assertThat(terminal.awaitStatus()).isEqualTo(130);
        terminal.awaitNobody();
        assertThat(terminal.modes()).isEqualTo(terminal.modesBefore());
      }
    }
  }

  /** Its standard input is a file, and it opens the terminal by name, as less(1) does. */
  @Test
  void whoAsksForTheTerminalGetsIt() throws Exception {
    String body =
        "int tty = open(\"/dev/tty\", O_RDWR); char c; write(tty, \"key? \", 5);"
            + " read(tty, &c, 1); printf(\"read %c\\n\", c);";
    try (PromptTerminal terminal =
        PromptTerminal.underShell(home, "", " run --raw " + program(body) + " </dev/null")) {
      terminal.see("key? ");
      terminal.type("x\r");
      terminal.see("read x");
      terminal.awaitStatus();
    }
  }

  @Test
  void aProgramOfTheSystemGetsItToo() throws Exception {
    String body =
        "execlp(\"sh\", \"sh\", \"-c\", \"stty -echo </dev/tty; read x </dev/tty; echo got $x\", NULL);";
    try (PromptTerminal terminal =
        PromptTerminal.underShell(home, "", " run --raw " + program(body) + " </dev/null")) {
      ProcessTable.await(
          () -> !Arrays.equals(terminal.modes(), terminal.modesBefore()), terminal::text);
      terminal.type("x\r");
      terminal.see("got x");
      terminal.awaitStatus();
      assertThat(terminal.modes()).isEqualTo(terminal.modesBefore());
    }
  }

  @Test
  void aProgramThatLeavesTheTerminalRawDoesNotLeaveItSo() throws Exception {
    String body =
        "struct termios t; tcgetattr(0, &t); cfmakeraw(&t); tcsetattr(0, TCSANOW, &t);"
            + " write(1, \"raw\", 3); char c; read(0, &c, 1);";
    try (PromptTerminal terminal =
        new PromptTerminal(home, Map.of(), "run", "--raw", program(body))) {
      terminal.see("raw");
      terminal.type("x");
      terminal.awaitStatus();
      assertThat(terminal.modes()).isEqualTo(terminal.modesBefore());
    }
  }
}
