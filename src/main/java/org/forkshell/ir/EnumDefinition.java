package org.forkshell.ir;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An enumeration, from the first mention of its tag on. */
public final class EnumDefinition {
  private final @Nullable String tag;
  private final Map<Long, String> names = new LinkedHashMap<>();
  private boolean complete;
  private boolean unsigned = true;

  public EnumDefinition(@Nullable String tag) {
    this.tag = tag;
  }

  public @Nullable String tag() {
    return tag;
  }

  public boolean isComplete() {
    return complete;
  }

  public void complete() {
    complete = true;
  }

  /**
   * An enumerator's own type is int; the enumeration's is unsigned int unless one is negative, as
   * the common compilers have it.
   */
  public boolean isUnsigned() {
    return unsigned;
  }

  public void add(String name, long value) {
    names.putIfAbsent(value, name);
    unsigned &= value >= 0;
  }

  /** The first enumerator with this value, or null. */
  public @Nullable String nameOf(long value) {
    return names.get(value);
  }
}
