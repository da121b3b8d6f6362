package org.forkshell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
  private static final char SEPARATOR = '\u0001';

  private final NativeCalls calls = new NativeCalls();
  private final Random random = new Random(20250101);

  @AfterEach
  void freeMemory() {
    calls.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%d            | 42  | 2:42",
        "%5d           | 42  | '5:   42'",
        "%-5d          | 42  | '5:42   '",
        "%05d          | -42 | 5:-0042",
        "%+.3d         | 7   | 4:+007",
        "%x            | 255 | 2:ff",
        "%#o           | 8   | 3:010",
        "%hhd          | 300 | 2:44",
        "%lu           | -1  | 20:18446744073709551615",
        "%c            | 65  | 1:A",
        "%%            | 0   | 1:%",
        "%p            | 0   | 5:(nil)",
        "%p            | 255 | 4:0xff",
        "%y            | 0   | 2:%y",
        "%s            | 0   | 6:(null)",
        "abc           | 0   | 3:abc"
      })
  void integersAndPlainText(String format, long argument, String expected) {
    assertThat(calls.format(format.strip(), argument)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "%f, 3.14159265, 8:3.141593",
    "%.0f, 2.5, 1:2",
    "%.0f, 3.5, 1:4",
    "%.20f, 0.1, 22:0.10000000000000000555",
    "%e, 12345.678, 12:1.234568e+04",
    "%g, 0.0001, 6:0.0001",
    "%g, 1e10, 5:1e+10",
    "%g, 100000, 6:100000",
    "%.3f, 1e22, 27:10000000000000000000000.000",
    "%a, 1.0, 6:0x1p+0",
    "%08.3f, -1.5, 8:-001.500",
    "%f, NaN, 3:nan",
    "%F, -Infinity, 4:-INF"
  })
  void doubles(String format, double argument, String expected) {
    assertThat(calls.format(format, Double.doubleToRawLongBits(argument))).isEqualTo(expected);
  }

  @Test
  void textIsCutToTheSizeOfTheBuffer() {
    long to = calls.put("xxxxxxxxxx");
    long length = calls.print(to, 5, calls.put("%08d|%s"), slots(42, calls.put("ab")));
    assertThat(length).isEqualTo(11);
    assertThat(calls.text(to)).isEqualTo("0000");
    assertThat(calls.memory.peekByte(to + 5)).isEqualTo((byte) 'x');
  }

  @Test
  void aSizeOfZeroTouchesNothing() {
    assertThat(calls.print(0, 0, calls.put("%d"), slots(12345))).isEqualTo(5);
  }

  @Test
  void argumentsByPositionAndCountStored() {
    long count = calls.space(8);
    assertThat(calls.format("%2$d %1$s%3$n!", calls.put("one"), 2, count)).isEqualTo("6:2 one!");
    assertThat(calls.memory.peekInt(count)).isEqualTo(5);
  }

  @Test
  void aFormatThatEndsInAPercentSignFails() {
    assertThat(calls.format("abc%")).isEqualTo("-1:");
    assertThat(calls.errno()).isEqualTo(22);
  }

  @Test
  void aWidthBeyondIntFails() {
    assertThat(calls.format("%99999999999d", 1)).isEqualTo("-1:");
    assertThat(calls.errno()).isEqualTo(75);
  }

  private long slots(long... values) {
    long slots = calls.space(8L * values.length);
    for (int i = 0; i < values.length; i++) {
      calls.memory.pokeLong(slots + 8L * i, values[i]);
    }
    return slots;
  }

  /** A call of printf: the format and how its arguments read in C and lie in slots. */
  private record Case(String format, String arguments, long... slots) {}

  @Test
  void theSystemsLibraryPrintsTheSame(@TempDir Path directory) throws Exception {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      cases.add(integer());
    }
    for (int i = 0; i < 4000; i++) {
      cases.add(floating());
    }
    for (int i = 0; i < 500; i++) {
      cases.add(text());
    }
    for (String odd : odd()) {
      cases.add(new Case(odd, ", 12, 13L, 14L", 12, 13, 14));
    }
    StringBuilder source = new StringBuilder("#include <stdio.h>\n#include <errno.h>\nint r;\n");
    source.append("union { unsigned long l; double d; } u;\n");
    source.append("double f(unsigned long l) { u.l = l; return u.d; }\n");
    int functions = 0;
    for (int i = 0; i < cases.size(); i += 500) {
      source.append("void f").append(functions++).append("() {\n");
      for (Case c : cases.subList(i, Math.min(i + 500, cases.size()))) {
        source
            .append("{ static char b[8192]; r = snprintf(b, 8192, \"")
            .append(c.format)
            .append("\"")
            .append(c.arguments)
            .append("); printf(\"%d:%s\\001\", r, r < 0 ? \"\" : b); }\n");
      }
      source.append("}\n");
    }
    source.append("int main() {\n");
    for (int i = 0; i < functions; i++) {
      source.append("f").append(i).append("();\n");
    }
    source.append("}\n");
    byte[] output = SystemCompiler.run(directory, source.toString());
    String[] expected =
        new String(output, StandardCharsets.ISO_8859_1).split(String.valueOf(SEPARATOR), -1);
    assertThat(expected).hasSize(cases.size() + 1);
    for (int i = 0; i < cases.size(); i++) {
      Case c = cases.get(i);
      calls.forget();
      long[] slots = c.slots.clone();
      if (c.arguments.contains("\"")) {
        String text = c.arguments.replaceAll(".*\"(.*)\".*", "$1");
        slots[slots.length - 1] = calls.put(text);
      }
      assertThat(calls.format(c.format, slots))
          .as("%s%s", c.format, c.arguments)
          .isEqualTo(expected[i]);
    }
  }

  private String flags() {
    StringBuilder flags = new StringBuilder();
    for (char flag : "-+ #0'".toCharArray()) {
      if (random.nextInt(4) == 0) {
        flags.append(flag);
      }
    }
    return flags.toString();
  }

  private String widthAndPrecision(int most) {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(2) == 0) {
      text.append(1 + random.nextInt(most));
    }
    if (random.nextInt(2) == 0) {
      text.append('.');
      if (random.nextInt(8) > 0) {
        text.append(random.nextInt(most));
      }
    }
    return text.toString();
  }

  private Case integer() {
    String[] sizes = {"", "", "hh", "h", "l", "ll", "z", "j", "t"};
    String size = sizes[random.nextInt(sizes.length)];
    String conversions = "dioxXucpb";
    char conversion = conversions.charAt(random.nextInt(conversions.length()));
    long value =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(3) - 1L;
          case 1 -> random.nextInt(2000) - 1000L;
          case 2 -> random.nextInt();
          default -> random.nextLong();
        };
    if (conversion == 'c') {
      return new Case("%" + flags() + (1 + random.nextInt(9)) + "c", ", 'x'", 'x');
    }
    if (conversion == 'p') {
      return new Case(
          "%" + flags() + widthAndPrecision(20) + "p", ", (void *)" + value + "L", value);
    }
    boolean wide = size.matches("l|ll|z|j|t");
    String argument = wide ? value + "L" : (int) value + "";
    if (value == Long.MIN_VALUE) {
      argument = "0";
      value = 0;
    }
    String format = "%" + flags() + widthAndPrecision(30) + size + conversion;
    if (random.nextInt(5) == 0) {
      int width = random.nextInt(30) - 15;
      int precision = random.nextInt(12) - 2;
      return new Case(
          "<%*.*" + size + conversion + ">",
          ", " + width + ", " + precision + ", " + argument,
          width,
          precision,
          value);
    }
    return new Case(format, ", " + argument, value);
  }

  private Case floating() {
    long bits =
        switch (random.nextInt(8)) {
          case 0 -> Double.doubleToRawLongBits(random.nextInt(2000) / 16.0);
          case 1 -> Double.doubleToRawLongBits(random.nextInt(100_000) / 1000.0);
          case 2 -> Double.doubleToRawLongBits(random.nextGaussian());
          case 3 -> Double.doubleToRawLongBits(Math.pow(10, random.nextInt(40) - 20));
          case 4 -> Double.doubleToRawLongBits(Math.round(random.nextDouble() * 1e6) * 1e15);
          case 5 -> random.nextLong() & 0x800F_FFFF_FFFF_FFFFL;
          case 6 -> Double.doubleToRawLongBits(random.nextInt(5) - 2.5);
          default -> random.nextLong();
        };
    String conversions = "fFeEgGaA";
    char conversion = conversions.charAt(random.nextInt(conversions.length()));
    int most = random.nextInt(20) == 0 ? 1500 : 30;
    String format = "%" + flags() + widthAndPrecision(most) + conversion;
    return new Case(format, ", f(" + bits + "UL)", bits);
  }

  private Case text() {
    String text = "hello, world".substring(random.nextInt(12));
    return new Case("%" + flags() + widthAndPrecision(16) + "s", ", \"" + text + "\"", 0);
  }

  private static List<String> odd() {
    return List.of(
        "%y",
        "%5y",
        "%-5.3y|%d",
        "%#+08.2k",
        "%ly",
        "% k%d",
        "a%!b%d",
        "%05d",
        "%-05d",
        "%+ d",
        "%5%|%d",
        "%-5%|%d",
        "%05%",
        "%2$ld %1$d",
        "%1$d %1$d %3$ld",
        "%.d|",
        "%.-5d|",
        "%--5d|",
        "%0-5d|",
        "%5.d|%ld",
        "%#x %#lX",
        "%lld",
        "%hd",
        "%qd",
        "%Ld",
        "%Zd",
        "%i%i",
        "%'d",
        "%Id",
        "",
        "plain",
        "100%% sure",
        "%v",
        "%b",
        "%#B|%08b|%#.7b",
        "%r",
        "%hhd%hld");
  }
}
