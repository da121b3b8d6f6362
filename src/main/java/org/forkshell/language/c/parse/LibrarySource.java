package org.forkshell.language.c.parse;

import java.util.AbstractList;
import java.util.List;
import org.forkshell.language.Includes;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Statement;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * One of the library's own sources. A program calls few of its functions: the body of each is cut
 * into tokens and parsed when somebody asks for its statements, and until then only its end is
 * looked for. That is quick because our sources keep to a layout, see {@link Lexer#defer}.
 */
final class LibrarySource {
  private final Object lock;
  private final Headers headers;
  private final Characters characters;
  private final Macros macros;
  private final Names names = new Names(null);

  /**
   * @param lock whom to wait for: bodies are read when the language may be at work elsewhere
   */
  LibrarySource(Object lock, Headers headers, SourceText text, Macros macros) {
    this.lock = lock;
    this.headers = headers;
    this.characters = new Characters(text);
    this.macros = macros;
  }

  /** All that it declares. */
  Parsed<Declaration.Unit> read() {
    Problems problems = new Problems();
    Lexer lexer = new Lexer(characters, headers.words());
    lexer.defer();
    Parser parser = parser(lexer.tokens(), problems);
    parser.source = this;
    return new Parsed<>(parser.unit(), problems.all());
  }

  private Parser parser(Token[] raw, Problems problems) {
    Token[] tokens = new Preprocessor(headers, Includes.NONE, macros, problems).process(raw);
    return new Parser(tokens, names, headers.words(), problems, null, null);
  }

  /** A body to be read later. */
  Statement.Block body(Token body, TypeSyntax.Function type) {
    return new Statement.Block(body.span(), new Statements(body, type));
  }

  private List<Statement> statements(Token body, TypeSyntax.Function type) {
    synchronized (lock) {
      Problems problems = new Problems();
      Lexer lexer = new Lexer(characters, headers.words());
      Parser parser = parser(lexer.tokens(body.start, body.end), problems);
      List<Statement> statements = parser.declarations.body(type).statements();
      if (!problems.all().isEmpty()) {
        throw new AssertionError(problems.all());
      }
      return statements;
    }
  }

  /** The statements of a body, read when the first is asked for. */
  private final class Statements extends AbstractList<Statement> {
    private final Token body;
    private final TypeSyntax.Function type;
    private @Nullable List<Statement> read;

    Statements(Token body, TypeSyntax.Function type) {
      this.body = body;
      this.type = type;
    }

    private synchronized List<Statement> all() {
      List<Statement> all = read;
      if (all == null) {
        all = statements(body, type);
        read = all;
      }
      return all;
    }

    @Override
    public Statement get(int index) {
      return all().get(index);
    }

    @Override
    public int size() {
      return all().size();
    }
  }
}
