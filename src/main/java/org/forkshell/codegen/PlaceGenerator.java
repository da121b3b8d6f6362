package org.forkshell.codegen;

import org.forkshell.abi.Opcode;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.AddressOf;
import org.forkshell.ir.TypedExpression.BitField;
import org.forkshell.ir.TypedExpression.Compound;
import org.forkshell.ir.TypedExpression.Element;
import org.forkshell.ir.TypedExpression.LocalPlace;
import org.forkshell.ir.TypedExpression.Memory;
import org.forkshell.ir.TypedExpression.NextArgument;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.ir.TypedExpression.StaticPlace;
import org.forkshell.ir.TypedExpression.Whole;
import org.jspecify.annotations.Nullable;

/** Finds objects, reads and writes them. */
final class PlaceGenerator {
  private final Generator generator;

  PlaceGenerator(Generator generator) {
    this.generator = generator;
  }

  private InstructionBuffer code() {
    return generator.code;
  }

  /** Where a place is; temporaries that this needs stay in use until the caller releases them. */
  Access access(Place place) {
    if (place instanceof LocalPlace local) {
      return local(local);
    }
    if (place instanceof StaticPlace object) {
      return generator.layout.isThreadLocal(object.object())
          ? threadLocal(object)
          : Access.fixed(object.object(), object.offset());
    }
    if (place instanceof Memory memory) {
      return memory(memory);
    }
    if (place instanceof Element element) {
      return element(element, access(element.array()));
    }
    if (place instanceof NextArgument next) {
      return nextArgument(next);
    }
    if (place instanceof Compound compound) {
      generator.values.effect(compound.values());
      return access(compound.object());
    }
    throw new AssertionError(place);
  }

  /**
   * Instructions that name a slot of the frame trust the compiler: outside of the object,
   * a[1000000] of ten, it goes by an address that is checked.
   */
  private Access local(LocalPlace place) {
    int offset = generator.frame.offset(place.variable());
    if (isInside(place)) {
      return Access.frame(offset + (int) place.offset(), place.variable().isAddressTaken());
    }
    int slot = generator.frame.temporary();
    code().emit(Opcode.LEA, slot, offset);
    return Access.pointer(slot, place.offset());
  }

  private Access threadLocal(StaticPlace place) {
    int slot = generator.frame.temporary();
    code().emit(Opcode.LEAT, slot, (int) generator.layout.offset(place.object()));
    return Access.pointer(slot, place.offset());
  }

  private static boolean isInside(LocalPlace place) {
    Type object = place.variable().type();
    long room = object instanceof Type.VariableArray ? 8 : object.size();
    long end =
        place.type() instanceof Type.VariableArray ? 8 : place.offset() + place.type().size();
    return place.offset() >= 0 && end <= room;
  }

  private Access memory(Memory memory) {
    if (memory.pointer() instanceof AddressOf address) {
      return access(address.place()).plus(memory.offset());
    }
    if (memory.pointer() instanceof Whole || memory.offset() != (int) memory.offset()) {
      int slot = generator.frame.temporary();
      generator.values.into(
          Fold.moved(memory.pointer().type(), memory.pointer(), memory.offset()), slot);
      return Access.pointer(slot, 0);
    }
    return Access.pointer(generator.values.kept(memory.pointer()), memory.offset());
  }

  private Access element(Element element, Access array) {
    long size = element.type().size();
    TypedExpression index = element.index();
    if (element.type() instanceof Type.VariableArray) {
      throw new AssertionError(element);
    }
    if (array.kind() == Access.Kind.POINTER && (int) array.distance() == array.distance()) {
      int slot = generator.frame.temporary();
      int mark = generator.frame.mark();
      int at = generator.values.value(index);
      generator.operations.scaledSum(slot, array.slot(), at, index.type(), size);
      generator.frame.release(mark);
      return Access.pointer(slot, array.distance());
    }
    int slot = generator.frame.temporary();
    int mark = generator.frame.mark();
    int at = generator.values.value(index);
    addressInto(array, slot);
    generator.operations.scaledSum(slot, slot, at, index.type(), size);
    generator.frame.release(mark);
    return Access.pointer(slot, 0);
  }

