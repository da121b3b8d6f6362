package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.codegen.Symbols;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.jspecify.annotations.Nullable;

/** The calls that a blocked process is in, read from its stack. */
public final class Frames {
  /** Where a frame holds the address of the caller's. */
  private static final int CALLER = 8;

  /**
   * A call of one of the learner's functions.
   *
   * @param address of the frame
   * @param at the code offset where the function stands
   */
  public record Frame(Symbols.Function function, long address, long at) {
    /** The objects that exist there, those of inner blocks in the place of outer ones. */
    public List<Symbols.Local> locals() {
      List<Symbols.Local> found = new ArrayList<>();
      for (Symbols.Local local : function.locals()) {
        if (local.from() <= at && at < local.to()) {
          found.removeIf(outer -> outer.name().equals(local.name()));
          found.add(local);
        }
      }
      return found;
    }
  }

  private Frames() {}

  /** Outermost first. A process that is at work has none: they would be wrong by the time. */
  public static List<Frame> of(Entry entry, Family family) {
    return of(entry.pid(), entry.call(), family);
  }

  /** The same of another thread. */
  public static List<Frame> of(ThreadEntry thread, Family family) {
    return of(thread.pid(), thread.call(), family);
  }

  private static List<Frame> of(int pid, Event.@Nullable Blocked blocked, Family family) {
    if (blocked == null || blocked.origin().frame() == 0) {
      return List.of();
    }
    List<Frame> frames = new ArrayList<>();
    List<Integer> calls = blocked.origin().calls();
    long address = blocked.origin().frame();
    for (int i = 0; i < calls.size() && address != 0; i++) {
      long at = calls.get(i) - (i == 0 ? 0 : 1);
      Symbols.Function function = family.code().symbols().functionAt(at);
      if (function != null && !function.isLibrary()) {
        frames.add(0, new Frame(function, address, at));
      }
      address = family.inspector().pointer(pid, address + CALLER);
    }
    return frames;
  }
}
