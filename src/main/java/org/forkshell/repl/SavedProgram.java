package org.forkshell.repl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.forkshell.codegen.Line;
import org.forkshell.codegen.Symbols;
import org.forkshell.ir.Type;
import org.forkshell.language.c.TokenClasses;
import org.forkshell.language.c.check.TypeText;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.process.ProcessName;
import org.forkshell.repl.Definitions.Definition;
import org.forkshell.source.Span;
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
  private final Definitions definitions = new Definitions();
  private final Set<String> renamed = new LinkedHashSet<>();
  private final Map<String, Integer> labels = new HashMap<>();
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
    definitions.reserve("main");
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
            definitions.add(declaration, name, definedType(declaration, name, line.line()));
          }
        }
      }
    }
    labels(line).forEach(label -> labels.merge(label, 1, Integer::sum));
    SyntaxWalk.visit(
        line.statements(),
        node -> {
          if (node instanceof Expression.Name name && name.name().startsWith("$")) {
            usedValues.add(name.name());
          }
        });
  }

  /** The labels of a line; a function's are its own affair. */
  private static Set<String> labels(LogLine line) {
    Set<String> found = new LinkedHashSet<>();
    for (Statement statement : line.statements()) {
      if (!(statement instanceof Statement.Declare)) {
        SyntaxWalk.visit(
            statement,
            node -> {
              if (node instanceof Statement.Labelled labelled) {
                found.add(labelled.label());
              }
            });
      }
    }
    return found;
  }

  /** A label holds for its line; for those of main together each needs a name of its own. */
  private Map<String, String> newLabels(LogLine line) {
    Map<String, String> names = new HashMap<>();
    for (String label : labels(line)) {
      if (labels.getOrDefault(label, 1) > 1) {
        names.put(label, label + "_" + line.number());
      }
    }
    return names;
  }

  private @Nullable Type definedType(Declaration declaration, String name, @Nullable Line line) {
    if (declaration instanceof Declaration.Function) {
      return line == null ? null : functionType(name, line);
    }
    return declaration instanceof Declaration.Variable ? typeOf(name, line) : null;
  }

  private static Type.@Nullable Function functionType(String name, Line line) {
    for (Symbols.Function function : line.symbols().functions()) {
      if (function.name().equals(name) && !function.isLibrary()) {
        return function.type();
      }
    }
    return null;
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
    Map<String, String> newLabels = newLabels(line);
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (statement instanceof Statement.Declare declare) {
        declare(declare, line.line(), actions);
      } else {
        boolean last = i == statements.size() - 1;
        String value = last ? keptValue(line.line()) : "";
        actions
            .append(value)
            .append(PlainC.of(statement, statement.span(), newLabels))
            .append('\n');
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
      Definition definition = definitions.of(declaration);
      if (name != null && definition != null && definition.version() == 1) {
        rename(name, definition, actions);
      }
    }
    Declaration first = declare.declarations().get(0);
    boolean plain = true;
    for (Declaration declaration : declare.declarations()) {
      plain &= !(declaration instanceof Declaration.Variable variable && isObject(variable));
    }
    if (first instanceof Declaration.Function function && isReplaced(function, line)) {
      version(function, declare, Objects.requireNonNull(line));
      return;
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

  private boolean isReplaced(Declaration.Function function, @Nullable Line line) {
    Definition definition = definitions.of(function);
    return line != null
        && definition != null
        && functionType(function.name(), line) != null
        && definitions.isReplaced(function.name(), definition);
  }

  /**
   * One of several bodies of a function. Who calls it, also from lines before, gets the body that
   * it has by then: the function itself only passes on to it.
   */
  private void version(Declaration.Function function, Statement.Declare declare, Line line) {
    Type.Function type = Objects.requireNonNull(functionType(function.name(), line));
    Definition definition = Objects.requireNonNull(definitions.of(function));
    String thing = definitions.thing(function.name(), definition);
    String current = type.variadic() ? function.name() : thing + "_now";
    String body = thing + "_body_" + definition.version();
    if (definition.version() == 1) {
      before
          .append("\nstatic ")
          .append(TypeText.declaration(Type.pointerTo(type), current))
          .append(";\n");
      if (!type.variadic()) {
        before.append(passingOn(type, function.name(), current));
      }
    }
    Span span = declare.span();
    int at = function.at().start() - span.start();
    String text = PlainC.of(declare, span).strip();
    before
        .append('\n')
        .append(text, 0, at)
        .append(body)
        .append(text, at + function.name().length(), text.length())
        .append('\n');
    // It is new for everyone, also where others are addressed.
    this.body.append("    ").append(current).append(" = ").append(body).append(";\n");
  }

  private static String passingOn(Type.Function type, String name, String current) {
    StringBuilder parameters = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    for (int i = 0; i < type.parameters().size(); i++) {
      String comma = i == 0 ? "" : ", ";
      String argument = "argument_" + (i + 1);
      parameters.append(comma).append(TypeText.declaration(type.parameters().get(i), argument));
      arguments.append(comma).append(argument);
    }
    String head = name + "(" + (parameters.length() == 0 ? "void" : parameters) + ")";
    return TypeText.declaration(type.returns(), head)
        + " { "
        + (type.returns().isVoid() ? "" : "return ")
        + current
        + "("
        + arguments
        + "); }\n";
  }

  private void rename(String name, Definition definition, StringBuilder actions) {
    if (!definitions.isAmbiguous(name)) {
      return;
    }
    renamed.add(name);
    String renaming =
        "#undef " + name + "\n#define " + name + " " + definitions.thing(name, definition) + "\n";
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
    Definition definition = definitions.of(variable);
    boolean again = definition != null && definition.version() > 1;
    if (!again) {
      define(variable.type());
      before
          .append('\n')
          .append("static ")
          .append(asNamed(variable.type(), name, text))
          .append(";\n");
    }
    Expression initial = variable.initializer();
    if (initial == null) {
      if (again) {
        headers.add("string.h");
        actions.append("memset(&" + name + ", 0, sizeof " + name + ");\n");
      }
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
    for (String name : renamed) {
      text.append("#undef ").append(name).append('\n');
    }
    text.append("int main(void) {\n").append(body).append("    return 0;\n}\n");
    return text.toString();
  }
}
