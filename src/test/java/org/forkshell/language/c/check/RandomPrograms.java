package org.forkshell.language.c.check;

import java.util.Random;

/**
 * Writes programs that compute with all arithmetic types and print what they got. They do nothing
 * that C leaves open, except that signed overflow wraps.
 */
final class RandomPrograms {
  private static final String[] WHOLE = {
    "_Bool",
    "char",
    "signed char",
    "unsigned char",
    "short",
    "unsigned short",
    "int",
    "unsigned",
    "long",
    "unsigned long",
    "long long",
    "unsigned long long"
  };
  private static final String[] REAL = {"float", "double"};
  private static final String[] CONSTANTS = {
    "0",
    "1",
    "2",
    "3",
    "-1",
    "7",
    "255",
    "256",
    "-128",
    "32767",
    "65536",
    "2147483647",
    "(-2147483647)",
    "4294967295u",
    "2147483648",
    "0x7fffffffffffffff",
    "(-0x7fffffffffffffff)",
    "0xffffffffffffffffu",
    "'a'",
    "1u",
    "3l",
    "5ul",
    "0x123456789abcdefl",
    "1.5",
    "0.25f",
    "-2.0",
    "1e10"
  };

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  private RandomPrograms(long seed) {
    random = new Random(seed);
  }

  /** A program of so many statements. */
  static String program(long seed, int statements) {
    RandomPrograms program = new RandomPrograms(seed);
    program.write(statements);
    return program.text.toString();
  }

  private void write(int statements) {
    text.append("#include <stdio.h>\n");
    text.append(
        "struct bits { int a : 5; unsigned b : 7; long c : 20; unsigned long d : 31; unsigned e :"
            + " 32; _Bool f : 1; short g : 9; };\n");
    declare("g", "static ");
    text.append(
        "static struct bits gb; static int ga[8]; static unsigned char gc[8]; static short"
            + " gs[8];\n");
    text.append("static void show(int n, long long v) { printf(\"%d %lld\\n\", n, v); }\n");
    text.append("static void real(int n, double v) { printf(\"%d %.17g\\n\", n, v); }\n");
    for (int from = 0; from < statements; from += 25) {
      text.append("static void part").append(from).append("(void) {\n");
      declare("l", "");
      text.append(
          "struct bits lb = {1, 2, 3, 4, 5, 1, 6}; int la[8] = {1, -2, 3}; unsigned char lc[8] ="
              + " \"ABC\"; long ll[8] = {9, 8};\n");
      text.append("int *p = la; struct bits *q = &lb;\n");
      for (int i = from; i < from + 25; i++) {
        statement(i);
      }
      text.append("}\n");
    }
    text.append("int main(void) {\n");
    for (int from = 0; from < statements; from += 25) {
      text.append("part").append(from).append("();\n");
    }
    text.append("return 0; }\n");
  }

  private void declare(String prefix, String storage) {
    int number = 0;
    for (String type : WHOLE) {
      text.append(storage).append(type).append(' ').append(prefix).append(number++);
      text.append(" = ").append(random.nextInt(400) - 200).append(";\n");
    }
    for (String type : REAL) {
      text.append(storage)
          .append(type)
          .append(' ')
          .append(prefix)
          .append('r')
          .append(number++ - WHOLE.length);
      text.append(" = ").append(random.nextInt(400) - 200).append(".25;\n");
    }
  }

