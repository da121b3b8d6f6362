package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.forkshell.posix.Posix;
import org.forkshell.process.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However the console ends, and whatever is taken from it, no process is left and it does not hang.
 */
class ConsoleEndTest {
  private static final String HEAD =
      """
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <sys/wait.h>
      #include <unistd.h>
      """;

  /** Says when it is under way, with processes of every kind. */
  private static final String FAMILY =
      """
      int main(void) {
        char *words[] = {"sleep", "1000", NULL}, *none[] = {NULL};
        if (fork() == 0) sleep(1000);
        if (fork() == 0) for (;;);
        if (fork() == 0) execve("/bin/sleep", words, none);
        if (fork() == 0) { if (fork() == 0) for (;;) sleep(1); exit(0); }
        if (fork() == 0) { int ends[2]; char c; pipe(ends); read(ends[0], &c, 1); }
        if (fork() == 0) exit(0);
        usleep(100000);
        write(2, "ready\\n", 6);
        for (;;) wait(NULL);
      }
      """;

  /** Some of them have left the program's process group. */
  private static final String SCATTERED =
      FAMILY.replace(
          "usleep(100000);",
          "if (fork() == 0) { setsid(); if (fork() == 0) sleep(1000); for (;;); }"
              + " if (fork() == 0) { setpgid(0, 0); pause(); } usleep(100000);");

  private static final String YES = "int main(void) { for (;;) puts(\"yes\"); }";

  @TempDir private Path directory;
  private final List<Process> started = new ArrayList<>();
  private final Set<Integer> seen = new TreeSet<>();

  @BeforeEach
  void nobodyIsThereYet() {
    assertThat(left()).isEmpty();
  }

