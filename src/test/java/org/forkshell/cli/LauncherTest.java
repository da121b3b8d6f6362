package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What launcher.sh hands on to the JVM: the true script, in a checkout whose jar are these classes.
 */
class LauncherTest {
  /** Runs the classes under test in the place of a jar; makes no class-data archive. */
  private static final String JAVA =
      """
      #!/bin/sh
      left=$#
      while [ "$left" -gt 0 ]; do
        word=$1
        shift
        left=$((left - 1))
        case $word in
          -jar) set -- "$@" -cp 'CLASSES' org.forkshell.cli.Main; shift; left=$((left - 1)) ;;
          --warm-up) exit 1 ;;
          *) set -- "$@" "$word" ;;
        esac
      done
      exec 'JAVA' "$@"
      """;

  /** Notes how it is called; makes lists and archives of a sort. */
  private static final String ARCHIVING_JAVA =
      """
      #!/bin/sh
      echo "$*" >>'CALLS'
      dump=no
      for word; do
        case $word$dump in
          -Xshare:dump*) dump=yes ;;
          -XX:DumpLoadedClassList=*no | -Dforkshell.classes=*no)
            word=${word#*=}
            echo java/lang/Object >"$word" ;;
          -XX:SharedArchiveFile=*yes)
            word=${word#*=}
            echo archive >"$word" ;;
        esac
      done
      """;

  private static final String ECHO =
      """
      #include <stdio.h>
      #include <stdlib.h>
      int main(int argc, char *argv[]) {
        char *all = getenv("LC_ALL"), *lang = getenv("LANG");
        printf("%s|%s|%s\\n", argv[1], all ? all : "none", lang ? lang : "none");
      }
      """;

  /** What exec'd programs find is seen too, as are numbers that our own descriptors may have. */
  private static final String GIVEN =
      """
      #include <fcntl.h>
      #include <signal.h>
      #include <stdio.h>
      #include <unistd.h>
      int main(void) {
        for (int fd = 3; fd < 1000; fd++)
          if (fcntl(fd, F_GETFD) >= 0) printf("%d ", fd);
        for (int signal = 1; signal < 32; signal++) {
          struct sigaction action;
          if (sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN)
            printf("ignores %d ", signal);
        }
        char text[6] = "";
        read(5, text, 5);
        puts(text);
        write(7, "written ", 8);
        fflush(stdout);
        execlp("sh", "sh", "-c", "cat <&5; echo by both >&7; kill -USR2 $$; echo alive", NULL);
      }
      """;

  @TempDir private Path checkout;