  private void statement(int number) {
    switch (random.nextInt(10)) {
      case 0, 1 -> text.append("show(").append(number).append(", ").append(whole(4)).append(");\n");
      case 2 -> text.append("real(").append(number).append(", ").append(real(3)).append(");\n");
      case 3 -> {
        String place = place();
        text.append(place)
            .append(" = ")
            .append(whole(3))
            .append("; show(")
            .append(number)
            .append(", ")
            .append(place)
            .append(");\n");
      }
      case 4 -> {
        String place = place();
        String[] operators = {"+=", "-=", "*=", "&=", "|=", "^="};
        text.append("show(")
            .append(number)
            .append(", ")
            .append(place)
            .append(' ')
            .append(pick(operators))
            .append(' ')
            .append(whole(3))
            .append(");\n");
        text.append("show(").append(number).append(", ").append(place).append(");\n");
      }
      case 5 -> {
        String place = place();
        String[] steps = {"++%s", "--%s", "%s++", "%s--"};
        text.append("show(")
            .append(number)
            .append(", ")
            .append(String.format(pick(steps), place))
            .append(");\n");
        text.append("show(").append(number).append(", ").append(place).append(");\n");
      }
      case 6 -> {
        String place = place();
        text.append(place)
            .append(random.nextBoolean() ? " <<= " : " >>= ")
            .append(random.nextInt(20))
            .append("; show(")
            .append(number)
            .append(", ")
            .append(place)
            .append(");\n");
      }
      case 7 -> {
        text.append("if (")
            .append(whole(3))
            .append(") show(")
            .append(number)
            .append(", 1); else show(")
            .append(number)
            .append(", ")
            .append(whole(2))
            .append(");\n");
      }
      case 8 -> {
        text.append("switch (").append(whole(2)).append(" & 15) {");
        for (int i = 0; i < 10; i++) {
          text.append(" case ")
              .append(i + 2)
              .append(": show(")
              .append(number)
              .append(", ")
              .append(whole(1))
              .append(");")
              .append(random.nextBoolean() ? " break;" : "");
        }
        text.append(" default: show(").append(number).append(", 99); }\n");
      }
      default -> {
        text.append("for (l6 = 0; l6 < ")
            .append(random.nextInt(6) + 1)
            .append("; l6++) l8 += ")
            .append(whole(2))
            .append("; show(")
            .append(number)
            .append(", l8);\n");
      }
    }
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private String place() {
    return switch (random.nextInt(8)) {
      case 0 -> "lb." + "abcdefg".charAt(random.nextInt(7));
      case 1 -> "gb." + "abcdefg".charAt(random.nextInt(7));
      case 2 -> "q->" + "abcdefg".charAt(random.nextInt(7));
      case 3 ->
          pick(new String[] {"la", "lc", "ll", "ga", "gc", "gs", "p"})
              + "["
              + random.nextInt(8)
              + "]";
      case 4 -> "g" + random.nextInt(WHOLE.length);
      default -> "l" + random.nextInt(WHOLE.length);
    };
  }

  private String whole(int depth) {
    if (depth == 0) {
      return switch (random.nextInt(3)) {
        case 0 -> {
          String constant = pick(CONSTANTS);
          yield constant.contains(".") || constant.contains("e10") ? "12345" : constant;
        }
        default -> place();
      };
    }
    String a = whole(depth - 1);
    return switch (random.nextInt(16)) {
      case 0, 1 -> "(" + a + " + " + whole(depth - 1) + ")";
      case 2 -> "(" + a + " - " + whole(depth - 1) + ")";
      case 3 -> "(" + a + " * " + whole(depth - 1) + ")";
      case 4 ->
          "("
              + a
              + (random.nextBoolean() ? " / " : " % ")
              + "(("
              + whole(depth - 1)
              + " & 15) + 1))";
      case 5 -> "(" + a + " " + pick(new String[] {"&", "|", "^"}) + " " + whole(depth - 1) + ")";
      case 6 ->
          "(" + a + (random.nextBoolean() ? " << " : " >> ") + "(" + whole(depth - 1) + " & 31))";
      case 7, 8 ->
          "("
              + a
              + " "
              + pick(new String[] {"<", "<=", ">", ">=", "==", "!="})
              + " "
              + whole(depth - 1)
              + ")";
      case 9 -> "(" + a + (random.nextBoolean() ? " && " : " || ") + whole(depth - 1) + ")";
      case 10 -> "(" + pick(new String[] {"- ", "~", "!", "+ "}) + a + ")";
      case 11 -> "((" + pick(WHOLE) + ")" + a + ")";
      case 12 -> "(" + whole(depth - 1) + " ? " + a + " : " + whole(depth - 1) + ")";
      case 13 ->
          "("
              + real(1)
              + " "
              + pick(new String[] {"<", "<=", ">", ">=", "==", "!="})
              + " "
              + real(1)
              + ")";
      case 14 -> "((" + pick(WHOLE) + ")((" + pick(REAL) + ")(unsigned char)" + a + " * 0.4))";
      default -> "la[" + a + " & 7]";
    };
  }

  private String real(int depth) {
    if (depth == 0) {
      return switch (random.nextInt(3)) {
        case 0 -> pick(new String[] {"1.5", "0.25f", "-2.0", "1e10", "0.1", "0.1f"});
        case 1 -> (random.nextBoolean() ? "lr" : "gr") + random.nextInt(2);
        default ->
            "(" + pick(new String[] {"float", "double"}) + ")" + whole(1).replaceAll("^", "(int)");
      };
    }
    String a = real(depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> "(" + a + " + " + real(depth - 1) + ")";
      case 1 -> "(" + a + " - " + real(depth - 1) + ")";
      case 2 -> "(" + a + " * " + real(depth - 1) + ")";
      case 3 -> "(" + a + " / " + "(" + real(0) + " + 1000.5))";
      case 4 -> "(- " + a + ")";
      default -> "((" + pick(new String[] {"float", "double"}) + ")" + a + ")";
    };
  }
}
