package org.forkshell.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/** Single keys from the terminal, without echo. */
public final class Keys implements AutoCloseable {
  /** Beyond all characters. */
  public static final int LEFT = 0x110001;

  public static final int RIGHT = 0x110002;
  private static final int ESCAPE_MILLIS = 50;

  private final Terminal terminal;
  private final Attributes before;

  /** Takes the process's terminal. */
  public static Keys open(Charset charset) throws IOException {
    return new Keys(
        TerminalBuilder.builder()
            .name("ForkShell")
            .system(true)
            .encoding(charset)
            .stdinEncoding(charset)
            .stdoutEncoding(charset)
            .build());
  }

  Keys(Terminal terminal) {
    this.terminal = terminal;
    // Not raw mode: Ctrl-C is to end the replay, and line feeds are to return the carriage.
    Attributes quiet = new Attributes(terminal.getAttributes());
    this.before = terminal.getAttributes();
    quiet.setLocalFlag(Attributes.LocalFlag.ECHO, false);
    quiet.setLocalFlag(Attributes.LocalFlag.ICANON, false);
    quiet.setControlChar(Attributes.ControlChar.VMIN, 1);
    quiet.setControlChar(Attributes.ControlChar.VTIME, 0);
    terminal.setAttributes(quiet);
  }

  /** The columns of the terminal. */
  public int width() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : 80;
  }

  /** Waits for a key; -1 when there are no more. */
  public int read() throws IOException {
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
    return letter == 'D' ? LEFT : letter == 'C' ? RIGHT : read();
  }

  @Override
  public void close() throws IOException {
    terminal.setAttributes(before);
    terminal.close();
  }
}
