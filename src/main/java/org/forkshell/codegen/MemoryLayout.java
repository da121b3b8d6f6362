package org.forkshell.codegen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.Segment;
import org.forkshell.ir.Definitions;
import org.forkshell.ir.Image;
import org.forkshell.ir.RuntimeFunction;
import org.forkshell.ir.RuntimeObject;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.TypedExpression.Call;
import org.jspecify.annotations.Nullable;

/**
 * Gives functions and objects their places in the address space, line after line: what has a place
 * keeps it.
 */
final class MemoryLayout {
  private static final int ALIGNMENT = 16;

  private final Definitions definitions;
  private long nextCode = AddressSpace.CODE;
  private long nextConstant = AddressSpace.CONSTANTS;
  private long nextObject = AddressSpace.FIRST_OBJECT;
  private long nextThreadLocal = AddressSpace.THREAD_LOCAL;
  private long toldThreadLocal = AddressSpace.THREAD_LOCAL;

  private final Deque<Symbol.Function> waiting = new ArrayDeque<>();
  private final Set<Symbol.Function> known = new HashSet<>();
  private final List<Symbol.Static> placed = new ArrayList<>();

  /** Those that this link places, or whose first values it may change. */
  private final Set<Symbol.Static> threadLocals = new LinkedHashSet<>();

  private final Map<Symbol.Static, Image> threadImages = new HashMap<>();

  MemoryLayout(Definitions definitions) {
    this.definitions = definitions;
  }

  /** An object's offset; it gets its place when it is first asked for. */
  long offset(Symbol.Static object) {
    Symbol.Static found = defined(object);
    if (found.offset() == 0) {
      place(found);
    }
    return found.offset();
  }

  boolean isThreadLocal(Symbol.Static object) {
    return defined(object).isThreadLocal();
  }

  boolean isReadOnly(Symbol.Static object) {
    return defined(object).isReadOnly();
  }

  /** How many bytes an object has. */
  long size(Symbol.Static object) {
    Symbol.Static found = defined(object);
    Image image = found.image();
    return Math.max(1, Math.max(found.type().size(), image == null ? 0 : image.bytes().length));
  }

  private Symbol.Static defined(Symbol.Static object) {
    Symbol.Static found = definitions.resolve(object);
    return found == null ? object.resolved() : found;
  }

  private void place(Symbol.Static object) {
    Image image = object.image();
    long size = size(object);
    int alignment = Math.max(object.alignment(), size >= ALIGNMENT ? ALIGNMENT : 1);
    if (object.isThreadLocal()) {
      nextThreadLocal = aligned(nextThreadLocal, alignment);
      object.place(nextThreadLocal);
      nextThreadLocal += size;
      threadLocals.add(object);
    } else if (object.isReadOnly() && image != null) {
      nextConstant = aligned(nextConstant, alignment);
      object.place(nextConstant);
      nextConstant += size;
    } else {
      nextObject = aligned(nextObject, alignment);
      object.place(nextObject);
      nextObject += size;
    }
    if (!object.isThreadLocal()) {
      placed.add(object);
    }
    if (image != null) {
      for (Image.Address address : image.addresses()) {
        if (address.target() instanceof Symbol.Function function) {
          required(function);
        } else if (address.target() instanceof Symbol.Static other) {
          offset(other);
        }
      }
    }
  }

  /** Gives what a text declares its place, and says that its functions are wanted. */
  void requireOwn(List<Symbol> own) {
    for (Symbol symbol : own) {
      if (symbol instanceof Symbol.Static object && object.isDefined()) {
        offset(object);
        if (object.isThreadLocal()) {
          threadLocals.add(object);
        }
      } else if (symbol instanceof Symbol.Function function && function.isWritten()) {
        required(function);
      }
    }
  }

  private static long aligned(long offset, int alignment) {
    return (offset + alignment - 1) & -alignment;
  }

  /** The function that is really meant, of which code must be there. */
  Symbol.Function required(Symbol.Function function) {
    Symbol.Function found = definitions.resolve(function);
    if (found == null) {
      found = function.resolved();
    }
    if (found.offset() == 0 && known.add(found)) {
      waiting.add(found);
    }
    return found;
  }

  /**
   * The function that a call means; of one that the machine or the kernel computes no code is
   * needed.
   */
  Symbol.Function target(Symbol.Function function) {
    Symbol.Function found = definitions.resolve(function);
    return found != null && found.isBuiltIn() ? found : required(function);
  }

  /** A function of the library that the generator itself calls. */
  Symbol.Function runtime(RuntimeFunction function) {
    return target(definitions.runtime(function));
  }

  /** One that the console calls: it has code, even where the kernel alone computes it. */
  Symbol.Function entry(RuntimeFunction function) {
    return required(definitions.runtime(function));
  }

  /** The call to be made in place of one whose value nobody uses. */
  Call unused(Call call) {
    return definitions.unused(call);
  }

