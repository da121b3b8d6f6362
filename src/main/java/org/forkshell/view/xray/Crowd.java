package org.forkshell.view.xray;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/**
 * Processes of which the same is to be said.
 *
 * @param members in the order of the family; at least one
 */
public record Crowd(List<Member> members) {
  private static final int FOLD_FROM = 4;

  /** More names than these are not read; that they are many is. */
  private static final int MANY = 12;

  private static final int SHOWN = 8;

  /** Pids of more than these are not told. */
  private static final int FEW = 3;

  /** One of them. */
  public record Member(ProcessName name, int pid) {}

  public Crowd {
    members = List.copyOf(members);
  }

  public static Crowd of(ProcessName name, int pid) {
    return new Crowd(List.of(new Member(name, pid)));
  }

  int size() {
    return members.size();
  }

  ProcessName first() {
    return members.get(0).name();
  }

  /**
   * Their names, in their colours; brothers in a row share a place.
   *
   * @param pids whether to tell the pid of each that stands alone
   */
  Text text(Medium medium, boolean pids) {
    Text text = Text.EMPTY;
    int places = places();
    int place = 0;
    for (int i = 0; i < members.size(); ) {
      if (places > MANY && place++ == SHOWN) {
        String rest = medium.say("more", members.size() - i, members.size());
        return text.and(Style.NOTE, rest);
      }
      int row = brothers(i);
      Member first = members.get(i);
      if (i > 0) {
        text = text.and(Style.NOTE, medium.say("and"));
      }
      if (row >= FOLD_FROM) {
        Member last = members.get(i + row - 1);
        text =
            text.and(Text.of(first.name(), medium.say("row", first.name(), last.name())))
                .and(Style.NOTE, " (" + row + ")");
        i += row;
      } else {
        text =
            text.and(
                Text.of(
                    first.name(), first.name() + (pids && places <= FEW ? " " + first.pid() : "")));
        i++;
      }
    }
    return text;
  }

  private int places() {
    int places = 0;
    for (int i = 0; i < members.size(); places++) {
      int row = brothers(i);
      i += row >= FOLD_FROM ? row : 1;
    }
    return places;
  }

  /** How many from {@code from} on are children of one parent, one after another. */
  private int brothers(int from) {
    List<Integer> path = members.get(from).name().path();
    int count = 1;
    while (!path.isEmpty() && from + count < members.size()) {
      List<Integer> expected = new ArrayList<>(path);
      expected.set(path.size() - 1, path.get(path.size() - 1) + count);
      if (!members.get(from + count).name().path().equals(expected)) {
        break;
      }
      count++;
    }
    return count;
  }
}
