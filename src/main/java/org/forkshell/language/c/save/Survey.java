package org.forkshell.language.c.save;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedLine;
import org.forkshell.language.LoggedLine;
import org.forkshell.language.TokenRegion;
import org.forkshell.language.c.check.CheckedLine;
import org.forkshell.language.c.parse.TokenClasses;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.language.c.syntax.SyntaxWalk;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of all the lines before the first of them can be written: how often a name is
 * declared, which labels and values are used again, what the headers are.
 */
final class Survey {
  private final Function<String, @Nullable Type> types;
  private final Function<String, @Nullable String> headerOf;
  private final Redefinitions definitions = new Redefinitions();
  private final Set<String> headers = new TreeSet<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final Set<String> usedValues = new HashSet<>();
  private boolean addressed;

  /**
   * Surveys a session.
   *
   * @param types what a name means after the last line: the type of an object or function
   * @param headerOf the standard header that gives a name
   */
  Survey(
      List<LoggedLine> log,
      Function<String, @Nullable Type> types,
      Function<String, @Nullable String> headerOf) {
    this.types = types;
    this.headerOf = headerOf;
    definitions.reserve("main");
    log.forEach(this::look);
  }

  /** Whether any line is for some processes only. */
  boolean isAddressed() {
    return addressed;
  }

  /** What the lines mention is in these headers. */
  Set<String> headers() {
    return headers;
  }

  Redefinitions definitions() {
    return definitions;
  }

  /** Whether a later line uses the value of this name, {@code $1}. */
  boolean isUsed(String value) {
    return usedValues.contains(value);
  }

  private void look(LoggedLine line) {
    addressed |= !line.only().isEmpty();
    needHeaders(line.text());
    for (Statement statement : statements(line)) {
      if (statement instanceof Statement.Declare declare) {
        for (Declaration declaration : declare.declarations()) {
          String name = definedName(declaration);
          if (name != null) {
            definitions.add(declaration, name, definedType(declaration, name, line));
          }
        }
      }
    }
    labels(line).forEach(label -> labels.merge(label, 1, Integer::sum));
    SyntaxWalk.visit(
        statements(line),
        node -> {
          if (node instanceof Expression.Name name && name.name().startsWith("$")) {
            usedValues.add(name.name());
          }
        });
  }

  private void needHeaders(String text) {
    for (TokenRegion region : TokenClasses.of(text)) {
      String header =
          switch (region.kind()) {
            case CALL, IDENTIFIER, TYPE ->
                headerOf.apply(text.substring(region.start(), region.end()));
            default -> null;
          };
      if (header != null) {
        headers.add(header);
      }
    }
  }

  static List<Statement> statements(LoggedLine line) {
    return ((CheckedLine) line.analysis()).statements();
  }

  /** The labels of a line; a function's are its own affair. */
  private static Set<String> labels(LoggedLine line) {
    Set<String> found = new LinkedHashSet<>();
    for (Statement statement : statements(line)) {
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
  Map<String, String> newLabels(LoggedLine line) {
    Map<String, String> names = new HashMap<>();
    for (String label : labels(line)) {
      if (labels.getOrDefault(label, 1) > 1) {
        names.put(label, label + "_" + line.number());
      }
    }
    return names;
  }

  /** The name that a declaration defines; null where it defines none. */
  static @Nullable String definedName(Declaration declaration) {
    if (declaration instanceof Declaration.Function function) {
      return function.name();
    }
    if (declaration instanceof Declaration.Typedef typedef) {
      return typedef.name();
    }
    if (declaration instanceof Declaration.Variable variable) {
      return isObject(variable) ? variable.name() : null;
    }
    return declaration instanceof Declaration.Tag tag ? definedTag(tag.type()) : null;
  }

  private static @Nullable String definedTag(TypeSyntax type) {
    return type instanceof TypeSyntax.Record record && record.members() != null
        ? record.tag()
        : type instanceof TypeSyntax.Enum enumeration && enumeration.enumerators() != null
            ? enumeration.tag()
            : null;
  }

  static boolean isObject(Declaration declaration) {
    return declaration instanceof Declaration.Variable variable
        && !(variable.type() instanceof TypeSyntax.Function)
        && variable.storage() != Declaration.Storage.EXTERN;
  }

  private @Nullable Type definedType(Declaration declaration, String name, LoggedLine line) {
    if (declaration instanceof Declaration.Function) {
      return functionType(name, line);
    }
    return declaration instanceof Declaration.Variable ? objectType(name, line) : null;
  }

  /** The type that a line gave a function. */
  static Type.@Nullable Function functionType(String name, LoggedLine line) {
    return own(name, line) instanceof Symbol.Function function && function.isWritten()
        ? function.type()
        : null;
  }

  /** The type that a line gave an object, or the one that it has after all lines. */
  @Nullable Type objectType(String name, LoggedLine line) {
    return own(name, line) instanceof Symbol.Static object && object.isDefined()
        ? object.type()
        : types.apply(name);
  }

  private static @Nullable Symbol own(String name, LoggedLine line) {
    TypedLine typed = line.analysis().typed();
    if (typed != null) {
      for (Symbol symbol : typed.own()) {
        if (symbol.name().equals(name)) {
          return symbol;
        }
      }
    }
    return null;
  }
}