  /** The offset of an object of the library's own; 0 as long as nothing needs it. */
  long runtime(RuntimeObject object) {
    Symbol.Static found = definitions.runtime(object);
    return found == null ? 0 : found.offset();
  }

  /** Whether there is more than the address space has room for. */
  boolean isFull() {
    return nextCode > AddressSpace.SIGNAL_RETURN
        || nextConstant > AddressSpace.DATA
        || nextThreadLocal > AddressSpace.THREAD_LOCAL_END
        || nextObject > AddressSpace.HEAP;
  }

  /** New code, to be filled by a generator. */
  InstructionBuffer code() {
    return new InstructionBuffer(nextCode);
  }

  /** Generates what is required and not there yet, and all that this requires. */
  void complete(Generator generator, List<Symbols.Function> functions) {
    while (true) {
      Symbol.Function next = waiting.poll();
      if (next == null) {
        return;
      }
      FunctionGenerator function = new FunctionGenerator(generator);
      if (next.isBuiltIn()) {
        functions.add(function.wrapper(next));
      } else if (!next.isDefined()) {
        functions.add(function.missing(next));
      } else {
        functions.add(function.generate(next, next.body()));
      }
    }
  }

  /** Ends a link: everything made since the last one, as it goes into memory. */
  List<Segment> finish(InstructionBuffer code) {
    code.link();
    List<Segment> segments = new ArrayList<>();
    segments.add(new Segment(nextCode, code.bytes()));
    nextCode = code.end();
    List<Symbol.Static> constants = new ArrayList<>();
    List<Symbol.Static> objects = new ArrayList<>();
    for (Symbol.Static object : placed) {
      if (object.image() != null) {
        (object.offset() < AddressSpace.DATA ? constants : objects).add(object);
      }
    }
    segments(constants, segments);
    segments(objects, segments);
    threadSegments(segments);
    placed.clear();
    known.clear();
    return segments;
  }

  /** Objects close to one another go into one segment. */
  private void segments(List<Symbol.Static> objects, List<Segment> into) {
    int from = 0;
    while (from < objects.size()) {
      int to = from + 1;
      long end = end(objects.get(from));
      while (to < objects.size() && objects.get(to).offset() - end < 256) {
        end = end(objects.get(to));
        to++;
      }
      long start = objects.get(from).offset();
      byte[] bytes = new byte[(int) (end - start)];
      for (Symbol.Static object : objects.subList(from, to)) {
        fill(object, bytes, (int) (object.offset() - start));
      }
      into.add(new Segment(start, bytes));
      from = to;
    }
  }

  /** What the first thread and all later ones begin with, and how much of it there is. */
  private void threadSegments(List<Segment> into) {
    for (Symbol.Static object : threadLocals) {
      Image image = object.image();
      if (image != null && threadImages.put(object, image) != image) {
        byte[] bytes = new byte[image.bytes().length];
        fill(object, bytes, 0);
        into.add(new Segment(object.offset(), bytes));
        into.add(new Segment(initial(object.offset()), bytes));
      }
    }
    threadLocals.clear();
    if (toldThreadLocal != nextThreadLocal) {
      int used = (int) (nextThreadLocal - AddressSpace.THREAD_LOCAL);
      byte[] bytes =
          ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(used).array();
      into.add(new Segment(AddressSpace.THREAD_LOCAL_USED, bytes));
      toldThreadLocal = nextThreadLocal;
    }
  }

  private static long initial(long threadLocal) {
    return threadLocal - AddressSpace.THREAD_LOCAL + AddressSpace.THREAD_LOCAL_INITIAL;
  }

  private static long end(Symbol.Static object) {
    Image image = object.image();
    return object.offset() + (image == null ? 0 : image.bytes().length);
  }

  private void fill(Symbol.Static object, byte[] bytes, int at) {
    @Nullable Image image = object.image();
    if (image == null) {
      return;
    }
    System.arraycopy(image.bytes(), 0, bytes, at, image.bytes().length);
    for (Image.Address address : image.addresses()) {
      long target = AddressSpace.ORIGIN + targetOffset(address.target()) + address.addend();
      for (int i = 0; i < 8; i++) {
        bytes[at + address.at() + i] = (byte) (target >>> 8 * i);
      }
    }
  }

  private long targetOffset(Symbol target) {
    if (target instanceof Symbol.Function function) {
      return required(function).offset();
    }
    if (target instanceof Symbol.Static object) {
      return offset(object);
    }
    throw new AssertionError(target);
  }

  /** An instruction that makes an old function go on with a new one. */
  static Segment redirection(long from, long to) {
    InstructionBuffer jump = new InstructionBuffer(from);
    jump.emit(Opcode.JMP, (int) ((to - from) / Opcode.SIZE));
    return new Segment(from, Arrays.copyOf(jump.bytes(), Opcode.SIZE));
  }
}
