package org.forkshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.forkshell.execution.Environment;
import org.forkshell.execution.LabException;
import org.forkshell.lesson.LessonReader;
import org.forkshell.process.MonotonicClock;
import org.forkshell.prompt.KeyTypist;
import org.forkshell.prompt.TimedTypist;
import org.forkshell.shell.Problem;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.Settings;
import org.forkshell.source.Diagnostic;
import org.forkshell.terminal.Descriptor;
import org.forkshell.terminal.Keys;
import org.forkshell.terminal.Painter;
import org.forkshell.terminal.Typewriter;
import org.forkshell.terminal.UserLocale;
import org.forkshell.tutor.LessonSession;
import org.forkshell.tutor.Replay;
import org.forkshell.view.Asciicast;
import org.forkshell.view.EventJson;
import org.forkshell.view.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class ReplaySubcommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final int WIDTH = 80;
  private static final int HEIGHT = 30;

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

  @Mixin private final NarrationOptions telling = new NarrationOptions();

  @Option(names = "--transcript", descriptionKey = "transcript", paramLabel = "FILE")
  private @Nullable Path transcript;

  @Option(names = "--cast", descriptionKey = "replayCast", paramLabel = "FILE")
  private @Nullable Path cast;

  @Option(names = "--events", descriptionKey = "events", paramLabel = "FILE")
  private @Nullable Path events;

  @Option(names = "--keys", descriptionKey = "keys")
  private boolean keys;

  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name")
  private String name = "";

  private final ForkShell shell;

  ReplaySubcommand(ForkShell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintStream err = Streams.error();
    Settings settings = telling.settings(shell.telling());
    Locale language = settings.language();
    Messages words = new Messages(LessonSession.class, "Lessons", language);
    Optional<Path> folder = LessonSession.here().catalog().find(name);
    if (folder.isEmpty()) {
      err.println("forkshell: " + words.get("lesson.unknown", name));
      return UNUSABLE;
    }
    if (!(speed > 0) || (keys && !Descriptor.INPUT.isTerminal())) {
      err.println("forkshell: " + words.get(!(speed > 0) ? "replay.speed" : "replay.keys"));
      return UNUSABLE;
    }
    LessonReader.Reading reading = LessonReader.read(folder.get(), language);
    for (Diagnostic diagnostic : reading.diagnostics()) {
      err.println(diagnostic.render(language));
    }
    if (!reading.diagnostics().isEmpty()) {
      return UNUSABLE;
    }
    try {
      List<String> failures = play(reading, settings);
      for (String failure : failures) {
        err.println("forkshell: " + failure);
      }
      return failures.isEmpty() ? 0 : 1;
    } catch (LiveFile.UnwritableException e) {
      err.println("forkshell: " + e.getMessage());
      return UNUSABLE;
    } catch (LabException e) {
      err.println("forkshell: " + Problem.ofLab(settings.words(), e));
      return UNUSABLE;
    }
  }

  private List<String> play(LessonReader.Reading reading, Settings settings)
      throws IOException, InterruptedException {
    MonotonicClock clock = shell.clock();
    @Nullable Keys pressed = keys ? Keys.open(Streams.encoding(), clock) : null;
    int width = pressed == null ? columns() : pressed.width();
    Painter painter = painter(settings);
    Typewriter typewriter = new Typewriter(width, painter.isUnicode());
    PrintStream out = Streams.output();
    @Nullable KeyTypist instructor = pressed == null ? null : new KeyTypist(typewriter, pressed);
    Replay.Typist typist =
        instructor == null ? new TimedTypist(typewriter, pace(), clock) : instructor;
    // The files are opened first: what cannot be written is said before the play, not after it.
    try (LiveFile copy = LiveFile.open(transcript, settings.words(), clock);
        LiveFile recording = LiveFile.open(cast, settings.words(), clock);
        LiveFile happened = LiveFile.open(events, settings.words(), clock);
        PromptSession session = shell.session(settings, typewriter, Replay.GRACE)) {
      typewriter.add(new Painter(0, true), copy::add);
      recording.add(Asciicast.header(reading.lesson().title(), width, HEIGHT));
      long start = clock.nanos();
      typewriter.add(
          new Painter(256, true),
          text -> recording.add(Asciicast.output(clock.nanos() - start, text)));
      // After the files: they have what was shown when Ctrl-C ends it.
      typewriter.add(
          painter,
          text -> {
            out.print(text);
            out.flush();
          });
      EventJson json = new EventJson(calls -> 0);
      session.listen((event, family) -> happened.add(json.line(event, family) + "\n"));
      if (instructor != null) {
        instructor.control(session);
      }
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
}
