package org.forkshell.language.c.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Segment;
import org.forkshell.abi.SystemCall;
import org.forkshell.codegen.Line;
import org.forkshell.codegen.Program;
import org.forkshell.codegen.Symbols;
import org.forkshell.language.ObservedMemory;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;
import org.forkshell.source.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Runs programs in memory, with as much of a kernel as a program needs that only prints. */
public final class Run implements AutoCloseable {
  private static final SystemCall[] CALLS = SystemCall.values();

  public final Memory memory = Memory.anywhere();
  final Machine machine = new Machine(memory);
  final ByteArrayOutputStream output = new ByteArrayOutputStream();
  final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  int status = -1;

  /** How the program ended: {@code exit 0}, or why the machine stopped. */
  public String run(Program program) {
    put(program.segments());
    long stack = AddressSpace.ORIGIN + AddressSpace.ARGUMENTS;
    memory.pokeLong(stack, stack + 64);
    memory.pokeLong(stack + 8, 0);
    byte[] name = "./program".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < name.length; i++) {
      memory.pokeByte(stack + 64 + i, name[i]);
    }
    machine.enter(program.entry());
    machine.argument(0, 1);
    machine.argument(1, stack);
    machine.argument(2, stack + 8);
    return go();
  }

  void put(Iterable<Segment> segments) {
    for (Segment segment : segments) {
      memory.put(segment);
    }
  }

  public String run(Line line) {
    put(line.segments());
    machine.enter(line.entry());
    return go();
  }

  private String go() {
    int rounds = 0;
    while (true) {
      Machine.Stop stop = machine.run(100_000_000);
      switch (stop) {
        case SYSTEM_CALL -> {
          if (!answer(CALLS[machine.systemCall()])) {
            return "exit " + status;
          }
        }
        case FUEL -> {
          if (++rounds > 20) {
            return "FUEL";
          }
        }
        default -> {
          return stop.toString();
        }
      }
    }
  }

  private boolean answer(SystemCall call) {
    switch (call) {
      case __write, write -> {
        long count = machine.systemArgument(2);
        ByteArrayOutputStream to = machine.systemArgument(0) == 2 ? errors : output;
        for (long i = 0; i < count; i++) {
          to.write(memory.peekByte(machine.systemArgument(1) + i));
        }
        machine.result(count);
      }
      case _exit -> {
        status = (int) machine.systemArgument(0) & 0xff;
        return false;
      }
      case __raise_default -> {
        status = 128 + (int) machine.systemArgument(0);
        return false;
      }
      case getpid -> machine.result(1234);
      case isatty, read -> machine.result(0);
      default -> machine.result(-1);
    }
    return true;
  }

  /** Shows values in this memory. */
  ValueText values(Symbols symbols) {
    return new ValueText(observed(symbols));
  }

  /** This memory, as one looks into it from outside. */
  public ObservedMemory observed(Symbols symbols) {
    return new ObservedMemory() {
      @Override
      public byte @Nullable [] read(long address, int length) {
        if (!memory.isReadable(address, length)) {
          return null;
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
          bytes[i] = memory.peekByte(address + i);
        }
        return bytes;
      }

      @Override
      public @Nullable String functionAt(long address) {
        Symbols.Function function = symbols.functionAt(address - AddressSpace.ORIGIN);
        return function == null ? null : function.name();
      }
    };
  }

  public String text() {
    return output.toString(StandardCharsets.UTF_8);
  }

  public static String render(Iterable<Diagnostic> diagnostics) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      text.append(diagnostic.render(Locale.ROOT)).append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() {
    memory.free();
  }
}
