package org.forkshell.prompt;

import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * JLine's display, where a row may end with a character of two columns. To get the cursor to the
 * right margin the row's last character is written again, and JLine does so in the last column,
 * where only half of a Chinese one has room: the terminal puts it into the next row.
 */
final class WideDisplay extends Display {
  private final Terminal terminal;

  WideDisplay(Terminal terminal) {
    super(terminal, false);
    this.terminal = terminal;
  }

  @Override
  protected void moveVisualCursorTo(int target, List<AttributedString> lines) {
    int row = target / columns1;
    boolean toMargin = cursorPos != target && target % columns1 == columns;
    AttributedString last =
        toMargin && row < lines.size() ? last(lines.get(row)) : AttributedString.EMPTY;
    int width = last.columnLength();
    if (width > 1) {
      moveVisualCursorTo(target - width);
      last.print(terminal);
      cursorPos = target;
    } else {
      super.moveVisualCursorTo(target, lines);
    }
  }

  /** The last character of a row that is full, with what is combined with it. */
  private AttributedString last(AttributedString line) {
    int end = line.length();
    if (end > 0 && line.charAt(end - 1) == '\n') {
      end--;
    }
    AttributedString text = line.subSequence(0, end);
    if (text.columnLength() < columns) {
      return AttributedString.EMPTY;
    }
    int start = end;
    while (start > 0 && text.subSequence(start, end).columnLength() == 0) {
      start = text.toString().offsetByCodePoints(start, -1);
    }
    return text.subSequence(start, end);
  }
}
