package org.forkshell.execution;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SocketDiagnosis;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.Waits;
import org.forkshell.wire.Board;
import org.jspecify.annotations.Nullable;

/** Asks the kernel of this machine, mostly by way of /proc, proc(5). */
final class ProcInspector implements Inspector {
  /** With which a thread cancels another one, as glibc does. */
  private static final int CANCEL_SIGNAL = 32;

  private final Posix posix;
  private final SocketDiagnosis diagnosis;
  private final int zygote;

  /**
   * @param zygote from which all processes of a run descend
   */
  ProcInspector(Posix posix, int zygote) {
    this.posix = posix;
    this.diagnosis = new SocketDiagnosis(posix);
    this.zygote = zygote;
  }

  @Override
  public Optional<ProcessStatus> status(int pid) {
    return ProcessStatus.read(pid);
  }

  @Override
  public String program(int pid) {
    return ProcessStatus.nameOf(pid);
  }

  @Override
  public boolean hasExecuted(int pid) {
    return ProcessStatus.runsAnother(pid, zygote);
  }

  @Override
  public boolean isZombie(int pid) {
    return UntoldEnds.isZombie(posix, pid);
  }

  @Override
  public boolean isGone(int pid) {
    return UntoldEnds.isGone(posix, pid);
  }

  @Override
  public int reaper() {
    // It is the nearest subreaper of all of them.
    return zygote;
  }

  @Override
  public List<Integer> alive() {
    return ProcessHandle.of(zygote).stream()
        .flatMap(ProcessHandle::descendants)
        .map(process -> (int) process.pid())
        .filter(pid -> status(pid).filter(ProcessStatus::isAlive).isPresent())
        .toList();
  }

  @Override
  public List<Integer> threads(int pid) {
    return WaitInspector.tasks(pid).stream()
        .map(Integer::valueOf)
        .filter(tid -> ProcessStatus.read(tid).filter(ProcessStatus::isAlive).isPresent())
        .sorted()
        .toList();
  }

  @Override
  public List<Integer> children(int pid) {
    return WaitInspector.children(pid);
  }

  @Override
  public @Nullable SleepingThread sleepingThread(int pid, int tid) {
    return SleepingThread.of(pid, tid);
  }

  @Override
  public Sharing sharing(int pid, long address) {
    return MemoryMap.sharing(pid, address);
  }

  @Override
  public long caughtSignals(int pid) {
    long caught = ProcessStatus.caughtSignals(pid);
    return caught & ~bit(Board.WAKE_SIGNAL) & ~bit(CANCEL_SIGNAL);
  }

  private static long bit(int signal) {
    return 1L << (signal - 1);
  }

  @Override
  public Waits waits(Collection<Integer> tasks, ProcessTree family) {
    Map<Integer, KernelCall> calls = new HashMap<>();
    for (int task : tasks) {
      KernelCall call = KernelCall.read(task, task + "");
      if (call != null) {
        calls.put(task, call);
      }
    }
    DescriptorTable table = new DescriptorTable(family);
    return task -> EnderSearch.find(task, calls.get(task), table, diagnosis);
  }

  @Override
  public String openFile(int pid, int descriptor) {
    return OpenFile.of(pid, descriptor);
  }

  @Override
  public byte @Nullable [] memory(int pid, long address, int length) {
    return ProcessMemory.read(pid, address, length);
  }

  @Override
  public @Nullable List<Page> pages(int pid, long from, long to) {
    return PageTable.read(pid, from, to);
  }

  @Override
  public @Nullable PageCount pageCount(int pid, long from, long to) {
    return PageTable.count(pid, from, to);
  }
}
