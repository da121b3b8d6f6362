package org.forkshell.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a source as text and back, none of them lost: a C compiler hands the bytes of a
 * string literal on as they are, whatever editor saved them. Text is UTF-8; a byte that belongs to
 * no character of UTF-8 becomes a lone surrogate, U+DC80 to U+DCFF, which UTF-8 never has.
 */
public final class SourceBytes {
  private static final char ESCAPE = '\udc00';

  /** A binary file shows itself early. */
  private static final int BEGINNING = 1000;

  private SourceBytes() {}

  public static String decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    for (CoderResult result = decoder.decode(in, out, true);
        result.isError();
        result = decoder.decode(in, out, true)) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (ESCAPE | in.get() & 0xff));
      }
    }
    return out.flip().toString();
  }

  public static byte[] encode(String text) {
    int next = escape(text, 0);
    if (next == text.length()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
    int done = 0;
    while (next < text.length()) {
      out.writeBytes(text.substring(done, next).getBytes(StandardCharsets.UTF_8));
      out.write(text.charAt(next));
      done = next + 1;
      next = escape(text, done);
    }
    out.writeBytes(text.substring(done).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /**
   * The place of the next byte that is no UTF-8, from one on; the text's length if there is none.
   */
  private static int escape(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (isEscape(text, i)) {
        return i;
      }
    }
    return text.length();
  }

  /** Whether a byte stands there that belongs to no character of UTF-8. */
  public static boolean isEscape(CharSequence text, int at) {
    char c = text.charAt(at);
    return c >= '\udc80'
        && c <= '\udcff'
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /**
   * The text as its author most likely saw it: what is not UTF-8 is read as GB18030, which Chinese
   * editors save, or byte by byte as Latin-1.
   */
  public static String readable(String text) {
    if (escape(text, 0) == text.length()) {
      return text;
    }
    byte[] bytes = encode(text);
    if (isChinese(bytes)) {
      try {
        return Charset.forName("GB18030")
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes))
            .toString();
      } catch (CharacterCodingException other) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Whether most bytes above ASCII come in pairs, as the common characters do in GB18030. */
  private static boolean isChinese(byte[] bytes) {
    if (!Charset.isSupported("GB18030")) {
      return false;
    }
    int paired = 0;
    int single = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0 && i + 1 < bytes.length && bytes[i + 1] < 0) {
        paired++;
        i++;
      } else if (bytes[i] < 0) {
        single++;
      }
    }
    return paired > single;
  }

  /** Whether it was saved as UTF-16, of which every other byte of a program is zero. */
  public static boolean isUtf16(String text) {
    if (text.startsWith("\udcff\udcfe") || text.startsWith("\udcfe\udcff")) {
      return true;
    }
    int looked = Math.min(text.length(), 64) & ~1;
    int[] zeros = new int[2];
    for (int i = 0; i < looked; i++) {
      zeros[i & 1] += text.charAt(i) == 0 ? 1 : 0;
    }
    return looked >= 4 && Math.abs(zeros[0] - zeros[1]) > looked / 4;
  }

  /** Whether a tenth of the beginning is neither text nor white space. */
  public static boolean isBinary(String text) {
    if (text.startsWith("\u007fELF")) {
      return true;
    }
    int looked = Math.min(text.length(), BEGINNING);
    int bad = 0;
    for (int i = 0; i < looked; i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0b) || c == 0x7f) {
        bad++;
      }
    }
    // Of a short text a few may be slips.
    return bad * 10 > looked && (bad > 4 || bad * 3 > looked);
  }
}
