package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.process.Impasse;
import org.forkshell.process.Impasse.Awaited;
import org.forkshell.process.ProcessName;
import org.jspecify.annotations.Nullable;

/**
 * Draws who waits for whom: {@code P/2 ──waits for “b”──▶P/3 ──waits for “a”──▶P/2}. Where that is
 * too wide it is broken before an arrow.
 */
final class ImpasseDrawing {
  private ImpasseDrawing() {}

  /**
   * One wait.
   *
   * @param name what is waited for, empty where it has no name
   * @param holder who would have to end it, null where anybody could
   */
  record Hop(ProcessName waiter, Awaited what, String name, @Nullable ProcessName holder) {
    @Override
    public String toString() {
      return waiter + ">" + name + ">" + holder;
    }
  }

  /**
   * The lines of it.
   *
   * @param drawing never {@link Drawing#AUTO}
   */
  static List<Text> lines(Impasse.Kind kind, List<Hop> hops, Drawing drawing, Messages words) {
    List<Text> lines = new ArrayList<>();
    Text line = Text.EMPTY;
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      boolean follows = i > 0 && kind == Impasse.Kind.CYCLE;
      if (i > 0 && !follows) {
        lines.add(line);
        line = Text.EMPTY;
      }
      line =
          line.and(
              drawing == Drawing.WORDS
                  ? said(hop, follows, words)
                  : drawn(hop, follows, drawing, words));
    }
    String fate = "deadlock.holder." + kind.name().toLowerCase(Locale.ROOT);
    lines.add(words.has(fate) ? line.and(Style.NOTE, words.get(fate)) : line);
    return lines;
  }

  private static Text drawn(Hop hop, boolean follows, Drawing drawing, Messages words) {
    boolean box = drawing == Drawing.BOX;
    Text line = follows ? Text.of(Style.PLAIN, " ") : name(hop.waiter()).and(Style.PLAIN, " ");
    // A blank would be a place to break it, also one within the words.
    String waits = box ? waits(hop, words).replace(' ', NO_BREAK) : waits(hop, words);
    ProcessName holder = hop.holder();
    String end = holder == null ? "" : (box ? "──▶" : "-->") + holder;
    return line.and(Style.DRAWING, (box ? "──" : "--") + waits + end);
  }

  private static final char NO_BREAK = '\u00a0';

  private static Text said(Hop hop, boolean follows, Messages words) {
    Text line = follows ? Text.of(Style.NOTE, words.get("deadlock.and")) : Text.EMPTY;
    line = line.and(name(hop.waiter())).and(Style.ALARM, " " + waits(hop, words));
    ProcessName holder = hop.holder();
    if (holder == null) {
      return line;
    }
    boolean isEnd = hop.what() == Awaited.THREAD || hop.what() == Awaited.CHILD;
    return isEnd
        ? line.and(Style.PLAIN, " ").and(name(holder))
        : line.and(Style.NOTE, words.get("deadlock.held", holder));
  }

  private static String waits(Hop hop, Messages words) {
    String what = hop.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String child = hop.what() == Awaited.CHILD && hop.holder() == null ? ".any" : "";
    return words.get("deadlock.waits." + what + child, hop.name());
  }

  private static Text name(ProcessName name) {
    return Text.of(name, name.toString());
  }
}
