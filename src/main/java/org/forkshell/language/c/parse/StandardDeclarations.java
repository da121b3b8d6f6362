package org.forkshell.language.c.parse;

import java.util.List;
import org.forkshell.language.Includes;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;

/** All that all standard headers and the compiler itself declare and define, each header once. */
record StandardDeclarations(
    Declaration.Unit unit, Macros macros, Names names, List<Diagnostic> diagnostics) {
  static StandardDeclarations read(Headers headers, Macros predefined) {
    StringBuilder text = new StringBuilder();
    for (String name : Headers.NAMES) {
      if (headers.exists(name)) {
        include(name, text);
      }
    }
    include(Headers.OF_COMPILER, text);
    SourceText source = new SourceText("<standard headers>", text.toString());
    Problems problems = new Problems();
    Macros macros = new Macros(predefined);
    Names names = new Names(null);
    Token[] raw = new Lexer(new Characters(source), headers.words()).tokens();
    Token[] tokens = new Preprocessor(headers, Includes.NONE, macros, problems).process(raw);
    Parser parser = new Parser(tokens, names, headers.words(), problems, null, null);
    return new StandardDeclarations(parser.unit(), macros, names, problems.all());
  }

  private static void include(String header, StringBuilder text) {
    text.append("#include <").append(header).append(">\n");
  }
}
