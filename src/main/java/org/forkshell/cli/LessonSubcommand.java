package org.forkshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.forkshell.lesson.LessonCatalog;
import org.forkshell.shell.Problem;
import org.forkshell.shell.Settings;
import org.forkshell.terminal.Descriptor;
import org.forkshell.tutor.LessonSession;
import org.forkshell.view.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forkshell lesson [NAME]}, and {@code lesson --check [PATH…]}. */
@Command(
    name = "lesson",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.forkshell.cli.Usage",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%n")
final class LessonSubcommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Option(names = "--check", descriptionKey = "check")
  private boolean check;

  @Option(names = "--runs", descriptionKey = "runs", defaultValue = "100", paramLabel = "N")
  private int runs;

  @Parameters(index = "0..*", arity = "0..*", paramLabel = "NAME", descriptionKey = "name")
  private List<String> names = List.of();

  @Mixin private final NarrationOptions telling = new NarrationOptions();

  private final ForkShell shell;
  private final LabStart lab;

  LessonSubcommand(ForkShell shell, LabStart lab) {
    this.shell = shell;
    this.lab = lab;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (check) {
      return check();
    }
    String name = names.isEmpty() ? "" : names.get(0);
    PrintStream err = Streams.error();
    Settings settings = telling.settings(shell.telling());
    Messages words = words(settings);
    if (!name.isEmpty() && LessonSession.here().catalog().find(name).isEmpty()) {
      err.println("forkshell: " + words.get("lesson.unknown", name));
      return UNUSABLE;
    }
    if (!Descriptor.INPUT.isTerminal()) {
      err.println("forkshell: " + words.get("lesson.unattended", name));
      return UNUSABLE;
    }
    return shell.prompt(name, settings);
  }

  private static Messages words(Settings settings) {
    return new Messages(LessonSession.class, "Lessons", settings.language());
  }

  private int check() throws IOException, InterruptedException {
    LessonCatalog catalog = LessonSession.here().catalog();
    List<Path> folders = new ArrayList<>(names.isEmpty() ? catalog.lessons() : List.of());
    for (String name : names) {
      Optional<Path> found = catalog.find(name);
      Path path = Path.of(name);
      if (found.isPresent()) {
        folders.add(found.get());
      } else if (!new LessonCatalog(path).lessons().isEmpty()) {
        folders.addAll(new LessonCatalog(path).lessons());
      } else if (LessonCatalog.isLesson(path)) {
        folders.add(path);
      } else {
        Settings settings = telling.settings(shell.telling());
        IOException problem = new LessonCatalog(path).problem();
        Streams.error()
            .println(
                "forkshell: "
                    + (problem == null
                        ? words(settings).get("lesson.unknown", name)
                        : Problem.ofFile(settings.words(), path, name, problem)));
        return UNUSABLE;
      }
    }
    return new LessonCheck(lab, runs, Streams.output()).check(folders) ? 0 : 1;
  }
}
