package org.forkshell.view;

import java.math.BigDecimal;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;

/** What a blocked process waits for, in words. */
public final class Activity {
  private Activity() {}

  public static String of(Event.Blocked blocked, ProcessTree tree, Messages words) {
    long argument = blocked.argument();
    return switch (blocked.call()) {
      case WAIT ->
          argument > 0
              ? words.get("blocked.waitpid", name((int) argument, tree))
              : words.get("blocked.wait");
      case READ ->
          blocked.readsInput()
              ? words.get("blocked.read")
              : words.get("blocked.readOther", argument);
      case SLEEP -> words.get("blocked.sleep", seconds(argument));
      case PAUSE -> words.get("blocked.pause");
      case WRITE -> words.get("blocked.write", argument);
      case OTHER -> words.get("blocked.other");
    };
  }

  private static String name(int pid, ProcessTree tree) {
    return tree.nameOf(pid).map(ProcessName::toString).orElse(Integer.toString(pid));
  }

  static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos / 1_000_000, 3).stripTrailingZeros().toPlainString();
  }
}
