package org.forkshell.terminal;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.forkshell.view.ColorMode;
import org.forkshell.view.Screen;
import org.forkshell.view.Text;

/** Lines into a stream: a file, a pipe, or a terminal that nobody types at. */
public final class StreamScreen implements Screen {
  private final PrintStream out;
  private final IntSupplier width;
  private final Function<ColorMode, Painter> painters;
  private Painter painter;

  /**
   * @param width tells how many columns there are now, 0 for any number
   * @param painters makes a painter for a mode
   */
  public StreamScreen(
      PrintStream out, IntSupplier width, ColorMode mode, Function<ColorMode, Painter> painters) {
    this.out = out;
    this.width = width;
    this.painters = painters;
    this.painter = painters.apply(mode);
  }

  /**
   * The screen for the process's standard output, which may or may not be a terminal; it decides
   * about colours.
   *
   * @param charset the terminal's: what it cannot show is drawn in ASCII
   */
  public static StreamScreen of(PrintStream out, Charset charset, ColorMode mode) {
    String type = System.getenv("TERM");
    boolean noColor = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    boolean unicode = charset.newEncoder().canEncode('❯');
    boolean terminal = Descriptor.OUTPUT.isTerminal();
    return new StreamScreen(
        out,
        // Asked for every few lines: what is no terminal now will not become one.
        terminal ? Descriptor.OUTPUT::width : () -> 0,
        mode,
        wanted -> Painter.of(wanted, terminal, type == null ? "" : type, noColor, unicode));
  }

  @Override
  public synchronized void print(List<Text> lines) {
    StringBuilder all = new StringBuilder();
    for (Text line : lines) {
      all.append(painter.paint(line)).append('\n');
    }
    out.print(all);
    out.flush();
  }

  @Override
  public int width() {
    return width.getAsInt();
  }

  @Override
  public synchronized boolean isUnicode() {
    return painter.isUnicode();
  }

  @Override
  public String inColor(Text line) {
    return Painter.MANY_COLORS.paint(line);
  }

  @Override
  public synchronized void color(ColorMode mode) {
    painter = painters.apply(mode);
  }
}
