package org.forkshell.repl;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in the learner's words. */
final class FileProblem {
  private FileProblem() {}

  static String sentence(Settings settings, String name, IOException why) {
    if (why instanceof NoSuchFileException) {
      return settings.words().get("file.none", name);
    }
    if (why instanceof AccessDeniedException) {
      return settings.words().get("file.denied", name);
    }
    String reason =
        why instanceof FileSystemException system ? system.getReason() : why.getMessage();
    return settings.words().get("file.failed", name, reason == null ? why.toString() : reason);
  }
}
