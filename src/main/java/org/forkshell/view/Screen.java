package org.forkshell.view;

import java.util.List;

/** Where lines are shown. May be used by several threads. */
public interface Screen {
  /** Shows whole lines, all at once. */
  void print(List<Text> lines);

  /** How many columns there are, or 0 where lines may be as long as they like. */
  int width();

  /** Whether it can show more than ASCII. */
  boolean isUnicode();

  /**
   * A line as a terminal with many colours would get it, whatever this screen can show: for a file
   * that is shown elsewhere.
   */
  String inColor(Text line);

  /** Decides anew about colours. */
  void color(ColorMode mode);
}
