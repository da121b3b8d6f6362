package org.forkshell.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.MonotonicClock;
import org.forkshell.view.ColorMode;
import org.forkshell.view.Screen;
import org.forkshell.view.Text;
import org.jline.nativ.OSInfo;
import org.jline.reader.LineReader;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The terminal that the learner sits at. While a line is being typed, lines that are shown go above
 * it; many at once are shown together, so that a flood of output does not make the typed line
 * flicker. What is typed between two prompts is kept and not echoed.
 */
public final class Console implements Screen, AutoCloseable {
  private static final int WIDTH = 80;
  private static final int HEIGHT = 24;
  private static final Duration GATHER = Duration.ofMillis(15);
  private static final int MUCH = 1 << 15;

  private final Terminal terminal;
  private final InputStream standardInput = new FileInputStream(FileDescriptor.in);
  private final boolean unicode;
  private final boolean noColor;
  private final StringBuilder gathered = new StringBuilder();
  private final Thread gatherer;
  private final MonotonicClock clock;
  private volatile Painter painter;
  private @Nullable LineReader reader;
  private volatile boolean readsPlainly;
  private volatile boolean abandoned;
  private boolean sizeless;
  private boolean closed;

  /**
   * Opens the terminal that the process has; without one, its standard input and output serve.
   *
   * @param charset the terminal's, as far as is known. Where that is plain ASCII, what is drawn is
   *     ASCII too, but what the learner and the programs write still comes through unharmed
   */
  public static Console open(Charset charset, ColorMode mode, boolean noColor, MonotonicClock clock)
      throws IOException {
    knowTerminal(System.getenv("TERM"));
    Charset encoding = UserLocale.encoding(charset);
    TerminalBuilder builder =
        TerminalBuilder.builder()
            .name("ForkShell")
            .system(true)
            .encoding(encoding)
            // Signals are registered by the terminal that is made of what is found here.
            .nativeSignals(false)
            // A newer JVM has encodings of its own for these, from the locales that are installed.
            .stdinEncoding(encoding)
            .stdoutEncoding(encoding)
            .stderrEncoding(encoding);
    Terminal terminal;
    try {
      terminal = builder.exec(false).dumb(false).build();
    } catch (IOException | IllegalStateException e) {
      // There is none, or JLine's native library does not run here: its other ways are programs
      // that it starts, test(1) and stty(1).
      terminal = builder.exec(true).dumb(true).build();
    }
    return new Console(SystemTerminal.of(terminal, encoding, clock), charset, mode, noColor, clock);
  }

  /** What JLine knows of a terminal by itself it need not ask infocmp(1). */
  private static void knowTerminal(@Nullable String type) {
    String capabilities = type == null ? null : InfoCmp.getDefaultInfoCmp(type);
    if (capabilities != null) {
      InfoCmp.setLoadedInfoCmp(type, capabilities);
    }
  }

  /** A terminal of its own, at which a stream types: for rehearsals. */
  public static Console over(InputStream keys, OutputStream screen, MonotonicClock clock)
      throws IOException {
    Terminal terminal =
        TerminalBuilder.builder()
            .name("ForkShell")
            .system(false)
            .type("xterm-256color")
            .encoding(StandardCharsets.UTF_8)
            .streams(keys, screen)
            .build();
    return new Console(terminal, StandardCharsets.UTF_8, ColorMode.AUTO, false, clock);
  }

  /** The jar's entry that is JLine's native library for this machine. */
  public static String nativeLibrary() {
    return "/org/jline/nativ/"
        + OSInfo.getNativeLibFolderPathForCurrentOS()
        + "/"
        + System.mapLibraryName("jlinenative");
  }

  public Console(
      Terminal terminal, Charset charset, ColorMode mode, boolean noColor, MonotonicClock clock) {
    this.clock = clock;
    this.terminal = terminal;
    this.unicode = charset.newEncoder().canEncode('❯');
    this.noColor = noColor;
    if (terminal.getWidth() <= 0 || terminal.getHeight() <= 0) {
      terminal.setSize(new Size(WIDTH, HEIGHT));
      sizeless = true;
    }
    this.painter = painter(mode);
    this.gatherer = new Thread(this::gather, "screen");
    gatherer.setDaemon(true);
  }

  private Painter painter(ColorMode mode) {
    String type = terminal.getType() == null ? "" : terminal.getType();
    String known = type.startsWith(Terminal.TYPE_DUMB) ? "dumb" : type;
    return Painter.of(mode, true, known, noColor, unicode);
  }

  private boolean hasKeys() throws IOException {
    return terminal instanceof SystemTerminal own
        ? own.keyboard().pending() > 0
        : standardInput.available() > 0;
  }

  /**
   * Whether something was typed that nobody has read, as things stand: nothing is waited for that
   * is yet to be typed. JLine's own way to look ahead blocks while a dumb terminal collects whole
   * lines.
   */
  public boolean hasInput() throws IOException {
    return terminal.reader().available() > 0 || hasKeys();
  }

  /** Whether the terminal cannot even move its cursor: then it does its own echo and editing. */
  public boolean isDumb() {
    return SystemTerminal.isDumb(terminal);
  }

