package org.forkshell.lesson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a learner has come in each lesson, kept in a file: a line a lesson, its name and the
 * number of the step to go on with, or {@code done}. A file that is not of this form is set aside,
 * one that cannot be written is done without.
 */
public final class Progress {
  private static final String FIRST_LINE = "# forkshell progress";
  private static final String DONE = "done";

  private final @Nullable Path file;
  private final Map<String, String> places = new TreeMap<>();

  /**
   * @param file where it is kept, null for nowhere
   */
  public Progress(@Nullable Path file) {
    this.file = file;
    read();
  }

  private void read() {
    if (file == null || !Files.exists(file)) {
      return;
    }
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] words = line.strip().split("\t");
        boolean place = words.length == 2 && words[1].matches("[0-9]{1,4}|" + DONE);
        if (place) {
          places.put(words[0], words[1]);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          throw new IOException("no place in a lesson: " + line);
        }
      }
    } catch (IOException corrupt) {
      places.clear();
      setAside();
    }
  }

  private void setAside() {
    if (file == null) {
      return;
    }
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".unreadable"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException stays) {
      // It will be written over, if that is possible.
    }
  }

  /** The step to go on with, counted from 0; 0 as well for a lesson that is done. */
  public int step(String lesson) {
    String place = places.getOrDefault(lesson, "0");
    return place.equals(DONE) ? 0 : Integer.parseInt(place);
  }

  public boolean isDone(String lesson) {
    return DONE.equals(places.get(lesson));
  }

  /** Remembers the step to go on with. A lesson that was done once stays so. */
  public void reached(String lesson, int step) {
    if (!isDone(lesson)) {
      places.put(lesson, Integer.toString(step));
      write();
    }
  }

  public void done(String lesson) {
    places.put(lesson, DONE);
    write();
  }

  private void write() {
    if (file == null) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(FIRST_LINE);
    places.forEach((lesson, place) -> lines.add(lesson + "\t" + place));
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      // Written beside and moved: who is killed now loses nothing.
      Path next = file.resolveSibling(file.getFileName() + ".new");
      Files.write(next, lines, StandardCharsets.UTF_8);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException unwritable) {
      // A full disk, a home that is not ours: the lesson goes on.
    }
  }
}
