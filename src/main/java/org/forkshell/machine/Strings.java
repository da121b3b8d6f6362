package org.forkshell.machine;

/**
 * The functions of string.h over a program's memory. Reading stops where C says it stops, or faults
 * where the program's memory does.
 */
final class Strings {
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = 0x8080_8080_8080_8080L;

  private final Memory memory;

  Strings(Memory memory) {
    this.memory = memory;
  }

  /** The first address after the readable stretch that {@code address} lies in; faults if none. */
  private long end(long address) {
    memory.checkReadable(address, 1);
    return memory.readableEnd(address);
  }

  long length(long text) {
    return find(text, 0) - text;
  }

  /** The length, at most {@code most}; bytes from there on are not touched. */
  long length(long text, long most) {
    long found = find(text, 0, most);
    return found == 0 ? most : found - text;
  }

  /** Where the byte {@code value} comes first; faults if it does not come. */
  long find(long from, int value) {
    long end = end(from);
    long found = scan(from, end, value);
    if (found == end) {
      memory.checkReadable(end, 1);
    }
    return found;
  }

  /** Where the byte {@code value} comes first within {@code count} bytes, or 0. */
  long find(long from, int value, long count) {
    if (count == 0) {
      return 0;
    }
    long end = end(from);
    long stop = count > 0 && count < end - from ? from + count : end;
    long found = scan(from, stop, value);
    if (found < stop) {
      return found;
    }
    if (stop - from != count) {
      memory.checkReadable(end, 1);
    }
    return 0;
  }

  /** Where the byte comes first from {@code from} on and before {@code stop}, or {@code stop}. */
  private long scan(long from, long stop, int value) {
    long pattern = (value & 0xFFL) * ONES;
    long at = from;
    while (stop - at >= 8) {
      long bytes = memory.peekLong(at) ^ pattern;
      long zeros = (bytes - ONES) & ~bytes & HIGHS;
      if (zeros != 0) {
        return at + firstByte(zeros);
      }
      at += 8;
    }
    while (at < stop) {
      if (memory.peekByte(at) == (byte) value) {
        return at;
      }
      at++;
    }
    return stop;
  }

  /** Which byte of a word that is not 0 is the first that is not, in the order of addresses. */
  private static int firstByte(long word) {
    // What the JVM has for this is no compiled code here.
    int index = 0;
    for (long rest = word; (rest & 0xFF) == 0; rest >>>= 8) {
      index++;
    }
    return index;
  }

  /** Where the byte comes last within {@code count} bytes, or 0. */
  long findLast(long from, int value, long count) {
    if (count == 0) {
      return 0;
    }
    memory.checkReadable(from, count);
    for (long at = from + count - 1; at >= from; at--) {
      if (memory.peekByte(at) == (byte) value) {
        return at;
      }
    }
    return 0;
  }

  /** Where the byte comes first in a text, or else the text's end. */
  long findOrEnd(long text, int value) {
    long pattern = (value & 0xFFL) * ONES;
    long end = end(text);
    long at = text;
    while (end - at >= 8) {
      long bytes = memory.peekLong(at);
      long others = bytes ^ pattern;
      long zeros = ((bytes - ONES & ~bytes) | (others - ONES & ~others)) & HIGHS;
      if (zeros != 0) {
        return at + firstByte(zeros);
      }
      at += 8;
    }
    while (true) {
      byte c = memory.loadByte(at);
      if (c == (byte) value || c == 0) {
        return at;
      }
      at++;
    }
  }

  /** Copies a text with its zero. */
  void copy(long to, long text) {
    memory.copy(to, text, length(text) + 1);
  }

  /** Copies at most {@code count} bytes of a text and fills up with zeros: strncpy(3). */
  void copy(long to, long text, long count) {
    if (count != 0) {
      long length = length(text, count);
      move(to, text, length);
      memory.fill(to + length, 0, count - length);
    }
  }

  /** Copies bytes; none may be copied from or to anywhere. */
  void move(long to, long from, long count) {
    if (count != 0) {
      memory.copy(to, from, count);
    }
  }

  /** The difference of the first two bytes that differ. */
  int compareBytes(long a, long b, long count) {
    if (count == 0) {
      return 0;
    }
    memory.checkReadable(a, count);
    memory.checkReadable(b, count);
    long i = 0;
    while (count - i >= 8 && memory.peekLong(a + i) == memory.peekLong(b + i)) {
      i += 8;
    }
    while (i < count) {
      int difference = (memory.peekByte(a + i) & 0xFF) - (memory.peekByte(b + i) & 0xFF);
      if (difference != 0) {
        return difference;
      }
      i++;
    }
    return 0;
  }

  int compare(long a, long b, long most) {
    for (long i = 0; i != most; i++) {
      int c = memory.loadByte(a + i) & 0xFF;
      int d = memory.loadByte(b + i) & 0xFF;
      if (c != d) {
        return c - d;
      }
      if (c == 0) {
        break;
      }
    }
    return 0;
  }

  int compareIgnoringCase(long a, long b, long most) {
    for (long i = 0; i != most; i++) {
      int c = lower(memory.loadByte(a + i));
      int d = lower(memory.loadByte(b + i));
      if (c != d) {
        return c - d;
      }
      if (c == 0) {
        break;
      }
    }
    return 0;
  }

  private static int lower(byte c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c & 0xFF;
  }

  /** Where {@code part} begins in {@code text}, or 0. */
  long findText(long text, long part, boolean ignoringCase) {
    long length = length(part);
    if (length == 0) {
      return text;
    }
    for (long at = text; memory.loadByte(at) != 0; at++) {
      int order = ignoringCase ? compareIgnoringCase(at, part, length) : compare(at, part, length);
      if (order == 0) {
        return at;
      }
    }
    return 0;
  }

  /** Where {@code length} bytes come first among {@code count}, or 0. */
  long findBytes(long bytes, long count, long part, long length) {
    if (length == 0) {
      return bytes;
    }
    for (long i = 0; count - i >= length; i++) {
      if (compareBytes(bytes + i, part, length) == 0) {
        return bytes + i;
      }
    }
    return 0;
  }

  /** How many bytes at the start of {@code text} are in {@code set}, or are not in it. */
  long span(long text, long set, boolean inSet) {
    long at = text;
    while (true) {
      byte c = memory.loadByte(at);
      if (c == 0 || (memory.loadByte(findOrEnd(set, c)) != 0) != inSet) {
        return at - text;
      }
      at++;
    }
  }

  /** Puts ASCII text with a zero after it. */
  void put(long to, String text) {
    int length = text.length();
    memory.checkWritable(to, length + 1L);
    for (int i = 0; i < length; i++) {
      memory.pokeByte(to + i, text.charAt(i));
    }
    memory.pokeByte(to + length, 0);
  }
}
