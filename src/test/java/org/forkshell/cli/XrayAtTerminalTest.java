package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views of processes as they are, at a real terminal. */
class XrayAtTerminalTest {
  private static final String READER =
      """
      #include <stdio.h>
      #include <unistd.h>
      #include <sys/wait.h>
      int base = 7;
      static void nap(int seconds) {
        int twice = 2 * seconds;
        sleep(twice);
      }
      int main(void) {
        FILE *out = fopen("kept.txt", "w");
        fprintf(out, "kept");
        printf("question? ");
        if (fork() == 0) {
          base = 8;
          nap(500);
        }
        char line[20];
        fgets(line, sizeof line, stdin);
        printf("answer %s", line);
        return 0;
      }
      """;

  @TempDir private Path home;

  private PromptTerminal open() throws Exception {
    Files.writeString(home.resolve("reader.c"), READER);
    PromptTerminal terminal = new PromptTerminal(home, Map.of());
    terminal.see("❯");
    return terminal;
  }

  @Test
  void blockedProcessesOfThePromptAreSeenThrough() throws Exception {
    try (PromptTerminal terminal = open()) {
      terminal.enter("int x = 1", "x ==> 1");
      terminal.enter("printf \"fork!\"", "waits in stdout's buffer");
      terminal.enter("fork", "P P.1 ❯");
      terminal.enter("@P.1 fork", "P.1.1");
      terminal.enter("@P wait", "waits until");
      terminal.enter("int later = 5", "later ==> 5");
      terminal.enter("@P.1 x = 2", "x ==> 2");

      terminal.enter("/tree", "└─ P.1.1");
      assertThat(terminal.text()).contains("S  waits until a child ends  5: wait");

      terminal.enter("/source", "the next line");
      assertThat(terminal.text()).containsPattern("► 5 +@P wait +P \\d+ +waits until a child ends");

      terminal.enter("/buffers", "bytes unwritten");
      assertThat(terminal.text()).contains("5 of 1024 bytes unwritten").contains("\"fork!\"");

      terminal.enter("/vars", "int later");
      assertThat(terminal.text()).contains("not yet").contains("0x40000");

      terminal.enter("/memory", "again will tell");
      terminal.enter("@P.1 static char big[9000]; big[5000] = 1", "❯");
      terminal.enter("/memory", "variables");
      assertThat(terminal.text()).contains("pages of 4 KiB");

      terminal.enter("@P.1 exit(3)", "exited with 3");
      terminal.enter("/tree", "adopts orphans)");
      assertThat(terminal.text()).contains("an orphan of P.1");
      terminal.enter("exit(0)", "no process is left");
      terminal.enter("/tree", "no process is left");
      assertThat(terminal.text()).contains("collected by the zygote").contains("exited with 0");
      terminal.enter("/source", "no process is left");
    }
  }

  @Test
  void writingCopiesAPage() throws Exception {
    try (PromptTerminal terminal = open()) {
      terminal.enter("static char big[20000]; big[9000] = 1; big[19000] = 1", "❯");
      terminal.enter("fork", "P P.1 ❯");
      terminal.enter("/memory", "again will tell");
      terminal.enter("@P.1 big[9000] = 2", "❯");
      terminal.enter("/memory", "wrote to big");
      assertThat(terminal.text()).contains("P.1 wrote to").contains("a copy of its own");
      terminal.enter("/memory big", "big begins at");
      assertThat(terminal.text()).containsPattern("P, P.1: [1-4] pages of its own, [1-4] shared");
    }
  }

  @Test
  void aProgramThatWaitsForInputIsSeenThrough() throws Exception {
    try (PromptTerminal terminal = open()) {
      terminal.enter("/run reader.c", "reads stdin ❯");
      terminal.enter("/tree", "└─ P.1");
      assertThat(terminal.text()).contains("sleeps for 1000 s").contains("7: sleep(twice);");
      terminal.enter("/source", "fgets");
      assertThat(terminal.text()).contains("► ").contains("reads stdin");
      terminal.enter("/buffers", "\"kept\"");
      assertThat(terminal.text()).contains("fully buffered").contains("kept.txt");
      terminal.enter("/vars", "in nap():");
      assertThat(terminal.text()).contains("int twice").contains("1000").contains("int base");
      terminal.enter("/memory base", "base lies at");
      terminal.enter("forty two", "answer forty two");
      terminal.type("\u0003");
      terminal.see("back at the prompt");
      terminal.enter("/vars", "reader has ended");
    }
  }

  @Test
  void aThreadThatReadsStandardInputIsGivenTheNextLine() throws Exception {
    try (PromptTerminal terminal = open()) {
      Files.writeString(
          home.resolve("threads.c"),
          """
          #include <pthread.h>
          #include <stdio.h>
          static void *reads(void *nothing) {
            char line[100];
            printf("got %s", fgets(line, sizeof line, stdin));
            return nothing;
          }
          int main(void) {
            pthread_t thread;
            pthread_create(&thread, NULL, reads, NULL);
            pthread_join(thread, NULL);
          }
          """);
      terminal.enter("/run threads.c", "P/2 reads stdin ❯");
      terminal.enter("forty two", "got forty two");
      terminal.see("back at the prompt");
    }
  }

  /** Also the child of a thread that is not the first: its only thread has that one's. */
  @Test
  void whatEachThreadHasOfItsOwnIsSeenThrough() throws Exception {
    try (PromptTerminal terminal = open()) {
      terminal.enter("#include <pthread.h>", "❯");
      terminal.enter("_Thread_local int own = 100", "own ==> 100");
      terminal.enter(
          "void *f(void *p) { int n = *(int *)p; own += n; if (n == 2 && !fork()) own = -1; pause();"
              + " return NULL; }",
          "❯");
      terminal.enter("int one = 1, two = 2; pthread_t a, b", "b ==> 0");
      terminal.enter("pthread_create(&a, NULL, f, &one)", "for a signal");
      terminal.enter("pthread_create(&b, NULL, f, &two)", "P.1 ");
      terminal.enter("/vars own", "each thread's own:");
      terminal.see("int own");
      assertThat(terminal.text())
          .containsPattern("P \\d+ +P/2 \\d+ +P/3 \\d+ +P\\.1 \\d+")
          .containsPattern("int own +100 +101 +102 +-1");
      terminal.enter("/vars n", "in f():");
      terminal.see("int n");
      assertThat(terminal.text()).containsPattern("P/2 \\d+ +P/3, P\\.1");
    }
  }
}
