package org.forkshell.tutor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.LessonCatalog;
import org.forkshell.lesson.LessonReader;
import org.forkshell.lesson.Progress;
import org.forkshell.shell.Problem;
import org.forkshell.shell.Settings;
import org.forkshell.shell.StateFile;
import org.forkshell.shell.command.Command;
import org.forkshell.shell.command.Context;
import org.forkshell.source.Diagnostic;
import org.forkshell.view.Messages;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.jspecify.annotations.Nullable;

/** Where lessons are given: their catalog, how far the learner is, and the one that is on. */
public final class LessonSession {
  private final LessonCatalog catalog;
  private final Path folder;
  private final Progress progress;
  private @Nullable Tutor tutor;
  private @Nullable Tutor tidied;

  /**
   * @param folder of the lessons that come with ForkShell
   */
  public LessonSession(Path folder, Progress progress) {
    this.folder = folder;
    this.catalog = new LessonCatalog(folder);
    this.progress = progress;
  }

  /** The lessons that come with ForkShell, and the learner's own progress. */
  public static LessonSession here() {
    return new LessonSession(home(), new Progress(StateFile.of("progress")));
  }

  /** The folder of the lessons that come with ForkShell; the launcher says where that is. */
  public static Path home() {
    return Path.of(System.getProperty("forkshell.home", ""), "lessons");
  }

  /** What can be typed about lessons. */
  public List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    commands.add(new LessonsCommand(this));
    commands.add(new LessonCommand(this));
    commands.addAll(TutorCommand.all(this));
    return commands;
  }

  public LessonCatalog catalog() {
    return catalog;
  }

  /** Who gives the lesson that is on, or null. */
  public @Nullable Tutor tutor() {
    Tutor now = tutor;
    if (now != null && now.need() == Tutor.Need.END) {
      tutor = null;
      return null;
    }
    return now;
  }

  /** The first lesson that has not been done, or the very first. */
  Optional<Path> due() {
    List<Path> all = catalog.lessons();
    for (Path lesson : all) {
      if (!progress.isDone(LessonCatalog.nameOf(lesson))) {
        return Optional.of(lesson);
      }
    }
    return all.stream().findFirst();
  }

  /**
   * Begins a lesson, or goes on where it was left.
   *
   * @param name a number, a name, a path; empty for the one that is due
   * @return whether there is such a lesson; if not, it has been said
   */
  public boolean begin(Context context, String name) throws IOException, InterruptedException {
    Messages words = words(context.settings());
    Optional<Path> found = name.isEmpty() ? due() : catalog.find(name);
    if (found.isEmpty()) {
      context
          .display()
          .error(name.isEmpty() ? none(context.settings()) : words.get("lesson.unknown", name));
      return false;
    }
    LessonReader.Reading reading = LessonReader.read(found.get(), context.settings().language());
    List<Diagnostic> mistakes = reading.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!mistakes.isEmpty()) {
      context.display().error(words.get("lesson.bad"));
      context.display().diagnostics(mistakes, true, context.settings().language());
      return false;
    }
    Tutor before = tutor;
    if (before != null) {
      before.close();
    }
    Lesson lesson = reading.lesson();
    Tutor now = new Tutor(lesson, context, progress);
    tutor = now;
    int step = Math.min(progress.step(lesson.name()), lesson.steps().size() - 1);
    if (step > 0) {
      context.display().say(Style.NOTE, words.get("lesson.resume"));
    }
    now.begin(Math.max(0, step));
    return true;
  }

  /** Ends the lesson that is on; its place is remembered. */
  void quit(Context context) {
    Tutor now = tutor();
    if (now != null) {
      now.close();
      tutor = null;
      context
          .display()
          .say(Style.NOTE, words(context.settings()).get("lesson.quit", shortName(now.lesson())));
    }
  }

  /** What is enough to call for a lesson again. */
  private static String shortName(Lesson lesson) {
    return LessonCatalog.number(lesson.folder()).orElse(lesson.name());
  }

  /** Says what comes after a lesson that has just ended. */
  public void tidy(Context context, Tutor ended) {
    if (!ended.isDone() || ended == tidied) {
      return;
    }
    tidied = ended;
    Messages words = words(context.settings());
    Optional<Path> next = catalog.after(ended.lesson());
    String text = words.get("end.last");
    if (next.isPresent()) {
      String name = LessonCatalog.number(next.get()).orElse(LessonCatalog.nameOf(next.get()));
      text = words.get("end.next", name, title(next.get(), context.settings()));
    }
    context.display().say(Style.NOTE, text);
  }

  /** Why there is no lesson. */
  private String none(Settings settings) {
    IOException problem = catalog.problem();
    return problem == null
        ? words(settings).get("lessons.none", folder)
        : Problem.ofFile(settings.words(), folder, folder.toString(), problem);
  }

  private static String title(Path lesson, Settings settings) {
    String title = LessonReader.read(lesson, settings.language()).lesson().title();
    return title.isEmpty() ? LessonCatalog.nameOf(lesson) : title;
  }

  private static Messages words(Settings settings) {
    return new Messages(LessonSession.class, "Lessons", settings.language());
  }

  /**
   * The lessons on the catalog, a line or two each.
   *
   * @param how which sentence says how to begin one
   */
  public List<Text> contents(Settings settings, String how) {
    Messages words = words(settings);
    List<Path> all = catalog.lessons();
    if (all.isEmpty()) {
      return List.of(Text.of(Style.MESSAGE, "  " + none(settings)));
    }
    List<Text> lines = new ArrayList<>();
    lines.add(Text.of(Style.HEADING, "  " + words.get("lessons.head")));
    for (Path path : all) {
      lines.addAll(entry(path, settings, words));
    }
    lines.add(Text.of(Style.NOTE, "  " + words.get(how)));
    return lines;
  }

  /** A lesson that cannot be given, and why. */
  private static List<Text> refused(Path path, List<Diagnostic> mistakes, Locale language) {
    List<Text> lines = new ArrayList<>();
    lines.add(Text.of(Style.ERROR, "   " + LessonCatalog.nameOf(path)));
    for (Diagnostic mistake : mistakes) {
      mistake
          .render(language)
          .lines()
          .forEach(line -> lines.add(Text.of(Style.ERROR, "      " + line)));
    }
    return lines;
  }

  private List<Text> entry(Path path, Settings settings, Messages words) {
    LessonReader.Reading reading = LessonReader.read(path, settings.language());
    if (!reading.diagnostics().isEmpty()) {
      return refused(path, reading.diagnostics(), settings.language());
    }
    Lesson lesson = reading.lesson();
    String number = LessonCatalog.number(path).orElse("");
    String place =
        progress.isDone(lesson.name())
            ? "✓ " + words.get("lessons.done")
            : progress.step(lesson.name()) > 0
                ? words.get("lessons.at", progress.step(lesson.name()) + 1)
                : "";
    return List.of(
        Text.of(Style.CODE, " ".repeat(Math.max(1, 4 - number.length())) + number + "  ")
            .and(Style.STRONG, lesson.title())
            .and(Style.NOTE, "  " + words.get("minutes", lesson.minutes()))
            .and(Style.ENDED, place.isEmpty() ? "" : "  " + place),
        Text.of(Style.MESSAGE, "      " + lesson.summary()));
  }
}
