package org.forkshell.codegen;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.NativeFunction;
import org.forkshell.abi.NotedAccess;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.Ordering;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.LocalPlace;
import org.jspecify.annotations.Nullable;

/**
 * Instructions by which data races are found, where somebody asked for that: in front of or after
 * each access of the program's own functions to memory that another thread may reach, and where
 * threads are ordered. Nowhere else is there any of them.
 */
final class AccessNotes {
  private static final int AFTER = NativeFunction.__ordered_after.ordinal();
  private static final int BEFORE = NativeFunction.__ordered_before.ordinal();
  private static final int FENCE = NativeFunction.__fence.ordinal();

  private final Generator generator;

  AccessNotes(Generator generator) {
    this.generator = generator;
  }

  private InstructionBuffer code() {
    return generator.code;
  }

  /** What the program's own functions access is noted, if anything is. */
  private boolean isWanted() {
    return generator.findsRaces && generator.isOwn;
  }

  void read(Access access, long size) {
    note(access, size, 0);
  }

  /** Of an object that is read and written this says both. */
  void write(Access access, long size) {
    note(access, size, NotedAccess.WRITES);
  }

  /** One step on the object at the address in a slot. */
  void atomic(int address, long size, boolean writes) {
    note(
        Access.pointer(address, 0),
        size,
        writes ? NotedAccess.WRITES | NotedAccess.ATOMIC : NotedAccess.ATOMIC);
  }

  private void note(Access access, long size, int how) {
    if (!isWanted() || size <= 0) {
      return;
    }
    int what = NotedAccess.of(size, how);
    switch (access.kind()) {
      case FRAME -> {
        if (access.isShared()) {
          code().emit(Opcode.NOTEA, access.slot(), what);
        }
      }
      case FIXED -> fixed(access, what);
      case POINTER -> {
        int mark = generator.frame.mark();
        Access near = generator.places.near(access);
        code().emit(Opcode.NOTE, near.slot(), (int) near.distance(), what);
        generator.frame.release(mark);
      }
    }
  }

  private void fixed(Access access, int what) {
    Symbol.@Nullable Static object = access.object();
    if (object != null && generator.layout.isReadOnly(object)) {
      return;
    }
    if (object != null
        && access.distance() >= 0
        && access.distance() < generator.layout.size(object)) {
      code().emit(Opcode.NOTEG, generator.places.fixedOffset(access), what);
      return;
    }
    int mark = generator.frame.mark();
    int address = generator.frame.temporary();
    generator.places.addressInto(access, address);
    code().emit(Opcode.NOTE, address, 0, what);
    generator.frame.release(mark);
  }

  /** A variable of the frame, computed with where it lies, is read now. */
  void readDirectly(TypedExpression place) {
    direct(place, 0);
  }

  /** It has been written just now. */
  void wroteDirectly(TypedExpression place) {
    direct(place, NotedAccess.WRITES);
  }

  private void direct(TypedExpression place, int how) {
    if (isWanted() && place instanceof LocalPlace local && local.variable().isAddressTaken()) {
      int slot = generator.frame.offset(local.variable()) + (int) local.offset();
      code().emit(Opcode.NOTEA, slot, NotedAccess.of(local.type().size(), how));
    }
  }

  /** Before a step on the object at the address in a slot. */
  void releases(int address) {
    if (isWanted()) {
      code().emit(Opcode.ORDER, address, Ordering.RELEASE);
    }
  }

  /** After it. */
  void acquires(int address) {
    if (isWanted()) {
      code().emit(Opcode.ORDER, address, Ordering.ACQUIRE);
    }
  }

  /** Before a function of the machine, whose arguments lie ready. */
  void calls(int nativeFunction) {
    if (isWanted() && nativeFunction == FENCE) {
      int mark = generator.frame.mark();
      int place = generator.frame.temporary();
      code().emit(Opcode.LEAG, place, (int) AddressSpace.ERRNO);
      code().emit(Opcode.ORDER, place, Ordering.RELEASE | Ordering.ACQUIRE);
      generator.frame.release(mark);
    } else if (isWanted() && isNoted(NativeFunction.values()[nativeFunction])) {
      code().emitFramed(Opcode.NOTEN, nativeFunction);
    }
  }

  private static boolean isNoted(NativeFunction function) {
    return switch (function) {
      case memcpy,
          mempcpy,
          memmove,
          memset,
          memcmp,
          strlen,
          strcpy,
          stpcpy,
          strncpy,
          strcat,
          strncat ->
          true;
      default -> false;
    };
  }

  /** Whether a function of the library is there for this alone. */
  static boolean isOrdering(int nativeFunction) {
    return nativeFunction == AFTER || nativeFunction == BEFORE;
  }

  /** A call of such a function, whose argument lies ready. */
  void orders(int nativeFunction) {
    code()
        .emit(
            Opcode.ORDER,
            Frame.outgoing(0),
            nativeFunction == AFTER ? Ordering.ACQUIRE : Ordering.RELEASE);
  }
}
