package org.forkshell.language.c;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedProgram;
import org.forkshell.language.Compilation;
import org.forkshell.language.Includes;
import org.forkshell.language.Language;
import org.forkshell.language.LineFrontEnd;
import org.forkshell.language.Mending;
import org.forkshell.language.ObservedMemory;
import org.forkshell.language.TokenRegion;
import org.forkshell.language.c.check.Library;
import org.forkshell.language.c.check.ProgramChecker;
import org.forkshell.language.c.check.TypeText;
import org.forkshell.language.c.check.ValueText;
import org.forkshell.language.c.parse.MendedText;
import org.forkshell.language.c.parse.Parsed;
import org.forkshell.language.c.parse.ProgramParser;
import org.forkshell.language.c.parse.TokenClasses;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * C as the rest of the code sees it. A text is parsed ({@link org.forkshell.language.c.parse}) into
 * the tree as it was written ({@link org.forkshell.language.c.syntax}), which is checked ({@link
 * org.forkshell.language.c.check}) and becomes the typed tree. The standard headers and the
 * library's sources are read once.
 */
public final class CLanguage implements Language {
  /** How the names of its programs end. */
  public static final String EXTENSION = ".c";

  private static final List<String> KEYWORDS =
      List.of(
          "break",
          "case",
          "char",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extern",
          "float",
          "for",
          "goto",
          "if",
          "int",
          "long",
          "return",
          "short",
          "signed",
          "sizeof",
          "static",
          "struct",
          "switch",
          "typedef",
          "union",
          "unsigned",
          "void",
          "while");

  private final ProgramParser parser = new ProgramParser();
  private final Library library = new StandardLibrary(parser);

  @Override
  public String extension() {
    return EXTENSION;
  }

  @Override
  public Compilation<TypedProgram> program(SourceText text, Includes includes) {
    Parsed<Declaration.Unit> parsed = parser.parse(text, includes);
    if (!parsed.isMended()) {
      return new Compilation<>(null, parsed.diagnostics());
    }
    Compilation<TypedProgram> checked = ProgramChecker.check(text, parsed.tree(), library);
    List<Diagnostic> all = new ArrayList<>(parsed.diagnostics());
    if (!parsed.hasErrors()) {
      all.addAll(checked.diagnostics());
      return new Compilation<>(checked.result(), all);
    }
    for (Diagnostic other : checked.diagnostics()) {
      if (other.isError()
          && parsed.diagnostics().stream().noneMatch(known -> explains(known, other))) {
        all.add(other);
      }
    }
    return new Compilation<>(null, all);
  }

  /** What is missing on a line makes the rest of it look strange. */
  private static boolean explains(Diagnostic known, Diagnostic other) {
    return known.isError() && known.span().line() == other.span().line();
  }

  @Override
  public LineFrontEnd lines(Includes includes) {
    return new CLines(parser, library, includes);
  }

  @Override
  public List<TokenRegion> regions(String text) {
    return TokenClasses.of(text);
  }

  @Override
  public Set<String> words() {
    Set<String> words = new HashSet<>(parser.headerNames());
    words.addAll(KEYWORDS);
    return words;
  }

  @Override
  public String declaration(Type type, String name) {
    // The one structure of the library that learners know by another name.
    return TypeText.declaration(type, name).replace("struct _IO_FILE ", "FILE ");
  }

  @Override
  public String value(Type type, long address, ObservedMemory memory) {
    return new ValueText(memory).of(type, address);
  }

  @Override
  public boolean isDamage(Diagnostic diagnostic) {
    return MendedText.isDamage(diagnostic);
  }

  @Override
  public @Nullable Mending mending(SourceText text) {
    return MendedText.mending(text);
  }
}
