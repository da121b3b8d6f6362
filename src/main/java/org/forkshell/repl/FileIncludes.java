package org.forkshell.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.forkshell.language.c.Includes;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.LessonFolder;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/** {@code #include "name"}: beside the file that says so, else in a folder. */
public final class FileIncludes implements Includes {
  private final Path folder;
  private final @Nullable LessonFolder lesson;

  public FileIncludes(Path folder) {
    this.folder = folder;
    this.lesson = null;
  }

  /** Finds the files of a lesson, and no others. */
  public FileIncludes(Lesson lesson) {
    this.folder = lesson.folder();
    this.lesson = new LessonFolder(lesson.folder());
  }

  @Override
  public boolean isBarred(SourceText from, String name) {
    try {
      return lesson != null && !lesson.mayBeIncluded(place(from, name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Path place(SourceText from, String name) {
    Path beside = Path.of(from.name()).resolveSibling(name);
    // A lesson's program is named as the lesson names it: its name leads into the current
    // directory.
    boolean found = lesson == null ? Files.isRegularFile(beside) : lesson.encloses(beside);
    return found ? beside : folder.resolve(name);
  }

  @Override
  public @Nullable SourceText find(SourceText from, String name) {
    try {
      Path file = place(from, name);
      return Files.isRegularFile(file)
          ? new SourceText(file.toString(), SourceBytes.decode(Files.readAllBytes(file)))
          : null;
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }
}
