package org.forkshell.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.forkshell.language.Includes;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/** {@code #include "name"}: beside the file that says so, else in a folder. */
public final class FileIncludes implements Includes {
  private final Path folder;

  public FileIncludes(Path folder) {
    this.folder = folder;
  }

  @Override
  public @Nullable SourceText find(SourceText from, String name) {
    try {
      Path beside = Path.of(from.name()).resolveSibling(name);
      return read(Files.isRegularFile(beside) ? beside : folder.resolve(name));
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The text of a regular file; null where there is none that can be read. */
  public static @Nullable SourceText read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? new SourceText(file.toString(), SourceBytes.decode(Files.readAllBytes(file)))
          : null;
    } catch (IOException e) {
      return null;
    }
  }
}
