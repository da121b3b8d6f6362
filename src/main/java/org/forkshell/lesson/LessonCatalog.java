package org.forkshell.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of lessons. */
public final class LessonCatalog {
  private final Path folder;

  public LessonCatalog(Path folder) {
    this.folder = folder;
  }

  /** The lessons' folders, in their order; empty where there is no such catalog. */
  public List<Path> lessons() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(LessonCatalog::isLesson).sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** Whether a folder holds a lesson. */
  public static boolean isLesson(Path folder) {
    return Files.isRegularFile(LessonReader.file(folder, Locale.ENGLISH))
        || Files.isRegularFile(LessonReader.file(folder, Locale.CHINESE));
  }

  /**
   * The lesson that a learner means: by its number, by its name or a part of that, or by the path
   * of any folder.
   */
  public Optional<Path> find(String name) {
    List<Path> all = lessons();
    for (Path lesson : all) {
      if (name.equals(nameOf(lesson)) || number(lesson).equals(Optional.of(name))) {
        return Optional.of(lesson);
      }
    }
    try {
      Path path = Path.of(name);
      if (name.contains("/") || name.equals(".") || name.equals("..")) {
        return isLesson(path) ? Optional.of(path) : Optional.empty();
      }
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    List<Path> like =
        all.stream()
            .filter(lesson -> nameOf(lesson).contains(name.toLowerCase(Locale.ROOT)))
            .toList();
    return like.size() == 1 ? Optional.of(like.get(0)) : Optional.empty();
  }

  /** The lesson after one, in the order of the catalog. */
  public Optional<Path> after(Lesson lesson) {
    List<Path> all = lessons();
    for (int i = 0; i + 1 < all.size(); i++) {
      if (nameOf(all.get(i)).equals(lesson.name())) {
        return Optional.of(all.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** A lesson's name: its folder's. */
  public static String nameOf(Path lesson) {
    Path name = lesson.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  /** {@code 5} for {@code 05-the-missing-newline}. */
  public static Optional<String> number(Path lesson) {
    String digits = nameOf(lesson).replaceFirst("^0*([0-9]+)-.*$", "$1");
    return digits.matches("[0-9]+") ? Optional.of(digits) : Optional.empty();
  }
}
