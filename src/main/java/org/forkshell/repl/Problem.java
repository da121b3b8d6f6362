package org.forkshell.repl;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.forkshell.execution.LabException;
import org.forkshell.execution.UnendedProcess;
import org.forkshell.view.Messages;
import org.forkshell.wire.Hazard;

/** Why the world outside did not do what it was asked for, in the learner's words. */
public final class Problem {
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
    return switch (why.reason()) {
      case ENDED -> words.get("lab.ended");
      case SYSTEM, UNSAFE -> words.get("lab.system", String.valueOf(why.getMessage()));
    };
  }
}
