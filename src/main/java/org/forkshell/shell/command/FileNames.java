package org.forkshell.shell.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a beginning of a name may become. */
final class FileNames {
  private static final int MOST = 500;

  private FileNames() {}

  static List<String> of(String beginning) {
    int slash = beginning.lastIndexOf('/');
    String folder = beginning.substring(0, slash + 1);
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(OpenCommand.path(folder.isEmpty() ? "." : folder))) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        boolean hidden = name.startsWith(".") && !beginning.substring(slash + 1).startsWith(".");
        if (!hidden && names.size() < MOST) {
          names.add(folder + name + (Files.isDirectory(file) ? "/" : ""));
        }
      }
    } catch (IOException | InvalidPathException nothingToOffer) {
      return List.of();
    }
    return names;
  }
}
