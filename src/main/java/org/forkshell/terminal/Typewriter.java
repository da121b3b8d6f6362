package org.forkshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.forkshell.view.Text;

/**
 * A screen on which, between the lines shown, somebody is seen typing. What is shown meanwhile
 * waits for the end of the typed line.
 */
public final class Typewriter implements Screen {
  private final int width;
  private final Painter painter;
  private final List<Consumer<String>> papers = new ArrayList<>();
  private final List<Text> waiting = new ArrayList<>();
  private boolean typing;

  /**
   * @param width how many columns there are
   */
  public Typewriter(int width, Painter painter) {
    this.width = width;
    this.painter = painter;
  }

  /** Adds somewhere to write to: it is given everything, escapes and line feeds included. */
  public synchronized void add(Consumer<String> paper) {
    papers.add(paper);
  }

  @Override
  public synchronized void print(List<Text> lines) {
    if (typing) {
      waiting.addAll(lines);
      return;
    }
    StringBuilder all = new StringBuilder();
    for (Text line : lines) {
      all.append(painter.paint(line)).append('\n');
    }
    write(all.toString());
  }

  /** Shows a prompt; lines wait until what is typed behind it has been {@link #enter}ed. */
  public synchronized void prompt(Text prompt) {
    typing = true;
    write(painter.paint(prompt));
  }

  /** Somebody types. */
  public synchronized void type(Text typed) {
    write(painter.paint(typed));
  }

  /** Ends the line that was typed. */
  public synchronized void enter() {
    typing = false;
    write("\n");
    List<Text> lines = List.copyOf(waiting);
    waiting.clear();
    if (!lines.isEmpty()) {
      print(lines);
    }
  }

  private void write(String text) {
    for (Consumer<String> paper : papers) {
      paper.accept(text);
    }
  }

  @Override
  public boolean isUnicode() {
    return painter.isUnicode();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void color(ColorMode mode) {
    // Decided before the play begins.
  }
}
