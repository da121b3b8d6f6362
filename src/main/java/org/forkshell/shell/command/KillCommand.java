package org.forkshell.shell.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.Signal;
import org.forkshell.shell.Address;
import org.forkshell.shell.Family;
import org.forkshell.view.Style;
import org.jspecify.annotations.Nullable;

/**
 * {@code /kill NAME|PID [SIGNAL]}: sends a signal from outside, as kill(1) does; SIGTERM unless
 * another is named.
 */
final class KillCommand implements Command {
  @Override
  public String name() {
    return "kill";
  }

  @Override
  public boolean isForPrograms() {
    return true;
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    String[] words = argument.split("\\s+");
    if (argument.isEmpty() || words.length > 2) {
      context.display().error(context.words("kill.usage"));
      return false;
    }
    // kill(1) has the signal in front.
    boolean signalFirst = words.length == 2 && words[0].startsWith("-");
    String who = signalFirst ? words[1] : words[0];
    String what = signalFirst ? words[0].substring(1) : words.length == 2 ? words[1] : "SIGTERM";
    Signal signal = signal(what);
    if (signal == null) {
      context.display().error(context.words("kill.signal", what));
      return false;
    }
    Family family = context.session().present();
    List<Entry> targets =
        family == null ? List.of() : targets(family, who.startsWith("@") ? who.substring(1) : who);
    if (family == null || targets.isEmpty()) {
      context.display().error(context.words("kill.nobody", who));
      return false;
    }
    for (Entry target : targets) {
      family.session().signal(target.pid(), signal.number());
      context
          .display()
          .say(
              Style.NOTE,
              context.words("kill.sent", signal.name(), target.name().toString(), target.pid()));
    }
    // kill(2) has woken whoever hears of it: the kernel does not call it asleep until it has done
    // what the signal asks for, and that is waited for.
    family.session().findUntoldEnds();
    context.session().await();
    return true;
  }

  private static List<Entry> targets(Family family, String who) {
    try {
      return new Address(List.of(who)).resolve(family.tree(), Set.of());
    } catch (Address.NobodyException e) {
      return List.of();
    }
  }

  /** The signal that {@code 9}, {@code KILL} or {@code SIGKILL} means. */
  static @Nullable Signal signal(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    for (Signal signal : Signal.values()) {
      if (signal.name().equals(upper)
          || signal.name().equals("SIG" + upper)
          || Integer.toString(signal.number()).equals(text)) {
        return signal;
      }
    }
    return null;
  }

  @Override
  public List<String> completions(Context context, String argument) {
    List<String> names = new ArrayList<>();
    if (argument.contains(" ")) {
      for (Signal signal : Signal.values()) {
        names.add(signal.name());
      }
    } else {
      for (Entry entry : context.session().alive()) {
        names.add(entry.name().toString());
      }
    }
    return names;
  }
}
