package org.forkshell.kernel.linux;

import java.util.List;
import org.forkshell.abi.SystemCall;

/** ptrace(2). */
final class TraceCalls extends CallGroup {
  static final List<SystemCall> CALLS = List.of(SystemCall.__ptrace);

  private static final int PEEKUSER = 3;
  private static final int GETREGS = 12;
  private static final int SETREGS = 13;
  private static final int GETFPREGS = 14;
  private static final int SETFPREGS = 15;
  private static final int GETEVENTMSG = 0x4201;
  private static final int GETSIGINFO = 0x4202;
  private static final int SETSIGINFO = 0x4203;
  private static final int REGISTERS = 216;
  private static final int FLOATING = 512;
  private static final int SIGINFO = 128;

  TraceCalls(LinuxKernel kernel) {
    super(kernel);
  }

  @Override
  long answer(SystemCall call) {
    return ptrace(word(0), word(1), argument(2), argument(3));
  }

  /** The kernel's own form: what is peeked at goes to where {@code data} points. */
  private long ptrace(int request, int pid, long address, long data) {
    long to =
        switch (request) {
          case 1, 2, PEEKUSER, GETEVENTMSG -> pointers.writable(data, Long.BYTES);
          case GETREGS, SETREGS -> pointers.writable(data, REGISTERS);
          case GETFPREGS, SETFPREGS -> pointers.writable(data, FLOATING);
          case GETSIGINFO, SETSIGINFO -> pointers.writable(data, SIGINFO);
          default -> data;
        };
    return checked(waiting.ptrace(request, pid, address, to));
  }
}
