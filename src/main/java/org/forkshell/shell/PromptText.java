package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.execution.InputReader;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** What stands in front of the line that is typed: for whom it will be. */
public final class PromptText {
  private static final int MOST_NAMES = 6;

  private PromptText() {}

  /**
   * The prompt for the session as it is now.
   *
   * @param width the columns that the names may take
   */
  public static Text of(PromptSession session, Settings settings, int width) {
    List<InputReader> readers = session.readers();
    List<Who> shown = new ArrayList<>();
    readers.forEach(reader -> shown.add(new Who(reader.name(), reader.program())));
    if (readers.isEmpty()) {
      session.alive().forEach(entry -> shown.add(Who.of(entry, session, settings)));
    }
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

  /**
   * A process for the prompt.
   *
   * @param remark what to say of it, empty for nothing
   */
  private record Who(ProcessName name, String remark) {
    static Who of(Entry entry, PromptSession session, Settings settings) {
      return new Who(
          entry.name(), session.isStopped(entry) ? settings.words().get("prompt.stopped") : "");
    }

    Text text() {
      Text text = Text.of(name, name.toString());
      return remark.isEmpty() ? text : text.and(Style.NOTE, " (" + remark + ")");
    }
  }

  private static Text names(List<Who> all, int room) {
    Text names = Text.EMPTY;
    for (int i = 0; i < all.size() && i <= MOST_NAMES; i++) {
      names = names.and(Style.PLAIN, i == 0 ? "" : " ").and(all.get(i).text());
    }
    if (names.width() <= room && all.size() <= MOST_NAMES || all.size() == 1) {
      return names;
    }
    return all.get(0).text().and(Style.NOTE, " +" + (all.size() - 1));
  }
}
