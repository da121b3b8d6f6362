package org.forkshell.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong with a file, in words that a shell would use. */
final class FileProblem {
  private FileProblem() {}

  static String of(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getFile() + ": " + system.getReason();
    }
    if (e instanceof FileSystemException system && Files.isDirectory(Path.of(system.getFile()))) {
      return system.getFile() + ": is a directory";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
