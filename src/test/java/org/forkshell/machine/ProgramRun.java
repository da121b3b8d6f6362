package org.forkshell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.ErrorNumber;
import org.forkshell.abi.Segment;
import org.forkshell.abi.SystemCall;
import org.forkshell.codegen.Program;
import org.forkshell.kernel.Answer;
import org.forkshell.kernel.Driver;
import org.forkshell.kernel.Fault;
import org.forkshell.kernel.Gate;
import org.forkshell.kernel.Kernel;
import org.forkshell.kernel.Task;
import org.forkshell.language.Compilation;
import org.forkshell.language.Includes;
import org.forkshell.language.Language;
import org.forkshell.language.c.CLanguage;
import org.forkshell.shell.ProgramCompiler;
import org.forkshell.source.SourceText;

/** A C program run in memory, by a kernel that has a standard input and notes what is written. */
final class ProgramRun implements Kernel, AutoCloseable {
  /** One write(2): by stdio with a reason, else 0. */
  record Write(int descriptor, int reason, String text) {
    @Override
    public String toString() {
      return descriptor + "/" + reason + " " + text.replace("\n", "\\n");
    }
  }

  private static final Language LANGUAGE = new CLanguage();

  final Memory memory = Memory.anywhere();
  private final Machine machine = new Machine(memory);
  final List<Write> writes = new ArrayList<>();
  private boolean terminal;
  private byte[] input = new byte[0];
  private int read;
  private int status;

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
    Answer end = new Driver(this, Gate.OPEN).run(new Task(machine));
    assertThat(end).isEqualTo(Answer.GONE);
    return status;
  }

  static Program compile(String source) {
    SourceText file = new SourceText("program.c", source);
    Compilation<Program> compilation = new ProgramCompiler(LANGUAGE).compile(file, Includes.NONE);
    Program program = compilation.result();
    if (program == null) {
      throw new AssertionError(compilation.diagnostics());
    }
    return program;
  }

  private int argument(int index) {
    return (int) machine.systemArgument(index);
  }

  @Override
  public Answer call(Task task, SystemCall call) {
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
        return task.done(count);
      }
      case read -> {
        int part = Math.min(count, input.length - read);
        for (int i = 0; i < part; i++) {
          memory.storeByte(address + i, input[read + i]);
        }
        read += part;
        return task.done(part);
      }
      case isatty -> {
        return terminal ? task.done(1) : task.failed(ErrorNumber.ENOTTY.number());
      }
      case lseek -> {
        return task.failed(ErrorNumber.ESPIPE.number());
      }
      case __open -> {
        return task.failed(ErrorNumber.ENOENT.number());
      }
      case __sigaction -> {
        return task.failed(ErrorNumber.ENOSYS.number());
      }
      case close, __be_called, __sigprocmask -> {
        return task.done(0);
      }
      case getpid -> {
        return task.done(42);
      }
      case _exit -> {
        status = argument(0) & 0xFF;
        return Answer.GONE;
      }
      case __raise_default -> {
        status = 128 + argument(0);
        return Answer.GONE;
      }
      default -> throw new AssertionError(call);
    }
  }

  @Override
  public Answer fault(Task task, Fault fault, long address) {
    throw new AssertionError(fault);
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
