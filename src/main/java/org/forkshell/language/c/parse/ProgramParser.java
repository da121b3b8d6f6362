package org.forkshell.language.c.parse;

import java.util.List;
import java.util.Set;
import org.forkshell.language.Includes;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * C: from the text of a file to its tree. Keeps the standard headers in memory, so one object
 * serves a whole session. May be used by several threads, one at a time.
 */
public final class ProgramParser {
  private static final Declaration.Unit NOTHING = new Declaration.Unit(List.of());

  private final Headers headers = new Headers();
  private final Macros predefined = Predefined.macros(headers.words());
  private @Nullable StandardDeclarations standard;

  /**
   * Parses a learner's file. A forgotten include of a function's header is made up for with a
   * warning.
   *
   * @param includes finds the learner's own headers
   */
  public synchronized Parsed<Declaration.Unit> parse(SourceText file, Includes includes) {
    Diagnostic refusal = refusal(file);
    if (refusal != null) {
      return new Parsed<>(NOTHING, List.of(refusal));
    }
    Parsed<Declaration.Unit> parsed = parseText(file, includes);
    return new Parsed<>(
        parsed.tree(),
        MendedText.grouped(
            file, parsed.diagnostics(), mended -> parseText(mended, includes).diagnostics()));
  }

  private Parsed<Declaration.Unit> parseText(SourceText file, Includes includes) {
    Token[] raw = headers.tokensOf(file);
    if (raw[0].kind == TokenKind.NUMBER) {
      Diagnostic numbered = Diagnostic.error(raw[0].span(), "c.paste.lineNumbers", raw[0].text);
      return new Parsed<>(NOTHING, List.of(numbered));
    }
    Problems problems = new Problems();
    return parse(raw, includes, problems, new ForgottenIncludes(this, headers.words(), problems));
  }

  /** Why a text cannot be C at all; null where it may be. */
  static @Nullable Diagnostic refusal(SourceText file) {
    String text = file.text();
    if (SourceBytes.isUtf16(text)) {
      return Diagnostic.error(new Span(file, 0, 1), "c.encoding.wide");
    }
    if (SourceBytes.isBinary(text)) {
      int at = Math.max(0, text.indexOf('\0'));
      return Diagnostic.error(new Span(file, at, Math.min(text.length(), at + 1)), "c.binary");
    }
    if (file.name().endsWith(".py")) {
      return Diagnostic.error(new Span(file, 0, 0), "c.foreign.python", file.name());
    }
    if (text.startsWith("#!")) {
      return Diagnostic.error(new Span(file, 0, 2), "c.foreign.script");
    }
    return null;
  }

  private Parsed<Declaration.Unit> parse(
      Token[] raw, Includes includes, Problems problems, @Nullable ForgottenIncludes learner) {
    Macros macros = new Macros(predefined);
    Token[] tokens = new Preprocessor(headers, includes, macros, problems).process(raw);
    Names names = new Names(null);
    Parser parser = new Parser(tokens, names, headers.words(), problems, learner, null);
    Declaration.Unit unit = parser.unit();
    if (learner != null) {
      unit = learner.complete(unit, names, parser.types.definedTags());
    }
    return new Parsed<>(unit, problems.all());
  }

  /**
   * Parses one of ForkShell's own library sources. The bodies of its functions are parsed when
   * somebody looks at them.
   *
   * @param name below {@code /org/forkshell/language/c/lib}
   */
  public synchronized Parsed<Declaration.Unit> library(String name) {
    SourceText source = headers.librarySource(name);
    if (source == null) {
      throw new AssertionError("no library source " + name);
    }
    return new LibrarySource(this, headers, source, new Macros(predefined)).read();
  }

  /** Parses a source that is trusted to be C: nothing is mended and no include is made up for. */
  public synchronized Parsed<Declaration.Unit> library(SourceText source) {
    Token[] raw = new Lexer(new Characters(source), headers.words()).tokens();
    return parse(raw, Includes.NONE, new Problems(), null);
  }

  /**
   * All that the standard headers declare, each declaration once: what a session knows before its
   * first line.
   */
  public synchronized Parsed<Declaration.Unit> prelude() {
    return new Parsed<>(standard().unit(), standard().diagnostics());
  }

  private StandardDeclarations standard() {
    StandardDeclarations made = standard;
    if (made == null) {
      made = StandardDeclarations.read(headers, predefined);
      standard = made;
    }
    return made;
  }

  HeaderIndex index() {
    return headers.index(standard());
  }

  /**
   * Starts a session of lines, in which all standard headers count as included.
   *
   * @param shapes what the session knows of functions
   * @param includes finds the learner's own headers
   */
  public synchronized LineParser prompt(FunctionShapes shapes, Includes includes) {
    StandardDeclarations known = standard();
    return new LineParser(
        this, headers, new Macros(known.macros()), new Names(known.names()), shapes, includes);
  }

  /** The header that gives a name, {@code unistd.h} for {@code fork}; null where none does. */
  public synchronized @Nullable String headerOf(String name) {
    HeaderIndex.Entry entry = index().find(name);
    return entry == null ? null : entry.header();
  }

  /**
   * All names that the standard headers give: functions, objects, types, enumerators and macros.
   */
  public synchronized Set<String> headerNames() {
    return Set.copyOf(index().names());
  }
}
