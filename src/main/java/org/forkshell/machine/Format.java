package org.forkshell.machine;

import org.forkshell.abi.ErrorNumber;
import org.forkshell.abi.StreamLayout;

/**
 * The printf family: a format, arguments in slots, and where the bytes go. A call on a stream
 * happens in steps, because writing to the kernel is the program's own business: {@link #print}
 * fills the stream's buffer and comes back where a line or a buffer is full. Nothing of a call is
 * kept here between two steps.
 */
final class Format {
  /** The struct {@code __printing} of {@code bits/stream.h}: a call's state between two steps. */
  private static final int FORMAT = 0;

  private static final int ARGUMENTS = 8;
  private static final int FIRST = 16;
  private static final int COUNT = 24;
  private static final int SKIP = 32;
  private static final int BEFORE = 40;
  private static final int TEXT = 48;
  private static final int LENGTH = 56;
  private static final int AFTER = 64;
  private static final int RENDERED = 72;
  private static final int RENDERED_SIZE = 64;
  private static final int STATE_SIZE = RENDERED + RENDERED_SIZE;

  /** What {@link #print} says. */
  private static final int DONE = 0;

  private static final int LINE = 1;
  private static final int PIECE = 2;
  private static final int FAILED = -1;

  private static final int INVALID = 22;
  private static final int ILLEGAL_BYTES = 84;
  private static final int TOO_LARGE = 75;

  private final Memory memory;
  private final ThreadArea area;
  private final Strings strings;
  private final Directive directive;
  private final PaddedField field;
  private final Rendering rendering;

  Format(Memory memory, ThreadArea area, Strings strings) {
    this.memory = memory;
    this.area = area;
    this.strings = strings;
    this.directive = new Directive(memory);
    this.field = new PaddedField(memory);
    this.rendering = new Rendering(memory, field);
  }

  /** {@link org.forkshell.abi.NativeFunction#__print}. */
  int print(long stream, long state) {
    memory.checkWritable(stream, StreamLayout.SIZE);
    memory.checkWritable(state, STATE_SIZE);
    int flags = memory.peekInt(stream + StreamLayout.FLAGS);
    boolean lines = (flags & StreamLayout.LINE_BUFFERED) != 0;
    long to = memory.peekLong(stream + StreamLayout.WRITE);
    long room = 0;
    if ((flags & StreamLayout.PUTTING) != 0) {
      int end = lines ? StreamLayout.BUFFER_END : StreamLayout.WRITE_END;
      room = Math.max(0, memory.peekLong(stream + end) - to);
    }
    long format = memory.peekLong(state + FORMAT);
    long count = memory.peekLong(state + COUNT);
    directive.begin(memory.peekLong(state + FIRST), memory.peekLong(state + ARGUMENTS));
    int result = DONE;
    while (result == DONE) {
      byte c = memory.loadByte(format);
      if (c == 0) {
        break;
      }
      if (c == '%') {
        format = directive.read(format + 1);
        if (!render(count)) {
          result = FAILED;
          break;
        }
      } else {
        long end = strings.findOrEnd(format + 1, '%');
        field.text(format, end - format);
        format = end;
      }
      long skip = memory.peekLong(state + SKIP);
      long length = field.length();
      if (count + length - skip > Integer.MAX_VALUE) {
        result = fail(TOO_LARGE);
      } else if (skip == 0 && length <= room) {
        count += length;
        field.put(0, length, to);
        long newline = lines ? field.lastNewline(strings) : 0;
        if (newline != 0) {
          memory.pokeLong(state + TEXT, newline - field.textStart() + to + field.before());
          result = LINE;
        }
        to += length;
        room -= length;
      } else if (field.isText()) {
        count += length;
        memory.pokeLong(state + BEFORE, field.before());
        memory.pokeLong(state + TEXT, field.textStart());
        memory.pokeLong(state + LENGTH, field.textLength());
        memory.pokeLong(state + AFTER, field.after());
        result = PIECE;
      } else {
        long part = Math.min(RENDERED_SIZE, length - skip);
        field.put(skip, part, state + RENDERED);
        count += part;
        memory.pokeLong(state + BEFORE, 0);
        memory.pokeLong(state + TEXT, state + RENDERED);
        memory.pokeLong(state + LENGTH, part);
        memory.pokeLong(state + AFTER, 0);
        boolean complete = skip + part == length;
        memory.pokeLong(state + SKIP, complete ? 0 : skip + part);
        if (!complete) {
          // The same directive again, the next part of it.
          format = directive.start();
          directive.rewind();
        }
        result = PIECE;
      }
    }
    memory.pokeLong(stream + StreamLayout.WRITE, to);
    memory.pokeLong(state + FORMAT, format);
    memory.pokeLong(state + ARGUMENTS, directive.next());
    memory.pokeLong(state + COUNT, count);
    return result;
  }

