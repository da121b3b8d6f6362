package org.forkshell.repl;

import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** What stands in front of the line that is typed: for whom it will be. */
final class PromptText {
  private static final int MOST_NAMES = 6;

  private PromptText() {}

  /**
   * The prompt for the session as it is now.
   *
   * @param width the columns that the names may take
   */
  static Text of(PromptSession session, Settings settings, int width) {
    List<Entry> readers = session.readers();
    List<Entry> shown = readers.isEmpty() ? session.alive() : readers;
    if (shown.isEmpty() && session.log().isEmpty()) {
      // The root is on its way.
      return Text.of(ProcessName.ROOT, "P").and(Style.PLAIN, " ❯ ");
    }
    Text text = shown.isEmpty() ? Text.EMPTY : names(shown, width);
    if (!readers.isEmpty()) {
      text = text.and(Style.CALL, " " + settings.words().get("prompt.reads"));
    }
    return text.and(Style.PLAIN, text.isEmpty() ? "❯ " : " ❯ ");
  }

  private static Text names(List<Entry> entries, int room) {
    Text all = Text.EMPTY;
    for (int i = 0; i < entries.size() && i <= MOST_NAMES; i++) {
      Entry entry = entries.get(i);
      all = all.and(Style.PLAIN, i == 0 ? "" : " ").and(Text.of(entry.name(), entry.name() + ""));
    }
    if (all.width() <= room && entries.size() <= MOST_NAMES) {
      return all;
    }
    Entry first = entries.get(0);
    return Text.of(first.name(), first.name().toString())
        .and(Style.NOTE, " +" + (entries.size() - 1));
  }
}
