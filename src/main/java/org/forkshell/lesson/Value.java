package org.forkshell.lesson;

import org.jspecify.annotations.Nullable;

/**
 * What a measure yields.
 *
 * @param number null where the text is not one
 * @param text in C's notation; empty where there is nothing to measure
 */
public record Value(@Nullable Long number, String text) {
  /** There is nothing to measure: no such process, no such variable. */
  public static final Value NONE = new Value(null, "");

  public static Value of(long number) {
    return new Value(number, Long.toString(number));
  }

  /** A text, which is a number as well if it reads as one in decimal or hexadecimal. */
  public static Value of(String text) {
    try {
      return new Value(Long.decode(text.strip()), text);
    } catch (NumberFormatException plain) {
      return new Value(null, text);
    }
  }

  boolean equal(Value other) {
    if (number != null && other.number != null) {
      return number.longValue() == other.number.longValue();
    }
    return this != NONE && other != NONE && text.equals(other.text);
  }

  /** Less than zero, zero or more, as of {@link Long#compare}; null where there is no order. */
  @Nullable Integer compare(Value other) {
    return number == null || other.number == null ? null : Long.compare(number, other.number);
  }
}
