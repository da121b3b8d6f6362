package org.forkshell.language.c.check;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.Fold;
import org.forkshell.ir.RecordDefinition;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Store;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Expression.InitializerList;
import org.forkshell.language.c.syntax.Expression.StringLiteral;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Reads the initialiser of one object: walks its parts and the values side by side. */
final class InitializerReader {
  /** The entries of a list, one after another. */
  private static final class Entries {
    private final List<Expression.Item> items;
    private int next;

    /** The current entry's value, checked already because its type had to be known. */
    private @Nullable TypedExpression checked;

    /** The entry whose designators have been followed already, or -1. */
    private int entered = -1;

    Entries(List<Expression.Item> items) {
      this.items = items;
    }

    boolean hasNext() {
      return next < items.size();
    }

    Expression.Item peek() {
      return items.get(next);
    }

    boolean isDesignated() {
      return next != entered && !peek().designators().isEmpty();
    }

    void skip() {
      next++;
      checked = null;
    }
  }

  private final Checker checker;
  private final List<Store> stores = new ArrayList<>();

  /** How many elements the outermost array needs. */
  private long length;

  /** Whether parts were named: then one may be filled twice, and the last time counts. */
  private boolean designated;

  InitializerReader(Checker checker) {
    this.checker = checker;
  }

  List<Store> stores() {
    return stores;
  }

  long length() {
    return length;
  }

  void object(Type declared, long offset, Expression value) {
    Type type = parted(declared);
    if (InitializerChecker.isStringFor(type, value)) {
      string(type, offset, ((StringLiteral) value).bytes(), value.span());
    } else if (value instanceof InitializerList list) {
      list(type, offset, list);
    } else {
      store(type, offset, 0, 0, checker.expressions.value(value), value);
    }
  }

  /** An atomic structure gets its first values as any other does. */
  private static Type parted(Type type) {
    return type.isAtomic() ? type.unqualified() : type;
  }

  private void store(
      Type type, long offset, int shift, int width, TypedExpression value, Expression written) {
    TypedExpression converted =
        checker.conversions.assigned(value, type, written, written.span(), "initialise");
    if (!converted.isWrong()) {
      if (width == 0) {
        forget(offset, type);
      }
      stores.add(new Store(offset, type.unqualified(), shift, width, converted));
    }
  }

  private void forget(long offset, Type type) {
    if (designated) {
      stores.removeIf(store -> store.offset() >= offset && store.offset() < offset + type.size());
    }
  }

  private void list(Type type, long offset, InitializerList list) {
    forget(offset, type);
    Entries entries = new Entries(list.items());
    if (type.isArray() || type.isRecord()) {
      if (type.isArray()
          && list.items().size() == 1
          && InitializerChecker.isStringFor(type, list.items().get(0).value())
          && list.items().get(0).designators().isEmpty()) {
        object(type, offset, list.items().get(0).value());
        return;
      }
      parts(type, offset, entries, true);
      return;
    }
    if (!entries.hasNext()) {
      if (type.isScalar()) {
        store(type, offset, 0, 0, Fold.whole(Type.INT, 0), list);
      }
      return;
    }
    Expression.Item first = entries.peek();
    if (!first.designators().isEmpty()) {
      checker.error(
          first.designators().get(0).span(), "check.designator.scalar", TypeText.of(type));
      return;
    }
    object(type, offset, first.value());
    if (list.items().size() > 1) {
      checker.warning(list.items().get(1).value().span(), "check.initialiser.excess");
    }
  }

  private void string(Type type, long offset, byte[] bytes, Span at) {
    forget(offset, type);
    long room = type instanceof Type.Array array ? array.length() : Type.Array.UNKNOWN;
    if (room == Type.Array.UNKNOWN) {
      room = bytes.length + 1L;
      if (offset == 0) {
        length = room;
      }
    } else if (bytes.length > room) {
      checker.warning(at, "check.initialiser.string", bytes.length, room);
    }
    for (int i = 0; i < Math.min(room, bytes.length); i++) {
      stores.add(new Store(offset + i, Type.CHAR, 0, 0, new Whole(Type.CHAR, bytes[i])));
    }
  }

  /**
   * Fills the elements or members of an object; without braces of its own it takes only what it
   * needs.
   */
  private void parts(Type type, long offset, Entries entries, boolean braced) {
    if (type instanceof Type.Array array) {
      elements(array, offset, entries, braced);
    } else if (type instanceof Type.Record record) {
      members(record, offset, entries, braced);
    } else {
      throw new AssertionError(type);
    }
  }

  private void elements(Type.Array array, long offset, Entries entries, boolean braced) {
    boolean open = array.length() == Type.Array.UNKNOWN;
    long index = 0;
    boolean reported = false;
    while (entries.hasNext()) {
      Expression.Item item = entries.peek();
      if (entries.isDesignated()) {
        if (!braced) {
          return;
        }
        designated = true;
        index = index(array, item.designators().get(0));
        if (index < 0) {
          entries.skip();
          index = 0;
          continue;
        }
        designated(array.of(), offset + index * array.of().size(), entries, 1);
      } else if (!open && index >= array.length()) {
        if (!braced) {
          return;
        }
        reported = excess(entries, reported);
        continue;
      } else {
        part(array.of(), offset + index * array.of().size(), entries);
      }
      index++;
      if (open && offset == 0) {
        length = Math.max(length, index);
      }
    }
  }

