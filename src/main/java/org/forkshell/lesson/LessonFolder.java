package org.forkshell.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The files of a lesson, which may come from anybody: only regular files of a bounded size that lie
 * in the lesson's folder are read. Reading another could wait for ever (a FIFO), never end ({@code
 * /dev/zero}) or show the learner's own files.
 */
public final class LessonFolder {
  /** The most bytes that a file of a lesson may have. */
  static final int MOST_BYTES = 1 << 20;

  private final Path folder;

  public LessonFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Why a file must not be read. It is not opened to find that out.
   *
   * @param name relative to the folder, as the lesson names it
   * @param place where the lesson names it
   * @return null where it may be read, and where there is no such file in the folder
   */
  public @Nullable Diagnostic refusal(String name, Span place) {
    try {
      return refusal(Path.of(name), place);
    } catch (InvalidPathException e) {
      return Diagnostic.error(place, "lesson.file.unreadable", name, e.getReason());
    }
  }

  private @Nullable Diagnostic refusal(Path name, Span place) {
    Path inner = name.normalize();
    if (name.isAbsolute() || inner.startsWith("..")) {
      return Diagnostic.error(place, "lesson.file.outside", name);
    }
    Path file = folder.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    try {
      if (!lies(file)) {
        return Diagnostic.error(place, "lesson.file.outside", name);
      }
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (!found.isRegularFile()) {
        return Diagnostic.error(place, "lesson.file.irregular", name);
      }
      return found.size() > MOST_BYTES
          ? Diagnostic.error(place, "lesson.file.large", name, found.size(), MOST_BYTES)
          : null;
    } catch (IOException e) {
      return Diagnostic.error(place, "lesson.file.unreadable", name, reason(e));
    }
  }

  /** Whether a file, if there is one, lies in the folder once all links are followed. */
  private boolean lies(Path file) throws IOException {
    return file.toRealPath().startsWith(folder.toRealPath());
  }

  /**
   * Whether a program of the lesson may include a file.
   *
   * @return true also where there is no such file
   */
  public boolean mayBeIncluded(Path file) {
    Path inner = root().relativize(file.toAbsolutePath().normalize());
    return encloses(file) && refusal(inner, new Span(new SourceText("", ""), 0, 0)) == null;
  }

  /** Whether a path leads into the folder, links not followed. */
  public boolean encloses(Path file) {
    return file.toAbsolutePath().normalize().startsWith(root());
  }

  private Path root() {
    return folder.toAbsolutePath().normalize();
  }

  /**
   * The text of a file in UTF-8, with the line ends of Unix.
   *
   * @param name relative to the folder
   * @param diagnostics gets what is wrong with it
   * @return empty where something is
   */
  SourceText text(String name, List<Diagnostic> diagnostics) {
    Path file = folder.resolve(name);
    SourceText none = new SourceText(file.toString(), "");
    Diagnostic refusal = refusal(name, new Span(none, 0, 0));
    if (refusal != null) {
      diagnostics.add(refusal);
      return none;
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      diagnostics.add(
          Diagnostic.error(new Span(none, 0, 0), "lesson.file.unreadable", name, reason(e)));
      return none;
    }
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
    String text = decoded.flip().toString();
    int zero = text.indexOf('\0');
    if (zero >= 0 || result.isError()) {
      int at = zero < 0 ? text.length() : zero;
      Span place = new Span(new SourceText(file.toString(), text), at, at);
      diagnostics.add(Diagnostic.error(place, zero < 0 ? "lesson.notUtf8" : "lesson.binary"));
      return none;
    }
    // Some editors put a byte order mark in front.
    String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new SourceText(file.toString(), marked.replace("\r\n", "\n"));
  }

  private static String reason(IOException why) {
    if (why instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (why instanceof NoSuchFileException) {
      return "there is no such file";
    }
    String reason = why instanceof FileSystemException system ? system.getReason() : null;
    return reason == null ? String.valueOf(why.getMessage()) : reason;
  }
}
