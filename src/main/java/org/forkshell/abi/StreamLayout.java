package org.forkshell.abi;

/**
 * What a {@code FILE} looks like in a program's memory: {@code struct _IO_FILE} of {@code
 * bits/stream.h}, so that a stream can be read from outside. The object {@code __streams} points to
 * the newest stream, each points to the {@link #NEXT} one, the last three are stderr, stdout and
 * stdin.
 *
 * <p>The bytes that were printed and wait to be written are those from {@link #WRITE_BASE} up to
 * {@link #WRITE}, if {@link #PUTTING} is among the flags. The bytes that were read from the kernel
 * and not yet by the program are those from {@link #READ} up to {@link #READ_END}.
 */
public final class StreamLayout {
  /** An int, see the flags below. */
  public static final int FLAGS = 0;

  /** An int, the file descriptor. */
  public static final int DESCRIPTOR = 4;

  /** The buffer, null before the first use. */
  public static final int BUFFER = 8;

  public static final int BUFFER_END = 16;
  public static final int WRITE_BASE = 24;
  public static final int WRITE = 32;

  /**
   * Up to here a character may be put without looking at it: at {@link #WRITE} if line-buffered.
   */
  public static final int WRITE_END = 40;

  public static final int READ_BASE = 48;
  public static final int READ = 56;
  public static final int READ_END = 64;

  /** The three read pointers while a character given back by ungetc(3) is read instead. */
  public static final int SAVED_BASE = 72;

  public static final int SAVED = 80;
  public static final int SAVED_END = 88;

  /** The next older stream, or null. */
  public static final int NEXT = 96;

  public static final int SIZE = 120;

  // Flags.
  /** The buffer is the program's own. */
  public static final int USER_BUFFER = 1;

  public static final int UNBUFFERED = 2;
  public static final int NO_READS = 4;
  public static final int NO_WRITES = 8;

  /** End of file was met: feof(3). */
  public static final int AT_END = 16;

  /** An error was met: ferror(3). */
  public static final int FAILED = 32;

  public static final int PUSHED_BACK = 64;
  public static final int LINE_BUFFERED = 128;

  /** The buffer is in use for writing. */
  public static final int PUTTING = 256;

  public static final int APPENDING = 512;

  private StreamLayout() {}
}
