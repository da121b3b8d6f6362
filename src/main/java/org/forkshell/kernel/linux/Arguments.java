package org.forkshell.kernel.linux;

import org.forkshell.abi.Argument;
import org.forkshell.abi.Argument.Kind;
import org.forkshell.abi.Errno;
import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;

/**
 * The arguments of the call that a program asks for, made ready for the kernel by what the call
 * table says of them: pointers lead to the program's memory or nowhere, and our own descriptors are
 * none.
 */
final class Arguments {
  private static final int MOST = 6;

  /** More than there is memory: the kernel is to refuse it. */
  private static final long TOO_MANY = 1L << 46;

  private static final Argument[][] SHAPES = shapes();

  private final Memory memory;
  private final Machine machine;
  private final Pointers pointers;
  private final OwnDescriptors own;
  private final Descriptors descriptors;
  private final long[] values = new long[MOST];

  Arguments(LinuxProcess process, Machine machine) {
    this.memory = process.memory;
    this.machine = machine;
    this.pointers = new Pointers(memory);
    this.own = process.own;
    this.descriptors = process.descriptors;
  }

  private static Argument[][] shapes() {
    SystemCall[] calls = SystemCall.values();
    Argument[][] shapes = new Argument[calls.length][];
    for (SystemCall call : calls) {
      shapes[call.ordinal()] = call.row().arguments().toArray(new Argument[0]);
    }
    return shapes;
  }

  /**
   * Reads them from where the machine stands.
   *
   * @return 0, or the errno with which the call fails whatever else it is given
   */
  int take(SystemCall call) {
    Argument[] shape = SHAPES[call.ordinal()];
    int refused = 0;
    int given = 0;
    int countAt = -1;
    long count = 0;
    for (int i = 0; i < shape.length; i++) {
      Argument argument = shape[i];
      Kind kind = argument.kind();
      if (kind == Kind.CONSTANT) {
        values[i] = argument.size();
        continue;
      }
      long raw = machine.systemArgument(given++);
      if (kind == Kind.READ_UP_TO || kind == Kind.WRITTEN_UP_TO) {
        long wanted = machine.systemArgument(argument.by());
        boolean reads = kind == Kind.READ_UP_TO;
        countAt = argument.by();
        count = reads ? pointers.readableCount(raw, wanted) : pointers.writableCount(raw, wanted);
        values[i] = reads ? pointers.readable(raw, count) : pointers.writable(raw, count);
        continue;
      }
      values[i] = value(argument, raw);
      if (kind == Kind.SOCKET && descriptors.carried((int) raw) != 0) {
        // What takes a terminal's or a pipe's place happens to be a socket, which is our affair.
        refused = Errno.ENOTSOCK;
      }
    }
    for (int i = shape.length; i < MOST; i++) {
      values[i] = 0;
    }
    if (countAt >= 0) {
      values[countAt] = count;
    }
    return refused;
  }

  private long value(Argument argument, long raw) {
    return switch (argument.kind()) {
      case WORD -> (int) raw;
      case DESCRIPTOR, SOCKET -> own.contains((int) raw) ? -1 : (int) raw;
      case STRING -> pointers.string(raw);
      case READ -> pointers.readable(raw, argument.size());
      case WRITTEN -> pointers.writable(raw, argument.size());
      case READ_COUNTED -> pointers.readable(raw, size(argument));
      case WRITTEN_COUNTED -> pointers.writable(raw, size(argument));
      case WRITTEN_BY_LENGTH -> pointers.writable(raw, length(argument));
      case RANGE -> pointers.range(raw, size(argument));
      default -> raw;
    };
  }

  private long size(Argument argument) {
    long units = machine.systemArgument(argument.by());
    return units < 0 || units > TOO_MANY ? TOO_MANY : units * argument.size();
  }

  private long length(Argument argument) {
    long length = machine.systemArgument(argument.by());
    return memory.isWritable(length, 4) ? Integer.toUnsignedLong(memory.peekInt(length)) : 1;
  }

  /** The kernel's argument with that index, counted from 0. */
  long at(int index) {
    return values[index];
  }
}
