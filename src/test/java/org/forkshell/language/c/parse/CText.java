package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.language.Includes;
import org.forkshell.language.c.parse.FunctionShapes.Shape;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;

/** C given as text, for tests: files, and a prompt that knows the standard functions. */
final class CText {
  static final ProgramParser C = new ProgramParser();

  private CText() {}

  static Parsed<Declaration.Unit> parse(String text) {
    return C.parse(new SourceText("test.c", text), Includes.NONE);
  }

  /** The declarations of the text itself, not those of headers. */
  static String tree(String text) {
    Parsed<Declaration.Unit> parsed = parse(text);
    StringBuilder out = new StringBuilder();
    for (Declaration declaration : parsed.tree().declarations()) {
      if (declaration.span().source().name().equals("test.c")) {
        out.append(out.length() == 0 ? "" : " ").append(TreePrinter.declaration(declaration));
      }
    }
    if (parsed.hasErrors()) {
      out.append(" ").append(places(parsed.diagnostics()));
    }
    return out.toString();
  }

  /** The tree of one expression. */
  static String expression(String text) {
    String tree = tree("int main(void) { " + text + "; }");
    String before = "main: function() returning int {";
    return tree.startsWith(before) ? tree.substring(before.length(), tree.length() - 2) : tree;
  }

  /** Each diagnostic as {@code line:column key}. */
  static List<String> places(List<Diagnostic> diagnostics) {
    List<String> places = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      places.add(
          diagnostic.span().line() + ":" + diagnostic.span().column() + " " + diagnostic.key());
    }
    return places;
  }

  static LineParser prompt() {
    Map<String, Shape> shapes = new HashMap<>();
    for (Declaration declaration : C.prelude().tree().declarations()) {
      if (declaration instanceof Declaration.Variable variable) {
        shapes.put(variable.name(), shape(variable.type()));
      }
    }
    return C.prompt(name -> shapes.getOrDefault(name, Shape.UNKNOWN), Includes.NONE);
  }

  private static Shape shape(TypeSyntax type) {
    if (!(type instanceof TypeSyntax.Function function)) {
      return Shape.NOT_A_FUNCTION;
    }
    return function.parameters().isEmpty() ? Shape.NO_ARGUMENTS : Shape.ARGUMENTS;
  }
}