  private boolean excess(Entries entries, boolean reported) {
    Expression value = entries.peek().value();
    if (!reported) {
      checker.warning(value.span(), "check.initialiser.excess");
    }
    if (!(value instanceof InitializerList) && entries.checked == null) {
      checker.expressions.value(value);
    }
    entries.skip();
    return true;
  }

  private long index(Type.Array array, Expression.Designator designator) {
    if (designator.index() == null) {
      checker.error(designator.span(), "check.designator.member", TypeText.of(array));
      return -1;
    }
    TypedExpression index = checker.expressions.value(designator.index());
    if (!(index instanceof Whole whole)) {
      if (!index.isWrong()) {
        checker.error(designator.span(), "check.constant.needed");
      }
      return -1;
    }
    if (whole.value() < 0
        || (array.length() != Type.Array.UNKNOWN && whole.value() >= array.length())) {
      checker.error(designator.span(), "check.designator.range", whole.value(), TypeText.of(array));
      return -1;
    }
    if (whole.value() >= TypeChecker.LARGEST / Math.max(1, array.of().size())) {
      checker.error(designator.span(), "check.array.large");
      return -1;
    }
    return whole.value();
  }

  private void members(Type.Record record, long offset, Entries entries, boolean braced) {
    List<RecordDefinition.Member> members = record.definition().members();
    int index = 0;
    boolean reported = false;
    while (entries.hasNext()) {
      Expression.Item item = entries.peek();
      if (entries.isDesignated()) {
        if (!braced) {
          return;
        }
        designated = true;
        Expression.Designator designator = item.designators().get(0);
        index = indexOf(record, designator);
        if (index < 0) {
          entries.skip();
          index = 0;
          continue;
        }
        RecordDefinition.Member member = members.get(index);
        // The name of an anonymous structure's member leads into it first.
        designatedMember(member, offset, entries, member.name() == null ? 0 : 1);
      } else if (index
          >= (record.definition().isUnion() ? Math.min(1, members.size()) : members.size())) {
        if (!braced) {
          return;
        }
        reported = excess(entries, reported);
        continue;
      } else {
        member(members.get(index), offset, entries);
      }
      // After one of a union's members, no other follows.
      index = record.definition().isUnion() ? members.size() : index + 1;
    }
  }

  private int indexOf(Type.Record record, Expression.Designator designator) {
    String name = designator.member();
    if (name == null) {
      checker.error(designator.span(), "check.designator.index", TypeText.of(record));
      return -1;
    }
    List<RecordDefinition.Member> members = record.definition().members();
    for (int i = 0; i < members.size(); i++) {
      RecordDefinition.Member member = members.get(i);
      if (name.equals(member.name())
          || (member.name() == null
              && member.type() instanceof Type.Record inner
              && inner.definition().find(name) != null)) {
        return i;
      }
    }
    checker.expressions.noMember(record, name, designator.span());
    return -1;
  }

  private void member(RecordDefinition.Member member, long offset, Entries entries) {
    if (member.isBitField()) {
      bits(member, offset, entries);
    } else {
      part(member.type(), offset + member.offset(), entries);
    }
  }

  private void bits(RecordDefinition.Member member, long offset, Entries entries) {
    Expression value = entries.peek().value();
    TypedExpression checked = entries.checked;
    entries.skip();
    store(
        member.type(),
        offset + member.offset(),
        member.shift(),
        member.width(),
        checked != null ? checked : checker.expressions.value(value),
        value);
  }

  private void designatedMember(
      RecordDefinition.Member member, long offset, Entries entries, int depth) {
    if (member.isBitField()) {
      bits(member, offset, entries);
    } else {
      designated(member.type(), offset + member.offset(), entries, depth);
    }
  }

  /** The rest of an entry's designators, from the one at {@code depth} on. */
  private void designated(Type declared, long offset, Entries entries, int depth) {
    Type type = parted(declared);
    Expression.Item item = entries.peek();
    if (depth == item.designators().size()) {
      part(type, offset, entries);
      return;
    }
    Expression.Designator designator = item.designators().get(depth);
    if (type instanceof Type.Array array) {
      long index = index(array, designator);
      if (index >= 0) {
        designated(array.of(), offset + index * array.of().size(), entries, depth + 1);
        return;
      }
    } else if (type instanceof Type.Record record) {
      int index = indexOf(record, designator);
      if (index >= 0) {
        RecordDefinition.Member member = record.definition().members().get(index);
        designatedMember(member, offset, entries, member.name() == null ? depth : depth + 1);
        return;
      }
    } else {
      checker.error(designator.span(), "check.designator.scalar", TypeText.of(type));
    }
    entries.skip();
  }

  /**
   * The next entry's value goes here, with those after it where this has parts and the entry no
   * braces.
   */
  private void part(Type declared, long offset, Entries entries) {
    Type type = parted(declared);
    Expression value = entries.peek().value();
    if (value instanceof InitializerList || InitializerChecker.isStringFor(type, value)) {
      entries.skip();
      object(type, offset, value);
      return;
    }
    TypedExpression checked = entries.checked;
    if (checked == null) {
      checked = checker.expressions.value(value);
      entries.checked = checked;
    }
    boolean same =
        type instanceof Type.Record r
            && checked.type() instanceof Type.Record s
            && r.definition() == s.definition();
    if (type.isScalar() || same || checked.isWrong()) {
      entries.skip();
      store(type, offset, 0, 0, checked, value);
      return;
    }
    // The designators of this entry have led to here: within, it counts as one without any.
    entries.entered = entries.next;
    parts(type, offset, entries, false);
  }
}