  @BeforeEach
  void make() throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    Path java = Files.createDirectories(checkout.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        JAVA.replace("CLASSES", System.getProperty("java.class.path"))
            .replace("JAVA", home.resolve("bin/java").toString()));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.copy(home.resolve("release"), checkout.resolve("jdk/release"));
    Files.copy(Path.of("launcher.sh"), checkout.resolve("launcher.sh"));
    assertThat(checkout.resolve("launcher.sh").toFile().setExecutable(true)).isTrue();
    Files.createFile(checkout.resolve("pom.xml"));
    Files.createDirectories(checkout.resolve("src/main"));
    Files.createFile(Files.createDirectories(checkout.resolve("target")).resolve("forkshell.jar"));
  }

  /** By way of a file: this JVM may have a locale in which it can pass only ASCII. */
  private String launch(Map<String, String> locale, String line)
      throws IOException, InterruptedException {
    Files.writeString(checkout.resolve("line"), line);
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "line").directory(checkout.toFile());
    builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"));
    builder.environment().putAll(locale);
    builder.environment().put("JAVA_HOME", checkout.resolve("jdk").toString());
    Path said = checkout.resolve("said");
    // A file rather than a pipe: a read of that one would outlast the test's time limit.
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
      String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
      StackTraces.assertNone(text);
      return text;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /**
   * With fewer the prompt does not start, and with 17 the frozen JVM does not, where there is one
   * jar instead of a class path.
   */
  @Test
  void twentyOpenFilesAreEnough() throws Exception {
    Files.writeString(checkout.resolve("jdk/bin/java"), "#!/bin/sh\necho a JVM\n");
    assertThat(launch(Map.of(), "ulimit -n 20; exec ./launcher.sh")).isEqualTo("a JVM\n");
    assertThat(launch(Map.of(), "ulimit -n 19; exec ./launcher.sh")).contains("needs 20");
  }

  @Test
  void archivesAreMadeOnceForEachJarAndPlace() throws Exception {
    Path calls = checkout.resolve("calls");
    Files.writeString(
        checkout.resolve("jdk/bin/java"), ARCHIVING_JAVA.replace("CALLS", calls.toString()));
    for (int i = 0; i < 2; i++) {
      launch(Map.of(), "./launcher.sh used");
      assertThat(calls).content().containsOnlyOnce("--warm-up");
    }
    assertThat(lastLine(calls))
        .contains("-XX:SharedArchiveFile=" + checkout.resolve("target/console-"))
        .contains("-Dforkshell.archive=" + checkout.resolve("target/lab-"));

    launch(
        Map.of(), "mkdir copy; cp -a launcher.sh pom.xml src target copy; copy/launcher.sh used");
    assertThat(Files.readString(calls).split("--warm-up", -1)).hasSize(3);
    assertThat(lastLine(calls))
        .contains("-XX:SharedArchiveFile=" + checkout.resolve("copy/target/console-"));

    launch(Map.of(), "touch -d '1 minute' target/forkshell.jar; ./launcher.sh used");
    assertThat(Files.readString(calls).split("--warm-up", -1)).hasSize(4);
    assertThat(checkout.resolve("target"))
        .isDirectoryNotContaining("glob:**.classes")
        .isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void whereNoArchiveCanBeMadeThatIsTriedOnce() throws Exception {
    Path calls = checkout.resolve("calls");
    Files.writeString(
        checkout.resolve("jdk/bin/java"),
        ARCHIVING_JAVA.replace("CALLS", calls.toString()).replace("dump=yes", "exit 1"));
    for (int i = 0; i < 2; i++) {
      launch(Map.of(), "./launcher.sh used");
      assertThat(calls).content().containsOnlyOnce("--warm-up");
      assertThat(lastLine(calls)).doesNotContain("jsa");
    }
  }

  private static String lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.get(lines.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<&-", ">&-", "2>&-", "<&- >&- 2>&-"})
  void closedStandardDescriptorsDoNoHarm(String closed) throws Exception {
    for (String what : new String[] {"-c fork", "lessons"}) {
      assertThat(launch(Map.of(), "./launcher.sh " + what + " " + closed + "; echo $? >status"))
          .doesNotContain("forkshell:");
      assertThat(checkout.resolve("status")).hasContent("0\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"LC_ALL,C", "LC_ALL,POSIX", "LANG,zh_CN.UTF-8", "LC_CTYPE,en_XX.utf8"})
  void wordsOfAnyLanguageArriveInAnyLocale(String variable, String locale) throws Exception {
    assertThat(launch(Map.of(variable, locale), "exec ./launcher.sh -c 'printf(\"你好\\n\")'"))
        .contains("你好");
  }

  @ParameterizedTest
  @CsvSource({"C,en_XX.utf8", "POSIX,C", "C.UTF-8,none", "none,zh_CN.UTF-8", "none,none"})
  void filesOfAnyNameAreFoundAndTheEnvironmentIsTheUsers(String all, String lang) throws Exception {
    Files.writeString(checkout.resolve("echo.c"), ECHO);
    Map<String, String> locale = new HashMap<>();
    if (!all.equals("none")) {
      locale.put("LC_ALL", all);
    }
    if (!lang.equals("none")) {
      locale.put("LANG", lang);
    }
    assertThat(launch(locale, "cp echo.c 程.c && exec ./launcher.sh run --raw 程.c 参数"))
        .isEqualTo("参数|" + all + "|" + lang + "\n");
  }

  @Test
  void theUsersLanguageIsSpokenAllTheSame() throws Exception {
    assertThat(launch(Map.of("LANG", "zh_CN.UTF-8"), "./launcher.sh run 没有.c"))
        .contains("没有.c：没有这个文件");
    assertThat(launch(Map.of("LC_ALL", "C"), "./launcher.sh run 没有.c"))
        .contains("没有.c: there is no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--raw", ""})
  void descriptorsAndIgnoredSignalsAreTheUsers(String how) throws Exception {
    Files.writeString(checkout.resolve("given.c"), GIVEN);
    Files.writeString(checkout.resolve("in"), "first second\n");
    String said =
        launch(
            Map.of(),
            "trap '' QUIT USR2; ./launcher.sh run " + how + " given.c 5<in 7>out 9<in 4<in 4<&-");
    assertThat(said).contains("5 7 9 ignores 3 ignores 12 first").contains(" second\n");
    assertThat(said).contains("alive\n");
    assertThat(checkout.resolve("out")).hasContent("written by both\n");
  }

  @Test
  void aScriptHasThemToo() throws Exception {
    Files.writeString(checkout.resolve("in"), "first second\n");
    assertThat(
            launch(
                Map.of(),
                """
                trap '' INT
                ./launcher.sh -c 'char text[6] = ""
                read(5, text, 5)
                signal(SIGINT, SIG_DFL) == SIG_IGN
                text' 5<in
                """))
        .contains("text ==> \"first\"")
        .contains("$2 ==> 1");
  }

  @Test
  void nobodyElseKeepsADescriptorOpen() throws Exception {
    Files.writeString(
        checkout.resolve("close.c"),
        """
        #include <unistd.h>
        int main(void) {
          char c;
          close(5);
          return read(0, &c, 1) == 1 ? 0 : 1;
        }
        """);
    // The reader answers when its input has ended, which is before the program does. A shell would
    // keep the descriptor itself while it waits for the program, hence the exec.
    assertThat(
            launch(
                Map.of(),
                """
                mkfifo ended answer
                (cat ended; echo x >answer) &
                (exec ./launcher.sh run --raw close.c 5>ended <>answer) && echo heard
                """))
        .contains("heard");
  }
}
