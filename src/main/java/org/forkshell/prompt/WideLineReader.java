package org.forkshell.prompt;

import java.util.HashMap;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** JLine's line editor with a {@link WideDisplay}. */
final class WideLineReader extends LineReaderImpl {
  WideLineReader(Terminal terminal, String name) {
    super(terminal, name, new HashMap<>());
  }

  @Override
  protected void redisplay(boolean flush) {
    // It makes a new display for every line and every change of size, of which nothing is shown
    // yet.
    if (!(display instanceof WideDisplay)) {
      WideDisplay wide = new WideDisplay(terminal);
      wide.resize(size.getRows(), size.getColumns());
      display = wide;
    }
    super.redisplay(flush);
  }
}
