package org.forkshell.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.forkshell.abi.NativeFunction;
import org.forkshell.abi.SystemCall;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.ProgramLab.Running;
import org.forkshell.codegen.Program;
import org.forkshell.execution.LabCommand;
import org.forkshell.execution.Session;
import org.forkshell.language.Includes;
import org.forkshell.language.c.parse.ProgramParser;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;
import org.forkshell.source.SourceText;
import org.forkshell.wire.Board.StandardOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A forked JVM dies of a class, a link or a compilation that it needs for the first time. So every
 * function of the library and every call of the kernel is made once as the first thing that a
 * process does: in a root process and in a child of one.
 */
class EveryCallTest {
  private static final Path FOLDER = Path.of("src/test/resources/calls");
  private static final Path HEADERS =
      Path.of("src/main/resources/org/forkshell/language/c/include");
  private static final Pattern ROW =
      Pattern.compile("(\\w+)(?: => (?:exit (\\d+)|(SIG\\w+)))? : (.*)");
  private static final Pattern CHILD = Pattern.compile("<child (\\d+)>");
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir private static Path directory;
  private static Map<String, Row> rows;
  private static ProgramLab lab;
  private static Program program;

  /** What stands in a line of calls.txt, and what wait says of a process that does it. */
  record Row(String name, WaitStatus status, String statement) {
    static Row of(String line) {
      Matcher parts = ROW.matcher(line);
      assertThat(parts.matches()).as("a row is NAME [=> END] : STATEMENT, not %s", line).isTrue();
      WaitStatus status =
          parts.group(3) != null
              ? new WaitStatus(Signal.valueOf(parts.group(3)).number())
              : WaitStatus.ofExit(parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)));
      return new Row(parts.group(1), status, parts.group(4));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() throws IOException {
    return read().values().stream();
  }

  private static Map<String, Row> read() throws IOException {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("calls.txt"))) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        Row row = Row.of(line);
        assertThat(rows.put(row.name(), row)).as("two rows for %s", row).isNull();
      }
    }
    return rows;
  }

  @BeforeAll
  static void start() throws IOException {
    rows = read();
    program = ProgramLab.compile(program(rows.values()));
    lab = ProgramLab.start(new LabCommand(null, null, jars()));
  }

  /**
   * A class path of jars alone, as the product has it. A forked process can read no jar; from a
   * folder it could load what it lacks, now and then.
   */
  private static String jars() throws IOException {
    Path classes = Path.of("target", "classes").toAbsolutePath();
    Path jar = directory.resolve("classes.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    String path = System.getProperty("java.class.path");
    assertThat(path).contains(classes.toString());
    return path.replace(classes.toString(), jar.toString());
  }

  @AfterAll
  static void end() {
    Set<Integer> left = lab.processes();
    lab.close();
    assertThat(left).isEmpty();
  }

  /** Includes of all headers that a program may name. */
  private static String includes() throws IOException {
    StringBuilder text = new StringBuilder("#define _GNU_SOURCE\n");
    try (Stream<Path> files = Files.walk(HEADERS).sorted()) {
      files
          .filter(Files::isRegularFile)
          .map(file -> HEADERS.relativize(file).toString())
          .filter(name -> !name.startsWith("bits/"))
          .forEach(name -> text.append("#include <").append(name).append(">\n"));
    }
    return text.toString();
  }

  /** A program that does what the row says whose number it is given. */
  private static String program(Iterable<Row> rows) throws IOException {
    StringBuilder text = new StringBuilder(includes());
    text.append(Files.readString(FOLDER.resolve("preamble.c")));
    List<String> functions = new ArrayList<>();
    for (Row row : rows) {
      String function = "row_" + functions.size();
      text.append("static void ").append(function).append("(void) { ");
      text.append(row.statement()).append(" }\n");
      functions.add(function);
    }
    text.append("static void (*all[])(void) = {").append(String.join(", ", functions));
    return text.append(
            """
            };
            int main(int argc, char *argv[]) {
              void (*row)(void) = all[atoi(argv[1])];
              pid_t child = fork();
              if (child == 0) {
                row();
                exit(0);
              }
              waitpid(child, &status, 0);
              dprintf(1, "<child %d>", status);
              row();
              exit(0);
            }
            """)
        .toString();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void canBeTheFirstCallOfAProcess(Row row) throws Exception {
    int number = List.copyOf(rows.keySet()).indexOf(row.name());
    Session.Options options = new Session.Options(64, StandardOutput.PIPE, false, true);
    try (Running running = lab.start(program, options, number + "")) {
      running.awaitEnd(LIMIT);
      Matcher child = CHILD.matcher(running.out());
      assertThat(child.find()).as("the child ended; output: %s", running.out()).isTrue();
      assertThat(new WaitStatus(Integer.parseInt(child.group(1))).shellStatus())
          .as("the child's end; errors: %s", running.err())
          .isEqualTo(row.status().shellStatus());
      assertThat(running.status().shellStatus())
          .as("the root's end; errors: %s", running.err())
          .isEqualTo(row.status().shellStatus());
    }
  }

  @Test
  void everyFunctionOfTheHeadersHasARow() throws IOException {
    Set<String> declared = new TreeSet<>();
    SourceText all = new SourceText("all.c", includes());
    for (Declaration declaration :
        new ProgramParser().parse(all, Includes.NONE).tree().declarations()) {
      if (declaration instanceof Declaration.Variable variable
          && variable.type() instanceof TypeSyntax.Function
          && !declaration.span().source().name().startsWith("<bits/")) {
        declared.add(variable.name());
      }
    }
    assertThat(declared).hasSizeGreaterThan(500);
    declared.removeAll(rows.keySet());
    assertThat(declared).as("functions without a row in calls.txt").isEmpty();
  }

  @Test
  void everyCallOfKernelAndMachineHasARow() {
    Set<String> all = new TreeSet<>();
    Arrays.stream(SystemCall.values()).map(Enum::name).forEach(all::add);
    Arrays.stream(NativeFunction.values()).map(Enum::name).forEach(all::add);
    all.removeAll(rows.keySet());
    assertThat(all).as("calls without a row in calls.txt").isEmpty();
  }
}
