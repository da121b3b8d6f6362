package org.forkshell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.NativeFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberReaderTest {
  private static final long ERRNO = AddressSpace.ORIGIN + AddressSpace.ERRNO;

  private final NativeCalls calls = new NativeCalls();
  private final Random random = new Random(20250101);

  @AfterEach
  void freeMemory() {
    calls.close();
  }

  private double read(String text) {
    calls.forget();
    return Double.longBitsToDouble(calls.call(NativeFunction.strtod, calls.put(text), 0));
  }

  private double readFloat(String text) {
    calls.forget();
    return Double.longBitsToDouble(calls.call(NativeFunction.strtof, calls.put(text), 0));
  }

  @Test
  void everyDoubleIsReadBackFromItsDigits() {
    for (int i = 0; i < 20_000; i++) {
      double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (value <= Double.MAX_VALUE) {
        assertThat(read(Double.toString(value))).isEqualTo(value);
      }
    }
  }

  @Test
  void whatLiesHalfwayGoesToTheEvenNeighbour() {
    for (int i = 0; i < 300; i++) {
      double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (value > 1e300 || !(value > 0)) {
        continue;
      }
      BigDecimal half =
          new BigDecimal(value)
              .add(new BigDecimal(Math.nextUp(value)))
              .divide(BigDecimal.valueOf(2));
      for (String text : List.of("" + half, half + "", half.toPlainString() + "0000000001")) {
        if ((text.contains("E") && text.endsWith("0000000001")) || !text.contains(".")) {
          continue;
        }
        assertThat(read(text)).as(text).isEqualTo(Double.parseDouble(text));
      }
    }
  }

  @Test
  void floatsAreRoundedOnce() {
    for (int i = 0; i < 20_000; i++) {
      String text =
          random.nextInt(1000) + "." + random.nextLong(1L << 60) + "e" + (random.nextInt(90) - 50);
      assertThat(readFloat(text)).as(text).isEqualTo(Float.parseFloat(text));
      String hex =
          Double.toHexString(
              Math.abs(random.nextGaussian() * Math.pow(2, random.nextInt(300) - 150)));
      assertThat(readFloat(hex)).as(hex).isEqualTo(Float.parseFloat(hex));
    }
  }

  @Test
  void theSystemsLibraryReadsTheSame(@TempDir Path directory) throws Exception {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "",
                " ",
                "+",
                "-",
                "0",
                "-0",
                "00",
                "0x",
                "0xg",
                "0x1f",
                "-0x1F",
                "08",
                "077",
                "12abc",
                "  42 ",
                "\\t\\n7",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "-9223372036854775809",
                "18446744073709551615",
                "18446744073709551616",
                "-18446744073709551615",
                "zz",
                "2147483648",
                "-2147483649",
                "1e5",
                ".5",
                "5.",
                ".",
                "-.e5",
                "1e",
                "1e+",
                "1e-",
                "inf",
                "-INFINITY",
                "infin",
                "nan",
                "nan(abc)",
                "nan(a-",
                "0x.8p1",
                "0x1.8",
                "0x1p-1080",
                "0x1p2000",
                "1e400",
                "1e-400",
                "4.9e-324",
                "2e-324",
                "123456789012345678901234567890",
                "0.1e1",
                "1 2",
                "++1",
                "+-1",
                "1_000",
                "0b11"));
    for (int i = 0; i < 200; i++) {
      texts.add(Long.toString(random.nextLong(), 2 + random.nextInt(35)));
    }
    StringBuilder source =
        new StringBuilder("#include <stdio.h>\n#include <stdlib.h>\n#include <errno.h>\n");
    source.append("char *e; void t(char *s) { int b; for (b = 0; b <= 37; b += 1) {\n");
    source.append(
        "errno = 0; e = s; long n = strtol(s, &e, b); printf(\"%ld %d %d\\n"
            + "\", n, (int)(e - s), errno);\n");
    source.append(
        "errno = 0; e = s; unsigned long u = strtoul(s, &e, b); printf(\"%ld %d %d\\n"
            + "\", u, (int)(e - s), errno); }\n");
    source.append(
        "errno = 0; double d = strtod(s, &e); printf(\"%lx %d %d\\n"
            + "\", *(long *)&d, (int)(e - s), errno);\n");
    source.append("printf(\"%d\\n\", atoi(s)); }\nint main() {\n");
    for (String text : texts) {
      source.append("t(\"").append(text).append("\");\n");
    }
    source.append("}\n");
    String[] expected =
        new String(SystemCompiler.run(directory, source.toString()), StandardCharsets.US_ASCII)
            .split("\n");
    int line = 0;
    for (String text : texts) {
      for (int base = 0; base <= 37; base++) {
        assertThat(integer(NativeFunction.strtol, text, base))
            .as("strtol %s %d", text, base)
            .isEqualTo(expected[line++]);
        assertThat(integer(NativeFunction.strtoul, text, base))
            .as("strtoul %s %d", text, base)
            .isEqualTo(expected[line++]);
      }
      calls.forget();
      long start = calls.put(text.translateEscapes());
      long end = calls.space(8);
      calls.memory.pokeInt(ERRNO, 0);
      long bits = calls.call(NativeFunction.strtod, start, end);
      assertThat(
              Long.toHexString(bits)
                  + " "
                  + (calls.memory.peekLong(end) - start)
                  + " "
                  + calls.errno())
          .as("strtod %s", text)
          .isEqualTo(expected[line++]);
      assertThat("" + (int) calls.call(NativeFunction.atoi, start)).isEqualTo(expected[line++]);
    }
  }

  private String integer(NativeFunction function, String text, int base) {
    calls.forget();
    long start = calls.put(text.translateEscapes());
    long end = calls.space(8);
    calls.memory.pokeLong(end, start);
    calls.memory.pokeInt(ERRNO, 0);
    long value = calls.call(function, start, end, base);
    return value + " " + (calls.memory.peekLong(end) - start) + " " + calls.errno();
  }
}
