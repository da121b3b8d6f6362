package org.forkshell.prompt;

import java.util.Objects;
import org.forkshell.shell.command.Context;
import org.forkshell.terminal.Console;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;

/**
 * Sets up the line editor: when a line is complete, how it is coloured, what Tab offers, what is
 * remembered.
 */
final class Editor {
  private static final String SUSPEND = "suspend-session";

  private Editor() {}

  static LineReaderImpl reader(PromptLine line, Context context, Console console) {
    PersistentHistory history = new PersistentHistory();
    LineReaderImpl reader = new WideLineReader(console.terminal(), "ForkShell");
    reader.setParser(new Continuation(context.session(), line::takesAnyLine));
    reader.setHighlighter(new Coloring(console, context.session().language(), line::offer));
    reader.setCompleter(new Completion(context));
    reader.setHistory(history);
    reader.option(Option.DISABLE_EVENT_EXPANSION, true);
    reader.option(Option.INSERT_TAB, true);
    reader.option(Option.HISTORY_TIMESTAMPED, false);
    reader.option(Option.HISTORY_INCREMENTAL, true);
    reader.option(Option.LIST_ROWS_FIRST, true);
    reader.setVariable(
        LineReader.SECONDARY_PROMPT_PATTERN, console.painter().isUnicode() ? "%P ❯ " : "%P > ");
    reader.setVariable(LineReader.HISTORY_SIZE, 5000);
    reader.setVariable(LineReader.HISTORY_FILE_SIZE, 5000);
    history.open(reader);
    reader.setAutosuggestion(SuggestionType.TAIL_TIP);
    // Enter enters what is offered, the right arrow fetches it to be changed.
    offering(LineReader.ACCEPT_LINE, true, reader, line);
    offering(LineReader.FORWARD_CHAR, false, reader, line);
    reader
        .getWidgets()
        .put(
            SUSPEND,
            () -> {
              console.suspend(context.session()::suspend);
              reader.callWidget(LineReader.REDRAW_LINE);
              reader.callWidget(LineReader.REDISPLAY);
              return true;
            });
    Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN))
        .bind(new Reference(SUSPEND), "\u001a");
    return reader;
  }

  private static void offering(String name, boolean goesOn, LineReader reader, PromptLine line) {
    Widget usual = Objects.requireNonNull(reader.getBuiltinWidgets().get(name));
    Widget offering =
        () -> {
          boolean empty = reader.getBuffer().length() == 0 && !line.offer().isEmpty();
          if (empty) {
            reader.getBuffer().write(line.offer());
          }
          return (empty && !goesOn) || usual.apply();
        };
    reader.getWidgets().put(name, offering);
  }
}
