package org.forkshell.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.forkshell.execution.Inheritance;
import org.forkshell.execution.Lab.Input;
import org.forkshell.process.SystemClock;
import org.forkshell.source.Visible;
import picocli.CommandLine;

/** Starts ForkShell. */
public final class Main {
  private Main() {}

  /**
   * Runs the command line {@code args} and exits with its status, or with {@link
   * UnexpectedFailure#STATUS} where something happened that nobody foresaw.
   */
  public static void main(String[] args) throws Exception {
    silenceLog();
    if (args.length == 1 && args[0].equals("--warm-up")) {
      ArchiveWarmUp.run();
      return;
    }
    UnexpectedFailure mishap = new UnexpectedFailure(args);
    Thread.setDefaultUncaughtExceptionHandler(mishap);
    int status;
    try {
      status = run(args, mishap);
    } catch (IOException | InterruptedException | RuntimeException | Error why) {
      status = mishap.tell(why);
    }
    System.exit(status);
  }

  /**
   * JLine logs with a stack trace what it then does without, as infocmp(1) for a terminal that it
   * does not know. Without handlers nobody writes that on the learner's screen. It must be said
   * before any other thread makes a logger.
   */
  private static void silenceLog() {
    String configuration = "java.util.logging.config.file";
    if (System.getProperty(configuration) == null) {
      System.setProperty(configuration, "/dev/null");
    }
  }

  /** Runs a command line to its end and returns its status. */
  static int run(String[] args, UnexpectedFailure mishap) throws IOException, InterruptedException {
    // The frozen JVM takes longest to start: it is on its way before the options are read.
    LabStart lab = new LabStart(Inheritance.ofLauncher(), new SystemClock());
    if (args.length > 0 && args[0].equals("run")) {
      lab.begin(Input.INHERITED);
    }
    try {
      if (args.length == 0) {
        return new ForkShell(lab).call();
      }
      // For the option parser's own messages, which follow the JVM's locale.
      Locale.setDefault(NarrationOptions.language(args));
      ForkShell shell = new ForkShell(lab);
      CommandLine line =
          new CommandLine(shell)
              .addSubcommand(new RunSubcommand(lab))
              .addSubcommand(new LessonsSubcommand(shell))
              .addSubcommand(new LessonSubcommand(shell, lab))
              .addSubcommand(new ReplaySubcommand(shell))
              .setOut(Streams.writer(Streams.output()))
              .setErr(Streams.writer(Streams.error()))
              // What stands after a program's name is the program's.
              .setStopAtPositional(true)
              .setExpandAtFiles(false)
              .setCaseInsensitiveEnumValuesAllowed(true)
              .setParameterExceptionHandler(Main::misused)
              .setExecutionExceptionHandler(mishap::ofCommand);
      for (CommandLine other : line.getSubcommands().values()) {
        other.setStopAtPositional(other.getCommandName().equals("run"));
      }
      return line.execute(args);
    } finally {
      lab.close();
    }
  }

  private static int misused(CommandLine.ParameterException mistake, String[] arguments) {
    PrintWriter err = mistake.getCommandLine().getErr();
    err.println(Visible.of(String.valueOf(mistake.getMessage())));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err)) {
      mistake.getCommandLine().usage(err);
    }
    return CommandLine.ExitCode.USAGE;
  }
}
