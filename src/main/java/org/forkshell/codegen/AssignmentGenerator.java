package org.forkshell.codegen;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.Opcode;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Image;
import org.forkshell.ir.Realm;
import org.forkshell.ir.StaticValue;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Assign;
import org.forkshell.ir.TypedExpression.BitField;
import org.forkshell.ir.TypedExpression.Call;
import org.forkshell.ir.TypedExpression.Convert;
import org.forkshell.ir.TypedExpression.Initialize;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.ir.TypedExpression.Store;
import org.forkshell.ir.TypedExpression.Update;
import org.forkshell.ir.TypedExpression.Whole;
import org.jspecify.annotations.Nullable;

/**
 * Changes objects. C leaves open whether {@code a[i] = i++} finds the place or the value first;
 * here it is as gcc does it: the value first, unless it is a call.
 */
final class AssignmentGenerator {
  private static final int FEW = 4;

  private final Generator generator;

  AssignmentGenerator(Generator generator) {
    this.generator = generator;
  }

  private InstructionBuffer code() {
    return generator.code;
  }

  void effect(TypedExpression e) {
    if (e instanceof Assign assign) {
      assign(assign, false);
    } else if (e instanceof Update update) {
      update(update, false);
    } else {
      throw new AssertionError(e);
    }
  }

  /** Also puts the value of the assignment into a slot. */
  void into(TypedExpression e, int slot) {
    int value = e instanceof Assign assign ? assign(assign, true) : update((Update) e, true);
    generator.move(e.type(), slot, value);
  }

  private int assign(Assign assign, boolean wanted) {
    Place target = assign.target();
    TypedExpression value = assign.value();
    if (assign.type().isRecord()) {
      record(assign);
      return 0;
    }
    int direct = generator.places.directSlot(target);
    if (direct != 0) {
      generator.values.into(value, direct);
      generator.notes.wroteDirectly(target);
      return direct;
    }
    if (target instanceof BitField field) {
      int slot = generator.values.before(value, field.unit());
      Access unit = generator.places.access(field.unit());
      generator.places.storeBits(unit, field.type(), field.shift(), field.width(), slot);
      if (wanted) {
        slot = generator.frame.temporary();
        generator.places.loadBits(unit, field, slot);
      }
      return slot;
    }
    if (value instanceof Call) {
      Access access = generator.places.access(target);
      int slot = generator.values.value(value);
      generator.places.store(access, target.type(), slot);
      return slot;
    }
    if (value instanceof Place place && !(value instanceof BitField) && Effects.any(target)) {
      // *p++ = *p: an object is read when all is ready for the assignment.
      Access from = generator.places.access(place);
      Access to = generator.places.access(target);
      int slot = generator.frame.temporary();
      generator.places.load(from, place.type(), slot);
      generator.places.store(to, target.type(), slot);
      return slot;
    }
    if (!wanted) {
      value = unconverted(value);
    }
    int slot = generator.values.before(value, target);
    generator.places.store(generator.places.access(target), target.type(), slot);
    return slot;
  }

  /** A store cuts a value to size itself. */
  private static TypedExpression unconverted(TypedExpression value) {
    if (value instanceof Convert convert) {
      Type to = convert.type();
      Type from = convert.operand().type();
      boolean cuts =
          to.isInteger()
              && !to.isBool()
              && from.isInteger()
              && to.size() < 4
              && from.size() >= to.size();
      if (cuts || (to.isFloating() && to.size() == 4 && from.isFloating())) {
        return convert.operand();
      }
    }
    return value;
  }

  private void record(Assign assign) {
    Access from = generator.values.record(assign.value());
    Access to = generator.places.access(assign.target());
    generator.places.copy(to, from, assign.type().size());
  }

  private int update(Update update, boolean wanted) {
    Place target = update.target();
    if (target.type().isAtomic()) {
      return generator.atomics.update(update);
    }
    Type type = update.type();
    Type computed = update.computed();
    TypedExpression value = update.value();
    int old = 0;
    int direct = generator.places.directSlot(target);
    if (direct != 0
        && Cell.slotOf(type) == Cell.slotOf(computed)
        && type.size() == computed.size()) {
      if (value instanceof Whole whole) {
        if (update.yieldsOld() && wanted) {
          old = copy(type, direct);
        }
        generator.operations.operate(update.operator(), computed, direct, direct, whole.value());
      } else {
        int right = generator.values.value(value);
        if (update.yieldsOld() && wanted) {
          old = copy(type, direct);
        }
        generator.operations.operate(update.operator(), computed, direct, direct, right);
      }
      generator.notes.wroteDirectly(target);
      return update.yieldsOld() ? old : direct;
    }
    return throughTemporaries(update, wanted);
  }

