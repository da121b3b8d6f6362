package org.forkshell.repl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.c.TokenClasses;
import org.forkshell.compile.Line;
import org.forkshell.compile.Symbols;
import org.forkshell.compile.Type;
import org.forkshell.compile.TypeText;
import org.forkshell.process.ProcessName;
import org.forkshell.source.Span;
import org.forkshell.syntax.Declaration;
import org.forkshell.syntax.Expression;
import org.forkshell.syntax.Statement;
import org.forkshell.syntax.TypeSyntax;
import org.jspecify.annotations.Nullable;

/**
 * The log as a C program that does the same. What lines declared stands before {@code main},
 * because functions may use it; what they did is the body of {@code main}, initialisers as
 * assignments. A name that was declared again gets a new one each time, by {@code #define}, so that
 * the lines themselves stay as they were typed. For lines that only some processes were to execute,
 * the program keeps count of who it is.
 */
final class SavedProgram {
  static final String MARK = "saved by ForkShell";

  private static final String NAMES_OF_PROCESSES =
      """

      /* Which process this is: P, its first child P.1, that one's second P.1.2 and so on. */
      static char process_name[1024] = "P";
      static int process_children;

      static pid_t fork_with_name(void) {
          pid_t pid = fork();
          if (pid > 0) {
              process_children++;
          } else if (pid == 0) {
              size_t length = strlen(process_name);
              snprintf(process_name + length, sizeof process_name - length, ".%d", process_children + 1);
              process_children = 0;
          }
          return pid;
      }
      #define fork() fork_with_name()

      static int is_process(const char *name) {
          return strcmp(process_name, name) == 0;
      }
      """;

  private final LineCompiler compiler;
  private final StringBuilder before = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final Set<String> headers = new LinkedHashSet<>();
  private final Map<String, Integer> definitions = new HashMap<>();
  private final Map<String, Integer> generations = new HashMap<>();
  private final Set<String> usedValues = new HashSet<>();
  private final Set<TypeSyntax> defined = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean incomplete;

  private SavedProgram(LineCompiler compiler) {
    this.compiler = compiler;
  }

  static SavedProgram of(List<LogLine> log, LineCompiler compiler) {
    SavedProgram program = new SavedProgram(compiler);
    program.write(log);
    return program;
  }

  /** Whether lines had to be left as comments. */
  boolean isIncomplete() {
    return incomplete;
  }

  private void write(List<LogLine> log) {
    boolean addressed = false;
    definitions.put("main", 1);
    for (LogLine line : log) {
      addressed |= !line.only().isEmpty();
      needHeaders(line.text());
      survey(line);
    }
    if (addressed) {
      headers.addAll(List.of("stdio.h", "string.h", "sys/types.h", "unistd.h"));
      before.append(NAMES_OF_PROCESSES);
    }
    for (LogLine line : log) {
      write(line);
    }
  }

  /** Counts what is declared, and notes which values are used again. */
  private void survey(LogLine line) {
    for (Statement statement : line.statements()) {
      if (statement instanceof Statement.Declare declare) {
        for (Declaration declaration : declare.declarations()) {
          String name = definedName(declaration);
          if (name != null) {
            definitions.merge(name, 1, Integer::sum);
          }
        }
      }
    }
    SyntaxWalk.visit(
        line.statements(),
        node -> {
          if (node instanceof Expression.Name name && name.name().startsWith("$")) {
            usedValues.add(name.name());
          }
        });
  }

  private static @Nullable String definedName(Declaration declaration) {
    if (declaration instanceof Declaration.Function function) {
      return function.name();
    }
    if (declaration instanceof Declaration.Typedef typedef) {
      return typedef.name();
    }
    if (declaration instanceof Declaration.Variable variable) {
      return isObject(variable) ? variable.name() : null;
    }
    TypeSyntax type = ((Declaration.Tag) declaration).type();
    return type instanceof TypeSyntax.Record record && record.members() != null
        ? record.tag()
        : type instanceof TypeSyntax.Enum enumeration && enumeration.enumerators() != null
            ? enumeration.tag()
            : null;
  }

