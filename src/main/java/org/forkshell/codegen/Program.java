package org.forkshell.codegen;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.Segment;
import org.forkshell.abi.StreamLayout;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.TypedProgram;
import org.jspecify.annotations.Nullable;

/**
 * A whole program, ready to be put into memory.
 *
 * @param segments everything it begins with; what they leave out is zero
 * @param entry the code offset of its first function, whose arguments are argc, argv and envp; it
 *     never returns
 */
public record Program(List<Segment> segments, long entry, SourceMap sourceMap, Symbols symbols) {
  private static final String ENTRY_HEADER = "bits/start.h";

  /** Objects of the library that one looks at from outside, if the program uses them. */
  private static final List<String> OBSERVED =
      List.of("__stdin", "__stdout", "__stderr", StreamLayout.LIST);

  private static final String ENTRY = "__start";

  /** Generates a program with what it needs of the library; null if it has no room. */
  public static @Nullable Program generate(TypedProgram typed) {
    MemoryLayout layout = new MemoryLayout(typed.definitions());
    InstructionBuffer code = layout.code();
    List<Symbols.Function> functions = new ArrayList<>();
    layout.requireOwn(typed.own());
    Symbol.Function start = layout.library(ENTRY_HEADER, ENTRY);
    layout.complete(new Generator(code, layout), functions);
    List<Segment> segments = layout.finish(code);
    if (layout.isFull()) {
      return null;
    }
    return new Program(
        List.copyOf(segments),
        start.offset(),
        new SourceMap(List.of(code.parts())),
        new Symbols(functions, globals(typed, layout)));
  }

  private static List<Symbols.Global> globals(TypedProgram typed, MemoryLayout layout) {
    List<Symbols.Global> globals = new ArrayList<>();
    for (Symbol symbol : typed.own()) {
      if (symbol instanceof Symbol.Static object && object.isDefined()) {
        globals.add(new Symbols.Global(object.name(), object.type(), object.offset(), false));
      }
    }
    for (String name : OBSERVED) {
      Symbol.Static object = layout.libraryObject(name);
      if (object != null) {
        globals.add(new Symbols.Global(name, object.type(), object.offset(), true));
      }
    }
    return globals;
  }
}
