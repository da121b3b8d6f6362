package org.forkshell.codegen;

import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;

/**
 * The frame of the function being generated. Where temporaries and outgoing arguments lie depends
 * on how much there is in the end, so they have symbolic numbers until then: temporaries from
 * {@link #TEMPORARIES} up, arguments from {@link #OUTGOING} up.
 */
final class Frame {
  private static final int TEMPORARIES = 0x4000_0000;
  private static final int OUTGOING = Integer.MIN_VALUE;
  private static final int OUTGOING_END = OUTGOING + 0x2000_0000;
  private static final int SLOT = 8;
  private static final int HUGE = 0x1000_0000;

  /** The slot of this function's own first argument, and of its result. */
  static final int RESULT = 16;

  /** The slot of the first argument of the function to be called, and of its result. */
  static final int CALL_RESULT = OUTGOING;

  private int locals;
  private int depth;
  private int deepest;
  private int outgoing;

  static int outgoing(int slot) {
    return OUTGOING + SLOT * slot;
  }

  static boolean isOutgoing(int slot) {
    return slot < OUTGOING_END;
  }

  static boolean isTemporary(int slot) {
    return slot >= TEMPORARIES;
  }

  static boolean isSymbolic(int slot) {
    return slot >= TEMPORARIES || slot < OUTGOING_END;
  }

  /** The offset of a local object, which gets its place when it is first asked for. */
  int offset(Symbol.Local local) {
    if (local.frameOffset() == 0) {
      Type type = local.type();
      int size = type instanceof Type.VariableArray ? SLOT : (int) Math.max(1, type.size());
      int alignment = type instanceof Type.VariableArray ? SLOT : local.alignment();
      // More than any stack holds is never entered, so it does not matter where in it things are.
      if (locals < HUGE && size < HUGE) {
        locals = (locals + size + alignment - 1) & -alignment;
      } else {
        locals = 2 * HUGE;
      }
      local.place(-locals);
    }
    return local.frameOffset();
  }

  /** A slot for a value that is needed soon; it is free again after {@link #release}. */
  int temporary() {
    depth++;
    deepest = Math.max(deepest, depth);
    return TEMPORARIES + SLOT * (depth - 1);
  }

  int mark() {
    return depth;
  }

  /** Gives back all temporaries made since the mark. */
  void release(int mark) {
    depth = mark;
  }

  /** Makes room for this many outgoing arguments. */
  void reserve(int slots) {
    outgoing = Math.max(outgoing, Math.min(slots, HUGE / SLOT));
  }

  private int localsSize() {
    return (locals + SLOT - 1) & -SLOT;
  }

  int size() {
    return (localsSize() + SLOT * (deepest + outgoing) + 15) & -16;
  }

  /** The true offset that a symbolic slot stands for. */
  int actual(int slot) {
    return isTemporary(slot)
        ? -localsSize() - SLOT - (slot - TEMPORARIES)
        : slot - OUTGOING - size();
  }
}
