package org.forkshell.view.xray;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.forkshell.source.Visible;
import org.jspecify.annotations.Nullable;

/** Bytes as a string literal of C has them. */
public final class Literal {
  private static final int LONGEST_CHARACTER = 4;

  private Literal() {}

  /**
   * No byte is lost: what is no text is told by its number.
   *
   * @param complete whether these are all; if not, that is shown
   */
  public static String of(byte[] bytes, boolean complete) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < bytes.length; ) {
      int length = 1;
      String character = null;
      while (character == null && length <= LONGEST_CHARACTER && i + length <= bytes.length) {
        character = decoded(bytes, i, length++);
      }
      if (character == null) {
        text.append(String.format("\\%03o", bytes[i] & 0xff));
        i++;
      } else {
        text.append(escaped(character));
        i += length - 1;
      }
    }
    return text.append(complete ? "\"" : "\"…").toString();
  }

  private static @Nullable String decoded(byte[] bytes, int at, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, at, length))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String escaped(String character) {
    char c = character.charAt(0);
    return switch (c) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default ->
          !Visible.is(character.codePointAt(0))
              ? String.format(c < 0x80 ? "\\%03o" : "\\u%04x", character.codePointAt(0))
              : character;
    };
  }
}
