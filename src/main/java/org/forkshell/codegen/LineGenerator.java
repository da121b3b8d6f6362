package org.forkshell.codegen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.abi.Segment;
import org.forkshell.ir.Definitions;
import org.forkshell.ir.RuntimeFunction;
import org.forkshell.ir.RuntimeObject;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.TypedLine;
import org.forkshell.ir.TypedLine.Replacement;

/**
 * Generates all the lines typed at a prompt, one after another: what has a place in memory keeps
 * it.
 */
public final class LineGenerator {
  private final MemoryLayout layout;
  private final Map<String, Symbols.Global> variables = new LinkedHashMap<>();
  private SourceMap sourceMap = new SourceMap(List.of());
  private Symbols symbols = new Symbols(List.of(), List.of());

  public LineGenerator(Definitions definitions) {
    layout = new MemoryLayout(definitions);
  }

  /** The objects that lines declared, in the order of their first declarations. */
  public List<Symbols.Global> variables() {
    return List.copyOf(variables.values());
  }

  /** Where all code of the session comes from. */
  public SourceMap sourceMap() {
    return sourceMap;
  }

  /** All functions and objects of the session, old ones too. */
  public Symbols symbols() {
    return symbols;
  }

  /**
   * A function of the library for the console to call, as if it were a line; its arguments are the
   * caller's to give.
   */
  public Line entry(RuntimeFunction libraryFunction) {
    InstructionBuffer code = layout.code();
    List<Symbols.Function> functions = new ArrayList<>();
    Symbol.Function function = layout.entry(libraryFunction);
    layout.complete(new Generator(code, layout), functions);
    return line(code, functions, List.of(), function.offset(), List.of());
  }

  /**
   * The offset of an object of the library's own in the address space; 0 as long as no line needs
   * it.
   */
  public long offsetOf(RuntimeObject object) {
    return layout.runtime(object);
  }

  public Line generate(TypedLine typed) {
    InstructionBuffer code = layout.code();
    Generator generator = new Generator(code, layout);
    List<Symbols.Function> functions = new ArrayList<>();
    layout.requireOwn(typed.own());
    typed.replaced().forEach(pair -> pair.old().origin(pair.by()));
    Symbols.Function line =
        new FunctionGenerator(generator).generate(typed.function(), typed.body());
    functions.add(line);
    layout.complete(generator, functions);
    List<Symbols.Global> globals = globals(typed.own());
    globals.forEach(global -> variables.put(global.name(), global));
    List<Symbols.Global> visible = new ArrayList<>();
    for (Symbol.Static object : typed.shown()) {
      visible.add(global(object));
    }
    Line made = line(code, functions, globals, line.from(), visible);
    List<Segment> segments = new ArrayList<>(made.segments());
    for (Replacement pair : typed.replaced()) {
      if (pair.old().offset() != 0) {
        segments.add(MemoryLayout.redirection(pair.old().offset(), pair.by().offset()));
      }
    }
    return new Line(
        List.copyOf(segments),
        made.entry(),
        made.shown(),
        typed.call(),
        made.sourceMap(),
        made.symbols());
  }

  private List<Symbols.Global> globals(List<Symbol> own) {
    List<Symbols.Global> globals = new ArrayList<>();
    for (Symbol symbol : own) {
      if (symbol instanceof Symbol.Static object && object.isDefined()) {
        globals.add(global(object));
      }
    }
    return globals;
  }

  private Symbols.Global global(Symbol.Static object) {
    return new Symbols.Global(object.name(), object.type(), layout.offset(object));
  }

  private Line line(
      InstructionBuffer code,
      List<Symbols.Function> functions,
      List<Symbols.Global> globals,
      long entry,
      List<Symbols.Global> shown) {
    List<Segment> segments = layout.finish(code);
    SourceMap lines = new SourceMap(List.of(code.parts()));
    Symbols made = new Symbols(functions, globals);
    sourceMap = sourceMap.with(lines);
    symbols = symbols.with(made);
    return new Line(segments, entry, List.copyOf(shown), "", lines, made);
  }
}
