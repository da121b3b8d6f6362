package org.forkshell.language.c.save;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.forkshell.ir.Type;
import org.forkshell.language.LoggedLine;
import org.forkshell.language.c.check.TypeText;
import org.forkshell.language.c.save.Redefinitions.Definition;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.language.c.syntax.TypeSyntax;

/**
 * Writes what lines declared before main, because functions may use it, and what that did into
 * main: initialisers as assignments.
 */
final class DeclarationWriter {
  private final Survey survey;
  private final Redefinitions definitions;
  private final ProgramText text;
  private final Set<TypeSyntax> defined = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean incomplete;

  DeclarationWriter(Survey survey, ProgramText text) {
    this.survey = survey;
    this.definitions = survey.definitions();
    this.text = text;
  }

  /** Whether declarations had to be left as comments. */
  boolean isIncomplete() {
    return incomplete;
  }

  /**
   * Writes the declarations of a statement.
   *
   * @param actions takes what they do
   */
  void write(Statement.Declare declare, LoggedLine line, StringBuilder actions) {
    for (Declaration declaration : declare.declarations()) {
      String name = Survey.definedName(declaration);
      Definition definition = definitions.of(declaration);
      if (name != null && definition != null && definition.version() == 1) {
        rename(name, definition, actions);
      }
    }
    Declaration first = declare.declarations().get(0);
    if (first instanceof Declaration.Function function && isReplaced(function, line)) {
      version(function, declare, line);
    } else if (declare.declarations().stream().noneMatch(Survey::isObject)) {
      String plain = PlainC.of(declare, declare.span()).strip();
      boolean ended = first instanceof Declaration.Function || plain.endsWith(";");
      text.before().append('\n').append(plain).append(ended ? "\n" : ";\n");
    } else {
      for (Declaration declaration : declare.declarations()) {
        if (declaration instanceof Declaration.Variable variable && Survey.isObject(variable)) {
          variable(variable, declare, line, actions);
        } else if (declaration instanceof Declaration.Tag tag) {
          text.before().append('\n').append(tag.type().span().text()).append(";\n");
        }
      }
    }
  }

  private void rename(String name, Definition definition, StringBuilder actions) {
    if (!definitions.isAmbiguous(name)) {
      return;
    }
    text.undefineBeforeMain(name);
    String renaming =
        "#undef " + name + "\n#define " + name + " " + definitions.thing(name, definition) + "\n";
    text.before().append('\n').append(renaming);
    actions.append(renaming);
  }

  private boolean isReplaced(Declaration.Function function, LoggedLine line) {
    Definition definition = definitions.of(function);
    return definition != null
        && Survey.functionType(function.name(), line) != null
        && definitions.isReplaced(function.name(), definition);
  }

  /**
   * One of several bodies of a function. Who calls it, also from lines before, gets the body that
   * it has by then: the function itself only passes on to it.
   */
  private void version(Declaration.Function function, Statement.Declare declare, LoggedLine line) {
    Type.Function type = Objects.requireNonNull(Survey.functionType(function.name(), line));
    Definition definition = Objects.requireNonNull(definitions.of(function));
    String thing = definitions.thing(function.name(), definition);
    String current = type.variadic() ? function.name() : thing + "_now";
    String body = thing + "_body_" + definition.version();
    if (definition.version() == 1) {
      text.before()
          .append("\nstatic ")
          .append(TypeText.declaration(Type.pointerTo(type), current))
          .append(";\n");
      if (!type.variadic()) {
        text.before().append(passingOn(type, function.name(), current));
      }
    }
    int at = function.at().start() - declare.span().start();
    String plain = PlainC.of(declare, declare.span()).strip();
    text.before()
        .append('\n')
        .append(plain, 0, at)
        .append(body)
        .append(plain, at + function.name().length(), plain.length())
        .append('\n');
    // It is new for everyone, also where others are addressed.
    text.body().append("    ").append(current).append(" = ").append(body).append(";\n");
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

  private void variable(
      Declaration.Variable variable,
      Statement.Declare declare,
      LoggedLine line,
      StringBuilder actions) {
    String name = variable.name();
    Type type = survey.objectType(name, line);
    if (type == null) {
      incomplete = true;
      String comment = declare.span().text().replace("*/", "* /");
      text.before().append("/* ").append(comment).append(" */\n");
      return;
    }
    Type changeable = type.withConst(false);
    String declaration = TypeText.declaration(changeable, name);
    if (declaration.contains("…")) {
      // A structure without a name can only be declared where it is defined.
      text.before().append('\n').append(PlainC.of(declare, declare.span())).append(";\n");
      return;
    }
    Definition definition = definitions.of(variable);
    boolean again = definition != null && definition.version() > 1;
    Expression initial = variable.initializer();
    if (!again) {
      define(variable.type());
      text.before()
          .append('\n')
          .append(variable.threadLocal() == null ? "static " : "static _Thread_local ")
          .append(asNamed(variable.type(), name, declaration));
      if (variable.threadLocal() != null && initial != null) {
        // Threads that begin later find it so.
        text.before().append(" = ").append(PlainC.of(initial, initial.span()));
      }
      text.before().append(";\n");
    }
    if (initial != null) {
      initialize(name, changeable, initial, actions);
    } else if (again) {
      text.include("string.h");
      actions.append("memset(&" + name + ", 0, sizeof " + name + ");\n");
    }
  }

  private void initialize(String name, Type type, Expression initial, StringBuilder actions) {
    String value = PlainC.of(initial, initial.span());
    boolean list = initial instanceof Expression.InitializerList;
    if (type instanceof Type.Array || (list && !isScalar(type))) {
      text.include("string.h");
      String literal = "(" + TypeText.of(type) + ")" + (list ? value : "{" + value + "}");
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
    TypeSyntax inner = type.unqualified();
    if (inner instanceof TypeSyntax.Pointer pointer) {
      define(pointer.to());
    } else if (inner instanceof TypeSyntax.Array array) {
      define(array.of());
    } else if ((inner instanceof TypeSyntax.Record record && record.members() != null)
        || (inner instanceof TypeSyntax.Enum enumeration && enumeration.enumerators() != null)) {
      if (defined.add(inner)) {
        text.before().append('\n').append(inner.span().text()).append(";\n");
      }
    }
  }

  private static boolean isScalar(Type declared) {
    Type type = declared.unqualified();
    return type instanceof Type.Simple
        || type instanceof Type.Pointer
        || type instanceof Type.Enumeration;
  }
}
