package org.forkshell.shell.command;

import java.util.List;
import org.forkshell.language.Mending;
import org.forkshell.source.Diagnostic.Severity;
import org.forkshell.source.SourceText;
import org.forkshell.view.Style;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a text that a web page or an input method damaged: say so once, offer it mended.
 */
public final class Damage {
  /** In front of a file's name: it is to be mended. */
  private static final String MEND = "--mend ";

  private Damage() {}

  /** A command's argument, with or without the wish to have the file mended. */
  record Wish(boolean mends, String argument) {
    static Wish of(String argument) {
      boolean mends = argument.startsWith(MEND);
      return new Wish(mends, mends ? argument.substring(MEND.length()).strip() : argument);
    }
  }

  /** A file's text, mended where that is wished for. */
  static String seeTo(Context context, Wish wish, String text) {
    Mending mending = wish.mends() ? of(context, wish, text) : null;
    if (mending == null) {
      return text;
    }
    tell(context, mending, Severity.WARNING, true);
    return mending.mended().text();
  }

  /** Proposes to mend a file that could not be taken as it is, if that can be done. */
  static void propose(Context context, Wish wish, String command, String text) {
    if (!wish.mends() && of(context, wish, text) != null) {
      context.user().propose(command + " " + MEND + wish.argument());
    }
  }

  private static @Nullable Mending of(Context context, Wish wish, String text) {
    SourceText source = new SourceText(wish.argument().split("\\s", 2)[0], text);
    return context.session().language().mending(source);
  }

  static void tell(Context context, Mending mending, Severity severity, boolean named) {
    context
        .display()
        .diagnostics(List.of(mending.diagnostic(severity)), named, context.settings().language());
  }

  /** Tells of a line that was typed or pasted, and offers it mended. */
  public static void offer(Context context, Mending mending, String address) {
    tell(context, mending, Severity.ERROR, false);
    context.display().say(Style.NOTE, context.words("mend.offer"));
    context.user().propose(address + mending.mended().text());
  }
}
