package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * Which header gives which name. Made only when a name is missing, since it takes reading all
 * headers.
 */
final class HeaderIndex {
  /** What a header gives. */
  enum Kind {
    FUNCTION,
    OBJECT,
    TYPE,
    ENUMERATOR,
    MACRO
  }

  /**
   * @param header as one writes it between {@code <>}
   * @param declaration null for a macro
   */
  record Entry(Kind kind, String header, @Nullable Declaration declaration) {}

  private final Map<String, Entry> entries = new HashMap<>(2048);
  private final Map<String, Entry> tags = new HashMap<>();
  private final Headers headers;

  HeaderIndex(Headers headers, StandardDeclarations all) {
    this.headers = headers;
    List<Declaration> declarations = all.unit().declarations();
    for (int i = 0; i < declarations.size(); i++) {
      add(declarations.get(i));
    }
    for (Macro macro : all.macros().own()) {
      SourceText from = macro.from;
      if (from != null
          && !macro.name.text.startsWith("__")
          && macro.special == Macro.Special.NONE) {
        entries.putIfAbsent(macro.name.text, new Entry(Kind.MACRO, header(from), null));
      }
    }
  }

  private void add(Declaration declaration) {
    String header = header(declaration.span().source());
    if (declaration instanceof Declaration.Typedef typedef) {
      entries.putIfAbsent(typedef.name(), new Entry(Kind.TYPE, header, declaration));
      addTag(typedef.type(), header, declaration);
    } else if (declaration instanceof Declaration.Variable variable) {
      Kind kind = variable.type() instanceof TypeSyntax.Function ? Kind.FUNCTION : Kind.OBJECT;
      entries.putIfAbsent(variable.name(), new Entry(kind, header, declaration));
    } else if (declaration instanceof Declaration.Function function) {
      entries.putIfAbsent(function.name(), new Entry(Kind.FUNCTION, header, declaration));
    } else if (declaration instanceof Declaration.Tag tag) {
      addTag(tag.type(), header, declaration);
    }
  }

  private void addTag(TypeSyntax type, String header, Declaration declaration) {
    if (type instanceof TypeSyntax.Record record
        && record.tag() != null
        && record.members() != null) {
      tags.putIfAbsent(record.tag(), new Entry(Kind.TYPE, header, declaration));
    } else if (type instanceof TypeSyntax.Enum enumeration && enumeration.enumerators() != null) {
      for (TypeSyntax.Enumerator enumerator : enumeration.enumerators()) {
        entries.putIfAbsent(enumerator.name(), new Entry(Kind.ENUMERATOR, header, declaration));
      }
    }
  }

  private String header(SourceText source) {
    String name = source.name();
    return headers.publicName(name.substring(1, name.length() - 1));
  }

  @Nullable Entry find(String name) {
    return entries.get(name);
  }

  @Nullable Entry findTag(String tag) {
    return tags.get(tag);
  }

  /** The names of all types. */
  List<String> types() {
    List<String> types = new ArrayList<>();
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      if (entry.getValue().kind() == Kind.TYPE) {
        types.add(entry.getKey());
      }
    }
    return types;
  }

  Set<String> names() {
    return entries.keySet();
  }
}
