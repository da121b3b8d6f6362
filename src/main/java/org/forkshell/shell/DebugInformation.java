package org.forkshell.shell;

import org.forkshell.codegen.Program;
import org.forkshell.codegen.SourceMap;
import org.forkshell.codegen.Symbols;
import org.forkshell.ir.RuntimeObject;

/** What a family executes, as far as one looks into it from outside. */
public interface DebugInformation {
  SourceMap sourceMap();

  Symbols symbols();

  /** Where an object of the library lies; 0 where that is not known. */
  long offsetOf(RuntimeObject object);

  static DebugInformation of(Program program) {
    return new DebugInformation() {
      @Override
      public SourceMap sourceMap() {
        return program.sourceMap();
      }

      @Override
      public Symbols symbols() {
        return program.symbols();
      }

      @Override
      public long offsetOf(RuntimeObject object) {
        return program.offsetOf(object);
      }
    };
  }
}
