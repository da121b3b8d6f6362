package org.forkshell.kernel.linux;

import org.forkshell.machine.Machine;
import org.forkshell.machine.Races;
import org.forkshell.machine.RacingThread;
import org.forkshell.wire.EventRecord.Kind;

/** What the kernel's half of a thread has to do where data races are looked for. */
final class RaceWatch {
  /** Behind a thread's id, by which it is joined, is the rest of what the library keeps of it. */
  private static final int THREAD = 1024;

  private static final long WORD = 0xFFFF_FFFFL;

  private final LinuxKernel kernel;
  private final LinuxProcess process;
  private final Races races;

  RaceWatch(LinuxKernel kernel) {
    this.kernel = kernel;
    this.process = kernel.process();
    this.races = process.memory.races();
  }

  /**
   * A thread is about to be started by this one.
   *
   * @param stack the lowest address of its stack
   * @param id where its id will be
   */
  void starting(Machine thread, long stack, long id) {
    if (races.isToBegin()) {
      long memory = RaceMemory.map(process.posix);
      if (memory == -1) {
        giveUp();
        return;
      }
      races.begin(memory, kernel.machine().racing());
      races.name(kernel.machine().racing(), kernel.events().thread());
    }
    if (!races.isOn()) {
      return;
    }
    // The stack may have been another thread's.
    while (!races.clear(stack, id + THREAD - stack) || !races.renew(id)) {
      process.posix.libc().sched_yield();
    }
    if (!races.take(thread.racing())) {
      giveUp();
    }
  }

  private void giveUp() {
    races.giveUp();
    tellUnseen();
  }

  private void tellUnseen() {
    kernel.events().tell(Kind.RACES_UNSEEN, Races.MOST_THREADS, 0, 0, 0);
  }

  /** It was not started. */
  void notStarted(Machine thread) {
    races.leave(thread.racing());
  }

  /** This thread begins. */
  void begins(int tid) {
    races.name(kernel.machine().racing(), tid);
  }

  /** This thread ends. */
  void ends() {
    races.leave(kernel.machine().racing());
  }

  /**
   * Memory is new to the program.
   *
   * @param shared whether it may be mapped a second time
   */
  void mapped(long address, long length, boolean shared) {
    if (shared) {
      races.share(address, length);
    }
    while (!races.clear(address, length)) {
      process.posix.libc().sched_yield();
    }
  }

  /** This thread has run into a race. */
  void tell() {
    if (races.isOver()) {
      tellUnseen();
      return;
    }
    RacingThread found = kernel.machine().racing();
    long block = process.memory.blockAt(found.address());
    long how = found.how() | (long) found.otherHow() << 8;
    kernel
        .events()
        .tell(
            Kind.RACE,
            found.address(),
            found.other() | how << Integer.SIZE,
            (found.otherCode() & WORD) | (long) found.otherFrame() << Integer.SIZE,
            block,
            block == 0 ? 0 : races.allocators(block, 0),
            block == 0 ? 0 : races.allocators(block, 2));
  }
}
