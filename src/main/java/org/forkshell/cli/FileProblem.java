package org.forkshell.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong with a file, in words that a shell would use. */
final class FileProblem {
  private FileProblem() {}

  static String of(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return file + ": no such file";
    }
    if (e instanceof AccessDeniedException) {
      return file + ": permission denied";
    }
    if (Files.isDirectory(file)) {
      return file + ": is a directory";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
