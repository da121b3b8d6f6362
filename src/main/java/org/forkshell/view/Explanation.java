package org.forkshell.view;

import java.util.List;

/**
 * What can be said about one thing: a call, a signal, an error number, a state, a kind of note, or
 * an idea.
 *
 * @param key its place in the bundles, {@code signal.SIGSEGV}
 * @param names the words by which it is asked for; the first is its own
 * @param title one line: what it is
 * @param text why, and what to do about it
 * @param manual the manual pages to read, {@code fork(2)}
 * @param related the names of what to ask for next
 */
public record Explanation(
    String key,
    List<String> names,
    String title,
    String text,
    List<String> manual,
    List<String> related) {
  /** Its own name. */
  public String name() {
    return names.get(0);
  }
}
