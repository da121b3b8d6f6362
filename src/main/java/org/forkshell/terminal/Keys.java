package org.forkshell.terminal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import org.forkshell.process.MonotonicClock;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/**
 * Single keys from the terminal, without echo. Between {@link #read} and {@link #done} they are for
 * who reads; otherwise Ctrl-C and Ctrl-Z act at once, and the others are kept.
 */
public final class Keys implements AutoCloseable {
  /** Beyond all characters. */
  public static final int LEFT = 0x110001;

  public static final int RIGHT = 0x110002;

  /** Ctrl-C. */
  public static final int INTERRUPT = 0x110003;

  private static final int ESCAPE_MILLIS = 50;

  private final Terminal terminal;
  private Runnable suspend = () -> {};

  private Keys(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Takes the process's terminal. */
  public static Keys open(Charset charset, MonotonicClock clock) throws IOException {
    Terminal terminal =
        TerminalBuilder.builder()
            .name("ForkShell")
            .system(true)
            .encoding(charset)
            .stdinEncoding(charset)
            .stdoutEncoding(charset)
            .nativeSignals(false)
            .build();
    return new Keys(SystemTerminal.of(terminal, charset, clock));
  }

  /** Sets what Ctrl-C does while nobody reads, and what Ctrl-Z does: that returns to go on. */
  public void onControl(Runnable interrupt, Runnable suspend) {
    if (terminal instanceof SystemTerminal own) {
      this.suspend = suspend;
      own.onInterrupt(interrupt);
      own.onSuspend(suspend);
      own.keyboard().watched(true);
    }
  }

  /** The columns of the terminal. */
  public int width() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : 80;
  }

  /** Waits for a key; -1 when there are no more. */
  public int read() throws IOException {
    edited(true);
    try {
      int key = key();
      while (terminal instanceof SystemTerminal own && own.keyboard().isSuspend(key)) {
        own.suspend(suspend);
        key = key();
      }
      return key;
    } catch (InterruptedIOException ctrlC) {
      return INTERRUPT;
    }
  }

  private int key() throws IOException {
    NonBlockingReader reader = terminal.reader();
    int c = reader.read();
    if (c != 27) {
      return c < 0 ? -1 : c;
    }
    int bracket = reader.read(ESCAPE_MILLIS);
    if (bracket != '[' && bracket != 'O') {
      return c;
    }
    int letter = reader.read(ESCAPE_MILLIS);
    return letter == 'D' ? LEFT : letter == 'C' ? RIGHT : key();
  }

  /** Who reads has read enough for now. */
  public void done() {
    edited(false);
  }

  private void edited(boolean now) {
    if (terminal instanceof SystemTerminal own) {
      own.keyboard().edited(now);
    }
  }

  /** Leaves the terminal as it was found. */
  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
