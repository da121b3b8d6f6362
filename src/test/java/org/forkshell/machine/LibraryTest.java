package org.forkshell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that print what the library computes, compiled by ForkShell and by the system. */
class LibraryTest {
  private static final String HEADERS =
      "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <errno.h>\n"
          + "#include <time.h>\n#include <getopt.h>\n#include <ctype.h>\n#include <math.h>\n";

  private final Random random = new Random(20250101);

  private static void compare(Path directory, String source) throws Exception {
    String expected =
        new String(SystemCompiler.run(directory, source), StandardCharsets.ISO_8859_1);
    try (ProgramRun run = new ProgramRun()) {
      run.run(source);
      assertThat(run.output()).isEqualTo(expected);
    }
  }

  @Test
  void scanning(@TempDir Path directory) throws Exception {
    String[] conversions = {
      "%d", "%i", "%u", "%x", "%o", "%5d", "%3s", "%s", "%c", "%2c", "%[a-z]", "%[^,]", "%[]x]",
      "%lf", "%f", "%*d", "%*s", "%n", "%ld", "%hd", "%hhd", " ", "x", ",", "%%", "%2x", "%3i",
      "%4lf", "%p", "%5[0-9]", "%1d", "%[a-]", "%lld"
    };
    String[] inputs = {
      "12",
      "-5",
      "+7",
      "0x1f",
      "077",
      "abc",
      "xyz",
      " ",
      "\\n",
      ",",
      "1.5",
      "-.5e3",
      "1e",
      "inf",
      "nan",
      "%",
      "]",
      "99999999999999999999",
      "0",
      "-",
      "+",
      "..",
      "  ",
      "z9",
      "1,2",
      "2147483648",
      "1e5x",
      "5e-2",
      "- 5"
    };
    StringBuilder source = new StringBuilder(HEADERS);
    source.append(
        "char a[4][64]; void t(char *f, char *s) { int i, j, r; memset(a, 0x55, sizeof a);\n"
            + "r = sscanf(s, f, a[0], a[1], a[2], a[3]); printf(\"%d\", r);\n"
            + "for (i = 0; i < 4; i++) { unsigned h = 0; for (j = 0; j < 64; j++) h = h * 31 +"
            + " a[i][j];\n"
            + "printf(\" %x\", h); } printf(\"\\n"
            + "\"); }\n"
            + "int main() {\n");
    for (int i = 0; i < 3000; i++) {
      source.append("t(\"");
      for (int j = random.nextInt(4); j >= 0; j--) {
        source.append(conversions[random.nextInt(conversions.length)]);
      }
      source.append("\", \"");
      for (int j = random.nextInt(5); j > 0; j--) {
        source.append(inputs[random.nextInt(inputs.length)]);
      }
      source.append("\");\n");
    }
    compare(directory, source.append("return 0; }\n").toString());
  }

  @Test
  void randomNumbers(@TempDir Path directory) throws Exception {
    compare(
        directory,
        HEADERS
            + "int main() { int i; unsigned s = 7; for (i = 0; i < 400; i++) printf(\"%d\\n"
            + "\", rand());\n"
            + "srand(42); for (i = 0; i < 400; i++) printf(\"%d %d\\n"
            + "\", rand() % 6, rand_r(&s));\n"
            + "srandom(0); for (i = 0; i < 40; i++) printf(\"%ld\\n"
            + "\", random());\n"
            + "srand48(9); for (i = 0; i < 40; i++) printf(\"%ld %f %ld\\n"
            + "\", lrand48(), drand48(), mrand48());\n"
            + "return 0; }\n");
  }

  @Test
  void sortingComparesTheSamePairs(@TempDir Path directory) throws Exception {
    compare(
        directory,
        HEADERS
            + "int c(const void *a, const void *b) { int x = *(int *)a, y = *(int *)b;\n"
            + "printf(\"%d:%d \", x, y); return x / 10 - y / 10; }\n"
            + "int main() { int n, i, v[70]; for (n = 0; n < 70; n += 9) {\n"
            + "for (i = 0; i < n; i++) v[i] = i * 37 % 101; qsort(v, n, sizeof *v, c);\n"
            + "for (i = 0; i < n; i++) printf(\"%d \", v[i]); printf(\"\\n"
            + "\");\n"
            + "int k = 55, *p = bsearch(&k, v, n, sizeof *v, c); printf(\"%d\\n"
            + "\", p ? (int)(p - v) : -1); }\n"
            + "return 0; }\n");
  }

  @Test
  void calendar(@TempDir Path directory) throws Exception {
    StringBuilder source = new StringBuilder(HEADERS);
    source.append(
        "void t(long n) { char b[300]; time_t m = n; struct tm *p = gmtime(&m), c;\n"
            + "strftime(b, sizeof b, \"%a %A %b %B %c %d %D %e %F %g %G %H %I %j %k %l %m %M %p %r"
            + " %R %s %S\"\n"
            + "\" %T %u %U %V %w %W %x %X %y %Y %% %-d %_d %^a\", p); printf(\"%s %s\", b,"
            + " asctime(p));\n"
            + "c = *p; c.tm_mon += 17; c.tm_mday -= 40; c.tm_hour += 99; m = timegm(&c);\n"
            + "printf(\"%ld %d %d %d\\n"
            + "\", (long)m, c.tm_mday, c.tm_wday, c.tm_yday); }\n"
            + "int main() {\n");
    for (int i = 0; i < 300; i++) {
      source.append("t(").append(random.nextLong(8_000_000_000L) - 2_000_000_000L).append("L);\n");
    }
    compare(directory, source.append("return 0; }\n").toString());
  }

