package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.forkshell.view.LineLayout;
import org.forkshell.view.NoteChoice;
import org.forkshell.view.NoteKind;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.jspecify.annotations.Nullable;

/** {@code /set notes}: which kinds of notes are told. */
final class NotesSetting {
  private static final String ALL = "all";
  private static final List<String> STATES = List.of("on", "off", "auto");

  private NotesSetting() {}

  /**
   * Does what the words after {@code /set notes} say.
   *
   * @return whether they could be understood; if not, it has said why
   */
  static boolean run(Context context, List<String> words) {
    String state = words.isEmpty() ? "" : words.get(words.size() - 1);
    boolean change = STATES.contains(state);
    List<String> names = change ? words.subList(0, words.size() - 1) : words;
    List<NoteKind> kinds = new ArrayList<>();
    for (String name : names.isEmpty() ? List.of(ALL) : names) {
      List<NoteKind> named = name.equals(ALL) ? List.of(NoteKind.values()) : NoteKind.named(name);
      if (named.isEmpty()) {
        context
            .display()
            .error(context.words("notes.unknown", name, String.join(" ", completions())));
        return false;
      }
      kinds.addAll(named);
    }
    if (change) {
      context.settings().notes().choose(kinds, on(state));
    }
    show(context, kinds);
    return true;
  }

  private static @Nullable Boolean on(String state) {
    return state.equals("auto") ? null : Boolean.valueOf(state.equals("on"));
  }

  private static void show(Context context, List<NoteKind> kinds) {
    NoteChoice choice = context.settings().notes();
    int width = context.display().screen().width();
    List<Text> lines = new ArrayList<>();
    for (NoteKind kind : kinds) {
      String state = context.words(choice.isOn(kind) ? "notes.on" : "notes.off");
      Text line =
          Text.of(Style.CODE, "  " + kind.label())
              .padded(20)
              .and(choice.isSwitched(kind) ? Style.VALUE : Style.NOTE, state)
              .padded(25);
      Text about = Text.of(Style.NOTE, context.settings().narration().get("kind." + kind.label()));
      if (width == 0 || line.width() + about.width() < width) {
        lines.add(line.and(about));
      } else {
        lines.add(line);
        lines.addAll(LineLayout.wrapped(about, 4, width));
      }
    }
    context.display().lines(lines);
    if (kinds.size() > 1) {
      context.display().say(Style.NOTE, context.words("notes.foot"));
    }
  }

  /** How many are on, for the list of settings. */
  static String summary(NoteChoice choice) {
    long on = Arrays.stream(NoteKind.values()).filter(choice::isOn).count();
    return on + "/" + NoteKind.values().length;
  }

  /** All words that may follow. */
  static List<String> completions() {
    TreeSet<String> words = new TreeSet<>(STATES);
    words.add(ALL);
    for (NoteKind kind : NoteKind.values()) {
      words.add(kind.label());
      words.add(kind.group());
    }
    return List.copyOf(words);
  }
}
