package org.forkshell.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.forkshell.process.MonotonicClock;
import org.forkshell.shell.Problem;
import org.forkshell.view.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written while things happen. Where a signal that can be caught, as of Ctrl-C, ends
 * this process, all is in it that was added; whatever else ends it, what was added a moment before:
 * a recording that was cut short is one up to there. What cannot be written is lost without
 * disturbing who adds it, and told at the end. May be used by several threads.
 */
final class LiveFile implements AutoCloseable {
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final @Nullable Path file;
  private final Writer writer;
  private final Messages words;
  private final MonotonicClock clock;
  private final @Nullable Thread flusher;
  private final Thread lastFlush = new Thread(this::flushAndEnd);
  private @Nullable IOException failure;
  private boolean ended;

  private LiveFile(@Nullable Path file, Writer writer, Messages words, MonotonicClock clock) {
    this.clock = clock;
    this.file = file;
    this.writer = writer;
    this.words = words;
    if (file == null) {
      flusher = null;
    } else {
      flusher = new Thread(this::flushNowAndThen, "writes " + file);
      flusher.setDaemon(true);
      flusher.start();
      try {
        Runtime.getRuntime().addShutdownHook(lastFlush);
      } catch (IllegalStateException ending) {
        // This process is on its way out: nothing will be added.
        ended = true;
      }
    }
  }

  /**
   * Opens a file, which is empty then.
   *
   * @param file none where that is null: what is added goes nowhere
   * @param words the prompt's
   * @param clock by which it is written now and then
   * @throws UnwritableException when it cannot be written
   */
  static LiveFile open(@Nullable Path file, Messages words, MonotonicClock clock)
      throws UnwritableException {
    try {
      Writer writer = file == null ? Writer.nullWriter() : Files.newBufferedWriter(file);
      return new LiveFile(file, writer, words, clock);
    } catch (IOException e) {
      throw unwritable(Objects.requireNonNull(file), words, e);
    }
  }

  private static UnwritableException unwritable(Path file, Messages words, IOException why) {
    return new UnwritableException(Problem.ofWriting(words, file, file.toString(), why));
  }

  /** Adds text. */
  synchronized void add(String text) {
    if (failure == null && !ended) {
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

  /** What is added while this process ends would be there in part only. */
  private synchronized void flushAndEnd() {
    if (!ended) {
      ended = true;
      flush();
    }
  }

  private void flushNowAndThen() {
    try {
      while (true) {
        clock.sleep(MOMENT);
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
      try {
        Runtime.getRuntime().removeShutdownHook(lastFlush);
      } catch (IllegalStateException ending) {
        // It has run or will, and finds the file as it is.
      }
    }
    synchronized (this) {
      ended = true;
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
