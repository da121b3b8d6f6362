package org.forkshell.language.c.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.forkshell.ir.BasicType;
import org.forkshell.ir.Fold;
import org.forkshell.ir.RecordDefinition;
import org.forkshell.ir.Type;
import org.forkshell.language.ObservedMemory;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.Visible;
import org.jspecify.annotations.Nullable;

/**
 * Values in a process's memory as C writes them: {@code 5574}, {@code 'a'}, {@code "text"}, {@code
 * {.x = 1, .next = 0x4000…}}.
 */
public final class ValueText {
  private static final int MOST_ELEMENTS = 20;
  private static final int MOST_CHARACTERS = 60;
  private static final int DEEPEST = 4;
  private static final String UNREADABLE = "?";

  private final ObservedMemory memory;

  public ValueText(ObservedMemory memory) {
    this.memory = memory;
  }

  /** The value of an object of this type at an absolute address. */
  public String of(Type type, long address) {
    StringBuilder text = new StringBuilder();
    value(type, address, 0, text);
    return text.toString();
  }

  private void value(Type declared, long address, int depth, StringBuilder text) {
    Type type = declared.unqualified();
    if (type instanceof Type.Array array) {
      array(array, address, depth, text);
    } else if (type instanceof Type.VariableArray) {
      Long pointer = number(address, 8);
      text.append(pointer == null ? UNREADABLE : hex(pointer));
    } else if (type instanceof Type.Record record) {
      record(record, address, depth, text);
    } else if (type.isFloating()) {
      floating(type, address, text);
    } else if (type.isScalar()) {
      Long number = number(address, (int) type.size());
      if (number == null) {
        text.append(UNREADABLE);
      } else {
        scalar(type, Fold.wrapped(number, type), text);
      }
    } else {
      text.append(UNREADABLE);
    }
  }

  private @Nullable Long number(long address, int size) {
    byte[] read = memory.read(address, size);
    if (read == null) {
      return null;
    }
    long number = 0;
    for (int i = size - 1; i >= 0; i--) {
      number = number << 8 | read[i] & 0xff;
    }
    return number;
  }

  private void scalar(Type type, long number, StringBuilder text) {
    if (type instanceof Type.Pointer pointer) {
      pointer(pointer, number, text);
    } else if (type instanceof Type.Enumeration enumeration) {
      String name = enumeration.definition().nameOf(number);
      text.append(name == null ? Long.toString(number) : name);
    } else if (type instanceof Type.Simple simple && simple.basic() == BasicType.CHAR) {
      text.append(number);
      if (number >= ' ' && number < 127) {
        text.append(" '")
            .append(number == '\'' || number == '\\' ? "\\" : "")
            .append((char) number)
            .append('\'');
      }
    } else {
      text.append(type.isUnsigned() ? Long.toUnsignedString(number) : Long.toString(number));
    }
  }

  private void pointer(Type.Pointer pointer, long address, StringBuilder text) {
    if (address == 0) {
      text.append("NULL");
      return;
    }
    if (pointer.to().isFunction()) {
      String name = memory.functionAt(address);
      text.append(name == null ? hex(address) : name);
      return;
    }
    text.append(hex(address));
    if (pointer.to() instanceof Type.Simple simple && simple.basic() == BasicType.CHAR) {
      String pointed = text(address, Integer.MAX_VALUE);
      if (pointed != null) {
        text.append(' ').append(pointed);
      }
    }
  }

  private static String hex(long address) {
    return address == 0 ? "NULL" : "0x" + Long.toHexString(address);
  }

  /**
   * The text at an address up to its closing zero, in quotes; null if nothing can be read there.
   */
  private @Nullable String text(long address, int most) {
    byte[] found = new byte[MOST_CHARACTERS + 1];
    int length = 0;
    boolean closed = false;
    while (length < Math.min(found.length, most)) {
      byte[] one = memory.read(address + length, 1);
      if (one == null) {
        if (length == 0) {
          return null;
        }
        break;
      }
      if (one[0] == 0) {
        closed = true;
        break;
      }
      found[length++] = one[0];
    }
    boolean cut = !closed && length > MOST_CHARACTERS;
    String decoded = SourceBytes.decode(Arrays.copyOf(found, Math.min(length, MOST_CHARACTERS)));
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < decoded.length(); i++) {
      if (SourceBytes.isEscape(decoded, i)) {
        quoted.append('\\').append(Integer.toOctalString(decoded.charAt(i) & 0xff));
      } else {
        int c = decoded.codePointAt(i);
        escape(c, quoted);
        i += Character.charCount(c) - 1;
      }
    }
    return quoted.append(cut ? "…" : "").append('"').toString();
  }

  private static void escape(int c, StringBuilder text) {
    switch (c) {
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      case '\r' -> text.append("\\r");
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      default -> {
        if (Visible.is(c)) {
          text.appendCodePoint(c);
        } else {
          // As a string literal would have it.
          for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            text.append('\\').append(Integer.toOctalString(b & 0xff));
          }
        }
      }
    }
  }

  private void floating(Type type, long address, StringBuilder text) {
    Long bits = number(address, type.size() == 4 ? 4 : 8);
    if (bits == null) {
      text.append(UNREADABLE);
      return;
    }
    double value =
        type.size() == 4 ? Float.intBitsToFloat(bits.intValue()) : Double.longBitsToDouble(bits);
    String shortest = type.size() == 4 ? Float.toString((float) value) : Double.toString(value);
    if (Double.isNaN(value)) {
      text.append("nan");
    } else if (Double.isInfinite(value)) {
      text.append(value < 0 ? "-inf" : "inf");
    } else {
      text.append(shortest.replace("E", "e"));
    }
  }

  private void array(Type.Array array, long address, int depth, StringBuilder text) {
    if (array.of() instanceof Type.Simple simple && simple.basic() == BasicType.CHAR) {
      String content =
          array.length() > 0
              ? text(address, (int) Math.min(array.length(), Integer.MAX_VALUE))
              : "\"\"";
      text.append(content == null ? UNREADABLE : content);
      return;
    }
    if (depth == DEEPEST) {
      text.append("{…}");
      return;
    }
    text.append('{');
    for (long i = 0; i < array.length(); i++) {
      if (i > 0) {
        text.append(", ");
      }
      if (i == MOST_ELEMENTS) {
        text.append('…');
        break;
      }
      value(array.of(), address + i * array.of().size(), depth + 1, text);
    }
    text.append('}');
  }

  private void record(Type.Record record, long address, int depth, StringBuilder text) {
    if (depth == DEEPEST) {
      text.append("{…}");
      return;
    }
    text.append('{');
    String separator = "";
    for (RecordDefinition.Member member : record.definition().members()) {
      text.append(separator);
      separator = ", ";
      if (member.name() != null) {
        text.append('.').append(member.name()).append(" = ");
      }
      if (member.isBitField()) {
        bits(member, address + member.offset(), text);
      } else {
        value(member.type(), address + member.offset(), depth + 1, text);
      }
    }
    text.append('}');
  }

  private void bits(RecordDefinition.Member member, long address, StringBuilder text) {
    Long unit = number(address, (int) member.type().size());
    if (unit == null) {
      text.append(UNREADABLE);
      return;
    }
    long up = unit << 64 - member.shift() - member.width();
    int down = 64 - member.width();
    scalar(member.type(), member.type().isUnsigned() ? up >>> down : up >> down, text);
  }
}
