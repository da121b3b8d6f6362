package org.forkshell.language.c.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.forkshell.ir.BinaryOperator;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.jspecify.annotations.Nullable;

/**
 * Trees as short text: expressions fully parenthesised, types as one reads them aloud, from the
 * name outwards.
 */
final class TreePrinter {
  private TreePrinter() {}

  static String unit(Declaration.Unit unit) {
    StringBuilder out = new StringBuilder();
    for (Declaration declaration : unit.declarations()) {
      out.append(out.length() == 0 ? "" : " ").append(declaration(declaration));
    }
    return out.toString();
  }

  static String statements(List<Statement> statements) {
    StringBuilder out = new StringBuilder();
    for (Statement statement : statements) {
      out.append(out.length() == 0 ? "" : " ").append(statement(statement));
    }
    return out.toString();
  }

  static String declaration(Declaration node) {
    if (node instanceof Declaration.Variable variable) {
      String value =
          variable.initializer() == null ? "" : " = " + expression(variable.initializer());
      return storage(variable.storage())
          + variable.name()
          + ": "
          + type(variable.type())
          + value
          + ";";
    }
    if (node instanceof Declaration.Function function) {
      return storage(function.storage())
          + function.name()
          + ": "
          + type(function.type())
          + " "
          + statement(function.body());
    }
    if (node instanceof Declaration.Typedef typedef) {
      return "typedef " + typedef.name() + ": " + type(typedef.type()) + ";";
    }
    if (node instanceof Declaration.StaticAssertion assertion) {
      String text = assertion.message() == null ? "" : ", " + expression(assertion.message());
      return "assert " + expression(assertion.condition()) + text + ";";
    }
    return type(((Declaration.Tag) node).type()) + ";";
  }

  private static String storage(Declaration.Storage storage) {
    return storage == Declaration.Storage.NONE
        ? ""
        : storage.name().toLowerCase(java.util.Locale.ROOT) + " ";
  }

