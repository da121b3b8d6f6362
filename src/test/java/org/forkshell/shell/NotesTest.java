package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.forkshell.cli.ProgramLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said of real programs and lines is so, in every situation in which it is said. */
class NotesTest {
  @RegisterExtension
  static final PromptExtension PROMPT = new PromptExtension(Duration.ofMillis(500));

  private static final Duration LONG = Duration.ofMinutes(2);

  private final Transcript screen = PROMPT.screen();

  private final PromptSession session = PROMPT.session();

  private List<String> ran(String program) throws IOException, InterruptedException {
    assertThat(session.run(ProgramLab.compile(program), List.of("program"), () -> null, LONG))
        .as("%s", screen.lines())
        .isTrue();
    return screen.lines();
  }

  private List<String> entered(String... lines) throws IOException, InterruptedException {
    screen.clear();
    for (String line : lines) {
      session.enter(line);
    }
    return screen.lines();
  }

  @Test
  void forksValueStandsInForksRow() throws Exception {
    assertThat(entered("int f(void) { fork(); return 0; }", "f()"))
        .containsExactlyInAnyOrder(
            "P # fork ==> # the parent got P.1's pid",
            "P.1 # fork ==> 0 the child got 0",
            "P # $1 ==> 0",
            "P.1 # $1 ==> 0");
    assertThat(entered("@P.1 exit(0)", "@P pid_t p = fork()"))
        .contains("P # p ==> # P.2's pid", "P.2 # p ==> 0 the child");
    assertThat(entered("@P.2 exit(0)", "@P int z = fork() == 0"))
        .contains("P # z ==> 0", "P.3 # z ==> 1", "P.3 # fork ==> 0 the child");
  }

  @Test
  void aCallThatFailsShowsErrnosName() throws Exception {
    assertThat(
            entered(
                "close(99)", "int fd = open(\"/none\", 0)", "FILE *f = fopen(\"/none\", \"r\")"))
        .containsExactly("P # $1 ==> -1 EBADF", "P # fd ==> -1 ENOENT", "P # f ==> NULL ENOENT");
    assertThat(entered("-1")).containsExactly("P # $2 ==> -1");
  }

  @Test
  void whoGivesUpItsLineGotNoValue() throws Exception {
    for (String call : List.of("pause()", "getchar()")) {
      screen.clear();
      session.enter(call);
      session.interrupt();
      assertThat(screen.await("gave up its line", LONG)).as(call).isTrue();
      session.await();
      assertThat(screen.lines()).as(call).noneMatch(line -> line.contains("==>"));
    }
  }

  @Test
  void anEndlessLineIsGivenUpWhereNobodyCanInterruptIt() throws Exception {
    session.patience(Duration.ofMillis(300));
    for (String line : List.of("for (;;);", "int n = sleep(100)")) {
      screen.clear();
      assertThat(session.enter(line)).isEqualTo(PromptSession.Outcome.GIVEN_UP);
      assertThat(screen.await("gave up its line", LONG)).as(line).isTrue();
      assertThat(screen.lines()).as(line).noneMatch(shown -> shown.contains("==>"));
    }
    session.patience(LONG);
    assertThat(entered("1 + 1")).containsExactly("P # $1 ==> 2");
  }

  @Test
  void aProgramThatComputesForEverIsEndedWhenItsTimeIsUp() throws Exception {
    try (PromptSession timed = PROMPT.timedSession()) {
      assertThat(
              timed.run(
                  ProgramLab.compile("int main(void) { for (;;); }"),
                  List.of("program"),
                  () -> null,
                  Duration.ofMillis(300)))
          .isFalse();
    }
  }

  @Test
  void execIsToldWhenItIsKnownAndNamesItsProgram() throws Exception {
    assertThat(
            ran(
                """
                #include <unistd.h>
                #include <sys/wait.h>
                int main(void) {
                    if (fork() == 0) { execlp("ls\\n", "ls\\n", NULL); execl("/bin/true", "true", "-l", NULL); }
                    wait(NULL);
                }
                """))
        .filteredOn(line -> line.contains("exec"))
        .containsExactly(
            "P.1 # exec \"/bin/ls\\n\" ==> -1 ENOENT: the old program goes on",
            "P.1 # exec \"/bin/true\" another program takes its place; its argv: \"true\" \"-l\"");
  }

  @Test
  void deathByASignalHasALineAndItsLostBytes() throws Exception {
    assertThat(
            ran(
                """
                #include <stdio.h>
                #include <signal.h>
                #include <unistd.h>
                #include <sys/wait.h>
                int main(void) {
                    int go[2], p[2];
                    char c;
                    pipe(go);
                    pid_t child = fork();
                    if (child == 0) { printf("lost"); alarm(1); for (;;) pause(); }
                    wait(NULL);
                    if (fork() == 0) {
                        pipe(p); close(p[0]); printf("pip");
                        write(p[1], "x", 1); _exit(0);
                    }
                    wait(NULL);
                    wait(NULL);
                }
                """))
        .contains(
            "P.1 # killed by SIGALRM 4 bytes in stdout's buffer were never written",
            "P # wait ==> # P.1 was killed by SIGALRM",
            "P # wait ==> -1 ECHILD: no child is left to wait for")
        .anyMatch(
            line ->
                line.startsWith("P.2 # killed by SIGPIPE wrote to descriptor")
                    && line.endsWith("3 unwritten bytes lost"));
  }

  @Test
  void whatASignalCutShortReturnsBehindItsHandler() throws Exception {
    assertThat(
            ran(
                """
                #include <signal.h>
                #include <unistd.h>
                static void h(int s) { (void)s; }
                int main(void) {
                    int p[2];
                    char c;
                    struct sigaction a = {.sa_handler = h};
                    sigaction(SIGALRM, &a, NULL);
                    pipe(p);
                    alarm(1);
                    read(p[0], &c, 1);
                }
                """))
        .containsSubsequence("P # catches SIGALRM its handler runs now", "P # read ==> -1 EINTR");
  }

  @Test
  void aLineMayBeEmpty() throws Exception {
    assertThat(
            ran(
                """
                #include <stdio.h>
                #include <stdlib.h>
                #include <unistd.h>
                #include <sys/wait.h>
                int main(void) {
                    puts("a"); puts(""); printf("\\nb\\n");
                    if (fork() == 0) { execlp("echo", "echo", NULL); _exit(1); }
                    wait(NULL);
                    write(1, "\\n", 1); write(1, "c", 1); write(1, "\\n\\n", 2);
                    system("echo; echo x");
                }
                """))
        .filteredOn(line -> line.matches("P(\\.\\d)? #( \\w)?( the newline .*)?"))
        .containsExactly(
            "P # a the newline sent the line on its way",
            "P #",
            "P #",
            "P # b",
            "P.1 #",
            "P #",
            "P # c",
            "P #",
            "P.2 #",
            "P.2 # x");
  }
}
