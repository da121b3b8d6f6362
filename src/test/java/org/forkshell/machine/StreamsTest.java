package org.forkshell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * When stdio writes, how much, and why. The amounts are those that strace(1) shows for the same
 * calls with glibc 2.36; the reasons are numbered as in {@code bits/stream.h}.
 */
class StreamsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "printf(\"a\\nb\");                                | 1/4 a\\nb",
        "printf(\"a\\n\"); fflush(stdout); puts(\"b\");    | 1/3 a\\n, 1/4 b\\n",
        "printf(\"a\"); _exit(0);                          | ``",
        "printf(\"a\"); abort();                           | ``",
        "fputs(\"a\", stderr); fprintf(stderr, \"%s %d\\n\", \"b\", 7); | 2/5 a, 2/5 b 7\\n",
        "setvbuf(stdout, 0, _IONBF, 0); printf(\"%d%d\", 1, 2); putchar('x'); | 1/5 12, 1/5 x",
        "printf(\"a\"); setvbuf(stdout, 0, _IONBF, 0);     | 1/8 a",
        "static char b[8]; setvbuf(stdout, b, _IOFBF, 8); printf(\"%s\", \"0123456789\"); | 1/2"
            + " 0123456789",
        "static char b[8]; setvbuf(stdout, b, _IOFBF, 8); printf(\"<%5d>%s\", 123, \"ab\"); | 1/2"
            + " <, 1/4   123>ab",
        "setvbuf(stdout, 0, _IOLBF, 0); printf(\"a\\nb%d\", 1); | 1/1 a\\n, 1/4 b1",
        "printf(\"a\"); fclose(stdout); printf(\"b\");     | 1/7 a",
        "printf(\"a\"); write(1, \"b\", 1);                | 1/0 b, 1/4 a",
        "dprintf(1, \"a%d\\n\", 1); printf(\"b\");         | 1/7 a1\\n, 1/4 b",
        "printf(\"a? \"); getchar(); printf(\"b\");        | 1/4 a? b"
      })
  void toAPipe(String statements, String expected) {
    assertThat(writes(new ProgramRun(), statements)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // The first call finds no buffer, and then looks at every character.
        "fputs(\"a\\n"
            + "b\\n"
            + "c\", stdout); fputs(\"d\\n"
            + "e\\n"
            + "f\", stdout); | 1/1 a\\n"
            + ", 1/1 b\\n"
            + ", 1/1 cd\\n"
            + "e\\n"
            + ", 1/4 f",
        "printf(\"%s\\n%d\\nx\", \"ab\", 1);               | 1/1 ab\\n, 1/1 1\\n, 1/4 x",
        "printf(\"a\"); _exit(0);                          | ``",
        "printf(\"a? \"); getchar(); printf(\"b\");        | 1/6 a? , 1/4 b",
        "printf(\"a\"); fflush(0); printf(\"b\\n\");       | 1/3 a, 1/1 b\\n",
        "printf(\"a\"); puts(\"b\"); putchar('c');         | 1/1 ab\\n, 1/4 c",
        "setvbuf(stdout, 0, _IOFBF, 0); printf(\"a\\nb\"); | 1/4 a\\nb"
      })
  void toATerminal(String statements, String expected) {
    assertThat(writes(new ProgramRun().terminal(), statements)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 4096 904",
    "4096, 4096",
    "10000, 8192 1808",
    "100, 100",
  })
  void whatIsLongerThanTheBufferGoesInBlocks(int length, String sizes) {
    String statements =
        "static char s[20000]; memset(s, 'x', " + length + "); fputs(s, stdout); fflush(stdout);";
    assertThat(sizes(new ProgramRun(), statements)).isEqualTo(sizes);
  }

  @ParameterizedTest
  @CsvSource({"5000, 100, 4096 4096 1808", "900, 8, 4096 3104", "1, 4097, 4096 1"})
  void aFullBufferIsWrittenWhenMoreComes(int length, int times, String sizes) {
    int calls = length == 5000 ? 2 : times;
    String statements =
        "static char s[20000]; int i; memset(s, 'x', "
            + length
            + ");"
            + " for (i = 0; i < "
            + calls
            + "; i++) printf(\"%s\", s);";
    assertThat(sizes(new ProgramRun(), statements)).isEqualTo(sizes);
  }

  private static String writes(ProgramRun run, String statements) {
    try (run) {
      run.input("answer\n").run(program(statements));
      return run.writes.stream().map(ProgramRun.Write::toString).collect(Collectors.joining(", "));
    }
  }

  private static String sizes(ProgramRun run, String statements) {
    try (run) {
      run.run(program(statements));
      return run.writes.stream()
          .map(write -> String.valueOf(write.text().length()))
          .collect(Collectors.joining(" "));
    }
  }

  private static String program(String statements) {
    return "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <unistd.h>\n"
        + "int main(void) { "
        + statements
        + " return 0; }\n";
  }
}
