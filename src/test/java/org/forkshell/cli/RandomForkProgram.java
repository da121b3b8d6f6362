package org.forkshell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that forks at random places and prints who it is. What comes out does not depend on who
 * runs when: either each process waits for its child as soon as it has one, so that every byte has
 * its place, or what is written are whole words that may come in any order.
 *
 * @param ordered whether every byte has its place
 */
record RandomForkProgram(long seed, boolean ordered, String text) {
  private static final Pattern WORD = Pattern.compile("<[^<>]*>");

  /** The same seed, the same program. */
  static RandomForkProgram of(long seed) {
    Writer writer = new Writer(new Random(seed));
    return new RandomForkProgram(seed, writer.ordered, writer.program());
  }

  /** What may be compared of an output. */
  String comparable(String output) {
    if (ordered) {
      return output;
    }
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(output);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    words.sort(null);
    String rest = WORD.matcher(output).replaceAll("");
    return String.join("\n", words)
        + "\nlines: "
        + rest.chars().filter(c -> c == '\n').count()
        + "\nrest: "
        + rest.replace("\n", "");
  }

  @Override
  public String toString() {
    return "program " + seed + (ordered ? ", ordered" : ", free");
  }

  /**
   * Writes a program. What a statement may cost is how often it may double the number of processes;
   * a program may cost five.
   */
  private static final class Writer {
    private static final int COST = 5;
    private static final String HEAD =
        """
        #include <errno.h>
        #include <signal.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/wait.h>
        #include <unistd.h>

        static char path[200] = "P", buffer[1 << 18], word[300];
        static int children, last, g = 1;
        static volatile int zero;

        static pid_t spawn(void) {
          int number = ++children;
          pid_t pid = fork();
          if (pid == 0) {
            sprintf(path + strlen(path), ".%d", number);
            children = 0;
          } else if (ORDERED) {
            waitpid(pid, &last, 0);
          }
          return pid;
        }
        static const char *how(int status) {
          static char text[40];
          if (WIFEXITED(status))
            sprintf(text, "exit %d", WEXITSTATUS(status));
          else if (WIFSIGNALED(status))
            sprintf(text, "signal %d", WTERMSIG(status));
          else
            sprintf(text, "?%x", status);
          return text;
        }
        static void collect(int n) {
          int status, count = 0, exits = 0, signals = 0;
          pid_t pid;
          while ((pid = wait(&status)) > 0) {
            count++;
            if (WIFEXITED(status))
              exits += WEXITSTATUS(status);
            if (WIFSIGNALED(status))
              signals += WTERMSIG(status);
          }
          printf("<%s:%d collected %d %d %d %d>\\n", path, n, count, exits, signals, errno == ECHILD);
        }
        """;

    private final Random random;
    private final boolean ordered;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> functionCosts = new ArrayList<>();
    private int number;
    private int variables;
    private boolean inMain;

    Writer(Random random) {
      this.random = random;
      this.ordered = random.nextInt(3) > 0;
    }

    String program() {
      text.append("#define ORDERED ").append(ordered ? 1 : 0).append('\n').append(HEAD);
      for (int i = 0; i < 2; i++) {
        text.append("static void at_exit_").append(i).append("(void) {\n");
        for (int j = random.nextInt(3); j >= 0; j--) {
          say("h");
        }
        text.append("}\n");
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        function();
      }
      text.append("int main(void) {\nint i = 0, s = 0;\n");
      inMain = true;
      if (!ordered) {
        // Without a buffer, and when one is full, half a word would go out.
        text.append("setvbuf(stdout, buffer, isatty(1) ? _IOLBF : _IOFBF, sizeof buffer);\n");
      }
      if (random.nextInt(3) == 0) {
        buffering();
      }
      body(COST, 3 + random.nextInt(5), 3);
      if (random.nextInt(4) > 0) {
        text.append("collect(").append(++number).append(");\n");
      }
      end();
      text.append("return 3;\n}\n");
      return text.toString();
    }

