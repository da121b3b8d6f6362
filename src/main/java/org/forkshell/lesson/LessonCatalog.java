package org.forkshell.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of lessons. */
public final class LessonCatalog {
  private final Path folder;

  public LessonCatalog(Path folder) {
    this.folder = folder;
  }

  /**
   * The lessons' folders, in their order; empty where there is no such catalog and where {@link
   * #problem} says why it cannot be read.
   */
  public List<Path> lessons() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> isLesson(entry) || isLocked(entry)).sorted().toList();
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
  }

  /** Why the folder, though there is something of its name, cannot be read; null where it can. */
  public @Nullable IOException problem() {
    try (Stream<Path> entries = Files.list(folder)) {
      long ignored = entries.count();
      return null;
    } catch (NoSuchFileException | NotDirectoryException none) {
      return null;
    } catch (UncheckedIOException e) {
      return e.getCause();
    } catch (IOException e) {
      return e;
    }
  }

  /** Whether a folder holds a lesson, readable or not. */
  public static boolean isLesson(Path folder) {
    return isThere(LessonReader.file(folder, Locale.ENGLISH))
        || isThere(LessonReader.file(folder, Locale.CHINESE));
  }

  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether nobody may look into a folder: a lesson in it is told of, not left out in silence. */
  private static boolean isLocked(Path folder) {
    return Files.isDirectory(folder) && !Files.isExecutable(folder);
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
