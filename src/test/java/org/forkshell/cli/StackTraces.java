package org.forkshell.cli;

import java.util.regex.Pattern;

/**
 * What no learner is ever to see. Whatever captures output for a test looks for it in all of it.
 */
public final class StackTraces {
  private static final Pattern TRACE =
      Pattern.compile(
          "\\tat [\\w.$/]+\\(|Exception in thread|Caused by: [a-z]+\\.|"
              + "Error occurred during initialization of VM|A JNI error has occurred");

  private StackTraces() {}

  /**
   * Fails where a text holds what a JVM says of its own accord.
   *
   * @param shown what was printed
   */
  public static void assertNone(String shown) {
    if (TRACE.matcher(shown).find()) {
      throw new AssertionError("a stack trace was shown:\n" + shown);
    }
  }
}
