package org.forkshell.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.forkshell.execution.LabException;
import org.forkshell.execution.ProcessRoom;
import org.forkshell.execution.UnendedProcess;
import org.forkshell.source.Visible;
import org.forkshell.view.Messages;
import org.forkshell.wire.Hazard;

/** Why the world outside did not do what it was asked for, in the learner's words. */
public final class Problem {
  private static final int THREADS_OF_A_JVM = 24;

  private Problem() {}

  /**
   * What went wrong with a file.
   *
   * @param words the prompt's
   * @param name as it was given
   */
  public static String ofFile(Messages words, Path file, String name, IOException why) {
    if (why instanceof LabException lab) {
      return ofLab(words, lab);
    }
    if (why instanceof NoSuchFileException) {
      return words.get("file.none", name);
    }
    if (why instanceof AccessDeniedException) {
      return words.get("file.denied", name);
    }
    if (Files.isDirectory(file)) {
      return words.get("file.directory", name);
    }
    String reason =
        why instanceof FileSystemException system ? system.getReason() : why.getMessage();
    return words.get("file.failed", name, reason == null ? why.toString() : reason);
  }

  /** What went wrong with a file that was to be written. */
  public static String ofWriting(Messages words, Path file, String name, IOException why) {
    Path folder = file.toAbsolutePath().getParent();
    return why instanceof NoSuchFileException && folder != null && !Files.exists(folder)
        ? words.get("file.folder", name, folder)
        : ofFile(words, file, name, why);
  }

  /** What went wrong with a file that nobody named, one of our own. */
  public static String ofTemporary(Messages words, IOException why) {
    return ResourceShortage.of(why) == null
            && why instanceof FileSystemException file
            && file.getFile() != null
        ? ofWriting(words, Path.of(file.getFile()), file.getFile(), why)
        : reason(words, why);
  }

  /** Who goes on though it was to be ended. */
  public static String ofUnended(Messages words, UnendedProcess process) {
    boolean own = process.user().equals(System.getProperty("user.name"));
    return words.get(
        own ? "session.unended" : "session.unendedForeign",
        process.pid(),
        process.name(),
        process.user());
  }

  /** Why no process can be forked. */
  public static String ofLab(Messages words, LabException why) {
    Hazard hazard = why.hazard();
    if (hazard != null) {
      return words.get("lab.unsafe", words.get("lab.unsafe." + hazard));
    }
    ProcessRoom room = why.room();
    if (room != null && !room.has(THREADS_OF_A_JVM)) {
      return words.get("lab.crowded", room.limit(), room.used());
    }
    return why.reason() == LabException.Reason.ENDED
        ? words.get("lab.ended")
        : words.get("lab.system", reason(words, why));
  }

  /**
   * What nobody foresaw, in one line: what ran out, or else a mistake of ForkShell's own with the
   * place where it happened, which is what a report of it needs.
   */
  public static String ofMishap(Messages words, Throwable why) {
    if (why instanceof LabException lab) {
      return ofLab(words, lab);
    }
    Throwable cause = why.getCause();
    if (why instanceof CompletionException && cause != null) {
      return ofMishap(words, cause);
    }
    return ResourceShortage.of(why) == null
        ? words.get("mishap", described(why))
        : words.get("mishap.shortage", reason(words, why));
  }

  /** The same, of what a session at the prompt survives. */
  public static String ofBug(Messages words, Throwable why) {
    return ResourceShortage.of(why) == null
        ? words.get("bug", described(why))
        : ofMishap(words, why);
  }

  private static String reason(Messages words, Throwable why) {
    ResourceShortage shortage = ResourceShortage.of(why);
    Throwable first = why;
    while (shortage != null && !ResourceShortage.isItself(first) && first.getCause() != null) {
      first = first.getCause();
    }
    String told = first.getMessage();
    String message = firstLine(told == null ? first.toString() : told);
    return shortage == null ? message : words.get("shortage." + shortage, message);
  }

  private static String described(Throwable why) {
    Throwable first = why;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String place = "";
    for (StackTraceElement frame : first.getStackTrace()) {
      if (frame.getClassName().startsWith("org.forkshell.")) {
        place = " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
        break;
      }
    }
    return firstLine(first.toString()) + place;
  }

  /** jffi puts the stack trace of what went wrong before into its message. */
  private static String firstLine(String message) {
    return Visible.of(message.lines().findFirst().orElse(""));
  }
}