  /** vsnprintf(3). */
  int print(long to, long size, long format, long arguments) {
    directive.begin(arguments, arguments);
    long count = 0;
    long at = format;
    while (true) {
      byte c = memory.loadByte(at);
      if (c == 0) {
        break;
      }
      if (c == '%') {
        at = directive.read(at + 1);
        if (!render(count)) {
          return FAILED;
        }
      } else {
        long end = strings.findOrEnd(at + 1, '%');
        field.text(at, end - at);
        at = end;
      }
      long length = field.length();
      if (count + length > Integer.MAX_VALUE) {
        return fail(TOO_LARGE);
      }
      if (size > 0 && count < size - 1) {
        field.put(0, Math.min(length, size - 1 - count), to + count);
      }
      count += length;
    }
    if (size > 0) {
      memory.storeByte(to + Math.min(count, size - 1), 0);
    }
    return (int) count;
  }

  private int fail(int error) {
    memory.pokeInt(area.errno(), error);
    return FAILED;
  }

  /** Prepares what the directive says; false with errno set if that cannot be done. */
  private boolean render(long count) {
    rendering.begin(directive);
    if (directive.tooLarge()) {
      fail(TOO_LARGE);
      return false;
    }
    switch (directive.conversion()) {
      case 'd':
      case 'i':
        rendering.signed(directive.argument());
        return true;
      case 'u':
        rendering.unsigned(directive.unsignedArgument(), 10);
        return true;
      case 'o':
        rendering.unsigned(directive.unsignedArgument(), 8);
        return true;
      case 'x':
      case 'X':
        rendering.unsigned(directive.unsignedArgument(), 16);
        return true;
      case 'b':
      case 'B':
        rendering.unsigned(directive.unsignedArgument(), 2);
        return true;
      case 'c':
      case 'C':
        rendering.character(directive.takeSlot());
        return true;
      case 's':
        if (directive.isLong()) {
          return renderWide();
        }
        renderText(memory.loadLong(directive.takeSlot()));
        return true;
      case 'S':
        return renderWide();
      case 'p':
        rendering.pointer(memory.loadLong(directive.takeSlot()));
        return true;
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
      case 'a':
      case 'A':
        {
          long slot = directive.takeFloatingSlot();
          memory.checkReadable(slot, 8);
          rendering.floating(memory.peekDouble(slot));
          return true;
        }
      case 'm':
        rendering.word(ErrorNumber.message(memory.peekInt(area.errno())));
        return true;
      case 'n':
        storeCount(memory.loadLong(directive.takeSlot()), count);
        field.clear();
        return true;
      case '%':
        field.text(directive.end() - 1, 1);
        return true;
      case 0:
        fail(INVALID);
        return false;
      default:
        rendering.unknown();
        return true;
    }
  }

  private void renderText(long text) {
    int precision = directive.precision();
    if (text == 0) {
      rendering.word(precision < 0 || precision >= 6 ? "(null)" : "");
    } else {
      long length = precision < 0 ? strings.length(text) : strings.length(text, precision);
      rendering.text(text, length);
    }
  }

  /** In the C locale a wide character is a byte of ASCII or an error. */
  private boolean renderWide() {
    long text = memory.loadLong(directive.takeSlot());
    if (text == 0) {
      rendering.word(directive.precision() < 0 || directive.precision() >= 6 ? "(null)" : "");
      return true;
    }
    int length = 0;
    while (length != directive.precision()) {
      int c = memory.loadInt(text + 4L * length);
      if (c == 0) {
        break;
      }
      if (c < 0 || c > 127 || length >= PaddedField.MOST_WIDE) {
        fail(ILLEGAL_BYTES);
        return false;
      }
      rendering.wide(c);
      length++;
    }
    rendering.wideDone();
    return true;
  }

  private void storeCount(long to, long count) {
    switch (directive.bytes()) {
      case 1:
        memory.storeByte(to, (int) count);
        break;
      case 2:
        memory.storeShort(to, (int) count);
        break;
      case 8:
        memory.storeLong(to, count);
        break;
      default:
        memory.storeInt(to, (int) count);
    }
  }
}
