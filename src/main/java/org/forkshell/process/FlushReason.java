package org.forkshell.process;

/**
 * Why bytes left a process just then. The ordinals travel on the wire and are the library's {@code
 * reason} arguments.
 */
public enum FlushReason {
  /** The program called write(2) itself. */
  WRITE,
  /** A newline, on a line-buffered stream. */
  NEWLINE,
  /** The buffer was full. */
  FULL,
  /** fflush. */
  FFLUSH,
  /** exit, or main's return. */
  EXIT,
  /** The stream has no buffer. */
  UNBUFFERED,
  /** A read from a terminal flushes line-buffered output first. */
  READ,
  /** fclose. */
  CLOSE,
  /** setvbuf or setbuf. */
  SETVBUF,
  /** fseek or rewind. */
  SEEK;

  private static final FlushReason[] ALL = values();

  public static FlushReason of(int ordinal) {
    return ordinal >= 0 && ordinal < ALL.length ? ALL[ordinal] : WRITE;
  }
}
