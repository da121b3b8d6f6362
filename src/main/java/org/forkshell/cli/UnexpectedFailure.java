package org.forkshell.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.forkshell.execution.LabException;
import org.forkshell.shell.Problem;
import org.forkshell.shell.Settings;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;

/**
 * What nobody foresaw: it is told in one line and ends this process, in whichever thread it
 * happened. No learner sees a stack trace.
 */
final class UnexpectedFailure implements Thread.UncaughtExceptionHandler {
  /** EX_SOFTWARE of sysexits.h; the README says so. */
  static final int STATUS = 70;

  private static final int UNUSABLE = 2;

  private final String[] arguments;

  /**
   * @param arguments of the command line, which may say in which language
   */
  UnexpectedFailure(String[] arguments) {
    this.arguments = arguments.clone();
  }

  /** Tells it and returns the status to exit with. */
  int tell(Throwable why) {
    PrintStream err = Streams.error();
    err.println("forkshell: " + sentence(why));
    return why instanceof LabException ? UNUSABLE : STATUS;
  }

  private String sentence(Throwable why) {
    try {
      Locale language = NarrationOptions.language(arguments);
      return Problem.ofMishap(new Settings(language).words(), why);
    } catch (RuntimeException | Error again) {
      // Not even the words can be read: there may be no memory, or no descriptor, left for it.
      return String.valueOf(why).lines().findFirst().orElse("") + ": cannot go on";
    }
  }

  /** What a command did not catch. */
  int ofCommand(Exception why, CommandLine command, ParseResult parsed) {
    Throwable cause = why.getCause();
    return tell(why instanceof ExecutionException && cause != null ? cause : why);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable why) {
    int status = STATUS;
    try {
      status = tell(why);
      // The terminal is given back on the way; the zygote sees the end of its console and ends all
      // programs.
      System.exit(status);
    } finally {
      // That needs threads and memory, which may be what there is none of.
      Runtime.getRuntime().halt(status);
    }
  }
}
