package org.forkshell.kernel.linux;

import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Memory;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.WaitingCalls;

/** System calls that take more than handing prepared arguments to the kernel, of one subject. */
abstract class CallGroup {
  final LinuxKernel kernel;
  final ThreadEvents events;
  final LinuxProcess process;
  final Posix posix;
  final Libc libc;
  final Memory memory;
  final WaitingCalls waiting;
  final Pointers pointers;

  CallGroup(LinuxKernel kernel) {
    this.kernel = kernel;
    this.events = kernel.events();
    this.process = kernel.process();
    this.posix = process.posix;
    this.libc = posix.libc();
    this.memory = process.memory;
    this.waiting = kernel.waiting();
    this.pointers = new Pointers(memory);
  }

  /** Makes one of the calls of this group; -1 comes with errno set in the program's memory. */
  abstract long answer(SystemCall call);

  /** An argument as the call table has it: see {@link Arguments}. */
  final long argument(int index) {
    return kernel.arguments().at(index);
  }

  final int word(int index) {
    return (int) kernel.arguments().at(index);
  }

  final long failure(int errno) {
    return kernel.failure(errno);
  }

  final long checked(long result) {
    return kernel.checked(result);
  }
}
