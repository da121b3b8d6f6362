package org.forkshell.language.c.save;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.forkshell.language.SavedProgram;

/** The parts of a program while it is written: headers, what stands before main, main's body. */
final class ProgramText {
  private final Set<String> headers = new TreeSet<>();
  private final Set<String> macros = new LinkedHashSet<>();
  private final StringBuilder before = new StringBuilder();
  private final StringBuilder body = new StringBuilder();

  void include(String header) {
    headers.add(header);
  }

  void include(Collection<String> more) {
    headers.addAll(more);
  }

  /** What is to stand before main. */
  StringBuilder before() {
    return before;
  }

  /** What is to stand in main. */
  StringBuilder body() {
    return body;
  }

  /** A macro that main begins without. */
  void undefineBeforeMain(String macro) {
    macros.add(macro);
  }

  /** The whole program. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("/* ").append(SavedProgram.MARK).append(" */\n");
    // Features of POSIX and beyond, also where a compiler is told to be strict.
    text.append("#define _GNU_SOURCE\n");
    for (String header : headers) {
      text.append("#include <").append(header).append(">\n");
    }
    text.append(before).append('\n');
    for (String macro : macros) {
      text.append("#undef ").append(macro).append('\n');
    }
    text.append("int main(void) {\n").append(body).append("    return 0;\n}\n");
    return text.toString();
  }
}
