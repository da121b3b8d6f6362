package org.forkshell.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.forkshell.repl.Problem;
import org.forkshell.view.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written while things happen. What was added is in it a moment later, whatever ends
 * this process then: a recording that was cut short is one up to there. What cannot be written is
 * lost without disturbing who adds it, and told at the end. May be used by several threads.
 */
final class LiveFile implements AutoCloseable {
  private static final long MOMENT_MILLIS = 100;

  private final @Nullable Path file;
  private final Writer writer;
  private final Messages words;
  private final @Nullable Thread flusher;
  private @Nullable IOException failure;

  private LiveFile(@Nullable Path file, Writer writer, Messages words) {
    this.file = file;
    this.writer = writer;
    this.words = words;
    if (file == null) {
      flusher = null;
    } else {
      flusher = new Thread(this::flushNowAndThen, "writes " + file);
      flusher.setDaemon(true);
      flusher.start();
    }
  }

  /**
   * Opens a file, which is empty then.
   *
   * @param file none where that is null: what is added goes nowhere
   * @param words the prompt's
   * @throws UnwritableException when it cannot be written
   */
  static LiveFile open(@Nullable Path file, Messages words) throws UnwritableException {
    try {
      Writer writer = file == null ? Writer.nullWriter() : Files.newBufferedWriter(file);
      return new LiveFile(file, writer, words);
    } catch (IOException e) {
      throw unwritable(Objects.requireNonNull(file), words, e);
    }
  }

  private static UnwritableException unwritable(Path file, Messages words, IOException why) {
    return new UnwritableException(Problem.ofWriting(words, file, file.toString(), why));
  }

  /** Adds text. */
  synchronized void add(String text) {
    if (failure == null) {
      try {
        writer.write(text);
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  private synchronized void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
  }

  private void flushNowAndThen() {
    try {
      while (true) {
        Thread.sleep(MOMENT_MILLIS);
        flush();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Closes it with all that was added.
   *
   * @throws UnwritableException when not everything could be written
   */
  @Override
  public void close() throws UnwritableException {
    if (flusher != null) {
      flusher.interrupt();
    }
    synchronized (this) {
      try {
        writer.close();
      } catch (IOException e) {
        failure = failure == null ? e : failure;
      }
      if (failure != null && file != null) {
        throw unwritable(file, words, failure);
      }
    }
  }

  /** A file could not be written; its message says so to the user. */
  static final class UnwritableException extends IOException {
    private static final long serialVersionUID = 1;

    UnwritableException(String sentence) {
      super(sentence);
    }
  }
}
