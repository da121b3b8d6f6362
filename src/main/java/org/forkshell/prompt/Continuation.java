package org.forkshell.prompt;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.forkshell.shell.CommandLine;
import org.forkshell.shell.PromptSession;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Says whether what was typed is complete, and which word the cursor is in. */
final class Continuation implements Parser {
  private final PromptSession session;
  private final BooleanSupplier takesAnyLine;

  /**
   * @param takesAnyLine whether a line is to be taken as it is, be it C or not
   */
  Continuation(PromptSession session, BooleanSupplier takesAnyLine) {
    this.session = session;
    this.takesAnyLine = takesAnyLine;
  }

  /**
   * A word in a line, for completion.
   *
   * @param start where it starts
   */
  record Word(String line, int cursor, int start) implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(start, cursor);
    }

    @Override
    public int wordCursor() {
      return cursor - start;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !isComplete(line)) {
      throw new EOFError(-1, -1, "more");
    }
    int start = cursor;
    boolean file = CommandLine.is(line) && line.strip().indexOf(' ') > 0;
    while (start > 0 && isWord(line.charAt(start - 1), file)) {
      start--;
    }
    return new Word(line, cursor, start);
  }

  private boolean isComplete(String line) {
    if (line.isBlank()
        || takesAnyLine.getAsBoolean()
        || CommandLine.is(line)
        || !session.readers().isEmpty()) {
      return true;
    }
    return session.isComplete(line);
  }

  private static boolean isWord(char c, boolean file) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || c == '$'
        || c == '@'
        || c == '.'
        || c == '/'
        || (file && c != ' ');
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }
}
