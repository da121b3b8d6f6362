package org.forkshell.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.forkshell.shell.StateFile;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The lines typed, kept in a file from one day to the next. Where the file cannot be read or
 * written, the lines of this session are still remembered, and nobody is bothered.
 */
final class PersistentHistory extends DefaultHistory {
  private boolean broken = true;

  /** Attaches to a reader, with the file if there can be one. */
  void open(LineReader reader) {
    Path file = StateFile.of("history");
    try {
      if (file != null && isUsable(file)) {
        reader.setVariable(LineReader.HISTORY_FILE, file);
        broken = false;
      }
    } catch (IOException | RuntimeException unusable) {
      broken = true;
    }
    attach(reader);
  }

  private static boolean isUsable(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.exists(file)
        ? Files.isWritable(file) && Files.isRegularFile(file)
        : Files.isWritable(file.getParent());
  }

  @Override
  public void load() throws IOException {
    try {
      super.load();
    } catch (IOException | RuntimeException unreadable) {
      broken = true;
    }
  }

  @Override
  public void save() throws IOException {
    if (broken) {
      return;
    }
    try {
      super.save();
    } catch (IOException | RuntimeException unwritable) {
      // A full disk, say. It would be the same with the next line.
      broken = true;
    }
  }
}
