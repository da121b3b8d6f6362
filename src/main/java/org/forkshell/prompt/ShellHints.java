package org.forkshell.prompt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.forkshell.shell.PromptSession;
import org.jspecify.annotations.Nullable;

/** What to type instead of a line that is meant for another shell. */
final class ShellHints {
  /** What a shell would do: {@code cd DIR}, {@code man fork}, {@code !ls -l}. */
  private static final Pattern SHELL =
      Pattern.compile("(?:(?=(?:cd|man|ls)\\s)|!)(?<name>[a-z]+)(?<rest>(?:\\s+[-\\w./~]+)*)");

  private final PromptSession session;

  ShellHints(PromptSession session) {
    this.session = session;
  }

  /** The hint for a line; null for one that means something here. */
  @Nullable String of(String line) {
    Matcher shell = SHELL.matcher(line);
    if (shell.matches() && session.compiler().typeOf(shell.group("name")) == null) {
      String name = shell.group("name");
      boolean own = name.equals("cd") || name.equals("man") || name.equals("ls");
      return session
          .settings()
          .words()
          .get("hint." + (own ? name : "shell"), shell.group("rest").strip());
    }
    return wordHint(line);
  }

  private @Nullable String wordHint(String word) {
    if (session.compiler().typeOf(word) != null) {
      return null;
    }
    String key = "hint." + word;
    boolean known =
        switch (word) {
          case "help",
              "?",
              "ls",
              "clear",
              "quit",
              "exit",
              "ps",
              "top",
              "history",
              "bye",
              "q",
              "vars",
              "tree" ->
              true;
          default -> false;
        };
    return known && session.settings().words().has(key)
        ? session.settings().words().get(key)
        : null;
  }
}