  /**
   * The place of an argument after the named ones; the list moves on by as many slots as it takes.
   */
  private Access nextArgument(NextArgument next) {
    Access list = access(next.list());
    int pointer = generator.frame.temporary();
    load(list, Type.CHAR_POINTER, pointer);
    int mark = generator.frame.mark();
    int behind = generator.frame.temporary();
    code().emit(Opcode.ADDI_L, behind, pointer, 8 * next.type().slots());
    store(list, Type.CHAR_POINTER, behind);
    generator.frame.release(mark);
    return Access.pointer(pointer, 0);
  }

  /** The slot in which a scalar can be computed with where it lies, or 0. */
  int directSlot(TypedExpression expression) {
    if (expression instanceof LocalPlace local
        && local.type().isScalar()
        && Cell.of(local.type()).isDirect()
        && isInside(local)) {
      return generator.frame.offset(local.variable()) + (int) local.offset();
    }
    return 0;
  }

  void load(Access access, Type type, int slot) {
    generator.notes.read(access, type.size());
    loadUnnoted(access, type, slot);
  }

  /** The same, where the access has been noted. */
  void loadUnnoted(Access access, Type type, int slot) {
    Cell cell = Cell.of(type);
    switch (access.kind()) {
      case FRAME -> code().emit(cell.get, slot, access.slot());
      case POINTER -> {
        Access near = near(access);
        code().emit(cell.load, slot, near.slot(), (int) near.distance());
      }
      case FIXED -> {
        if (cell.isDirect() && isInside(access, type)) {
          Opcode opcode = cell == Cell.WORD ? Opcode.LDG_W : Opcode.LDG_L;
          code().emit(opcode, slot, fixedOffset(access));
        } else {
          int mark = generator.frame.mark();
          int address = generator.frame.temporary();
          addressInto(access, address);
          code().emit(cell.load, slot, address, 0);
          generator.frame.release(mark);
        }
      }
    }
  }

  void store(Access access, Type type, int slot) {
    generator.notes.write(access, type.size());
    storeUnnoted(access, type, slot);
  }

  /** The same, where the access has been noted. */
  void storeUnnoted(Access access, Type type, int slot) {
    Cell cell = Cell.of(type);
    switch (access.kind()) {
      case FRAME -> {
        if (access.slot() != slot) {
          code().emit(cell.put, access.slot(), slot);
        }
      }
      case POINTER -> {
        Access near = near(access);
        code().emit(cell.store, near.slot(), slot, (int) near.distance());
      }
      case FIXED -> {
        if (cell.isDirect() && isInside(access, type) && !isReadOnly(access)) {
          Opcode opcode = cell == Cell.WORD ? Opcode.STG_W : Opcode.STG_L;
          code().emit(opcode, fixedOffset(access), slot);
        } else {
          int mark = generator.frame.mark();
          int address = generator.frame.temporary();
          addressInto(access, address);
          code().emit(cell.store, address, slot, 0);
          generator.frame.release(mark);
        }
      }
    }
  }

  /**
   * The instructions for fixed addresses trust the compiler, so what may not be written goes the
   * checked way.
   */
  private boolean isReadOnly(Access access) {
    Symbol.@Nullable Static object = access.object();
    return object != null && generator.layout.isReadOnly(object);
  }

  private boolean isInside(Access access, Type type) {
    Symbol.@Nullable Static object = access.object();
    return object != null
        && access.distance() >= 0
        && access.distance() + type.size() <= generator.layout.size(object);
  }

  Access near(Access access) {
    if (access.distance() == (int) access.distance()) {
      return access;
    }
    int far = generator.frame.temporary();
    addressInto(access, far);
    return Access.pointer(far, 0);
  }

  int fixedOffset(Access access) {
    return (int) (generator.layout.offset(object(access)) + access.distance());
  }

  private static Symbol.Static object(Access access) {
    Symbol.@Nullable Static object = access.object();
    if (object == null) {
      throw new AssertionError(access);
    }
    return object;
  }

  void addressInto(Access access, int slot) {
    switch (access.kind()) {
      case FRAME -> code().emit(Opcode.LEA, slot, access.slot());
      case FIXED -> {
        if (access.distance() == (int) access.distance()) {
          code().emit(Opcode.LEAG, slot, fixedOffset(access));
        } else {
          addressInto(Access.fixed(object(access), 0), slot);
          addressInto(Access.pointer(slot, access.distance()), slot);
        }
      }
      case POINTER -> {
        if (access.distance() == 0) {
          generator.move(Type.VOID_POINTER, slot, access.slot());
        } else if (access.distance() == (int) access.distance()) {
          code().emit(Opcode.ADDI_L, slot, access.slot(), (int) access.distance());
        } else {
          int mark = generator.frame.mark();
          int distance = generator.frame.temporary();
          generator.number(distance, access.distance());
          code().emit(Opcode.ADD_L, slot, access.slot(), distance);
          generator.frame.release(mark);
        }
      }
    }
  }

