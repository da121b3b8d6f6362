package org.forkshell.terminal;

import java.util.List;
import org.forkshell.view.Text;

/** Where lines are shown. May be used by several threads. */
public interface Screen {
  /** Shows whole lines, all at once. */
  void print(List<Text> lines);

  /** How many columns there are, or 0 where lines may be as long as they like. */
  int width();

  /** Whether it can show more than ASCII. */
  boolean isUnicode();

  /** Sets what to do, in a thread of its own, when nobody can see what is printed any more. */
  default void onBroken(Runnable action) {}

  /** Decides anew about colours. */
  void color(ColorMode mode);
}
