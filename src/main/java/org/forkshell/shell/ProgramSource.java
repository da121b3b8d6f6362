package org.forkshell.shell;

import org.forkshell.codegen.Program;
import org.forkshell.process.Event;
import org.forkshell.source.Span;
import org.forkshell.view.EventSource;

/** What the source of a compiled program says of what the program did. */
public final class ProgramSource implements EventSource {
  private final Program program;

  public ProgramSource(Program program) {
    this.program = program;
  }

  @Override
  public int line(Event.Origin origin) {
    Span span = Inspection.span(origin, program.symbols(), program.sourceMap(), false);
    return span == null ? 0 : span.line();
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