  @AfterEach
  void nobodyIsLeft() throws Exception {
    StackTraces.assertNone(text("out") + text("err"));
    try {
      ProcessTable.await(() -> left().isEmpty(), () -> ProcessTable.describe(left()));
    } finally {
      left().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
  }

  /** What is there of the processes that the consoles of this test started. */
  private List<Integer> left() {
    List<String> consoles = started.stream().map(process -> process.pid() + "").toList();
    for (int pid : ProcessTable.all()) {
      String[] line = ProcessTable.commandLine(pid);
      if (line.length > 1 && consoles.contains(line[line.length - 1])) {
        seen.add(pid);
      }
    }
    return ProcessTable.alive(seen);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), HEAD + text);
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-MaxFDLimit", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("org.forkshell.cli.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  private Process start(ProcessBuilder builder) throws IOException {
    Process process =
        builder
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile())
            .start();
    started.add(process);
    seen.add((int) process.pid());
    return process;
  }

  private Process startRun(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("run"));
    all.addAll(List.of(arguments));
    return start(
        new ProcessBuilder(command(all.toArray(String[]::new)))
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile())));
  }

  /** A shell line in which {@code console} stands for the console's command. */
  private Process startShell(String line) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("/bin/sh", "-c", line.replace("console", "\"$@\""), "sh"));
    words.addAll(command());
    return start(
        new ProcessBuilder(words).redirectInput(Redirect.from(Path.of("/dev/null").toFile())));
  }

  private String text(String name) {
    try {
      return Files.readString(directory.resolve(name), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private void awaitReady(Process process) throws InterruptedException {
    ProcessTable.await(
        () -> text("err").contains("ready") || text("out").contains("ready"), () -> text("err"));
    seen.addAll(ProcessTable.withDescendants((int) process.pid()));
  }

  private static int awaitStatus(Process process) throws InterruptedException {
    assertThat(process.waitFor(ProcessTable.PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("ended")
        .isTrue();
    return process.exitValue();
  }

  private static void kill(long pid, Signal signal) {
    Posix.load().libc().kill((int) pid, signal.number());
  }

  private static int zygote(Process console) {
    return ProcessTable.withDescendants((int) console.pid()).stream()
        .filter(
            pid ->
                Stream.of(ProcessTable.commandLine(pid))
                    .anyMatch(word -> word.equals(console.pid() + "")))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "SIGKILL,--raw",
    "SIGTERM,--raw",
    "SIGHUP,--raw",
    "SIGINT,--raw",
    "SIGQUIT,--raw",
    "SIGQUIT,--stdout=pipe",
    "SIGKILL,--stdout=pipe"
  })
  void consoleThatIsKilledTakesAllProcessesWithIt(Signal signal, String option) throws Exception {
    Process console = startRun(option, file("scattered.c", SCATTERED).toString());
    awaitReady(console);
    kill(console.pid(), signal);
    assertThat(awaitStatus(console)).isEqualTo(128 + signal.number());
  }

  @Test
  void consoleThatIsKilledWhileItStartsLeavesNobody() throws Exception {
    String file = file("family.c", FAMILY).toString();
    Random random = new Random(1);
    for (int i = 0; i < 5; i++) {
      Process console = startRun("--raw", file);
      // Anywhere in its start is right.
      console.waitFor(random.nextInt(700), TimeUnit.MILLISECONDS);
      left();
      kill(console.pid(), Signal.SIGKILL);
      awaitStatus(console);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--raw", "--stdout=pipe"})
  void consoleEndsWhenTheZygoteIsKilled(String option) throws Exception {
    Process console = startRun(option, file("scattered.c", SCATTERED).toString());
    awaitReady(console);
    kill(zygote(console), Signal.SIGKILL);
    assertThat(awaitStatus(console)).isNotZero();
  }

  @Test
  void consoleAndZygoteKilledTogetherLeaveNobody() throws Exception {
    Process console = startRun("--raw", file("family.c", FAMILY).toString());
    awaitReady(console);
    int zygote = zygote(console);
    kill(console.pid(), Signal.SIGKILL);
    kill(zygote, Signal.SIGKILL);
    awaitStatus(console);
  }

  @Test
  void programThatStopsTheZygoteStopsNothing() throws Exception {
    String stop = "char c[99]; sprintf(c, \"kill -STOP %d\", getppid()); system(c);";
    Process console = startRun(file("stop.c", "int main(void) {" + stop + "}").toString());
    assertThat(awaitStatus(console)).isZero();
  }

  @Test
  void labThatCannotBeMadeSafeDoesNotStartAndSaysWhy() throws Exception {
    file("family.c", FAMILY);
    Process shell =
        startShell("cd " + directory + "; prlimit --rttime=100:100 console run family.c");
    assertThat(awaitStatus(shell)).isEqualTo(2);
    assertThat(text("err")).contains("RLIMIT_RTTIME").doesNotContain("xception");
  }

  @Test
  void closedTerminalEndsEverything() throws Exception {
    Posix posix = Posix.load();
    int readWriteNoControllingTerminal = 2 | 0x100;
    int master = posix.libc().posix_openpt(readWriteNoControllingTerminal);
    Posix.Native name = Posix.allocate(100);
    posix.libc().grantpt(master);
    posix.libc().unlockpt(master);
    posix.libc().ptsname_r(master, name.address(), 100);
    byte[] bytes = new byte[100];
    name.buffer().get(0, bytes);
    String terminal = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\0.*", "");
    List<String> words = new ArrayList<>(List.of("setsid", "--ctty"));
    words.addAll(command("run", "--raw", file("scattered.c", SCATTERED).toString()));
    Process console =
        start(new ProcessBuilder(words).redirectInput(Redirect.from(Path.of(terminal).toFile())));
    awaitReady(console);
    posix.libc().close(master);
    assertThat(awaitStatus(console)).isNotZero();
  }

  /**
   * What a program then reads is the launcher's affair: it puts something there before the JVM
   * does.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "console run --raw family.c >&-",
        "console run --raw family.c <&- >&-",
        "console run family.c <&- >&-",
        "console run family.c <&- >&- 2>&-",
        "ulimit -n 150; console run --raw family.c",
        "ulimit -n 150; console run family.c",
      })
  void closedAndScarceDescriptorsAreNoObstacle(String line) throws Exception {
    file(
        "family.c",
        """
        int main(void) {
          int c = getchar();
          if (fork() == 0)
            exit(5);
          int status;
          wait(&status);
          printf("%d\\n", c);
          return WEXITSTATUS(status);
        }
        """);
    Process shell = startShell("cd " + directory + "; " + line);
    assertThat(awaitStatus(shell)).isEqualTo(5);
    assertThat(text("err")).doesNotContain("xception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --raw yes.c",
        "run yes.c",
        "-c 'for (;;) puts(\"yes\");'",
        "script.fork",
      })
  void readerThatHasEnoughEndsTheProgram(String arguments) throws Exception {
    file("yes.c", YES);
    Files.writeString(directory.resolve("script.fork"), "for (;;) puts(\"yes\");\n");
    Process shell =
        startShell(
            "cd " + directory + "; { console " + arguments + "; echo $? >status; } | head -n 1");
    awaitStatus(shell);
    ProcessTable.await(() -> !text("status").isEmpty(), () -> ProcessTable.describe(left()));
    assertThat(text("out")).contains("yes");
    assertThat(text("status").strip()).isEqualTo("141");
    assertThat(text("err")).doesNotContain("xception");
  }

  @ParameterizedTest
  @CsvSource({"console run yes.c >/dev/full", "echo getpid | console >/dev/full"})
  void fullDiskEndsTheProgram(String line) throws Exception {
    file("yes.c", YES);
    assertThat(awaitStatus(startShell("cd " + directory + "; " + line))).isEqualTo(1);
    assertThat(text("err")).isEqualTo("forkshell: stdout: No space left on device\n");
  }

  @Test
  void programsKeepTheLimitOnOpenFiles() throws Exception {
    file(
        "open.c",
        """
        #include <errno.h>
        #include <fcntl.h>
        int main(void) {
          int n = 0;
          while (open("/dev/null", O_RDONLY) >= 0) n++;
          int error = errno;
          printf("%d\\n", n);
          return error;
        }
        """);
    int emfile = 24;
    Process shell = startShell("cd " + directory + "; ulimit -Sn 300; console run --raw open.c");
    assertThat(awaitStatus(shell)).as(text("err")).isEqualTo(emfile);
    assertThat(Integer.parseInt(text("out").strip())).isBetween(280, 297);
  }

  @Test
  void argumentsAreTheProgramsAffair() throws Exception {
    file("words", "from a file");
    file("echo.c", "int main(int n, char **v) { while (*++v) puts(*v); return n; }");
    Process shell =
        startShell("cd " + directory + "; console run --raw echo.c @words -h '' --raw '${HOME}'");
    assertThat(awaitStatus(shell)).isEqualTo(6);
    assertThat(text("out")).isEqualTo("@words\n-h\n\n--raw\n${HOME}\n");
  }

  @Test
  void gigabyteIsWrittenRaw() throws Exception {
    file(
        "gigabyte.c",
        """
        static char block[1 << 16];
        int main(void) {
          for (int i = 0; i < 1 << 14; i++)
            if (fwrite(block, 1, sizeof block, stdout) != sizeof block)
              return 1;
          return 0;
        }
        """);
    Process shell =
        startShell(
            "cd "
                + directory
                + "; console run --raw gigabyte.c >/dev/null && console run --raw gigabyte.c | wc"
                + " -c");
    assertThat(awaitStatus(shell)).isZero();
    assertThat(text("out").strip()).isEqualTo("1073741824");
  }

  @Test
  void garbageIsNoProgram() throws Exception {
    byte[] garbage = new byte[100_000];
    new Random(1).nextBytes(garbage);
    Files.write(directory.resolve("garbage.c"), garbage);
    Process console = startRun(directory.resolve("garbage.c").toString());
    assertThat(awaitStatus(console)).isEqualTo(2);
    assertThat(text("err")).contains("garbage.c:").doesNotContain("xception");
  }
}