    private void function() {
      int cost = random.nextInt(3);
      boolean recursive = random.nextInt(3) == 0;
      int index = functionCosts.size();
      text.append("static int f").append(index).append("(int i) {\nint s = i;\n");
      int used;
      if (recursive) {
        text.append("if (i <= 0) return ").append(random.nextInt(5)).append(";\n");
        used = body(Math.min(cost, 1), 2, 1);
        text.append("s += f").append(index).append("(i - 1);\n");
        used *= 3;
      } else {
        used = body(cost, 3, 2);
      }
      text.append("return s + ").append(random.nextInt(9)).append(";\n}\n");
      functionCosts.add(used);
    }

    /** So many statements; returns what they cost. */
    private int body(int cost, int count, int depth) {
      int used = 0;
      for (int i = 0; i < count; i++) {
        used += statement(cost - used, depth);
      }
      return used;
    }

    private int statement(int cost, int depth) {
      int kind = random.nextInt(cost > 0 ? 26 : 12);
      switch (kind) {
        case 0, 1, 2, 3 -> say("s");
        case 4 ->
            text.append("fflush(")
                .append(random.nextInt(3) == 0 ? "NULL" : "stdout")
                .append(");\n");
        case 5 -> compute();
        case 6 -> text.append("if (").append(condition()).append(") g += 2; else g--;\n");
        case 7 -> {
          if (random.nextInt(3) == 0) {
            buffering();
          } else {
            say("g");
          }
        }
        case 8 -> {
          if (random.nextInt(2) == 0) {
            text.append("atexit(at_exit_").append(random.nextInt(2)).append(");\n");
          } else {
            compute();
          }
        }
        case 9 -> collect();
        case 10 -> {
          if (depth > 0 && random.nextInt(2) == 0) {
            text.append("if (").append(condition()).append(") {\n");
            int used = body(cost, 2, depth - 1);
            text.append("} else {\n");
            used = Math.max(used, body(cost, 1, depth - 1));
            text.append("}\n");
            return used;
          }
          say("i");
        }
        case 11 -> {
          for (int i = 0; i < functionCosts.size(); i++) {
            if (functionCosts.get(i) <= cost && random.nextInt(2) == 0) {
              text.append("g += f")
                  .append(i)
                  .append('(')
                  .append(1 + random.nextInt(3))
                  .append(");\n");
              return functionCosts.get(i);
            }
          }
          compute();
        }
        case 12, 13 -> {
          text.append("spawn();\n");
          return 1;
        }
        case 14, 15, 16 -> {
          return childThatEnds(cost, depth);
        }
        case 17, 18 -> {
          return bothGoOn(cost, depth);
        }
        case 19 -> {
          return choice(cost, depth);
        }
        case 20, 21, 22 -> {
          return loop(cost, depth);
        }
        default -> {
          return expression(cost);
        }
      }
      return 0;
    }

    private int childThatEnds(int cost, int depth) {
      String pid = "p" + ++variables;
      text.append("{\npid_t ")
          .append(pid)
          .append(" = spawn();\nif (")
          .append(pid)
          .append(" == 0) {\n");
      body(cost - 1, 1 + random.nextInt(3), depth - 1);
      end();
      text.append("}\n");
      after(pid);
      text.append("}\n");
      return 1;
    }

    /** What a parent does about its child: in free order it may wait for this one. */
    private void after(String pid) {
      if (ordered) {
        if (random.nextInt(2) == 0) {
          printed("how(last)", "%s");
        }
      } else if (random.nextInt(2) == 0) {
        text.append("if (")
            .append(pid)
            .append(" > 0) {\nint status = 0; pid_t got = waitpid(")
            .append(pid);
        text.append(", &status, 0);\n");
        printed("got == " + pid, "%d");
        printed("how(status)", "%s");
        text.append("}\n");
      }
    }

