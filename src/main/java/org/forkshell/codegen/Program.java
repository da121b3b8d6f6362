package org.forkshell.codegen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.forkshell.abi.Segment;
import org.forkshell.ir.RuntimeFunction;
import org.forkshell.ir.RuntimeObject;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.TypedProgram;
import org.jspecify.annotations.Nullable;

/**
 * A whole program, ready to be put into memory.
 *
 * @param segments everything it begins with; what they leave out is zero
 * @param entry the code offset of its first function, whose arguments are argc, argv and envp; it
 *     never returns
 * @param runtime the offsets of the library's objects; 0 for those that it does not need
 * @param findsRaces whether data races are looked for in it
 */
public record Program(
    List<Segment> segments,
    long entry,
    SourceMap sourceMap,
    Symbols symbols,
    Map<RuntimeObject, Long> runtime,
    boolean findsRaces) {
  /**
   * Generates a program with what it needs of the library; null if it has no room.
   *
   * @param findsRaces whether data races are to be looked for: that takes more instructions, and
   *     changes nothing else
   */
  public static @Nullable Program generate(TypedProgram typed, boolean findsRaces) {
    MemoryLayout layout = new MemoryLayout(typed.definitions());
    InstructionBuffer code = layout.code();
    List<Symbols.Function> functions = new ArrayList<>();
    layout.requireOwn(typed.own());
    Symbol.Function start = layout.entry(RuntimeFunction.START);
    layout.complete(new Generator(code, layout, findsRaces), functions);
    List<Segment> segments = layout.finish(code);
    if (layout.isFull()) {
      return null;
    }
    return new Program(
        List.copyOf(segments),
        start.offset(),
        new SourceMap(List.of(code.parts())),
        new Symbols(functions, globals(typed)),
        runtime(layout),
        findsRaces);
  }

  private static List<Symbols.Global> globals(TypedProgram typed) {
    List<Symbols.Global> globals = new ArrayList<>();
    for (Symbol symbol : typed.own()) {
      if (symbol instanceof Symbol.Static object && object.isDefined()) {
        globals.add(new Symbols.Global(object.name(), object.type(), object.offset()));
      }
    }
    return globals;
  }

  private static Map<RuntimeObject, Long> runtime(MemoryLayout layout) {
    Map<RuntimeObject, Long> offsets = new EnumMap<>(RuntimeObject.class);
    for (RuntimeObject object : RuntimeObject.values()) {
      offsets.put(object, layout.runtime(object));
    }
    return Collections.unmodifiableMap(offsets);
  }

  /** Where an object of the library lies in the address space; 0 where the program needs none. */
  public long offsetOf(RuntimeObject object) {
    return runtime.getOrDefault(object, 0L);
  }
}
