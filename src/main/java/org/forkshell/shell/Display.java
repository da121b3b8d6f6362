package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.Visible;
import org.forkshell.view.LabelledLine;
import org.forkshell.view.LineLayout;
import org.forkshell.view.Screen;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** Puts what is to be said on the screen. May be used by several threads. */
public final class Display {
  /** Of a line that is shown for its mistake. */
  private static final int LONGEST = 400;

  private final Screen screen;
  private final LineLayout layout = new LineLayout();
  private volatile boolean muted;

  public Display(Screen screen) {
    this.screen = screen;
  }

  public Screen screen() {
    return screen;
  }

  public synchronized void labelled(List<LabelledLine> lines) {
    int width = screen.width();
    List<Text> all = new ArrayList<>(lines.size());
    for (LabelledLine line : lines) {
      all.addAll(layout.lines(line, width));
    }
    lines(all);
  }

  /** Shows nothing, or everything again. */
  public void mute(boolean now) {
    muted = now;
  }

  public void lines(List<Text> lines) {
    if (lines.isEmpty() || muted) {
      return;
    }
    int width = screen.width();
    List<Text> folded = new ArrayList<>(lines.size());
    for (Text line : lines) {
      folded.addAll(LineLayout.folded(line, width));
    }
    screen.print(folded);
  }

  /** A sentence of the tool's own, in as many lines as it takes. */
  public void say(Style style, String sentence) {
    List<Text> lines = new ArrayList<>();
    for (String line : sentence.split("\n", -1)) {
      lines.addAll(LineLayout.wrapped(Text.of(style, line), 2, screen.width()));
    }
    lines(lines);
  }

  public void say(String sentence) {
    say(Style.MESSAGE, sentence);
  }

  public void error(String sentence) {
    say(Style.ERROR, sentence);
  }

  /**
   * What is wrong with a line.
   *
   * @param named whether to say which file and line it is: at the prompt the line stands right
   *     above
   */
  public void diagnostics(List<Diagnostic> diagnostics, boolean named, Locale language) {
    List<Text> all = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      String[] rendered = shown(diagnostic.render(language)).split("\n", -1);
      String head = rendered[0];
      if (!named) {
        head = head.substring(head.indexOf(": ") + 2);
      }
      Style style = diagnostic.isError() ? Style.ERROR : Style.WARNING;
      all.addAll(LineLayout.wrapped(Text.of(style, head), named ? 0 : 2, screen.width()));
      for (int i = 1; i < rendered.length; i++) {
        Style rest = i == 1 ? Style.MESSAGE : i == 2 ? style : Style.NOTE;
        Text line = Text.of(rest, rendered[i]);
        all.addAll(
            i < 3
                ? List.of(Text.of(Style.PLAIN, "  ").and(line))
                : LineLayout.wrapped(Text.of(rest, rendered[i].strip()), 4, screen.width()));
      }
    }
    lines(all);
  }

  /**
   * A line with a mistake in it may be anything: what could move the cursor is kept from the
   * terminal.
   */
  private static String shown(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      column = c == '\n' ? 0 : column + 1;
      if (column <= LONGEST) {
        out.append(c == '\n' || Character.isSurrogate(c) || Visible.is(c) ? c : '?');
      }
    }
    return out.toString();
  }
}