  /** Sets what Ctrl-C does while no line is being edited. */
  public void onInterrupt(Runnable action) {
    if (terminal instanceof SystemTerminal own) {
      own.onInterrupt(action);
    } else if (isDumb()) {
      Signals.register("INT", action);
    } else {
      terminal.handle(Terminal.Signal.INT, signal -> action.run());
    }
  }

  /**
   * Sets what Ctrl-Z does: it returns when this process may go on. Meanwhile the terminal is as it
   * was found.
   */
  public void onSuspend(Runnable action) {
    if (terminal instanceof SystemTerminal own) {
      own.onSuspend(action);
    } else if (isDumb()) {
      Signals.register("TSTP", action);
    } else {
      terminal.handle(Terminal.Signal.TSTP, signal -> action.run());
    }
  }

  /**
   * Sets what is done when the terminal is gone while no line is being edited: SIGHUP need not tell
   * of it, which may be ignored, or for another session.
   */
  public void onHangup(Runnable action) {
    if (terminal instanceof SystemTerminal own) {
      own.onHangup(action);
    }
  }

  /** Does what Ctrl-Z does: the editor takes it for a key. */
  public void suspend(Runnable action) {
    if (terminal instanceof SystemTerminal own) {
      own.suspend(action);
    } else {
      action.run();
    }
  }

  /** From now on Ctrl-C and Ctrl-Z act at once: lines are executed. */
  public void watchKeys() {
    watchKeys(true);
  }

  /** From now on what is typed is left to whoever reads next. */
  public void leaveKeys() {
    watchKeys(false);
  }

  private void watchKeys(boolean now) {
    if (terminal instanceof SystemTerminal own) {
      own.keyboard().watched(now);
    }
  }

  /**
   * Reads a line as it comes, on a dumb terminal.
   *
   * @return null at the end of the input
   */
  public @Nullable String readPlainly(String prompt) throws IOException {
    abandoned = false;
    terminal.writer().print(prompt);
    terminal.writer().flush();
    readsPlainly = true;
    try {
      return plainLine();
    } finally {
      readsPlainly = false;
    }
  }

  /** Begins the line that is being read plainly anew: the terminal has dropped what was typed. */
  public void abandonPlainly(String prompt) {
    if (readsPlainly) {
      abandoned = true;
      terminal.writer().print("\n" + prompt);
      terminal.writer().flush();
    }
  }

  /** Whether that happened to the last line that was read, so that what came before is void. */
  public boolean wasAbandoned() {
    return abandoned;
  }

  private @Nullable String plainLine() throws IOException {
    StringBuilder line = new StringBuilder();
    int c;
    while ((c = terminal.reader().read()) >= 0 && c != '\n') {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    if (c < 0 && line.length() == 0) {
      terminal.writer().println();
      return null;
    }
    return line.toString();
  }

  public Terminal terminal() {
    return terminal;
  }

  public Painter painter() {
    return painter;
  }

  /** Sets above whose line to print. */
  public void editor(LineReader editor) {
    reader = editor;
    gatherer.start();
  }

  @Override
  public String inColor(Text line) {
    return Painter.MANY_COLORS.paint(line);
  }

  @Override
  public void color(ColorMode mode) {
    painter = painter(mode);
  }

  @Override
  public boolean isUnicode() {
    return painter.isUnicode();
  }

  @Override
  public int width() {
    int width = terminal.getWidth();
    return width > 0 ? width : WIDTH;
  }

  @Override
  public void print(List<Text> lines) {
    List<String> painted = new ArrayList<>(lines.size());
    for (Text line : lines) {
      painted.add(painter.paint(line));
    }
    synchronized (gathered) {
      for (String line : painted) {
        gathered.append(line).append('\n');
      }
      LineReader editor = reader;
      if (editor != null && editor.isReading() && gathered.length() < MUCH) {
        gathered.notifyAll();
        return;
      }
      flush();
    }
  }

  /** Shows what was gathered. */
  public void flush() {
    synchronized (gathered) {
      if (gathered.length() == 0 || closed) {
        return;
      }
      String text = gathered.toString();
      gathered.setLength(0);
      LineReader editor = reader;
      if (editor != null && editor.isReading()) {
        editor.printAbove(text);
      } else {
        terminal.writer().print(text);
        terminal.writer().flush();
      }
    }
  }

  /** Something that needs the terminal for itself. */
  @FunctionalInterface
  public interface Borrower {
    void run() throws IOException, InterruptedException;
  }

  /** Lends the terminal, as it was found, to another program. */
  public void lend(Borrower borrower) throws IOException, InterruptedException {
    release();
    try {
      borrower.run();
    } finally {
      retake();
    }
  }

  private void release() {
    if (terminal instanceof SystemTerminal own) {
      own.release();
    }
  }

  private void retake() {
    if (terminal instanceof SystemTerminal own) {
      own.retake();
    }
  }

  private void gather() {
    try {
      while (true) {
        synchronized (gathered) {
          while (gathered.length() == 0) {
            gathered.wait();
          }
        }
        clock.sleep(GATHER);
        flush();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** Leaves the terminal as it was found. */
  @Override
  public void close() {
    synchronized (gathered) {
      flush();
      closed = true;
    }
    gatherer.interrupt();
    try {
      if (sizeless) {
        terminal.setSize(new Size(0, 0));
      }
      terminal.close();
    } catch (IOException | RuntimeException gone) {
      // A terminal that was closed under us needs no restoring.
    }
  }
}
