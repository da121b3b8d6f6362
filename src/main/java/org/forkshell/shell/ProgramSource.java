package org.forkshell.shell;

import java.util.List;
import org.forkshell.codegen.Program;
import org.forkshell.codegen.Symbols;
import org.forkshell.process.Event;
import org.forkshell.source.Span;
import org.forkshell.view.EventJson;

/** What the source of a compiled program says of what the program did. */
public final class ProgramSource implements EventJson.Source {
  private final Program program;

  public ProgramSource(Program program) {
    this.program = program;
  }

  /** The line of the innermost call that stands in the program; the library's do not. */
  @Override
  public int line(List<Integer> calls) {
    for (int i = 0; i < calls.size(); i++) {
      // Where a caller goes on is after the call.
      int offset = i == 0 ? calls.get(i) : calls.get(i) - 1;
      Symbols.Function function = program.symbols().functionAt(offset);
      Span span = program.sourceMap().at(offset);
      if (span != null && function != null && !function.isLibrary()) {
        return span.line();
      }
    }
    return 0;
  }

  @Override
  public String variable(long address) {
    return RaceNames.global(address, program.symbols());
  }

  @Override
  public String call(Event.Origin origin) {
    return Inspection.call(origin, program.symbols(), program.sourceMap());
  }
}
