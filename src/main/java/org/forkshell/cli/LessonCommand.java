package org.forkshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.forkshell.lesson.Shelf;
import org.forkshell.repl.Lectern;
import org.forkshell.repl.Settings;
import org.forkshell.terminal.Descriptor;
import org.forkshell.view.Words;
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
final class LessonCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Option(names = "--check", descriptionKey = "check")
  private boolean check;

  @Option(names = "--runs", descriptionKey = "runs", defaultValue = "100", paramLabel = "N")
  private int runs;

  @Parameters(index = "0..*", arity = "0..*", paramLabel = "NAME", descriptionKey = "name")
  private List<String> names = List.of();

  @Mixin private final Telling telling = new Telling();

  private final ForkShell shell;
  private final LabStart lab;

  LessonCommand(ForkShell shell, LabStart lab) {
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
    Words words = words(settings);
    if (!name.isEmpty() && Lectern.here().shelf().find(name).isEmpty()) {
      err.println("forkshell: " + words.get("lesson.unknown", name));
      return UNUSABLE;
    }
    if (!Descriptor.INPUT.isTerminal()) {
      err.println("forkshell: " + words.get("lesson.unattended", name));
      return UNUSABLE;
    }
    return shell.prompt(name, settings);
  }

  private static Words words(Settings settings) {
    return new Words(Settings.class, "Lessons", settings.language());
  }

  private int check() throws IOException, InterruptedException {
    Shelf shelf = Lectern.here().shelf();
    List<Path> folders = new ArrayList<>(names.isEmpty() ? shelf.lessons() : List.of());
    for (String name : names) {
      Optional<Path> found = shelf.find(name);
      Path path = Path.of(name);
      if (found.isPresent()) {
        folders.add(found.get());
      } else if (!new Shelf(path).lessons().isEmpty()) {
        folders.addAll(new Shelf(path).lessons());
      } else if (Shelf.isLesson(path)) {
        folders.add(path);
      } else {
        Streams.error()
            .println(
                "forkshell: "
                    + words(telling.settings(shell.telling())).get("lesson.unknown", name));
        return UNUSABLE;
      }
    }
    return new LessonCheck(lab, runs, Streams.output()).check(folders) ? 0 : 1;
  }
}
