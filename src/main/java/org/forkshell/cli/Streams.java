package org.forkshell.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.forkshell.repl.Settings;
import org.forkshell.terminal.Painter;
import org.forkshell.terminal.Screen;
import org.forkshell.terminal.StreamScreen;

/** This process's own output, in the encoding of the locale, written in pieces of a line and more. */
final class Streams {
  private Streams() {}

  static PrintStream output() {
    return stream(FileDescriptor.out, false);
  }

  static PrintStream error() {
    return stream(FileDescriptor.err, true);
  }

  /** A screen for labelled lines on standard output, with colours where that is a terminal that has them. */
  static Screen screen(PrintStream out, Settings settings) {
    boolean terminal = Descriptor.OUTPUT.isTerminal();
    String type = terminal ? System.getenv().getOrDefault("TERM", "dumb") : "";
    boolean noColor = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    boolean unicode = encoding().newEncoder().canEncode('❯');
    return new StreamScreen(
        out, settings.color(), mode -> Painter.of(mode, terminal, type, noColor, unicode));
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean flushLines) {
    return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), flushLines, encoding());
  }

  /** What the terminal expects; Java 17 would use its own default for redirected streams. */
  private static Charset encoding() {
    String name = System.getProperty("sun.jnu.encoding", "UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
  }
}