    private int bothGoOn(int cost, int depth) {
      String[] heads = {"if (spawn() == 0)", "if (!spawn())", "if (spawn() > 0)", "if (spawn())"};
      text.append(pick(heads)).append(" {\n");
      int used = 1 + body(cost - 1, 1 + random.nextInt(2), depth - 1);
      if (random.nextInt(2) == 0) {
        text.append("} else {\n");
        used += body(cost - used, 1 + random.nextInt(2), depth - 1);
      }
      text.append("}\n");
      return used;
    }

    private int choice(int cost, int depth) {
      text.append("switch (spawn()) {\ncase -1:\nexit(77);\ncase 0:\n");
      int used = 1 + body(cost - 1, 1, depth - 1);
      if (random.nextInt(3) > 0) {
        text.append("break;\n");
      }
      text.append("default:\n");
      used += body(cost - used, 1, depth - 1);
      text.append("}\n");
      return used;
    }

    private int loop(int cost, int depth) {
      if (depth <= 0) {
        say("l");
        return 0;
      }
      int rounds = 1 + random.nextInt(Math.min(cost, 4));
      String counter = "n" + ++variables;
      String head =
          switch (random.nextInt(3)) {
            case 0 ->
                "for (int "
                    + counter
                    + " = 0; "
                    + counter
                    + " < "
                    + rounds
                    + "; "
                    + counter
                    + "++) {\n";
            case 1 -> "int " + counter + " = " + rounds + ";\nwhile (" + counter + "-- > 0) {\n";
            default -> "int " + counter + " = 0;\ndo {\n";
          };
      text.append("{\n").append(head);
      int used = body(cost / rounds, 1 + random.nextInt(3), depth - 1);
      if (random.nextInt(5) == 0) {
        text.append("if (")
            .append(condition())
            .append(") ")
            .append(head.contains("do") ? "break" : pick("break", "continue"));
        text.append(";\n");
      }
      text.append(
          head.contains("do") ? "} while (++" + counter + " < " + rounds + ");\n}\n" : "}\n}\n");
      return used * rounds;
    }

    private int expression(int cost) {
      if (cost == 1) {
        text.append(
            pick(
                "g += spawn() ? 1 : 10;\n",
                "s = spawn() == 0;\n",
                "g += !spawn();\n",
                "(void)(spawn() && (g += 3));\n"));
        return 1;
      }
      text.append(
          pick(
              "if (spawn() && spawn()) g++;\n",
              "if (spawn() || spawn()) g++; else g += 4;\n",
              "s = !spawn() && !spawn();\n",
              "g += spawn() ? spawn() > 0 : 5;\n",
              "g += (spawn(), spawn()) ? 1 : 2;\n",
              "for (s = 0; s < 2 && spawn() == 0; s++) g++;\n"));
      return 2;
    }

    /** The process ends here. */
    private void end() {
      int status = random.nextInt(4) == 0 ? 200 + random.nextInt(200) : random.nextInt(40);
      String way =
          switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4 -> "exit(" + status + ");";
            case 5, 6 -> "_exit(" + status + ");";
            case 7, 8, 9 -> inMain ? "return " + status + ";" : "exit(g & 63);";
            case 10 -> "abort();";
            case 11 ->
                "kill(getpid(), "
                    + pick("SIGTERM", "SIGKILL", "SIGUSR1", "SIGINT", "SIGPIPE")
                    + ");";
            case 12 -> pick("*(volatile int *)0 = 1;", "exit(g / zero);", "raise(SIGTERM);");
            default -> "exit(g);";
          };
      text.append(way).append('\n');
      if (way.startsWith("kill")) {
        text.append("exit(99);\n");
      }
    }

