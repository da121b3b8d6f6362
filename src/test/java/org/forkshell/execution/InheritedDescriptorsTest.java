package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.ProgramLab.Running;
import org.forkshell.process.Event;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process has descriptors of ours, and its program may try anything with all that it finds. */
class InheritedDescriptorsTest {
  private static final String HEAD =
      """
      #include <errno.h>
      #include <fcntl.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <sys/mman.h>
      #include <sys/socket.h>
      #include <sys/stat.h>
      #include <sys/wait.h>
      #include <unistd.h>
      """;

  private static ProgramLab lab;

  @BeforeAll
  static void start() throws IOException {
    lab = ProgramLab.start();
  }

  @AfterAll
  static void end() {
    lab.close();
  }

  @AfterEach
  void theNextProgramIsNotDisturbed() throws Exception {
    Running next = run("int main(void) { if (!fork()) return 1; wait(NULL); puts(\"next\"); }");
    assertThat(next.out()).isEqualTo("next\n");
    assertThat(next.events(Event.Born.class)).hasSize(2);
    assertThat(lab.lab().isShut()).isFalse();
  }

  private static Running run(String text) throws IOException, InterruptedException {
    return lab.run(HEAD + text);
  }

  /** What it prints are the descriptors with which something could be done. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "close(i)",
        "ftruncate(i, 0)",
        "shutdown(i, SHUT_RDWR)",
        "fcntl(i, F_SETFL, O_NONBLOCK)",
        "fcntl(i, F_DUPFD, 300)",
        "dup(i)",
        "dup2(i, 300)",
        "lseek(i, 0, SEEK_SET)",
        "write(i, \"garbage\", 7)",
        "send(i, \"garbage\", 7, MSG_NOSIGNAL)",
        "read(i, bytes, 1)",
        "fchmod(i, 0)",
        "mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, i, 0) == MAP_FAILED ? -1 : 0"
      })
  void noneAboveTheStandardOnesIsThere(String attack) throws Exception {
    Running program =
        run(
            """
            int main(void) {
              char bytes[8];
              for (int i = 3; i < 400; i++) {
                errno = 0;
                if ((%s) != -1 || errno != EBADF) printf("%%d: %%s\\n", i, strerror(errno));
              }
              if (fork() == 0) exit(3);
              wait(NULL);
              return 5;
            }
            """
                .formatted(attack));
    assertThat(program.out()).isEmpty();
    assertThat(program.events(Event.Waited.class))
        .extracting(Event.Waited::status)
        .containsExactly(WaitStatus.ofExit(3));
    assertThat(program.events(Event.Exiting.class)).hasSize(2);
  }

  @Test
  void everyNumberIsFreeForTheProgram() throws Exception {
    Running program =
        run(
            """
            int main(void) {
              for (int i = 3; i < 400; i++) if (dup2(0, i) != i) return 1;
              if (fork() == 0) exit(3);
              wait(NULL);
              for (int i = 3; i < 400; i++) if (close(i) != 0) return 2;
              return 5;
            }
            """);
    assertThat(program.status()).isEqualTo(WaitStatus.ofExit(5));
    assertThat(program.events(Event.Exiting.class)).hasSize(2);
  }

  @Test
  void whatTakesTheTerminalsPlaceIsNoSocketForTheProgram() throws Exception {
    Running program =
        run(
            """
            int main(void) {
              int type; socklen_t length = sizeof type;
              for (int i = 1; i <= 2; i++) {
                if (shutdown(i, SHUT_RDWR) != -1 || errno != ENOTSOCK) return 1;
                if (getsockopt(i, SOL_SOCKET, SO_TYPE, &type, &length) != -1) return 2;
                if (send(i, "x", 1, 0) != -1 || errno != ENOTSOCK) return 3;
                if (lseek(i, 0, SEEK_CUR) != -1 || errno != ESPIPE) return 4;
              }
              puts("still here");
              return 0;
            }
            """);
    assertThat(program.out()).isEqualTo("still here\n");
    assertThat(program.status()).isEqualTo(WaitStatus.ofExit(0));
  }

  @Test
  void sharedMemoryIsWrittenAndShortenedByNobodyElse() throws Exception {
    Running program =
        run(
            """
            int main(void) {
              char path[64], to[256];
              int found = 0;
              for (int i = 0; i < 1024; i++) {
                sprintf(path, "/proc/%d/fd/%d", getppid(), i);
                int n = readlink(path, to, 255);
                if (n <= 0) continue;
                to[n] = 0;
                if (!strstr(to, "memfd")) continue;
                found++;
                int fd = open(path, O_RDWR);
                if (fd < 0) continue;
                if (ftruncate(fd, 0) == 0) return 1;
                if (ftruncate(fd, 1 << 30) == 0) return 2;
                if (write(fd, "garbage", 7) > 0) return 3;
                if (mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) != MAP_FAILED) return 4;
              }
              return found ? 0 : 9;
            }
            """);
    assertThat(program.status()).isEqualTo(WaitStatus.ofExit(0));
  }

  @Test
  void notWaitingIsForgottenWithTheProgram() throws Exception {
    run("int main(void) { fcntl(1, F_SETFL, O_NONBLOCK); fcntl(2, F_SETFL, O_NONBLOCK); }");
    Running next =
        run(
            """
            int main(void) {
              char page[4096];
              memset(page, 'x', 4096);
              for (int i = 0; i < 100; i++) if (write(1, page, 4096) != 4096) return 1;
              return fcntl(1, F_GETFL) & O_NONBLOCK;
            }
            """);
    assertThat(next.status()).isEqualTo(WaitStatus.ofExit(0));
  }

  @Test
  void descriptorsSentAlongAreNotOpenedHere() throws Exception {
    List<String> before = open();
    Running program =
        run(
            """
            int main(void) {
              char *words[] = {"python3", "-c",
                "import socket, array\\n"
                "s = socket.socket(fileno=1)\\n"
                "for i in range(20): s.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS,"
                " array.array('i', [0, 0]))])\\n", NULL};
              execvp("python3", words);
              return 77;
            }
            """);
    org.junit.jupiter.api.Assumptions.assumeTrue(program.status().code() != 77, "no python3");
    assertThat(program.out()).isEqualTo("x".repeat(20));
    assertThat(open()).hasSameSizeAs(before);
  }

  private static List<String> open() {
    String[] names = new java.io.File("/proc/self/fd").list();
    return List.of(names == null ? new String[0] : names);
  }
}
