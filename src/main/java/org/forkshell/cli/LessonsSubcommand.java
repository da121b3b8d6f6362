package org.forkshell.cli;

import java.util.concurrent.Callable;
import org.forkshell.shell.Settings;
import org.forkshell.tutor.LessonSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code forkshell lessons}: what there is to learn. */
@Command(
    name = "lessons",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.forkshell.cli.Usage",
    descriptionHeading = "%n",
    optionListHeading = "%n")
final class LessonsSubcommand implements Callable<Integer> {
  @Mixin private final NarrationOptions telling = new NarrationOptions();

  private final ForkShell shell;

  LessonsSubcommand(ForkShell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Settings settings = telling.settings(shell.telling());
    Streams.screen(Streams.output(), settings)
        .print(LessonSession.here().contents(settings, "lessons.how.shell"));
    return 0;
  }
}
