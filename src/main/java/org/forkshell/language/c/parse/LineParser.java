package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.language.Completeness;
import org.forkshell.language.Includes;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Spelling;

/**
 * C typed line by line: what earlier lines defined, and the habits of a prompt ({@link
 * PromptForms}).
 */
public final class LineParser {
  private final ProgramParser language;
  private final Headers headers;
  private final Macros macros;
  private final Names names;
  private final FunctionShapes shapes;
  private final Includes includes;

  LineParser(
      ProgramParser language,
      Headers headers,
      Macros macros,
      Names names,
      FunctionShapes shapes,
      Includes includes) {
    this.language = language;
    this.headers = headers;
    this.macros = macros;
    this.names = names;
    this.shapes = shapes;
    this.includes = includes;
  }

  /** Parses one or more whole lines. Changes nothing: an input that is not kept leaves no trace. */
  public ParsedLine parse(SourceText input) {
    synchronized (language) {
      return read(input, includes).input;
    }
  }

  /**
   * Makes the macros and type names of an input count for later ones; to be called once it is known
   * to be good.
   */
  public void keep(ParsedLine input) {
    synchronized (language) {
      if (input.hasErrors()) {
        throw new AssertionError("an input with errors is to be forgotten");
      }
      macros.keep(input.macros);
      names.keep(input.names);
    }
  }

  /** Whether the text can be run, or told to be wrong, as it stands. */
  public Completeness completeness(String text) {
    synchronized (language) {
      return read(new SourceText("", text), Includes.NONE).open
          ? Completeness.INCOMPLETE
          : Completeness.COMPLETE;
    }
  }

  private record Reading(ParsedLine input, boolean open) {}

  private Reading read(SourceText text, Includes includes) {
    Problems problems = new Problems();
    Diagnostic refusal = ProgramParser.refusal(text);
    if (refusal != null) {
      problems.add(refusal);
      ParsedLine none = new ParsedLine(List.of(), problems, new Macros(macros), new Names(names));
      return new Reading(none, false);
    }
    Reading reading = readText(text, includes);
    List<Diagnostic> told = reading.input.diagnostics();
    List<Diagnostic> grouped =
        MendedText.grouped(text, told, mended -> readText(mended, includes).input.diagnostics());
    if (grouped == told) {
      return reading;
    }
    grouped.forEach(problems::add);
    ParsedLine input = reading.input;
    return new Reading(
        new ParsedLine(input.statements(), problems, input.macros, input.names), reading.open);
  }

  private Reading readText(SourceText text, Includes includes) {
    Problems problems = new Problems();
    Macros newMacros = new Macros(macros);
    Names newNames = new Names(names);
    List<Statement> statements = new ArrayList<>(1);
    Characters characters = new Characters(text);
    Paste.mend(characters);
    Lexer lexer = new Lexer(characters, headers.words());
    Token[] raw = lexer.tokens();
    if (isNumbered(raw)) {
      problems.error(raw[0].span(), "c.paste.lineNumbers", raw[0].text);
    }
    Preprocessor preprocessor = new Preprocessor(headers, includes, newMacros, problems);
    Token[] tokens = preprocessor.process(raw);
    if (lexer.openComment || characters.endsContinued || preprocessor.open) {
      return new Reading(new ParsedLine(statements, problems, newMacros, newNames), true);
    }
    Parser parser = new Parser(tokens, newNames, headers.words(), problems, null, shapes);
    statements(parser, statements);
    return new Reading(
        new ParsedLine(statements, problems, newMacros, newNames), parser.in.wantsMore());
  }

  /** {@code 12 int x;}: a number and a word in a row are a listing's line. */
  private static boolean isNumbered(Token[] raw) {
    return raw[0].kind == TokenKind.NUMBER
        && !raw[1].startsLine
        && (raw[1].kind.isWord() || raw[1].kind == TokenKind.HASH);
  }

  /** {@code import os}: two words that C would take for a declaration. */
  private static boolean isForeign(Parser parser) {
    Token first = parser.in.peek();
    return (first.is("import") || first.is("from") || first.is("def")) && !parser.isTypeName(first);
  }

  private static void statements(Parser parser, List<Statement> statements) {
    Cursor in = parser.in;
    try {
      while (!in.atEnd() && !in.problems.isFull()) {
        Token first = in.peek();
        if (isForeign(parser)) {
          ForeignLanguages.check(in);
        }
        if (in.at(TokenKind.RIGHT_BRACE)) {
          in.next();
          in.problems.syntaxError(first.span(), "c.brace.extra");
        } else if (startsFunction(parser)) {
          List<Declaration> declarations = new ArrayList<>(1);
          parser.declarations.external(declarations);
          if (!declarations.isEmpty()) {
            statements.add(new Statement.Declare(in.since(first), List.copyOf(declarations)));
          }
        } else {
          statements.add(parser.statements.item());
        }
      }
    } catch (SyntaxError last) {
      parser.names.leaveAll();
    }
  }

  /**
   * Whether a function's definition may come: declarations here may have bodies, calls before a
   * brace are old definitions.
   */
  private static boolean startsFunction(Parser parser) {
    Cursor in = parser.in;
    Token first = in.peek();
    if (first.kind != TokenKind.IDENTIFIER) {
      return first.kind.startsDeclaration();
    }
    TokenKind behind = in.peek(1).kind;
    if (parser.isTypeName(first)) {
      return behind != TokenKind.COLON;
    }
    return behind == TokenKind.LEFT_PARENTHESIS
        && in.peek(in.behindPartner(1)).kind == TokenKind.LEFT_BRACE
        && !in.peek(in.behindPartner(1)).startsLine
        && Spelling.nearest(first.text, List.of("while", "switch", "for")) == null;
  }
}
