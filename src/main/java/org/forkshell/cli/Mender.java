package org.forkshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.forkshell.language.Language;
import org.forkshell.language.Mending;
import org.forkshell.shell.Settings;
import org.forkshell.source.Diagnostic.Severity;
import org.forkshell.source.SourceText;
import org.forkshell.terminal.Descriptor;

/**
 * Sees to a program that a web page or an input method damaged: mends it where that is wanted, asks
 * where somebody is there to answer.
 */
final class Mender {
  private final Language language;
  private final PrintStream err;
  private final Settings settings;

  Mender(Language language, PrintStream err, Settings settings) {
    this.language = language;
    this.err = err;
    this.settings = settings;
  }

  /**
   * The text to compile.
   *
   * @param wanted whether to mend it without a question
   */
  SourceText mended(SourceText text, boolean wanted) throws IOException {
    Mending mending = language.mending(text);
    if (mending == null) {
      return text;
    }
    boolean asks = !wanted && Descriptor.INPUT.isTerminal() && Descriptor.ERROR.isTerminal();
    if (wanted || asks) {
      err.println(mending.diagnostic(Severity.WARNING).render(settings.language()));
    }
    if (wanted || (asks && agrees())) {
      return mending.mended();
    }
    if (!asks) {
      err.println("forkshell: " + settings.words().get("mend.run", text.name()));
    }
    return text;
  }

  /** Enter alone is a yes. */
  private boolean agrees() throws IOException {
    err.print(settings.words().get("mend.ask") + " ");
    err.flush();
    StringBuilder answer = new StringBuilder();
    // Byte by byte: what comes after the answer is for the program.
    for (int c = System.in.read(); c != '\n'; c = System.in.read()) {
      if (c < 0) {
        return false;
      }
      answer.append((char) c);
    }
    String word = answer.toString().strip();
    return word.isEmpty() || settings.words().get("mend.yes").contains(word.substring(0, 1));
  }
}