  static String type(TypeSyntax node) {
    if (node instanceof TypeSyntax.Keyword keyword) {
      return keyword.basic().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
    if (node instanceof TypeSyntax.Named named) {
      return named.name();
    }
    if (node instanceof TypeSyntax.Const constant) {
      return "const " + type(constant.type());
    }
    if (node instanceof TypeSyntax.Atomic atomic) {
      return "atomic " + type(atomic.type());
    }
    if (node instanceof TypeSyntax.Pointer pointer) {
      return "pointer to " + type(pointer.to());
    }
    if (node instanceof TypeSyntax.Array array) {
      return "array["
          + (array.length() == null ? "" : expression(array.length()))
          + "] of "
          + type(array.of());
    }
    if (node instanceof TypeSyntax.Function function) {
      StringBuilder out = new StringBuilder("function(");
      String separator = "";
      for (TypeSyntax.Parameter parameter : function.parameters()) {
        out.append(separator).append(parameter.name() == null ? "" : parameter.name() + ": ");
        out.append(type(parameter.type()));
        separator = ", ";
      }
      out.append(function.variadic() ? ", ..." : function.unspecified() ? "?" : "");
      return out.append(") returning ").append(type(function.returns())).toString();
    }
    if (node instanceof TypeSyntax.Record record) {
      StringBuilder out = new StringBuilder(record.union() ? "union" : "struct");
      out.append(record.tag() == null ? "" : " " + record.tag());
      if (record.members() != null) {
        out.append(" {");
        for (TypeSyntax.Member member : record.members()) {
          out.append(member.name() == null ? "" : member.name() + ": ").append(type(member.type()));
          out.append(member.bits() == null ? "" : " : " + expression(member.bits())).append(";");
        }
        out.append("}");
      }
      return out.toString();
    }
    if (node instanceof TypeSyntax.Enum enumeration) {
      StringBuilder out = new StringBuilder("enum");
      out.append(enumeration.tag() == null ? "" : " " + enumeration.tag());
      if (enumeration.enumerators() != null) {
        out.append(" {");
        for (TypeSyntax.Enumerator each : enumeration.enumerators()) {
          out.append(each.name())
              .append(each.value() == null ? "" : " = " + expression(each.value()))
              .append(",");
        }
        out.append("}");
      }
      return out.toString();
    }
    return "typeof(" + expression(((TypeSyntax.TypeOf) node).expression()) + ")";
  }

  static String statement(@Nullable Statement node) {
    if (node == null || node instanceof Statement.Empty) {
      return ";";
    }
    if (node instanceof Statement.Evaluate evaluate) {
      return expression(evaluate.expression()) + ";";
    }
    if (node instanceof Statement.Block block) {
      return "{" + statements(block.statements()) + "}";
    }
    if (node instanceof Statement.Declare declare) {
      StringBuilder out = new StringBuilder();
      for (Declaration declaration : declare.declarations()) {
        out.append(out.length() == 0 ? "" : " ").append(declaration(declaration));
      }
      return out.toString();
    }
    if (node instanceof Statement.If choice) {
      String otherwise = choice.otherwise() == null ? "" : " else " + statement(choice.otherwise());
      return "if " + expression(choice.condition()) + " " + statement(choice.then()) + otherwise;
    }
    if (node instanceof Statement.While loop) {
      return "while " + expression(loop.condition()) + " " + statement(loop.body());
    }
    if (node instanceof Statement.DoWhile loop) {
      return "do " + statement(loop.body()) + " while " + expression(loop.condition()) + ";";
    }
    if (node instanceof Statement.For loop) {
      String condition = loop.condition() == null ? "" : expression(loop.condition());
      String step = loop.step() == null ? "" : expression(loop.step());
      return "for ("
          + statement(loop.start())
          + condition
          + ";"
          + step
          + ") "
          + statement(loop.body());
    }
    if (node instanceof Statement.Switch choice) {
      return "switch " + expression(choice.value()) + " " + statement(choice.body());
    }
    if (node instanceof Statement.Case label) {
      String last = label.last() == null ? "" : "..." + expression(label.last());
      return "case " + expression(label.value()) + last + ": " + statement(label.body());
    }
    if (node instanceof Statement.Default label) {
      return "default: " + statement(label.body());
    }
    if (node instanceof Statement.Labelled label) {
      return label.label() + ": " + statement(label.body());
    }
    if (node instanceof Statement.Goto jump) {
      return "goto " + jump.label() + ";";
    }
    if (node instanceof Statement.Break) {
      return "break;";
    }
    if (node instanceof Statement.Continue) {
      return "continue;";
    }
    Expression value = ((Statement.Return) node).value();
    return value == null ? "return;" : "return " + expression(value) + ";";
  }

  static String expression(Expression node) {
    if (node instanceof Expression.IntegerLiteral literal) {
      return switch (literal.type()) {
        case INT -> String.valueOf(literal.value());
        case UNSIGNED_INT -> literal.value() + "u";
        case LONG -> literal.value() + "l";
        case UNSIGNED_LONG -> Long.toUnsignedString(literal.value()) + "ul";
        case LONG_LONG -> literal.value() + "ll";
        default -> Long.toUnsignedString(literal.value()) + "ull";
      };
    }
    if (node instanceof Expression.FloatingLiteral literal) {
      return literal.value()
          + switch (literal.type()) {
            case FLOAT -> "f";
            case LONG_DOUBLE -> "l";
            default -> "";
          };
    }
    if (node instanceof Expression.StringLiteral literal) {
      String text = new String(literal.bytes(), StandardCharsets.UTF_8);
      return '"'
          + text.replace("\\", "\\\\")
              .replace("\n", "\\n")
              .replace("\"", "\\\"")
              .replace("\0", "\\0")
          + '"';
    }
    if (node instanceof Expression.Name name) {
      return name.name();
    }
    if (node instanceof Expression.Unary unary) {
      String operator =
          switch (unary.operator()) {
            case PLUS -> "+";
            case MINUS -> "-";
            case NOT -> "!";
            case COMPLEMENT -> "~";
            case ADDRESS -> "&";
            case INDIRECTION -> "*";
          };
      return "(" + operator + expression(unary.operand()) + ")";
    }
    if (node instanceof Expression.Step step) {
      String operator = step.increment() ? "++" : "--";
      return "("
          + (step.prefix()
              ? operator + expression(step.operand())
              : expression(step.operand()) + operator)
          + ")";
    }
    if (node instanceof Expression.Binary binary) {
      return "("
          + expression(binary.left())
          + " "
          + symbol(binary.operator())
          + " "
          + expression(binary.right())
          + ")";
    }
    if (node instanceof Expression.Assignment assignment) {
      String operator = assignment.operator() == null ? "" : symbol(assignment.operator());
      return "("
          + expression(assignment.target())
          + " "
          + operator
          + "= "
          + expression(assignment.value())
          + ")";
    }
    if (node instanceof Expression.Conditional choice) {
      String then = choice.then() == null ? "" : " " + expression(choice.then()) + " ";
      return "("
          + expression(choice.condition())
          + " ?"
          + then
          + ": "
          + expression(choice.otherwise())
          + ")";
    }
    if (node instanceof Expression.Comma comma) {
      return "(" + expression(comma.first()) + ", " + expression(comma.second()) + ")";
    }
    if (node instanceof Expression.Call call) {
      return expression(call.function()) + "(" + list(call.arguments()) + ")";
    }
    if (node instanceof Expression.Subscript subscript) {
      return expression(subscript.array()) + "[" + expression(subscript.index()) + "]";
    }
    if (node instanceof Expression.MemberAccess access) {
      return expression(access.record()) + (access.arrow() ? "->" : ".") + access.name();
    }
    if (node instanceof Expression.Cast cast) {
      return "(<" + type(cast.type()) + "> " + expression(cast.operand()) + ")";
    }
    if (node instanceof Expression.SizeofExpression sizeof) {
      return "sizeof " + expression(sizeof.operand());
    }
    if (node instanceof Expression.SizeofType sizeof) {
      return "sizeof <" + type(sizeof.type()) + ">";
    }
    if (node instanceof Expression.CompoundLiteral literal) {
      return "<" + type(literal.type()) + ">" + expression(literal.initializer());
    }
    if (node instanceof Expression.VaArg argument) {
      return "va_arg(" + expression(argument.list()) + ", " + type(argument.type()) + ")";
    }
    if (node instanceof Expression.StatementExpression statements) {
      return "(" + statement(statements.body()) + ")";
    }
    if (node instanceof Expression.Generic generic) {
      StringBuilder out = new StringBuilder("generic(" + expression(generic.control()));
      for (Expression.Association choice : generic.associations()) {
        out.append(", ").append(choice.type() == null ? "default" : type(choice.type()));
        out.append(": ").append(expression(choice.value()));
      }
      return out.append(")").toString();
    }
    StringBuilder out = new StringBuilder("{");
    for (Expression.Item item : ((Expression.InitializerList) node).items()) {
      out.append(out.length() == 1 ? "" : ", ");
      for (Expression.Designator designator : item.designators()) {
        out.append(
            designator.index() == null
                ? "." + designator.member()
                : "[" + expression(designator.index()) + "]");
      }
      out.append(item.designators().isEmpty() ? "" : " = ").append(expression(item.value()));
    }
    return out.append("}").toString();
  }

  private static String list(List<Expression> expressions) {
    StringBuilder out = new StringBuilder();
    for (Expression expression : expressions) {
      out.append(out.length() == 0 ? "" : ", ").append(expression(expression));
    }
    return out.toString();
  }

  private static String symbol(BinaryOperator operator) {
    for (TokenKind kind : TokenKind.values()) {
      if (kind.operator == operator && !kind.isAssignment()) {
        return kind.text;
      }
    }
    throw new AssertionError(operator);
  }
}
