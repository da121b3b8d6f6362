package org.forkshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.forkshell.view.ColorMode;
import org.forkshell.view.Screen;
import org.forkshell.view.Text;

/**
 * A screen on which, between the lines shown, somebody is seen typing. What is shown meanwhile
 * waits for the end of the typed line.
 */
public final class Typewriter implements Screen {
  private record Paper(Painter painter, Consumer<String> out) {}

  private final int width;
  private final boolean unicode;
  private final List<Paper> papers = new ArrayList<>();
  private final List<Text> waiting = new ArrayList<>();
  private boolean typing;

  /**
   * @param width how many columns there are
   * @param unicode whether drawings may use more than ASCII
   */
  public Typewriter(int width, boolean unicode) {
    this.width = width;
    this.unicode = unicode;
  }

  /** Adds somewhere to write to: it is given everything, escapes and line feeds included. */
  public synchronized void add(Painter painter, Consumer<String> out) {
    papers.add(new Paper(painter, out));
  }

  @Override
  public synchronized void print(List<Text> lines) {
    if (typing) {
      waiting.addAll(lines);
      return;
    }
    for (Paper paper : papers) {
      StringBuilder all = new StringBuilder();
      for (Text line : lines) {
        all.append(paper.painter.paint(line)).append('\n');
      }
      paper.out.accept(all.toString());
    }
  }

  /** Shows a prompt; lines wait until what is typed after it has been {@link #enter}ed. */
  public synchronized void prompt(Text prompt) {
    typing = true;
    type(prompt);
  }

  /** Somebody types. */
  public synchronized void type(Text typed) {
    for (Paper paper : papers) {
      paper.out.accept(paper.painter.paint(typed));
    }
  }

  /** Ends the line that was typed. */
  public synchronized void enter() {
    typing = false;
    for (Paper paper : papers) {
      paper.out.accept("\n");
    }
    List<Text> lines = List.copyOf(waiting);
    waiting.clear();
    if (!lines.isEmpty()) {
      print(lines);
    }
  }

  @Override
  public boolean isUnicode() {
    return unicode;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public String inColor(Text line) {
    return Painter.MANY_COLORS.paint(line);
  }

  @Override
  public void color(ColorMode mode) {
    // Each paper has its painter.
  }
}
