package org.forkshell.view;

import java.util.List;
import org.forkshell.process.ProcessName;

/**
 * The colour of a process, the same from run to run because only its name decides. The processes of
 * {@code fork; fork; fork} all differ: name their generations by the sums along the path, and each
 * is a set of numbers of its own.
 */
public final class Hue {
  /** How many hues a palette has; the root's is 0. */
  public static final int COUNT = 13;

  private Hue() {}

  public static int of(ProcessName name) {
    List<Integer> path = name.path();
    if (path.isEmpty()) {
      return 0;
    }
    int sum = 0;
    int number = 0;
    for (int index : path) {
      sum += index;
      number += power(sum - 1);
    }
    return 1 + (number - 1) % (COUNT - 1);
  }

  /** Two to the {@code exponent}, within what the palette can tell apart. */
  private static int power(int exponent) {
    // 2^2, 2^3 and so on leave 4 and 8 in turn when divided by 12.
    return exponent < 4 ? 1 << exponent : exponent % 2 == 0 ? 4 : 8;
  }
}