  /** A slot that holds the address. */
  int address(Access access) {
    if (access.kind() == Access.Kind.POINTER && access.distance() == 0) {
      return access.slot();
    }
    int slot = generator.frame.temporary();
    addressInto(access, slot);
    return slot;
  }

  /** Copies a structure. */
  void copy(Access to, Access from, long size) {
    if (size == 0) {
      return;
    }
    generator.notes.read(from, size);
    generator.notes.write(to, size);
    int mark = generator.frame.mark();
    if (to.kind() == Access.Kind.FRAME
        && from.kind() == Access.Kind.FRAME
        && (size == 4 || size == 8 || size == 16)) {
      for (long done = 0; done < size; done += 8) {
        Opcode move = size == 4 ? Opcode.MOV_W : Opcode.MOV_L;
        code().emit(move, to.plus(done).slot(), from.plus(done).slot());
      }
    } else {
      int source = address(from);
      int target = address(to);
      code().emit(Opcode.COPY, target, source, (int) size);
    }
    generator.frame.release(mark);
  }

  /** Reads a bit-field whose object was found. */
  void loadBits(Access unit, BitField field, int slot) {
    Type type = field.type();
    generator.notes.read(part(unit, field.shift()), parts(field.shift(), field.width()));
    loadUnnoted(unit, type, slot);
    boolean wide = type.size() == 8;
    int bits = wide ? 64 : 32;
    int up = bits - field.shift() - field.width();
    int down = bits - field.width();
    shift(wide ? Opcode.SHL_L : Opcode.SHLI_W, slot, up, wide);
    boolean unsigned = type.isUnsigned();
    shift(
        wide
            ? (unsigned ? Opcode.USHR_L : Opcode.SHR_L)
            : unsigned ? Opcode.USHRI_W : Opcode.SHRI_W,
        slot,
        down,
        wide);
  }

  private void shift(Opcode opcode, int slot, int count, boolean wide) {
    if (count == 0) {
      return;
    }
    if (!wide) {
      code().emit(opcode, slot, slot, count);
      return;
    }
    int mark = generator.frame.mark();
    int by = generator.frame.temporary();
    code().emit(Opcode.LDI_W, by, count);
    code().emit(opcode, slot, slot, by);
    generator.frame.release(mark);
  }

  /** Writes a bit-field; the bits beside it keep their values. */
  void storeBits(Access unit, Type type, int shift, int width, int value) {
    boolean wide = type.size() == 8;
    long ones = width == 64 ? -1L : (1L << width) - 1;
    int mark = generator.frame.mark();
    int old = generator.frame.temporary();
    int fresh = generator.frame.temporary();
    int mask = generator.frame.temporary();
    generator.notes.write(part(unit, shift), parts(shift, width));
    loadUnnoted(unit, type, old);
    if (wide) {
      generator.number(mask, ~(ones << shift));
      code().emit(Opcode.AND_L, old, old, mask);
      generator.number(mask, ones);
      code().emit(Opcode.AND_L, fresh, value, mask);
      shift(Opcode.SHL_L, fresh, shift, true);
      code().emit(Opcode.OR_L, old, old, fresh);
    } else {
      code().emit(Opcode.ANDI_W, old, old, (int) ~(ones << shift));
      code().emit(Opcode.ANDI_W, fresh, value, (int) ones);
      shift(Opcode.SHLI_W, fresh, shift, false);
      code().emit(Opcode.OR_W, old, old, fresh);
    }
    storeUnnoted(unit, type, old);
    generator.frame.release(mark);
  }

  /** The first byte of its object that a bit-field is in. */
  private static Access part(Access unit, int shift) {
    return unit.plus(shift / Byte.SIZE);
  }

  /** How many bytes it is in: those beside them may be another member's. */
  private static int parts(int shift, int width) {
    return (shift + width - 1) / Byte.SIZE - shift / Byte.SIZE + 1;
  }
}
