package org.forkshell.cli;

import java.util.concurrent.Callable;
import org.forkshell.repl.Lectern;
import org.forkshell.repl.Settings;
import org.forkshell.session.Environment;
import org.forkshell.terminal.UserLocale;
import picocli.CommandLine.Command;

/** {@code forkshell lessons}: what there is to learn. */
@Command(
    name = "lessons",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.forkshell.cli.Usage",
    descriptionHeading = "%n",
    optionListHeading = "%n")
final class LessonsCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Settings settings = new Settings(UserLocale.language(Environment.map()));
    Streams.screen(Streams.output(), settings)
        .print(Lectern.here().contents(settings, "lessons.how.shell"));
    return 0;
  }
}