  private int copy(Type type, int slot) {
    int copy = generator.frame.temporary();
    generator.move(type, copy, slot);
    return copy;
  }

  private int throughTemporaries(Update update, boolean wanted) {
    Type type = update.type();
    TypedExpression value = update.value();
    Place target = update.target();
    @Nullable BitField field = target instanceof BitField bits ? bits : null;
    Place place = field == null ? target : field.unit();
    int right = value instanceof Whole ? 0 : generator.values.before(value, place);
    Access access = generator.places.access(place);
    int old = generator.frame.temporary();
    if (field != null) {
      generator.places.loadBits(access, field, old);
    } else {
      // One that is read and written is noted once.
      generator.notes.write(access, type.size());
      generator.places.loadUnnoted(access, type, old);
    }
    int result = generator.frame.temporary();
    generator.operations.update(update, result, old, right);
    if (field != null) {
      generator.places.storeBits(access, field.type(), field.shift(), field.width(), result);
      if (wanted && !update.yieldsOld()) {
        generator.places.loadBits(access, field, result);
      }
    } else {
      generator.places.storeUnnoted(access, type, result);
    }
    return update.yieldsOld() ? old : result;
  }

  /** First values; many constants are copied from an image of the object. */
  void initialize(Initialize e) {
    Access target = generator.places.access(e.target());
    long size = e.target().type().size();
    List<Store> rest = new ArrayList<>(e.stores());
    long filled = image(target, rest, size);
    if (e.clear() && filled < size) {
      Access behind = target.plus(filled);
      int mark = generator.frame.mark();
      generator.notes.write(behind, size - filled);
      code().emit(Opcode.CLEAR, generator.places.address(behind), (int) (size - filled));
      generator.frame.release(mark);
    }
    for (Store store : rest) {
      int mark = generator.frame.mark();
      store(target.plus(store.offset()), store);
      generator.frame.release(mark);
    }
  }

  /**
   * Copies the constants among the stores to the target, and all zeros before the last of them;
   * says how far.
   */
  private long image(Access target, List<Store> stores, long size) {
    long end = 0;
    int constants = 0;
    for (Store store : stores) {
      if (Fold.isConstant(store.value())) {
        constants++;
        end = Math.max(end, store.offset() + store.type().size());
      }
    }
    if (constants < FEW || end > size) {
      return 0;
    }
    Image image = new Image((int) end);
    List<Store> rest = new ArrayList<>();
    for (Store store : stores) {
      if (!Fold.isConstant(store.value())) {
        rest.add(store);
      } else if (!StaticValue.put(image, store)) {
        throw new AssertionError(store);
      }
    }
    stores.clear();
    stores.addAll(rest);
    Symbol.Static object =
        new Symbol.Static("", null, new Type.Array(Type.CHAR, end), Realm.LIBRARY, false);
    object.makeReadOnly();
    object.image(image);
    int mark = generator.frame.mark();
    int from = generator.frame.temporary();
    generator.places.addressInto(Access.fixed(object, 0), from);
    generator.notes.write(target, end);
    code().emit(Opcode.COPY, generator.places.address(target), from, (int) end);
    generator.frame.release(mark);
    return end;
  }

  private void store(Access access, Store store) {
    if (store.width() > 0) {
      int value = generator.values.value(store.value());
      generator.places.storeBits(access, store.type(), store.shift(), store.width(), value);
    } else if (store.type().isRecord()) {
      generator.places.copy(access, generator.values.record(store.value()), store.type().size());
    } else {
      TypedExpression value = unconverted(store.value());
      boolean direct = access.kind() == Access.Kind.FRAME && Cell.of(store.type()).isDirect();
      if (direct) {
        generator.values.into(value, access.slot());
        generator.notes.write(access, store.type().size());
      } else {
        generator.places.store(access, store.type(), generator.values.value(value));
      }
    }
  }
}
