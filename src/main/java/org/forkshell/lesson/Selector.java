package org.forkshell.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * Which happening is meant: {@code first output "a" of P.1}.
 *
 * @param which counted from 1; {@link #EACH} or {@link #LAST}
 * @param detail what the happening's own must be, or for an output contain; empty for any
 */
public record Selector(int which, Happening.Kind kind, String detail, Who who) {
  public static final int EACH = 0;
  public static final int LAST = -1;

  /** Whether a happening is of the kind, of whatever number. */
  public boolean matches(Happening happening) {
    return happening.kind() == kind
        && who.means(happening.name())
        && (detail.isEmpty()
            || (kind == Happening.Kind.OUTPUT
                ? happening.detail().contains(detail)
                : happening.detail().equals(detail)));
  }

  /** The places in a list of those meant, in order. */
  public List<Integer> places(List<Happening> happenings) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < happenings.size(); i++) {
      if (matches(happenings.get(i))) {
        all.add(i);
      }
    }
    if (which == EACH) {
      return all;
    }
    int index = which == LAST ? all.size() - 1 : which - 1;
    return index >= 0 && index < all.size() ? List.of(all.get(index)) : List.of();
  }
}
