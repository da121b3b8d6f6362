package org.forkshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.forkshell.lesson.LessonReader;
import org.forkshell.repl.KeyTypist;
import org.forkshell.repl.Lectern;
import org.forkshell.repl.PromptSession;
import org.forkshell.repl.Replay;
import org.forkshell.repl.Settings;
import org.forkshell.repl.TimedTypist;
import org.forkshell.session.Environment;
import org.forkshell.source.Diagnostic;
import org.forkshell.terminal.Descriptor;
import org.forkshell.terminal.Keys;
import org.forkshell.terminal.Painter;
import org.forkshell.terminal.Typewriter;
import org.forkshell.terminal.UserLocale;
import org.forkshell.view.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forkshell replay NAME}: plays a lesson by itself. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.forkshell.cli.Usage",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%n")
final class ReplayCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final int WIDTH = 80;

  @Option(names = "--speed", descriptionKey = "speed", defaultValue = "1", paramLabel = "N")
  private double speed;

  @Option(names = "--no-typing", descriptionKey = "noTyping")
  private boolean noTyping;

  @Option(
      names = "--max-pause",
      descriptionKey = "maxPause",
      defaultValue = "8",
      paramLabel = "SECONDS")
  private double maxPause;

  @Option(names = "--lang", descriptionKey = "lang", paramLabel = "en|zh")
  private @Nullable String lang;

  @Option(names = "--transcript", descriptionKey = "transcript", paramLabel = "FILE")
  private @Nullable Path transcript;

  @Option(names = "--keys", descriptionKey = "keys")
  private boolean keys;

  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name")
  private String name = "";

  private final ForkShell shell;

  ReplayCommand(ForkShell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintStream err = Streams.error();
    Locale language =
        lang == null
            ? UserLocale.language(Environment.map())
            : lang.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    Settings settings = new Settings(language);
    Words words = new Words(Settings.class, "Lessons", language);
    Optional<Path> folder = Lectern.here().shelf().find(name);
    if (folder.isEmpty()) {
      err.println("forkshell: " + words.get("lesson.unknown", name));
      return UNUSABLE;
    }
    if (speed <= 0 || (keys && !Descriptor.INPUT.isTerminal())) {
      err.println("forkshell: " + words.get(speed <= 0 ? "replay.speed" : "replay.keys"));
      return UNUSABLE;
    }
    LessonReader.Reading reading = LessonReader.read(folder.get(), language);
    for (Diagnostic diagnostic : reading.diagnostics()) {
      err.println(diagnostic.render(language));
    }
    if (!reading.diagnostics().isEmpty()) {
      return UNUSABLE;
    }
    List<String> failures = play(reading, settings);
    for (String failure : failures) {
      err.println("forkshell: " + failure);
    }
    return failures.isEmpty() ? 0 : 1;
  }

  private List<String> play(LessonReader.Reading reading, Settings settings)
      throws IOException, InterruptedException {
    @Nullable Keys pressed = keys ? Keys.open(Streams.encoding()) : null;
    int width = pressed == null ? columns() : pressed.width();
    Typewriter typewriter = new Typewriter(width, painter(settings));
    PrintStream out = Streams.output();
    typewriter.add(
        text -> {
          out.print(text);
          out.flush();
        });
    Replay.Typist typist =
        pressed == null ? new TimedTypist(typewriter, pace()) : new KeyTypist(typewriter, pressed);
    try (PrintWriter copy =
            transcript == null
                ? new PrintWriter(java.io.Writer.nullWriter())
                : new PrintWriter(Files.newBufferedWriter(transcript));
        PromptSession session = shell.session(settings, typewriter, Replay.GRACE)) {
      typewriter.add(text -> copy.print(withoutEscapes(text)));
      return Replay.run(session, reading.lesson(), typist);
    } finally {
      if (pressed != null) {
        pressed.close();
      }
    }
  }

  private TimedTypist.Pace pace() {
    return new TimedTypist.Pace(
        speed, !noTyping, Duration.ofMillis((long) (Math.max(0, maxPause) * 1000)));
  }

  private static int columns() {
    String columns = System.getenv().getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : WIDTH;
  }

  private static Painter painter(Settings settings) {
    boolean noColor = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    String type = System.getenv().getOrDefault("TERM", "");
    boolean unicode = UserLocale.charset(Environment.map()).newEncoder().canEncode('❯');
    return Painter.of(settings.color(), Descriptor.OUTPUT.isTerminal(), type, noColor, unicode);
  }

  private static String withoutEscapes(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }
}
