package org.forkshell.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A structure or union, from the first mention of its tag on. Members get their places as the
 * x86-64 ABI says, bit-fields as gcc places them: in the next free bits, unless that would cross a
 * boundary of their declared type.
 */
public final class RecordDefinition {
  /**
   * A member.
   *
   * @param name null for an anonymous structure or union
   * @param offset in bytes from the beginning; of a bit-field, where the object of its declared
   *     type begins that holds it
   * @param shift the lowest bit of a bit-field in that object
   * @param width of a bit-field in bits, or 0
   */
  public record Member(@Nullable String name, Type type, long offset, int shift, int width) {
    public boolean isBitField() {
      return width > 0;
    }

    private Member movedBy(long distance) {
      return new Member(name, type, offset + distance, shift, width);
    }
  }

  private final boolean union;
  private final @Nullable String tag;
  private @Nullable String alias;
  private final List<Member> members = new ArrayList<>();
  private final Map<String, Member> byName = new HashMap<>();
  private boolean complete;
  private boolean flexible;

  // While it grows: in bits from the beginning.
  private long end;
  private long largest;
  private int alignment = 1;
  private long size;

  public RecordDefinition(boolean union, @Nullable String tag) {
    this.union = union;
    this.tag = tag;
  }

  public boolean isUnion() {
    return union;
  }

  public @Nullable String tag() {
    return tag;
  }

  /** The first name that a typedef gave to what has no tag; null where there is none. */
  public @Nullable String alias() {
    return alias;
  }

  /** A typedef names it: that is what it is called where it has no tag. */
  public void name(String typedef) {
    if (tag == null && alias == null) {
      alias = typedef;
    }
  }

  public boolean isComplete() {
    return complete;
  }

  /** Whether its last member is an array without a length (C11 6.7.2.1 p18). */
  boolean isFlexible() {
    return flexible;
  }

  long size() {
    return size;
  }

  int alignment() {
    return alignment;
  }

  /** The members in order; anonymous ones as they stand. */
  public List<Member> members() {
    return members;
  }

  /**
   * The member of this name, also of an anonymous structure within, its offset counted from this
   * one's beginning.
   */
  public @Nullable Member find(String name) {
    return byName.get(name);
  }

  public Iterable<String> names() {
    return byName.keySet();
  }

  /**
   * Adds a member after those there are; false if there is already one of that name.
   *
   * @param aligned of how many bytes its offset is a multiple
   */
  public boolean add(@Nullable String name, Type type, int aligned) {
    alignment = Math.max(alignment, aligned);
    long start = union ? 0 : roundUp(end, 8L * aligned);
    end = start + 8 * type.size();
    largest = Math.max(largest, end);
    flexible |= type instanceof Type.Array array && array.length() == Type.Array.UNKNOWN;
    Member member = new Member(name, type, start / 8, 0, 0);
    members.add(member);
    if (name != null) {
      return byName.putIfAbsent(name, member) == null;
    }
    boolean fresh = true;
    if (type instanceof Type.Record record) {
      for (Member inner : record.definition().byName.values()) {
        fresh &=
            byName.putIfAbsent(String.valueOf(inner.name), inner.movedBy(member.offset)) == null;
      }
    }
    return fresh;
  }

  /**
   * Adds a bit-field; {@code name} is null for padding, {@code width} 0 to begin a new object of
   * its type.
   */
  public boolean addBits(@Nullable String name, Type type, int width) {
    long unit = 8 * type.size();
    if (union) {
      end = 0;
    }
    if (width == 0) {
      end = roundUp(end, unit);
      return true;
    }
    if (end / unit != (end + width - 1) / unit) {
      end = roundUp(end, unit);
    }
    long start = end;
    end += width;
    largest = Math.max(largest, end);
    if (name == null) {
      return true;
    }
    alignment = Math.max(alignment, type.alignment());
    Member member = new Member(name, type, start / unit * type.size(), (int) (start % unit), width);
    members.add(member);
    return byName.putIfAbsent(name, member) == null;
  }

  /** Becomes what it was before its members were known. */
  public void forget() {
    members.clear();
    byName.clear();
    complete = false;
    flexible = false;
    end = 0;
    largest = 0;
    alignment = 1;
    size = 0;
  }

  /**
   * All members are there.
   *
   * @param aligned what the whole is aligned to at least, in bytes
   */
  public void complete(int aligned) {
    alignment = Math.max(alignment, aligned);
    size = roundUp(union ? largest : Math.max(end, largest), 8L * alignment) / 8;
    complete = true;
  }

  private static long roundUp(long value, long multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }
}
