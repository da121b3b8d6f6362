package org.forkshell.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.forkshell.view.Text;

/** Lines into a stream: a file, a pipe, or a terminal that nobody types at. */
public final class StreamScreen implements Screen {
  private final PrintStream out;
  private final Function<ColorMode, Painter> painters;
  private Painter painter;

  /**
   * @param painters makes a painter for a mode
   */
  public StreamScreen(PrintStream out, ColorMode mode, Function<ColorMode, Painter> painters) {
    this.out = out;
    this.painters = painters;
    this.painter = painters.apply(mode);
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
    return 0;
  }

  @Override
  public synchronized void color(ColorMode mode) {
    painter = painters.apply(mode);
  }
}
