package org.forkshell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.forkshell.execution.Lab;
import org.forkshell.execution.LabCommand;
import org.forkshell.language.Includes;
import org.forkshell.language.Language;
import org.forkshell.language.c.CLanguage;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.SystemClock;
import org.forkshell.shell.CompilerStart;
import org.forkshell.shell.Display;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.Settings;
import org.forkshell.terminal.Console;
import org.forkshell.tutor.LessonSession;
import org.forkshell.view.ColorMode;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys pressed at a terminal that is not there. */
class PromptTest {
  private static final int COLUMNS = 100;
  private static final int ROWS = 30;
  private static final long PATIENCE = 180_000_000_000L;

  private static Lab lab;
  private static final Language LANGUAGE = new CLanguage();

  @TempDir private Path folder;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private OutputStream keys;
  private PromptSession session;
  private Prompt prompt;
  private Thread loop;

  @BeforeAll
  static void startTheLab() throws IOException {
    lab = Lab.start(new LabCommand(), Lab.Input.PROMPT, new SystemClock());
  }

  @AfterAll
  static void closeTheLab() {
    lab.close();
  }

  @BeforeEach
  void open() throws IOException, InterruptedException {
    PipedInputStream in = new PipedInputStream(1 << 16);
    keys = new PipedOutputStream(in);
    Terminal terminal = new ExternalTerminal("test", "xterm", in, seen, StandardCharsets.UTF_8);
    terminal.setSize(new Size(COLUMNS, ROWS));
    Settings settings = new Settings(Locale.ENGLISH);
    MonotonicClock clock = new SystemClock();
    Console console = new Console(terminal, StandardCharsets.UTF_8, ColorMode.NEVER, true, clock);
    session =
        new PromptSession(
            () -> lab,
            new CompilerStart(LANGUAGE, Includes.NONE),
            settings,
            new Display(console),
            Prompt.GRACE,
            clock);
    prompt =
        new Prompt(
            session,
            console,
            new LessonSession(
                java.nio.file.Path.of("none"), new org.forkshell.lesson.Progress(null)),
            clock);
    loop =
        new Thread(
            () -> {
              try {
                prompt.run();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    loop.start();
    see("❯");
  }

  @AfterEach
  void leave() throws Exception {
    if (loop.isAlive()) {
      type("\u0003");
      type("/exit\r");
    }
    loop.join(10_000);
    prompt.close();
    session.close();
    assertThat(loop.isAlive()).isFalse();
  }

  private void type(String text) throws IOException {
    seen.reset();
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  private void see(String text) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    while (!isShown(text)) {
      assertThat(System.nanoTime()).as("%s in: %s", text, seen).isLessThan(deadline);
      // Two processors are needed for what is waited for.
      Thread.sleep(1);
    }
  }

  /**
   * Whether it has been written since something was typed, or can be read where all that was
   * written stands: of a prompt that changes JLine writes only what is new.
   */
  private boolean isShown(String text) {
    String written = seen.toString(StandardCharsets.UTF_8);
    if (written.contains(text)) {
      return true;
    }
    ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
    screen.write(written);
    return screen.toString().contains(text);
  }

  @Test
  void aWordForks() throws Exception {
    type("fork\r");
    see("P P.1 ❯");
    assertThat(seen.toString(StandardCharsets.UTF_8))
        .contains("the parent got P.1's pid", "the child got 0");
  }

  @Test
  void lineOfALessonMayBeACommand() throws Exception {
    Files.writeString(
        folder.resolve("README.md"),
        "---\ntitle: T\nsummary: S\nminutes: 1\n---\n\n## One\n\n```type\nfork\n/ps\n```\n");
    type("/lesson " + folder + "\r");
    see("Enter: fork");
    type("\r");
    see("Enter: /ps");
    type("\r");
    see("ready for a line");
  }

  @Test
  void whatComesAfterALessonIsSaidOnce() throws Exception {
    Files.writeString(
        folder.resolve("README.md"),
        "---\ntitle: T\nsummary: S\nminutes: 1\n---\n\n## One\n\n```type\nfork\n```\n");
    type("/lesson " + folder + "\r");
    see("Enter: fork");
    type("/next\r/ps\r");
    see("PPID");
    assertThat(seen.toString(StandardCharsets.UTF_8).split("It was the last one", -1)).hasSize(2);
  }

  @Test
  void linesGoOnUntilTheyAreComplete() throws Exception {
    type("for (int i = 0; i < 2; i++) {\r");
    type("printf(\"round %d\\n\", i);\r");
    type("}\r");
    see("round 1");
  }

  @Test
  void controlCCancelsTheLine() throws Exception {
    type("int never = 1\u0003");
    see("❯");
    type("never\r");
    see("error");
  }

  @Test
  void controlCStopsWhatRuns() throws Exception {
    type("printf(\"beg%s\\n\", \"un\"); while (1);\r");
    see("  begun");
    type("\u0003");
    see("gave up its line");
    type("6 * 7\r");
    see("==> 42");
  }

  @Test
  void controlCStopsNothingThatComesLater() throws Exception {
    type("printf(\"beg%s\\n\", \"un\"); while (1);\r");
    see("  begun");
    type("\u0003");
    see("gave up its line");
    type("\u001b[200~int a = 6;\nint b = 7;\na * b;\n\u001b[201~\r");
    see("==> 42");
  }

  @Test
  void whatIsTypedGoesToWhoReads() throws Exception {
    type("char name[20]; scanf(\"%19s\", name)\r");
    see("P reads stdin ❯");
    type("Ann\r");
    see("\"Ann\"");
    type("getchar(), getchar()\r");
    see("P reads stdin ❯");
    type("/list\r");
    see("scanf");
    type("\u0003");
    see("gave up its line");
  }

  @Test
  void aSlipInACommandIsAnswered() throws Exception {
    type("/hlep\r");
    see("did you mean /help?");
    type("/tree\r");
    see("ready for a line");
  }

  @Test
  void theLastNoteIsExplained() throws Exception {
    type("/explain\r");
    see("nothing has been noted yet");
    type("if (fork() == 0) exit(3);\r");
    see("a zombie until P waits for it");
    type("/explain\r");
    see("the kernel keeps its pid");
    see("man 2 wait");
    type("/explain 11\r");
    see("SIGSEGV");
    type("/explain frok\r");
    see("do you mean: fork");
  }

  @Test
  void aThreadIsExplainedAsAProcessIs() throws Exception {
    type("void *rest(void *x) { for (;;) pause(); }\r");
    type("pthread_t t; pthread_create(&t, NULL, rest, NULL)\r");
    see("waits for a signal");
    type("/explain P/9\r");
    see("nothing is explained under P/9");
    type("/explain P/2\r");
    see("sleeping until something happens");
  }

  @Test
  void notesAreSwitchedAndTheLanguageChangesAtOnce() throws Exception {
    type("/set notes fork off\r");
    see("fork-refused");
    type("fork\r");
    see("P P.1 ❯");
    assertThat(seen.toString(StandardCharsets.UTF_8)).doesNotContain("the child got 0");
    type("/set notes all on\r");
    see("auto");
    type("/set lang zh\r");
    see("zh");
    type("@P.1 exit(3)\r");
    see("以状态 3 退出");
    type("nonsense\r");
    see("错误");
    type("/help\r");
    see("进一步解释");
  }

  @Test
  void aFileIsOpenedSavedAndRun() throws Exception {
    Path script = folder.resolve("a.fork");
    Files.writeString(
        script, "# greets\nint greet(void) {\n  return puts(\"hello\");\n}\ngreet()\n");
    type("/open " + script + "\r");
    see("hello");
    Path saved = folder.resolve("saved.c");
    type("/save " + saved + "\r");
    see("lines");
    assertThat(saved).content().contains("greet()", "int main(void)");
    type("/run " + saved + "\r");
    see("back at the prompt");
  }

  @Test
  void garbageIsRefused() throws Exception {
    Path file = folder.resolve("garbage");
    Files.write(file, new byte[] {1, 0, 2, (byte) 0xff});
    type("/open " + file + "\r");
    see("not a text");
    type("/open " + folder.resolve("none") + "\r");
    see("there is no such file");
    type("\u00a7\u00a7 ]]] 12abc\r");
    see("error");
  }

  @Test
  void aThousandLinesArePastedAtOnce() throws Exception {
    StringBuilder paste = new StringBuilder("\u001b[200~int sum = 0;\n");
    for (int i = 0; i < 1000; i++) {
      paste.append("sum += 1;\n");
    }
    type("/set feedback silent\r");
    see("silent");
    type(paste + "\u001b[201~\r");
    see("sum ==> 1000");
  }

  @Test
  void aDamagedLineIsOfferedMendedAndEnterTakesIt() throws Exception {
    type("printf（“mended/n”）；\r");
    see("Enter takes it mended");
    see("[Enter:");
    type("\r");
    see("mended");
    see("❯");
    assertThat(seen.toString(StandardCharsets.UTF_8)).doesNotContain("error");
  }

  @Test
  void aFullWidthAddressIsAnAddress() throws Exception {
    type("fork\r");
    see("P P.1 ❯");
    type("＠P.1 exit\r");
    see("P ❯");
  }

  @Test
  void mainIsFilledIn() throws Exception {
    type("int main(int argc, char *argv[]) { return argc * 10 + (argv[argc] == NULL); }\r");
    see("Enter calls it here");
    type("main()\r");
    see("==> 11");
  }

  /** The listings of the articles as a terminal hands them over that marks what is pasted. */
  @ParameterizedTest
  @ValueSource(strings = {"b2", "b3", "b4", "b6"})
  void aPastedListingRunsInOneRound(String listing) throws Exception {
    String text = Files.readString(Path.of("src/test/resources/damaged", listing + ".c"));
    type("\u001b[200~" + text.strip() + "\u001b[201~\r");
    see("Enter takes it mended");
    assertThat(seen.toString(StandardCharsets.UTF_8).split("places: ")).hasSize(2);
    see("[Enter:");
    type("\r");
    see("Enter calls it here");
    see("[Enter:");
    type("\r");
    see("$1 ==>");
  }

  @Test
  void ofManyProcessesOneStandsForAll() throws Exception {
    type("for (int i = 0; i < 30; i++) if (fork() == 0) break;\r");
    see("P +30 ❯");
    type("/ps\r");
    see("29 more like it, up to P.30");
    assertThat(seen.toString(StandardCharsets.UTF_8)).doesNotContain("P.17");
    type("/ps all\r");
    see("P.17");
    type("/tree\r");
    see("P.1 … P.30");
  }

  @Test
  void promptKeepsUpWithWhoIsForkedMeanwhile() throws Exception {
    type("for (int i = 0; i < 12; i++) { usleep(200000); if (fork() == 0) break; }\r");
    see("P +12 ❯");
  }

  @Test
  void controlDLeavesAndNoProcessIsLeft() throws Exception {
    type("fork; fork\r");
    see("P P.1 P.1.1 P.2 ❯");
    type("\u0004");
    loop.join(10_000);
    assertThat(session.alive()).isEmpty();
  }
}