    private void collect() {
      if (ordered) {
        switch (random.nextInt(3)) {
          case 0 -> text.append("collect(").append(++number).append(");\n");
          case 1 -> {
            text.append("errno = 0; s = wait(NULL);\n");
            printed("errno == ECHILD", "%d");
          }
          default -> {
            text.append("errno = 0; s = waitpid(-1, &last, WNOHANG);\n");
            printed("s + 10 * (errno == ECHILD)", "%d");
          }
        }
      } else {
        text.append("collect(").append(++number).append(");\n");
      }
    }

    private void buffering() {
      String mode = pick("_IOFBF", "_IOFBF", "_IOLBF", "_IONBF");
      if (!ordered) {
        compute();
      } else if (mode.equals("_IONBF")) {
        text.append(pick("setvbuf(stdout, NULL, _IONBF, 0);\n", "setbuf(stdout, NULL);\n"));
      } else {
        // Larger than anything here: at which byte a small one is full is glibc's own affair and
        // changed with its version 2.37.
        text.append("setvbuf(stdout, ")
            .append(pick("buffer", "buffer", "NULL"))
            .append(", ")
            .append(mode);
        text.append(", sizeof buffer);\n");
      }
    }

    private void compute() {
      text.append(
          pick(
              "g += 3;\n",
              "g = g * 2 + i;\n",
              "s = g % 7;\n",
              "s++;\n",
              "g ^= s + strlen(path);\n",
              "{ static int kept; kept += g; s = kept; }\n",
              "{ char *copy = malloc(strlen(path) + 1); strcpy(copy, path); s = copy[strlen(copy) -"
                  + " 1]; free(copy); }\n",
              "{ int a[4] = { g, i, s, 1 }; for (int j = 0; j < 4; j++) g += a[j] & 3; }\n"));
    }

    private String condition() {
      return pick(
          "g % 2",
          "s > 1",
          "children == 0",
          "strlen(path) > 3",
          "path[strlen(path) - 1] == '1'",
          "g & 4",
          "last != 0");
    }

    /** Says who it is and what it knows. */
    private void say(String what) {
      Function<String, String> line =
          end -> "\"<%s:" + what + ++number + " %d>" + end + "\", path, g";
      String end = pick("", "", "\\n");
      switch (random.nextInt(11)) {
        case 0 -> text.append("fprintf(stderr, ").append(line.apply(end)).append(");\n");
        case 1 -> {
          text.append("sprintf(word, ").append(line.apply(end)).append(");\n");
          text.append("write(").append(pick("1", "1", "2")).append(", word, strlen(word));\n");
        }
        case 2 -> {
          text.append("sprintf(word, ").append(line.apply("")).append(");\nputs(word);\n");
        }
        case 3 -> {
          text.append("sprintf(word, ")
              .append(line.apply(end))
              .append(");\nfputs(word, stdout);\n");
        }
        case 4 -> {
          if (ordered) {
            text.append("sprintf(word, ")
                .append(line.apply(end))
                .append(");\nfwrite(word, 1, strlen(word), stdout);\n");
            text.append(
                pick(
                    "putchar('!');\n",
                    "putchar('\\n');\n",
                    "fputc('.', stdout);\n",
                    "fputs(\"a\\nb\", stdout);\n"));
          } else {
            text.append("printf(").append(line.apply(end)).append(");\n");
          }
        }
        case 5 -> {
          if (ordered) {
            text.append("printf(\"<%s:%0*d>")
                .append(end)
                .append("\", path, ")
                .append(10 + random.nextInt(50));
            text.append(", ").append(++number).append(");\n");
          } else {
            text.append("printf(").append(line.apply(end)).append(");\n");
          }
        }
        default -> text.append("printf(").append(line.apply(end)).append(");\n");
      }
    }

    private void printed(String value, String conversion) {
      text.append("printf(\"<%s:").append(++number).append(' ').append(conversion).append('>');
      text.append(pick("", "\\n")).append("\", path, ").append(value).append(");\n");
    }

    private String pick(String... from) {
      return from[random.nextInt(from.length)];
    }
  }
}
