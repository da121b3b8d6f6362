package org.forkshell.codegen;

import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.ir.Type;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** What there is in a program's memory, for those who look into it while it runs. */
public final class Symbols {
  /**
   * An object in the frames of a function.
   *
   * @param frameOffset from the frame pointer
   * @param from the first code offset at which the object exists
   * @param to the first at which it does not any more
   */
  public record Local(
      String name, Type type, int frameOffset, boolean isParameter, long from, long to) {}

  /**
   * A function's code.
   *
   * @param from the offset of its first instruction
   * @param to the offset after its last
   * @param isLibrary whether it is ForkShell's own
   * @param at its name in the text, or null
   */
  public record Function(
      String name,
      Type.Function type,
      long from,
      long to,
      int frameSize,
      List<Local> locals,
      boolean isLibrary,
      @Nullable Span at) {}

  /** An object of static storage duration at an offset in the address space. */
  public record Global(String name, Type type, long offset) {
    /** Whether each thread has its own, the first one at the offset. */
    public boolean isThreadLocal() {
      return AddressSpace.THREAD_LOCAL <= offset && offset < AddressSpace.THREAD_LOCAL_END;
    }
  }

  private final List<Function> functions;
  private final List<Global> globals;

  /**
   * @param functions in the order of their offsets
   */
  Symbols(List<Function> functions, List<Global> globals) {
    this.functions = List.copyOf(functions);
    this.globals = List.copyOf(globals);
  }

  public List<Function> functions() {
    return functions;
  }

  public List<Global> globals() {
    return globals;
  }

  /** The object of static storage duration that an offset lies in, or null. */
  public @Nullable Global globalAt(long offset) {
    for (Global global : globals) {
      if (offset >= global.offset && offset < global.offset + global.type.size()) {
        return global;
      }
    }
    return null;
  }

  /** The function whose code holds this offset, or null. */
  public @Nullable Function functionAt(long offset) {
    int low = 0;
    int high = functions.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Function function = functions.get(middle);
      if (offset < function.from) {
        high = middle - 1;
      } else if (offset >= function.to) {
        low = middle + 1;
      } else {
        return function;
      }
    }
    return null;
  }

  /** These and those of a later line. */
  Symbols with(Symbols later) {
    List<Function> allFunctions = new java.util.ArrayList<>(functions);
    allFunctions.addAll(later.functions);
    List<Global> allGlobals = new java.util.ArrayList<>(globals);
    allGlobals.addAll(later.globals);
    return new Symbols(allFunctions, allGlobals);
  }
}
