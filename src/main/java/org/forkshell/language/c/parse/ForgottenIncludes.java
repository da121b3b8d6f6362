package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.language.c.parse.HeaderIndex.Entry;
import org.forkshell.language.c.parse.HeaderIndex.Kind;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Forgotten includes, as gcc treats them: a function that is called all the same gets its
 * declaration and a warning, anything else is an error; both name the header to include.
 */
final class ForgottenIncludes {
  private final ProgramParser language;
  private final Words words;
  private final Problems problems;
  private final Set<String> toldHeaders = new HashSet<>();
  private final Map<String, Token> calls = new LinkedHashMap<>();
  private final Map<String, Entry> added = new LinkedHashMap<>();

  ForgottenIncludes(ProgramParser language, Words words, Problems problems) {
    this.language = language;
    this.words = words;
    this.problems = problems;
  }

  /**
   * Whether an undeclared name is a type of some header; if so, it counts as declared from here on.
   */
  boolean forgotType(Token token, Names names) {
    if (isHeader(token)) {
      return false;
    }
    Entry entry = language.index().find(token.text);
    if (entry == null || entry.kind() != Kind.TYPE || token.word == null) {
      return false;
    }
    tell(token, entry, "c.include.type");
    names.declare(token.word, true);
    added.put(token.text, entry);
    return true;
  }

  /** The type of some header whose name is nearest. */
  @Nullable String nearestType(String word) {
    return Spelling.nearest(word, language.index().types());
  }

  /** Looks at an undeclared name in an expression; what no header knows is left to the checker. */
  void use(Token token, boolean called) {
    if (isHeader(token) || calls.containsKey(token.text) || added.containsKey(token.text)) {
      return;
    }
    Entry entry = language.index().find(token.text);
    if (entry == null) {
      return;
    }
    if (entry.kind() == Kind.FUNCTION && called) {
      calls.put(token.text, token);
    } else {
      tell(token, entry, "c.include.name");
      added.put(token.text, entry);
    }
  }

  /** What the standard headers lack is no learner's fault. */
  private static boolean isHeader(Token token) {
    return token.source.name().startsWith("<");
  }

  private void tell(Token token, Entry entry, String key) {
    if (toldHeaders.add(entry.header())) {
      problems.error(token.span(), key, token.text, entry.header());
    }
  }

  /**
   * The declarations to put in front of {@code unit}; warns of functions that it calls and does not
   * define further down.
   */
  Declaration.Unit complete(Declaration.Unit unit, Names names, Set<String> definedTags) {
    if (calls.isEmpty() && added.isEmpty()) {
      return unit;
    }
    Set<String> warned = new HashSet<>();
    Set<String> implicit = new HashSet<>();
    for (Map.Entry<String, Token> call : calls.entrySet()) {
      Token token = call.getValue();
      Entry entry = language.index().find(call.getKey());
      if (entry == null || token.word == null || names.isDeclared(token.word)) {
        continue;
      }
      if (!Headers.isOfCompiler(entry.header())
          && !toldHeaders.contains(entry.header())
          && warned.add(entry.header())) {
        problems.warning(token.span(), "c.include.function", token.text, entry.header());
      }
      added.put(call.getKey(), entry);
      implicit.add(call.getKey());
    }
    List<Declaration> all = new ArrayList<>();
    Set<Declaration> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Map.Entry<String, Entry> each : added.entrySet()) {
      take(each.getValue().declaration(), all, taken, names, definedTags);
    }
    all.addAll(unit.declarations());
    return new Declaration.Unit(all, implicit);
  }

  /** Adds a header's declaration, what it needs first. */
  private void take(
      @Nullable Declaration declaration,
      List<Declaration> all,
      Set<Declaration> taken,
      Names names,
      Set<String> definedTags) {
    if (declaration == null || !taken.add(declaration)) {
      return;
    }
    List<TypeSyntax> needs = new ArrayList<>();
    if (declaration instanceof Declaration.Variable variable) {
      needs.add(variable.type());
    } else if (declaration instanceof Declaration.Typedef typedef) {
      needs.add(typedef.type());
    } else if (declaration instanceof Declaration.Tag tag) {
      needs.add(tag.type());
    } else if (declaration instanceof Declaration.Function function) {
      needs.add(function.type());
    }
    for (int i = 0; i < needs.size(); i++) {
      TypeSyntax type = needs.get(i);
      if (type instanceof TypeSyntax.Named named) {
        Entry entry = language.index().find(named.name());
        boolean own = names.isType(words.of(named.name())) && !added.containsKey(named.name());
        if (entry != null && entry.kind() == Kind.TYPE && !own) {
          take(entry.declaration(), all, taken, names, definedTags);
        }
      } else if (type instanceof TypeSyntax.Const || type instanceof TypeSyntax.Atomic) {
        needs.add(type.unqualified());
      } else if (type instanceof TypeSyntax.Pointer pointer) {
        needs.add(pointer.to());
      } else if (type instanceof TypeSyntax.Array array) {
        needs.add(array.of());
      } else if (type instanceof TypeSyntax.Function function) {
        needs.add(function.returns());
        for (TypeSyntax.Parameter parameter : function.parameters()) {
          needs.add(parameter.type());
        }
      } else if (type instanceof TypeSyntax.Record record) {
        takeTag(record, needs, all, taken, names, definedTags);
      }
    }
    all.add(declaration);
  }

  private void takeTag(
      TypeSyntax.Record record,
      List<TypeSyntax> needs,
      List<Declaration> all,
      Set<Declaration> taken,
      Names names,
      Set<String> definedTags) {
    if (record.members() != null) {
      for (TypeSyntax.Member member : record.members()) {
        needs.add(member.type());
      }
      return;
    }
    String tag = record.tag();
    Entry entry = tag == null || definedTags.contains(tag) ? null : language.index().findTag(tag);
    if (entry != null) {
      take(entry.declaration(), all, taken, names, definedTags);
    }
  }
}
