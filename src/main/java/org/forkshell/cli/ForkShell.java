package org.forkshell.cli;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.forkshell.execution.Environment;
import org.forkshell.execution.InterruptSignal;
import org.forkshell.execution.Lab.Input;
import org.forkshell.execution.LabException;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.Signal;
import org.forkshell.prompt.Prompt;
import org.forkshell.shell.CompilerStart;
import org.forkshell.shell.FileIncludes;
import org.forkshell.shell.Problem;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.Settings;
import org.forkshell.source.SourceBytes;
import org.forkshell.terminal.Console;
import org.forkshell.terminal.Descriptor;
import org.forkshell.terminal.UserLocale;
import org.forkshell.tutor.LessonSession;
import org.forkshell.view.Messages;
import org.forkshell.view.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forkshell} without a subcommand: the prompt, or a script. */
@Command(
    name = "forkshell",
    mixinStandardHelpOptions = true,
    version = "ForkShell 0.1",
    resourceBundle = "org.forkshell.cli.Usage",
    synopsisSubcommandLabel = "run FILE.c …")
final class ForkShell implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final int HUNG_UP = 128 + Signal.SIGHUP.number();

  @Option(names = "-c", descriptionKey = "lines", paramLabel = "LINES")
  private @Nullable String lines;

  @Parameters(index = "0", arity = "0..1", descriptionKey = "script", paramLabel = "FILE.fork")
  private @Nullable Path file;

  @Mixin private final NarrationOptions telling = new NarrationOptions();

  private final LabStart lab;

  ForkShell(LabStart lab) {
    this.lab = lab;
  }

  MonotonicClock clock() {
    return lab.clock();
  }

  /** Options that stand before a subcommand hold for it, too. */
  NarrationOptions telling() {
    return telling;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (lines != null && file != null) {
      Streams.error().println("forkshell: " + telling.settings(null).words().get("c.extra", file));
      return UNUSABLE;
    }
    if (lines != null) {
      return script(reader(new ByteArrayInputStream(SourceBytes.encode(lines))), "-c");
    }
    if (file != null) {
      return fileScript(file);
    }
    if (Descriptor.INPUT.isTerminal()) {
      return prompt(null, telling.settings(null));
    }
    return script(reader(System.in), "stdin");
  }

  private int fileScript(Path path) throws IOException, InterruptedException {
    if (Languages.isProgram(path.toString())) {
      Streams.error().println("forkshell: to run a C program: forkshell run " + path);
      return UNUSABLE;
    }
    try (BufferedReader script = reader(Files.newInputStream(path))) {
      return script(script, path.toString());
    } catch (IOException e) {
      Messages words = telling.settings(null).words();
      Streams.error().println("forkshell: " + Problem.ofFile(words, path, path.toString(), e));
      return UNUSABLE;
    }
  }

  /** A script's bytes, which the script makes text of, line by line. */
  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
  }

  private int script(BufferedReader script, String name) throws IOException, InterruptedException {
    Settings settings = telling.settings(null);
    Screen screen = Streams.screen(Streams.output(), settings);
    lab.keepSignals();
    try (PromptSession session = session(settings, screen, Script.GRACE)) {
      return Script.run(session, script, name, LessonSession.here().commands());
    } catch (LabException e) {
      Streams.error().println("forkshell: " + Problem.ofLab(settings.words(), e));
      return UNUSABLE;
    }
  }

  /**
   * The prompt.
   *
   * @param lesson the name of the one to begin with, empty for the one that is due, null for none
   */
  int prompt(@Nullable String lesson, Settings settings) throws IOException, InterruptedException {
    Charset charset = UserLocale.charset(Environment.map());
    boolean noColor = System.getenv("NO_COLOR") != null && !System.getenv("NO_COLOR").isEmpty();
    lab.begin(Input.PROMPT);
    InterruptSignal.hear();
    try (Console console = Console.open(charset, settings.color(), noColor, lab.clock());
        PromptSession session = session(settings, console, Prompt.GRACE);
        Prompt prompt = new Prompt(session, console, LessonSession.here(), lab.clock())) {
      console.onHangup(() -> System.exit(HUNG_UP));
      prompt.run(lesson);
    }
    return 0;
  }

  PromptSession session(Settings settings, Screen screen, Duration grace) {
    lab.begin(Input.PROMPT);
    CompilerStart compiler = new CompilerStart(Languages.c(), new FileIncludes(Path.of("")));
    return new PromptSession(
        () -> lab.get(Input.PROMPT), compiler, settings, screen, grace, lab.clock());
  }
}
