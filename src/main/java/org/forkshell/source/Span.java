package org.forkshell.source;

/**
 * The part of a text from offset {@code start} up to, not including, {@code end}; empty where the
 * two are equal.
 */
public record Span(SourceText source, int start, int end) {
  public Span {
    if (start < 0 || end < start || end > source.text().length()) {
      throw new AssertionError("span " + start + ".." + end + " outside " + source);
    }
  }

  /** The smallest span that holds this one and {@code other}; both stand in the same text. */
  public Span to(Span other) {
    return other.source != source
        ? this
        : new Span(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  public int line() {
    return source.lineAt(start);
  }

  public int column() {
    return source.columnAt(start);
  }

  public String text() {
    return source.text().substring(start, end);
  }
}
