package org.forkshell.machine;

/** One conversion specification of printf(3) and the arguments it takes. */
final class Directive {
  private final Memory memory;
  private long first;
  private long next;
  private long before;
  private long start;
  private long end;
  private boolean left;
  private boolean plus;
  private boolean space;
  private boolean alternative;
  private boolean zeros;
  private int width;
  private int precision;
  private int bytes;
  private long position;
  private boolean longDouble;
  private boolean tooLarge;
  private char conversion;

  Directive(Memory memory) {
    this.memory = memory;
  }

  /** Starts a call, or goes on with it. */
  void begin(long firstSlot, long nextSlot) {
    first = firstSlot;
    next = nextSlot;
  }

  /** Reads a specification from its percent sign on, and says where it ends. */
  long read(long behindPercent) {
    before = next;
    start = behindPercent - 1;
    left = false;
    plus = false;
    space = false;
    alternative = false;
    zeros = false;
    width = 0;
    precision = -1;
    bytes = 4;
    longDouble = false;
    position = 0;
    tooLarge = false;
    end = behindPercent;
    readPosition();
    readFlags();
    readWidth();
    readPrecision();
    readSize();
    conversion = (char) (peek() & 0xFF);
    if (conversion != 0) {
      end++;
    }
    return end;
  }

  private byte peek() {
    return memory.loadByte(end);
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private int readNumber() {
    long number = 0;
    for (byte c = peek(); isDigit(c); c = peek()) {
      number = number * 10 + c - '0';
      if (number >= Integer.MAX_VALUE) {
        tooLarge = true;
        number = 0;
      }
      end++;
    }
    return (int) number;
  }

  /** {@code 2$} in {@code %2$d}. */
  private void readPosition() {
    if (!isDigit(peek()) || peek() == '0') {
      return;
    }
    long from = end;
    int number = readNumber();
    if (peek() == '$') {
      position = number;
      end++;
    } else {
      end = from;
      tooLarge = false;
    }
  }

  private void readFlags() {
    while (true) {
      switch (peek()) {
        case '-':
          left = true;
          break;
        case '+':
          plus = true;
          break;
        case ' ':
          space = true;
          break;
        case '#':
          alternative = true;
          break;
        case '0':
          zeros = true;
          break;
        case '\'':
        case 'I':
          // The C locale groups no digits and has no others.
          break;
        default:
          return;
      }
      end++;
    }
  }

  private int readStar() {
    end++;
    long from = end;
    if (isDigit(peek())) {
      int number = readNumber();
      if (number > 0 && peek() == '$') {
        end++;
        return memory.loadInt(first + 8L * (number - 1));
      }
      end = from;
    }
    int value = memory.loadInt(next);
    next += 8;
    return value;
  }

  private void readWidth() {
    if (peek() == '*') {
      width = readStar();
      if (width < 0) {
        left = true;
        width = -width;
        tooLarge |= width < 0 || width == Integer.MAX_VALUE;
      }
    } else {
      width = readNumber();
    }
  }

  private void readPrecision() {
    if (peek() != '.') {
      return;
    }
    end++;
    if (peek() == '*') {
      precision = Math.max(-1, readStar());
    } else {
      precision = readNumber();
    }
  }

  private void readSize() {
    switch (peek()) {
      case 'h':
        bytes = 2;
        end++;
        if (peek() == 'h') {
          bytes = 1;
          end++;
        }
        break;
      case 'l':
        bytes = 8;
        end++;
        if (peek() == 'l') {
          end++;
        }
        break;
      case 'L':
        longDouble = true;
        bytes = 8;
        end++;
        break;
      case 'j':
      case 'z':
      case 'Z':
      case 't':
      case 'q':
        bytes = 8;
        end++;
        break;
      default:
    }
  }

  /** The address of the percent sign. */
  long start() {
    return start;
  }

  long end() {
    return end;
  }

  /** The slot of the argument that comes next. */
  long next() {
    return next;
  }

  /** Takes the arguments back, the same specification will be read again. */
  void rewind() {
    next = before;
  }

  char conversion() {
    return conversion;
  }

  /** Fewest bytes, 0 if not said. */
  int width() {
    return width;
  }

  /** -1 if not said. */
  int precision() {
    return precision;
  }

  /** How large an integer is: 1, 2, 4 or 8 bytes. */
  int bytes() {
    return bytes;
  }

  boolean isLong() {
    return bytes == 8;
  }

  boolean left() {
    return left;
  }

  boolean plus() {
    return plus;
  }

  boolean space() {
    return space;
  }

  boolean alternative() {
    return alternative;
  }

  boolean zeros() {
    return zeros;
  }

  /** Whether a number in it does not fit an int. */
  boolean tooLarge() {
    return tooLarge;
  }

  /** The address of the argument's slot; the one after it is next. */
  long takeSlot() {
    if (position > 0) {
      return first + 8 * (position - 1);
    }
    long slot = next;
    next += 8;
    return slot;
  }

  /** As {@link #takeSlot}, for a floating-point argument: a long double fills two slots. */
  long takeFloatingSlot() {
    long slot = takeSlot();
    if (longDouble && position == 0) {
      next += 8;
    }
    return slot;
  }

  long argument() {
    long slot = takeSlot();
    switch (bytes) {
      case 1:
        return memory.loadByte(slot);
      case 2:
        return memory.loadShort(slot);
      case 8:
        return memory.loadLong(slot);
      default:
        return memory.loadInt(slot);
    }
  }

  long unsignedArgument() {
    long value = argument();
    return bytes == 8 ? value : value & ((1L << (8 * bytes)) - 1);
  }
}
