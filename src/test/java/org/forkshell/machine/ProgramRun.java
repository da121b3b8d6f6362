package org.forkshell.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.ErrorNumber;
import org.forkshell.abi.Segment;
import org.forkshell.abi.SystemCall;
import org.forkshell.codegen.Program;
import org.forkshell.language.Compilation;
import org.forkshell.language.c.CLanguage;
import org.forkshell.language.c.Includes;
import org.forkshell.language.c.StandardLibrary;
import org.forkshell.language.c.check.Library;
import org.forkshell.repl.ProgramCompiler;
import org.forkshell.source.SourceText;

/** A C program run in memory, with a kernel that has a standard input and notes what is written. */
final class ProgramRun implements AutoCloseable {
  /** One write(2): by stdio with a reason, else 0. */
  record Write(int descriptor, int reason, String text) {
    @Override
    public String toString() {
      return descriptor + "/" + reason + " " + text.replace("\n", "\\n");
    }
  }

  private static final CLanguage LANGUAGE = new CLanguage();
  private static final Library LIBRARY = new StandardLibrary(LANGUAGE);
  private static final SystemCall[] CALLS = SystemCall.values();
  private static final int ILLEGAL_SEEK = 29;
  private static final int NO_TERMINAL = 25;
  private static final int NOT_HERE = 38;

  final Memory memory = Memory.anywhere();
  private final Machine machine = new Machine(memory);
  final List<Write> writes = new ArrayList<>();
  private boolean terminal;
  private byte[] input = new byte[0];
  private int read;

  ProgramRun terminal() {
    terminal = true;
    return this;
  }

  ProgramRun input(String text) {
    input = text.getBytes(StandardCharsets.ISO_8859_1);
    return this;
  }

  /** Runs until the program ends; gives its exit status, or 128 and the signal. */
  int run(String source) {
    Program program = compile(source);
    for (Segment segment : program.segments()) {
      memory.put(segment);
    }
    long argv = AddressSpace.ORIGIN + AddressSpace.ARGUMENTS;
    memory.pokeLong(argv, argv + 32);
    memory.pokeLong(argv + 8, 0);
    memory.pokeLong(argv + 16, 0);
    memory.pokeByte(argv + 32, 'p');
    machine.enter(program.entry());
    machine.argument(0, 1);
    machine.argument(1, argv);
    machine.argument(2, argv + 16);
    while (true) {
      Machine.Stop stop = machine.run(1_000_000_000);
      if (stop != Machine.Stop.SYSTEM_CALL) {
        throw new AssertionError(stop);
      }
      SystemCall call = CALLS[machine.systemCall()];
      if (call == SystemCall._exit) {
        return argument(0) & 0xFF;
      }
      if (call == SystemCall.__raise_default) {
        return 128 + argument(0);
      }
      machine.result(answer(call));
    }
  }

  private static Program compile(String source) {
    SourceText file = new SourceText("program.c", source);
    Compilation<Program> compilation =
        new ProgramCompiler(LANGUAGE, LIBRARY).compile(file, Includes.NONE);
    Program program = compilation.result();
    if (program == null) {
      throw new AssertionError(compilation.diagnostics());
    }
    return program;
  }

  private int argument(int index) {
    return (int) machine.systemArgument(index);
  }

  private long answer(SystemCall call) {
    long address = machine.systemArgument(1);
    int count = argument(2);
    switch (call) {
      case __write, write -> {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
          bytes[i] = memory.loadByte(address + i);
        }
        int reason = call == SystemCall.__write ? argument(3) : 0;
        writes.add(new Write(argument(0), reason, new String(bytes, StandardCharsets.ISO_8859_1)));
        return count;
      }
      case read -> {
        int part = Math.min(count, input.length - read);
        for (int i = 0; i < part; i++) {
          memory.storeByte(address + i, input[read + i]);
        }
        read += part;
        return part;
      }
      case isatty -> {
        return terminal ? 1 : failure(NO_TERMINAL) + 1;
      }
      case lseek -> {
        return failure(ILLEGAL_SEEK);
      }
      case __open -> {
        return failure(ErrorNumber.ENOENT.number());
      }
      case __sigaction -> {
        return failure(NOT_HERE);
      }
      case close, __be_called, __sigprocmask -> {
        return 0;
      }
      case getpid -> {
        return 42;
      }
      default -> throw new AssertionError(call);
    }
  }

  private int failure(int error) {
    memory.pokeInt(AddressSpace.ORIGIN + AddressSpace.ERRNO, error);
    return -1;
  }

  String output() {
    StringBuilder text = new StringBuilder();
    for (Write write : writes) {
      if (write.descriptor == 1) {
        text.append(write.text);
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    memory.free();
  }
}
