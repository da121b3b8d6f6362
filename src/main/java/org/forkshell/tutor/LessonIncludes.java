package org.forkshell.tutor;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.forkshell.language.Includes;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.LessonFolder;
import org.forkshell.shell.FileIncludes;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/** {@code #include "name"} in a program of a lesson: the lesson's files, and no others. */
public final class LessonIncludes implements Includes {
  private final Path path;
  private final LessonFolder folder;

  public LessonIncludes(Lesson lesson) {
    this.path = lesson.folder();
    this.folder = new LessonFolder(lesson.folder());
  }

  @Override
  public boolean isBarred(SourceText from, String name) {
    try {
      return !folder.mayBeIncluded(place(from, name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  @Override
  public @Nullable SourceText find(SourceText from, String name) {
    try {
      return FileIncludes.read(place(from, name));
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /**
   * A lesson's program is named as the lesson names it: its name leads into the current directory.
   */
  private Path place(SourceText from, String name) {
    Path beside = Path.of(from.name()).resolveSibling(name);
    return folder.encloses(beside) ? beside : path.resolve(name);
  }
}
