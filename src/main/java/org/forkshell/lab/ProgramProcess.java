package org.forkshell.lab;

import java.nio.ByteBuffer;
import org.forkshell.kernel.Answer;
import org.forkshell.kernel.Driver;
import org.forkshell.kernel.Gate;
import org.forkshell.kernel.Task;
import org.forkshell.kernel.linux.ConsoleWatch;
import org.forkshell.kernel.linux.EventSender;
import org.forkshell.kernel.linux.KernelLock;
import org.forkshell.kernel.linux.LinuxKernel;
import org.forkshell.kernel.linux.LinuxProcess;
import org.forkshell.kernel.linux.OwnDescriptors;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;
import org.forkshell.machine.RawMemory;
import org.forkshell.posix.Posix;
import org.forkshell.posix.Processes;
import org.forkshell.posix.SignalGate;
import org.forkshell.posix.WaitingCalls;
import org.forkshell.wire.Board;
import org.forkshell.wire.EventRecord.Kind;
import org.forkshell.wire.LogEntry;

/**
 * What every program process runs: it takes one entry of the log after another and drives the
 * machine through it. Its first thread is in the kernel while it does not compute. After fork two
 * processes stand at the same place of the same entry, each with its own copy of this object.
 */
final class ProgramProcess {
  private final WaitingCalls waiting;
  private final KernelLock lock;
  private final Memory memory;
  private final MachineCodeRoom machineCode;
  private final Machine machine;
  private final long board;
  private final ByteBuffer log;
  private final EventSender events;
  private final LinuxKernel kernel;
  private final Task task;
  private final Driver driver;
  private final ConsoleWatch console;
  private final SignalGate gate;

  private int taken;
  private int next = Board.LOG;

  ProgramProcess(
      Posix posix,
      SignalGate gate,
      Processes processes,
      Memory memory,
      MachineCodeRoom machineCode,
      SharedBoard shared,
      EventSender events,
      OwnDescriptors own) {
    this.gate = gate;
    this.memory = memory;
    this.machineCode = machineCode;
    this.machine = new Machine(memory);
    this.board = shared.address();
    this.log = shared.buffer();
    this.events = events;
    this.console = new ConsoleWatch(posix, events);
    LinuxProcess process =
        new LinuxProcess(posix, gate, processes, memory, board, events, own, console);
    this.lock = process.lock();
    this.waiting = new WaitingCalls(gate, lock);
    this.kernel = new LinuxKernel(process, gate, machine);
    this.task = new Task(machine);
    this.driver = new Driver(kernel, Gate.OPEN);
  }

  /**
   * Lives the life of a root process; does not return.
   *
   * @param ignored the signals that it begins with ignoring, bit 0 for signal 1
   */
  void live(boolean relayed, long ignored) {
    kernel.begin(relayed, ignored);
    while (true) {
      awaitEntry();
      take();
    }
  }

  private void awaitEntry() {
    while (RawMemory.sharedIntAt(board + Board.ENTRIES) == taken) {
      int woken = waiting.futexWait(board + Board.ENTRIES, taken, console.patience());
      boolean signalled = kernel.isSignalled(task);
      if (!signalled && woken != 0) {
        console.endWithIt();
      }
      if (signalled) {
        kernel.deliverBetweenLines();
        run();
      }
    }
  }

  private void take() {
    int at = next;
    next += LogEntry.size(log, at);
    taken++;
    for (int i = 0, part = LogEntry.firstPart(log, at); i < LogEntry.partCount(log, at); i++) {
      long offset = LogEntry.partOffset(log, part);
      long bytes = board + LogEntry.partBytes(part);
      int length = LogEntry.partLength(log, part);
      if (MachineCodeRoom.contains(offset)) {
        machineCode.put(offset, bytes, length);
      } else {
        memory.put(offset, bytes, length);
      }
      part = LogEntry.nextPart(log, part);
    }
    long entry = LogEntry.entry(log, at);
    boolean mine = entry != 0 && LogEntry.isFor(log, at, kernel.pid());
    if (mine) {
      machine.enter(entry);
      for (int i = 0; i < 3; i++) {
        machine.argument(i, LogEntry.argument(log, at, i));
      }
      kernel.beginLine(taken);
      run();
    }
    long value = LogEntry.value(log, at);
    kernel.speaks();
    events.send(
        Kind.LINE_DONE,
        taken,
        mine ? 1 : 0,
        value == 0 ? 0 : memory.peekLong(Memory.addressOf(value)),
        mine ? kernel.errnoOfLine() : 0,
        // While other threads print, nobody can say what waits.
        kernel.isAlone() ? kernel.unwritten() : 0);
  }

  private void run() {
    lock.leaveKernel();
    Answer answer = driver.run(task);
    lock.enterKernel();
    if (answer == Answer.GONE) {
      // The first thread has ended, and the others go on.
      lock.leave();
      gate.endThread();
    }
  }
}