  private static boolean isObject(Declaration.Variable variable) {
    return !(variable.type() instanceof TypeSyntax.Function)
        && variable.storage() != Declaration.Storage.EXTERN;
  }

  private void needHeaders(String text) {
    for (TokenClasses.Region region : TokenClasses.of(text)) {
      String header =
          switch (region.kind()) {
            case CALL, IDENTIFIER, TYPE ->
                compiler.language().headerOf(text.substring(region.start(), region.end()));
            default -> null;
          };
      if (header != null) {
        headers.add(header);
      }
    }
  }

  private void write(LogLine line) {
    for (String row : line.text().split("\n", -1)) {
      if (row.stripLeading().startsWith("#")) {
        directive(row.strip());
      }
    }
    StringBuilder actions = new StringBuilder();
    List<Statement> statements = line.statements();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (statement instanceof Statement.Declare declare) {
        declare(declare, line.line(), actions);
      } else {
        boolean last = i == statements.size() - 1;
        String value = last ? keptValue(line.line()) : "";
        actions.append(value).append(PlainC.of(statement, statement.span())).append('\n');
      }
    }
    append(line, actions.toString());
  }

  /**
   * {@code value_1 = }, where a later line uses what this line's last expression yields; else
   * nothing.
   */
  private String keptValue(@Nullable Line line) {
    if (line == null || line.shown().isEmpty()) {
      return "";
    }
    Symbols.Global last = line.shown().get(line.shown().size() - 1);
    if (!last.name().startsWith("$") || !usedValues.contains(last.name())) {
      return "";
    }
    String name = PlainC.valueName(last.name());
    before
        .append('\n')
        .append("static ")
        .append(TypeText.declaration(last.type(), name))
        .append(";\n");
    return name + " = ";
  }

  private void append(LogLine line, String actions) {
    if (actions.isBlank()) {
      return;
    }
    if (line.only().isEmpty()) {
      indent(actions, "    ");
      return;
    }
    StringBuilder condition = new StringBuilder();
    for (ProcessName name : line.only()) {
      condition
          .append(condition.length() == 0 ? "" : " || ")
          .append("is_process(\"")
          .append(name)
          .append("\")");
    }
    body.append("    if (").append(condition).append(") {\n");
    indent(actions, "        ");
    body.append("    }\n");
  }

  private void indent(String actions, String indent) {
    for (String row : actions.split("\n")) {
      body.append(row.startsWith("#") ? "" : indent).append(row).append('\n');
    }
  }

  private void directive(String row) {
    String[] words = row.substring(1).strip().split("[\\s(]+", 3);
    if (words[0].equals("define") && words.length > 1) {
      before.append("#undef ").append(words[1]).append('\n');
      body.append("#undef ").append(words[1]).append('\n').append(row).append('\n');
    }
    before.append(row).append('\n');
  }

  private void declare(Statement.Declare declare, @Nullable Line line, StringBuilder actions) {
    for (Declaration declaration : declare.declarations()) {
      String name = definedName(declaration);
      if (name != null && definitions.getOrDefault(name, 0) > 1) {
        rename(name, actions);
      }
    }
    Declaration first = declare.declarations().get(0);
    boolean plain = true;
    for (Declaration declaration : declare.declarations()) {
      plain &= !(declaration instanceof Declaration.Variable variable && isObject(variable));
    }
    if (plain) {
      String text = PlainC.of(declare, declare.span()).strip();
      boolean function = first instanceof Declaration.Function;
      before.append('\n').append(text).append(function || text.endsWith(";") ? "\n" : ";\n");
      return;
    }
    for (Declaration declaration : declare.declarations()) {
      if (declaration instanceof Declaration.Variable variable && isObject(variable)) {
        variable(variable, declare, line, actions);
      } else if (declaration instanceof Declaration.Tag tag) {
        before.append('\n').append(tag.type().span().text()).append(";\n");
      }
    }
  }

  private void rename(String name, StringBuilder actions) {
    int generation = generations.merge(name, 1, Integer::sum);
    String renaming = "#undef " + name + "\n#define " + name + " " + name + "_" + generation + "\n";
    before.append('\n').append(renaming);
    actions.append(renaming);
  }

  private void variable(
      Declaration.Variable variable,
      Statement.Declare declare,
      @Nullable Line line,
      StringBuilder actions) {
    Type type = typeOf(variable.name(), line);
    String name = variable.name();
    if (type == null) {
      incomplete = true;
      before.append("/* ").append(declare.span().text().replace("*/", "* /")).append(" */\n");
      return;
    }
    Type changeable = type.withConst(false);
    String text = TypeText.declaration(changeable, name);
    if (text.contains("…")) {
      // A structure without a name can only be declared where it is defined.
      before.append('\n').append(PlainC.of(declare, declare.span())).append(";\n");
      return;
    }
    define(variable.type());
    before
        .append('\n')
        .append("static ")
        .append(asNamed(variable.type(), name, text))
        .append(";\n");
    Expression initial = variable.initializer();
    if (initial == null) {
      return;
    }
    String value = PlainC.of(initial, initial.span());
    boolean list = initial instanceof Expression.InitializerList;
    if (changeable instanceof Type.Array || (list && !isScalar(changeable))) {
      headers.add("string.h");
      String literal = "(" + TypeText.of(changeable) + ")" + (list ? value : "{" + value + "}");
      actions
          .append("memcpy(&")
          .append(name)
          .append(", &")
          .append(literal)
          .append(", sizeof ")
          .append(name)
          .append(");\n");
    } else {
      actions
          .append(name)
          .append(" = ")
          .append(list ? value.substring(1, value.length() - 1) : value)
          .append(";\n");
    }
  }

  /** {@code pid_t *child} rather than {@code int *child}, if that is what was typed. */
  private static String asNamed(TypeSyntax type, String name, String otherwise) {
    String stars = "";
    TypeSyntax inner = type;
    while (inner instanceof TypeSyntax.Pointer pointer) {
      stars += "*";
      inner = pointer.to();
    }
    return inner instanceof TypeSyntax.Named named ? named.name() + " " + stars + name : otherwise;
  }

  /** {@code struct point { int x, y; } q;}: the structure comes first. */
  private void define(TypeSyntax type) {
    TypeSyntax inner = type instanceof TypeSyntax.Const constant ? constant.type() : type;
    if (inner instanceof TypeSyntax.Pointer pointer) {
      define(pointer.to());
    } else if (inner instanceof TypeSyntax.Array array) {
      define(array.of());
    } else if ((inner instanceof TypeSyntax.Record record && record.members() != null)
        || (inner instanceof TypeSyntax.Enum enumeration && enumeration.enumerators() != null)) {
      if (!defined.add(inner)) {
        return;
      }
      Span span = inner.span();
      before.append('\n').append(span.text()).append(";\n");
    }
  }

  private static boolean isScalar(Type type) {
    return type instanceof Type.Simple
        || type instanceof Type.Pointer
        || type instanceof Type.Enumeration;
  }

  private @Nullable Type typeOf(String name, @Nullable Line line) {
    if (line != null) {
      for (Symbols.Global global : line.symbols().globals()) {
        if (global.name().equals(name)) {
          return global.type();
        }
      }
    }
    return compiler.typeOf(name);
  }

  /** The whole program. */
  String text() {
    StringBuilder text = new StringBuilder("/* ").append(MARK).append(" */\n");
    List<String> sorted = new ArrayList<>(headers);
    sorted.sort(null);
    // Features of POSIX and beyond, also where a compiler is told to be strict.
    text.append("#define _GNU_SOURCE\n");
    for (String header : sorted) {
      text.append("#include <").append(header).append(">\n");
    }
    text.append(before).append('\n');
    for (String name : generations.keySet()) {
      text.append("#undef ").append(name).append('\n');
    }
    text.append("int main(void) {\n").append(body).append("    return 0;\n}\n");
    return text.toString();
  }
}
