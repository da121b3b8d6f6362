package org.forkshell.language.c.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structures lie in memory as the system's compiler lays them out. */
class RecordLayoutTest {
  private static final String[] TYPES = {
    "char",
    "short",
    "int",
    "long",
    "float",
    "double",
    "char *",
    "_Bool",
    "long double",
    "unsigned char",
    "unsigned",
    "long long"
  };
  private static final String[] BITS = {
    "int", "unsigned", "char", "short", "long", "unsigned char", "_Bool", "unsigned long"
  };
  private static final int[] WIDTHS = {32, 32, 8, 16, 64, 8, 1, 64};

  @TempDir Path directory;

  @Test
  void membersAndBitFieldsHaveTheirPlaces() throws Exception {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder("#include <stdio.h>\n#include <string.h>\n");
    StringBuilder main = new StringBuilder("int main(void) {\n");
    for (int i = 0; i < 60; i++) {
      record(random, i, text, main);
    }
    String program = text.append(main).append("return 0; }\n").toString();
    String expected = SystemCompiler.run(directory, program, "-O0");
    assertThat(Compiled.output(program)).isEqualTo(expected);
  }

  @Test
  void packedAndAlignedOnesToo() throws Exception {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder("#include <stdio.h>\n");
    StringBuilder main = new StringBuilder("int main(void) {\n");
    for (int i = 0; i < 60; i++) {
      attributed(random, i, text, main);
    }
    String program = text.append(main).append("return 0; }\n").toString();
    String expected = SystemCompiler.run(directory, program, "-O0");
    assertThat(Compiled.output(program)).isEqualTo(expected);
  }

  /** Prints a record's size and alignment, and where its members begin. */
  private static void attributed(
      Random random, int number, StringBuilder text, StringBuilder main) {
    String name = (random.nextInt(4) == 0 ? "union a" : "struct a") + number;
    text.append(name).append(" {");
    String type = name;
    main.append("printf(\"%zu %zu\", sizeof(").append(type).append("), _Alignof(");
    main.append(type).append("));\n");
    int members = 1 + random.nextInt(5);
    for (int i = 0; i < members; i++) {
      if (random.nextInt(5) == 0) {
        text.append(" _Alignas(16)");
      }
      text.append(' ').append(TYPES[random.nextInt(TYPES.length)]).append(" m").append(i);
      text.append(attribute(random)).append(';');
      main.append("printf(\" %zu\", __builtin_offsetof(").append(type).append(", m").append(i);
      main.append("));\n");
    }
    text.append(" }").append(attribute(random)).append(";\n");
    main.append("puts(\"\");\n");
  }

  private static String attribute(Random random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> " __attribute__((packed))";
      case 2 -> " __attribute__((__packed__, aligned(2)))";
      case 3 -> " __attribute__((aligned(8)))";
      default -> "";
    };
  }

  /** Prints a record's size, and which bytes each of its members occupies. */
  private static void record(Random random, int number, StringBuilder text, StringBuilder main) {
    text.append(random.nextInt(4) == 0 ? "union r" : "struct r").append(number);
    String name = text.substring(text.lastIndexOf("\n") + 1);
    text.append(" {");
    main.append("{ ")
        .append(name)
        .append(" x; unsigned char *b = (unsigned char *)&x; unsigned i;\n");
    main.append("printf(\"%d %zu\\n\", ").append(number).append(", sizeof x);\n");
    int members = 1 + random.nextInt(6);
    for (int i = 0; i < members; i++) {
      if (random.nextBoolean()) {
        text.append(' ').append(TYPES[random.nextInt(TYPES.length)]).append(" m").append(i);
        if (random.nextInt(3) == 0) {
          text.append('[').append(1 + random.nextInt(3)).append(']');
          text.append(';');
          main.append("printf(\" %d\\n\", (int)((char *)&x.m")
              .append(i)
              .append(" - (char *)&x));\n");
          continue;
        }
        text.append(';');
        main.append("printf(\" %d\\n\", (int)((char *)&x.m").append(i).append(" - (char *)&x));\n");
      } else {
        int type = random.nextInt(BITS.length);
        int width = 1 + random.nextInt(WIDTHS[type]);
        if (random.nextInt(6) == 0) {
          text.append(' ')
              .append(BITS[type])
              .append(" : ")
              .append(random.nextBoolean() ? 0 : width)
              .append(';');
          continue;
        }
        text.append(' ')
            .append(BITS[type])
            .append(" m")
            .append(i)
            .append(" : ")
            .append(width)
            .append(';');
        main.append("memset(&x, 0, sizeof x); x.m")
            .append(i)
            .append(
                " = -1; for (i = 0; i < sizeof x; i++) printf(\"%02x\", b[i]); printf(\"\\n\");\n");
      }
    }
    text.append(" };\n");
    main.append("}\n");
  }
}
