package org.forkshell.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.forkshell.execution.Environment;
import org.forkshell.shell.Settings;
import org.forkshell.source.Visible;
import org.forkshell.terminal.StreamScreen;
import org.forkshell.terminal.UserLocale;
import org.forkshell.view.Screen;
import org.jspecify.annotations.Nullable;

/**
 * This process's own output, in the encoding of the locale, written in pieces of a line and more.
 */
final class Streams {
  private Streams() {}

  static PrintStream output() {
    return stream(FileDescriptor.out, false);
  }

  static PrintStream error() {
    return new VisibleStream(FileDescriptor.err);
  }

  /** For the tool's own sentences: what they are about may be called anything. */
  private static final class VisibleStream extends PrintStream {
    VisibleStream(FileDescriptor descriptor) {
      super(bytes(descriptor, false), true, encoding());
    }

    @Override
    public void print(@Nullable String text) {
      super.print(Visible.of(String.valueOf(text)));
    }

    @Override
    public void println(@Nullable String text) {
      super.println(Visible.of(String.valueOf(text)));
    }
  }

  /** For those who write characters. */
  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, encoding());
  }

  /**
   * A screen for labelled lines on standard output, with colours where that is a terminal that has
   * them.
   */
  static Screen screen(PrintStream out, Settings settings) {
    return StreamScreen.of(out, UserLocale.charset(Environment.map()), settings.color());
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean flushLines) {
    return new PrintStream(bytes(descriptor, !flushLines), flushLines, encoding());
  }

  private static OutputStream bytes(FileDescriptor descriptor, boolean vital) {
    return new BufferedOutputStream(
        new MortalStream(new FileOutputStream(descriptor), vital), 1 << 16);
  }

  /**
   * Output whose reader may leave, {@code forkshell run yes.c | head}. A JVM ignores SIGPIPE and a
   * print stream ignores errors, so without this the programs would write for ever to nobody.
   */
  private static final class MortalStream extends FilterOutputStream {
    private static final int KILLED_BY_SIGPIPE = 128 + 13;

    private static final int UNWRITABLE = 1;

    private final boolean vital;

    /**
     * @param vital whether nothing else makes sense when it cannot be written
     */
    MortalStream(OutputStream out, boolean vital) {
      super(out);
      this.vital = vital;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        out.write(bytes, from, count);
      } catch (IOException e) {
        String why = e.getMessage();
        if (why != null && why.contains("Broken pipe")) {
          // The zygote sees the end of its console and ends all programs.
          Runtime.getRuntime().halt(KILLED_BY_SIGPIPE);
        }
        if (vital) {
          // A full disk: what the programs write after this nobody would see either.
          error().println("forkshell: stdout: " + why);
          Runtime.getRuntime().halt(UNWRITABLE);
        }
        throw e;
      }
    }
  }

  /** The locale's, or one that holds more. */
  static Charset encoding() {
    return UserLocale.encoding(UserLocale.charset(Environment.map()));
  }
}
