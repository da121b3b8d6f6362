package org.forkshell.codegen;

import org.forkshell.ir.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Where an object is, as the generator reaches it: at an offset in the frame, at a fixed address,
 * or at a distance from the address in a slot.
 *
 * @param slot the offset in the frame, or the slot that holds the address
 * @param object null unless the address is fixed
 * @param distance from the object or the address
 * @param isShared whether it is in the frame and others may have its address
 */
record Access(
    Kind kind, int slot, Symbol.@Nullable Static object, long distance, boolean isShared) {
  enum Kind {
    FRAME,
    FIXED,
    POINTER
  }

  static Access frame(int offset) {
    return frame(offset, false);
  }

  static Access frame(int offset, boolean isShared) {
    return new Access(Kind.FRAME, offset, null, 0, isShared);
  }

  static Access fixed(Symbol.Static object, long distance) {
    return new Access(Kind.FIXED, 0, object, distance, false);
  }

  static Access pointer(int slot, long distance) {
    return new Access(Kind.POINTER, slot, null, distance, false);
  }

  Access plus(long more) {
    return more == 0
        ? this
        : kind == Kind.FRAME
            ? frame((int) (slot + more), isShared)
            : new Access(kind, slot, object, distance + more, false);
  }
}
