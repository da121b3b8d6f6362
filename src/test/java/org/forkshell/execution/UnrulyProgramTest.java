package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.forkshell.cli.ProcessTable;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.ProgramLab.Running;
import org.forkshell.codegen.Program;
import org.forkshell.process.Event;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.forkshell.wire.Board.StandardOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program does, it ends when it is told to, alone, and the next one runs. */
class UnrulyProgramTest {
  private static final int EAGAIN = 11;
  private static final String HEAD =
      """
      #include <errno.h>
      #include <signal.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
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
    assertThat(ProcessHandle.of(lab.lab().zygote())).isEmpty();
  }

  @AfterEach
  void nobodyIsLeftAndTheNextProgramRuns() throws Exception {
    assertThat(ProcessTable.describe(lab.processes())).as("left over").isEmpty();
    Running next =
        run("int main(void) { if (fork() == 0) return 1; wait(NULL); puts(\"next\"); return 7; }");
    assertThat(next.out()).isEqualTo("next\n");
    assertThat(next.status()).isEqualTo(WaitStatus.ofExit(7));
  }

  private static Running start(String main) throws IOException {
    return lab.start(ProgramLab.compile(HEAD + main));
  }

  private static Running run(String main) throws IOException, InterruptedException {
    return start(main).awaitEnd();
  }

  private static void assertKilledBy(Running running, Signal signal) {
    assertThat(running.status()).isNotNull();
    assertThat(Signal.nameOf(running.status().signal())).isEqualTo(signal.name());
    assertThat(running.status().signaled()).isTrue();
  }

  // --- loops and bombs -------------------------------------------------------------------------

  static List<String> endless() {
    return List.of(
        "for (;;);",
        "fork(); fork(); for (;;);",
        "if (fork()) wait(NULL); else for (;;);",
        "fork(); sleep(1000);",
        "fork(); pause();",
        "int ends[2]; char c; pipe(ends); fork(); read(ends[0], &c, 1);",
        "int ends[2]; char page[4096]; pipe(ends); fork(); for (;;) write(ends[1], page, 4096);",
        "fork(); for (;;) getppid();",
        "fork(); for (;;) printf(\"%d\\n\", getpid());",
        "if (fork() == 0) { setsid(); fork(); } sleep(1000);",
        "if (fork() == 0) { setpgid(0, 0); if (fork()) exit(0); } sleep(1000);",
        "char *words[] = {\"sleep\", \"1000\", NULL}, *none[] = {NULL};"
            + " fork(); if (fork() == 0) setsid(); execve(\"/bin/sleep\", words, none);",
        "kill(getpid(), SIGSTOP);",
        "if (fork() == 0) kill(getppid(), SIGSTOP); for (;;);");
  }

  @ParameterizedTest
  @MethodSource("endless")
  void whatWouldRunForEverIsEnded(String statements) throws Exception {
    try (Running running = start("int main(void) {" + statements + "}")) {
      running.await(r -> !r.events(Event.Born.class).isEmpty());
      running.session().close();
      assertThat(running.session().isOver()).isTrue();
    }
  }

  static Stream<String> endlessLines() {
    // A stopped process cannot give anything up, and an exec'd one does not know of lines.
    return endless().stream().filter(line -> !line.contains("SIGSTOP") && !line.contains("execve"));
  }

  @ParameterizedTest
  @MethodSource("endlessLines")
  void whatWouldRunForEverCanBeInterruptedAndTheProcessLivesOn(String statements) throws Exception {
    try (Running running = start("int main(void) {" + statements + "}")) {
      running.await(r -> !r.events(Event.Born.class).isEmpty());
      running.session().interrupt(Duration.ofSeconds(20));
      assertThat(running.session().progress()).isEqualTo(Session.Progress.ALL_IDLE);
      assertThat(running.events(Event.Interrupted.class)).isNotEmpty();
    }
  }

  @Test
  void forkBombEndsAtTheLimit() throws Exception {
    try (Running running = start("int main(void) { while (1) fork(); }")) {
      running.await(r -> r.events(Event.ForkRefused.class).size() > 200);
      Event.ForkRefused refused = running.events(Event.ForkRefused.class).get(0);
      assertThat(refused.errno()).isEqualTo(EAGAIN);
      assertThat(refused.limit()).isEqualTo(64);
      assertThat(lab.processes()).hasSize(64);
      running.session().close();
    }
    assertThat(lab.processes()).isEmpty();
  }

  @Test
  void programSeesThatTheLimitIsReached() throws Exception {
    Running running =
        run(
            """
            int main(void) {
              int made = 0;
              pid_t pid;
              while ((pid = fork()) > 0)
                made++;
              if (pid == 0)
                pause();
              printf("%d %s\\n", made, strerror(errno));
              kill(0, SIGTERM);
            }
            """);
    assertThat(running.out()).isEmpty();
    assertThat(running.events(Event.ForkRefused.class)).hasSize(1);
    assertThat(running.events(Event.Forked.class)).hasSize(63);
    assertKilledBy(running, Signal.SIGTERM);
  }

  @Test
  void limitIsFreeAgainWhenProcessesHaveEndedHoweverTheyDid() throws Exception {
    Running running =
        run(
            """
            static int round(int way) {
              static pid_t pids[63];
              char *words[] = {"true", NULL}, *none[] = {NULL};
              int made = 0;
              pid_t pid;
              while (made < 63 && (pid = fork()) > 0)
                pids[made++] = pid;
              if (made < 63 && pid == 0) {
                if (way == 0) exit(0);
                if (way == 1) abort();
                if (way == 2) execve("/bin/true", words, none);
                if (way == 3) *(int *)0 = 0;
                pause();
              }
              for (int i = 0; way == 4 && i < 63; i++)
                kill(pids[i], SIGKILL);
              while (wait(NULL) > 0);
              return made;
            }
            int main(void) {
              setbuf(stdout, NULL);
              for (int way = 0; way < 15; way++)
                printf("%d ", round(way % 5));
              return 0;
            }
            """);
    assertThat(running.out()).isEqualTo("63 ".repeat(15));
    assertThat(lab.countsNobody()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (1) if (fork() == 0) _exit(0);",
        "while (1) if (fork() == 0) abort();",
        "while (1) if (fork() == 0) { if (fork() == 0) pause(); exit(0); }",
        "char *words[] = {\"true\", NULL}, *none[] = {NULL};"
            + " while (1) if (fork() == 0) execve(\"/bin/true\", words, none);",
        "while (1) if (fork() == 0) setsid();",
        "while (1) if (fork() == 0) setpgid(0, 0);"
      })
  void bombsOfOtherKindsEndAtALimitToo(String bomb) throws Exception {
    try (Running running = start("int main(void) {" + bomb + "}")) {
      running.await(r -> !r.events(Event.ForkRefused.class).isEmpty());
      running.session().close();
      assertThat(running.session().isOver()).isTrue();
    }
  }

  // --- faults ----------------------------------------------------------------------------------

  static Stream<String> faults() {
    List<String> accesses =
        List.of(
            "x = *(int *)p;",
            "*(int *)p = 1;",
            "x = *(char *)p;",
            "*(double *)p = x;",
            "memcpy(p, \"1234\", 5);",
            "strcpy((char *)p, \"a\");",
            "memset(p, 0, 100);",
            "x = strlen(p);",
            "printf(\"%s\", (char *)p);",
            "puts(p);",
            "sprintf(p, \"%d\", 1);",
            "sscanf(\"12\", \"%d\", (int *)p);",
            "free(p); *(int *)p = 1;",
            "qsort(p, 3, 4, strcmp);",
            "((void (*)(void))p)();",
            "x = ((struct { char a[100000]; int b; } *)p)->b;");
    List<String> addresses =
        List.of("8", "-1", "0x123456789", "0x7fffffffffffffff", "0x8000000000000000");
    List<String> all = new ArrayList<>();
    for (int i = 0; i < accesses.size(); i++) {
      all.add("void *p = (void *)" + addresses.get(i % addresses.size()) + "; " + accesses.get(i));
    }
    return Stream.concat(
        all.stream(),
        Stream.of(
            "x = *(volatile int *)0;",
            "((void (*)(void))&x)();",
            "((void (*)(void))((char *)main + 1))();",
            "*(int *)main = 0;",
            "*(char *)\"constant\" = 1;",
            "int *p = malloc(4); p[100000000] = 1;",
            "int a[4]; a[100000000] = 1;",
            "int a[4]; a[-100000000] = 1;",
            "static int i; int a[4]; for (;; i++) a[i] = x;",
            "static int i; int a[4]; for (;; i--) a[i] = x;",
            "char *p = malloc(10); for (;;) *p++ = 'x';"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void forbiddenAccessEndsThatProcessOnly(String statements) throws Exception {
    Running running =
        run(
            """
            int main(void);
            static volatile long x = 1;
            static void child(void) { STATEMENTS }
            int main(void) {
              int status;
              if (fork() == 0) {
                child();
                exit(9);
              }
              wait(&status);
              printf("%d %d\\n", WIFSIGNALED(status), WTERMSIG(status));
              fflush(stdout);
              child();
              return 9;
            }
            """
                .replace("STATEMENTS", statements));
    assertThat(running.out()).isEqualTo("1 11\n");
    assertKilledBy(running, Signal.SIGSEGV);
  }

  @Test
  void divisionByZeroIsSigfpe() throws Exception {
    assertKilledBy(
        run("int main(void) { volatile int zero = 0; return 1 / zero; }"), Signal.SIGFPE);
    assertKilledBy(
        run("int main(void) { volatile int a = -2147483647 - 1, b = -1; return a % b; }"),
        Signal.SIGFPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static int f(int n) { return f(n + 1) + 1; }",
        "static int f(int n) { char big[100000]; big[n] = 1; return f(n + 1) + big[5]; }",
        "static int f(int n) { char huge[50000000]; return huge[n] = n; }",
        "static int f(int n) { printf(\"\"); return f(n) + f(n); }"
      })
  void endlessRecursionIsSigsegv(String function) throws Exception {
    assertKilledBy(run(function + "int main(void) { return f(0); }"), Signal.SIGSEGV);
  }

  /** Every readable and every writable part of the JVM that all processes are copies of. */
  @Test
  void memoryOfTheJvmIsOutOfReach() throws Exception {
    List<String> words = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("/proc", lab.lab().zygote() + "", "maps"))) {
      String start = line.substring(0, line.indexOf('-'));
      if (!start.startsWith("4000")) {
        words.add("0x" + start);
      }
    }
    Program program =
        ProgramLab.compile(
            HEAD
                + """
                static long faulted;
                static void expect_fault(int way, char *p) {
                  int status;
                  if (fork() == 0) {
                    if (way == 0) *p = 1;
                    if (way == 1) exit(*p);
                    if (way == 2) memcpy(p, "abc", 3);
                    if (way == 3) ((void (*)(void))p)();
                    exit(0);
                  }
                  wait(&status);
                  faulted += WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV;
                }
                int main(int argc, char **argv) {
                  int refused = 0, ends[2], pending;
                  pipe(ends);
                  write(ends[1], "what there is to be read", 24);
                  for (int i = 1; i < argc; i++) {
                    char *p = (char *)strtoul(argv[i], NULL, 16) + 16;
                    expect_fault(i % 4, p);
                    refused += write(ends[1], p, 8) == -1 && errno == EFAULT;
                    refused += read(ends[0], p, 8) == -1 && errno == EFAULT;
                    refused += waitpid(-1, (int *)p, WNOHANG) == -1;
                    refused += pipe((int *)p) == -1 && errno == EFAULT;
                    refused += access(p, 0) == -1 && errno == EFAULT;
                    refused += getcwd(p, 100) == NULL && errno == EFAULT;
                  }
                  printf("%d %ld %d", argc - 1, faulted, refused);
                  return 0;
                }
                """);
    Running running =
        lab.start(
                program,
                new Session.Options(64, StandardOutput.PIPE, false, true),
                words.toArray(String[]::new))
            .awaitEnd();
    int count = words.size();
    assertThat(count).isGreaterThan(20);
    assertThat(running.out()).isEqualTo(count + " " + count + " " + count * 6);
  }

  /** What lies on the stack may be anything: where to return to, where the caller's frame is. */
  @Test
  void smashedStackHurtsThatProcessOnly() throws Exception {
    Random random = new Random(1);
    StringBuilder values = new StringBuilder();
    String[] bases = {
      "0x400000000000",
      "0x400000010000",
      "0x4000bf600000",
      "0x4000bfe00000",
      "0x4000c0000000",
      "0",
      "-1",
      "(long)a",
      "(long)&status",
      "(long)victim",
      "(long)main"
    };
    for (int i = 0; i < 150; i++) {
      values.append(bases[random.nextInt(bases.length)]).append(" + ");
      values.append(
          random.nextInt(3) == 0
              ? random.nextInt(100_000) - 50_000
              : 8 * (random.nextInt(64) - 32));
      values.append(", ");
    }
    Running running =
        run(
            """
            static int status;
            static int depth;
            static int victim(long v, int from, int to, long *outer) {
              long a[4] = {1, 2, 3, 4};
              for (int i = from; i < to; i++)
                a[i] = v;
              if (depth++ < 2)
                return victim(v, 0, 1, a) + a[1];
              return outer[0] + a[0];
            }
            int main(void) {
              long a[4];
              long values[] = { VALUES 0 };
              int dead = 0, survived = 0;
              for (int i = 0; i < 150; i++) {
                if (fork() == 0) {
                  alarm(1);
                  victim(values[i], i % 5 - 4, 4 + i % 9, a);
                  _exit(5);
                }
                wait(&status);
                if (WIFSIGNALED(status)) dead++; else survived++;
              }
              printf("%d", dead + survived);
              return dead > 10 ? 0 : 1;
            }
            """
                .replace("VALUES", values));
    assertThat(running.out()).endsWith("150");
    assertThat(running.status()).isEqualTo(WaitStatus.ofExit(0));
  }

  // --- output ----------------------------------------------------------------------------------

  @Test
  void gigabyteOfOutputArrivesWhole() throws Exception {
    Running running =
        start(
                """
                static char block[1 << 16];
                int main(void) {
                  memset(block, 'x', sizeof block);
                  for (int i = 0; i < 1 << 14; i++)
                    if (write(1, block, sizeof block) != sizeof block)
                      return 1;
                  return 0;
                }
                """)
            .awaitEnd(Duration.ofSeconds(120));
    assertThat(running.status()).isEqualTo(WaitStatus.ofExit(0));
    assertThat(running.outputCount()).isEqualTo(1L << 30);
  }

  @Test
  void processesThatWriteWithoutPauseAreEnded() throws Exception {
    try (Running running =
        start(
            "int main(void) { fork(); fork(); fork(); for (;;) puts(\"more and more and"
                + " more\"); }")) {
      running.await(r -> r.outputCount() > 1_000_000);
      running.session().close();
      assertThat(running.session().isOver()).isTrue();
    }
  }

  // --- signals that reach too far --------------------------------------------------------------

  @Test
  void killZeroEndsTheProgramAndNobodyElse() throws Exception {
    assertKilledBy(
        run("int main(void) { fork(); fork(); kill(0, SIGTERM); pause(); }"), Signal.SIGTERM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "getppid()", "-getppid()", "-getpgid(getppid())"})
  void nobodyEndsTheZygoteOrEverybody(String target) throws Exception {
    Running running =
        run(
            "int main(void) { int r = kill("
                + target
                + ", SIGKILL);"
                + " printf(\"%d %d\", r, errno == EPERM || errno == ESRCH); return 0; }");
    assertThat(running.out()).isEqualTo("-1 1");
    assertThat(ProcessHandle.of(lab.lab().zygote())).isPresent();
  }

  @Test
  void orphanCannotEndItsNewParentEither() throws Exception {
    Running running =
        run(
            """
            int main(void) {
              pid_t parent = getpid();
              if (fork() == 0) {
                while (getppid() == parent)
                  usleep(1000);
                int result = kill(getppid(), SIGKILL);
                printf("%d %d", result, errno == EPERM);
              }
              return 0;
            }
            """);
    assertThat(running.out()).isEqualTo("-1 1");
  }

  @Test
  void childThatKillsItsParentIsAnOrphan() throws Exception {
    Running running =
        run(
            """
            int main(void) {
              pid_t parent = getpid();
              if (fork() == 0) {
                kill(parent, SIGKILL);
                while (getppid() == parent)
                  usleep(1000);
                puts("alone");
                return 0;
              }
              for (;;)
                pause();
            }
            """);
    assertThat(running.out()).isEqualTo("alone\n");
    assertKilledBy(running, Signal.SIGKILL);
  }
}
