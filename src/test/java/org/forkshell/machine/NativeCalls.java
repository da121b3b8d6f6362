package org.forkshell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.NativeFunction;
import org.forkshell.codegen.Program;

/** Calls natives as a program would, on a memory of its own. */
final class NativeCalls implements AutoCloseable {
  static final long SLOTS = AddressSpace.ORIGIN + AddressSpace.STACK_END - 0x1_0000;
  private static final long TEXTS = AddressSpace.ORIGIN + AddressSpace.STACK;

  final Memory memory = Memory.anywhere();
  final Natives natives = new Natives(memory, new ThreadArea());
  private long next = TEXTS;

  long call(NativeFunction function, long... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      memory.pokeLong(SLOTS + 8L * i, arguments[i]);
    }
    natives.call(function.ordinal(), SLOTS);
    return memory.peekLong(SLOTS);
  }

  private final Machine machine = new Machine(memory);
  private long printing;

  double callDouble(NativeFunction function, double... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      memory.pokeDouble(SLOTS + 8L * i, arguments[i]);
    }
    natives.call(function.ordinal(), SLOTS);
    return memory.peekDouble(SLOTS);
  }

  /** A text in the program's memory, with a zero behind it. */
  long put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    long address = space(bytes.length + 1);
    for (int i = 0; i < bytes.length; i++) {
      memory.pokeByte(address + i, bytes[i]);
    }
    memory.pokeByte(address + bytes.length, 0);
    return address;
  }

  /** Some room that nothing else uses. */
  long space(long size) {
    long address = next;
    next += size + 15 & -16;
    return address;
  }

  /** Makes the room that was given available again. */
  void forget() {
    next = TEXTS;
  }

  String text(long address) {
    StringBuilder text = new StringBuilder();
    for (long at = address; memory.peekByte(at) != 0; at++) {
      text.append((char) (memory.peekByte(at) & 0xFF));
    }
    return text.toString();
  }

  int errno() {
    return memory.peekInt(AddressSpace.ORIGIN + AddressSpace.ERRNO);
  }

  /** What snprintf makes of a format and slots. */
  String format(String format, long... slots) {
    long arguments = space(8L * slots.length);
    for (int i = 0; i < slots.length; i++) {
      memory.pokeLong(arguments + 8L * i, slots[i]);
    }
    long size = 8192;
    long to = space(size);
    int length = print(to, size, put(format), arguments);
    return length + ":" + (length < 0 ? "" : text(to));
  }

  /** Calls vsnprintf, which is the library's C. */
  int print(long to, long size, long format, long slots) {
    machine.enter(printing());
    machine.argument(0, to);
    machine.argument(1, size);
    machine.argument(2, format);
    machine.argument(3, slots);
    Machine.Stop stop;
    do {
      stop = machine.run(1 << 20);
    } while (stop == Machine.Stop.FUEL);
    if (stop == Machine.Stop.MEMORY_FAULT) {
      throw new MemoryFault().at(machine.faultAddress());
    }
    assertThat(stop).isEqualTo(Machine.Stop.HALTED);
    return memory.peekInt(machine.framePointer() + 16);
  }

  private long printing() {
    if (printing == 0) {
      Program program =
          ProgramRun.compile(
              "#include <stdio.h>\n"
                  + "int print(char *to, size_t size, const char *format, va_list slots) {\n"
                  + "  return vsnprintf(to, size, format, slots);\n"
                  + "}\n"
                  + "int main(void) { return 0; }\n");
      program.segments().forEach(memory::put);
      printing =
          program.symbols().functions().stream()
              .filter(function -> function.name().equals("print"))
              .findAny()
              .orElseThrow()
              .from();
    }
    return printing;
  }

  @Override
  public void close() {
    memory.free();
  }
}