  @Test
  void characterClasses(@TempDir Path directory) throws Exception {
    StringBuilder source =
        new StringBuilder(HEADERS + "int main() { int c; for (c = -1; c < 256; c++) {\n");
    for (String name :
        "isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit toupper tolower"
            .split(" ")) {
      source.append("printf(\"%d \", ").append(name).append("(c));\n");
    }
    compare(directory, source.append("printf(\"\\n\"); } return 0; }\n").toString());
  }

  @Test
  void tokensErrorsAndSignals(@TempDir Path directory) throws Exception {
    compare(
        directory,
        HEADERS
            + "#define _GNU_SOURCE\n"
            + "#include <string.h>\n"
            + "#include <signal.h>\n"
            + "int main() { char s[] = \" a,b;;c \", *p; int i; for (p = strtok(s, \" ,;\"); p; p ="
            + " strtok(NULL, \" ,;\"))\n"
            + "printf(\"<%s>\", p); char u[] = \"a,,b\", *q = u; while ((p = strsep(&q, \",\")))"
            + " printf(\"[%s]\", p);\n"
            + "for (i = -1; i < 140; i++) printf(\"%d %s\\n"
            + "\", i, strerror(i));\n"
            + "for (i = 1; i < 67; i++) printf(\"%d %s\\n"
            + "\", i, strsignal(i)); printf(\"%s%s\\n"
            + "\", strerror(1), strerror(2));\n"
            + "errno = 11; printf(\"%m\\n"
            + "\"); div_t d = div(-7, 2); printf(\"%d %d\\n"
            + "\", d.quot, d.rem); return 0; }\n");
  }

  @Test
  void options(@TempDir Path directory) throws Exception {
    String[] words = {
      "-a",
      "-b",
      "-c",
      "x",
      "y",
      "--",
      "-",
      "-cval",
      "-ab",
      "-dv",
      "--verbose",
      "--file",
      "--file=z",
      "--ver",
      "--opt=1",
      "--opt",
      "--nope",
      "--verbose=1"
    };
    String[] options = {"abc:d::", "+ab:c", "-ab:c", ":ab:c"};
    StringBuilder source = new StringBuilder(HEADERS);
    source.append(
        "struct option l[] = {{\"verbose\", 0, 0, 'v'}, {\"file\", 1, 0, 'f'}, {\"opt\", 2, 0,"
            + " 1000}, {\"version\", 0, 0, 1001}, {0, 0, 0, 0}};\n"
            + "void t(char *o, int n, char **v) { int r, i, x = -1; optind = 0; opterr = 0;\n"
            + "while ((r = getopt_long(n, v, o, l, &x)) != -1) printf(\"%d %d %s %d|\", r, optind,"
            + " optarg ? optarg : \"-\", x);\n"
            + "for (i = optind; i < n; i++) printf(\" %s\", v[i]); printf(\"\\n"
            + "\"); }\n"
            + "int main() {\n");
    for (int i = 0; i < 300; i++) {
      int count = 1 + random.nextInt(6);
      source.append("{ char *v[] = {\"p\"");
      for (int j = 0; j < count; j++) {
        source.append(", \"").append(words[random.nextInt(words.length)]).append("\"");
      }
      source.append(", 0}; t(\"").append(options[random.nextInt(options.length)]).append("\", ");
      source.append(count + 1).append(", v); }\n");
    }
    compare(directory, source.append("return 0; }\n").toString());
  }

  @Test
  void mathematics(@TempDir Path directory) throws Exception {
    StringBuilder source = new StringBuilder(HEADERS + "double v[] = {");
    for (int i = 0; i < 40; i++) {
      source.append(random.nextGaussian() * 3).append(", ");
    }
    source.append(
        "0.0, 1.0, -1.0, 0.5, -2.5, 1e300, -1e300, 1e-310};\n"
            + "int main() { int i, e; double w; for (i = 0; i < 48; i++) {\n");
    source.append("double x = v[i];\n");
    for (String call :
        ("sqrt(fabs(x)) cbrt(x) exp(x) log(fabs(x)) log2(fabs(x)) log10(fabs(x)) sin(x) cos(x)"
                + " tan(x) atan(x) sinh(x) cosh(x) tanh(x) floor(x) ceil(x) trunc(x) round(x) rint(x)"
                + " fmod(x,0.7) pow(fabs(x),1.5) atan2(x,2) hypot(x,3) modf(x,&w) frexp(x,&e)"
                + " ldexp(x,3) fmin(x,1) fmax(x,1) copysign(3,x)")
            .split(" ")) {
      source.append("printf(\"").append(call).append(" %.12g\\n\", ").append(call).append(");\n");
    }
    compare(directory, source.append("} return 0; }\n").toString());
  }
}
