package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;

import org.forkshell.machine.Memory;
import org.forkshell.posix.Posix;
import org.forkshell.posix.Processes;
import org.forkshell.posix.SignalGate;
import org.forkshell.wire.Board;

/**
 * What the threads of one program process share. Only one at a time is in the kernel, by {@link
 * #lock}, and so at work on what is here: like the one big lock that the first Linux kernels for
 * several processors had.
 */
public final class LinuxProcess {
  private static final int SCRATCH = 256;

  final Posix posix;
  final Processes processes;
  final Memory memory;
  final long board;
  final EventSender events;
  final OwnDescriptors own;
  final ConsoleWatch console;
  final SignalGate gate;
  final KernelLock lock;

  /**
   * Held from before a byte is written to the console until it is told who wrote it, for output and
   * error output: so the threads' bytes and what they tell of them have the same order.
   */
  private final FutexLock[] streams;

  final Descriptors descriptors;
  final SignalDispositions signals;
  final SignalActions actions = new SignalActions();
  final StandardStream stdout;
  final PidTranslation outer;
  final ProcessLimit limit;
  final ThreadPool threads;

  /**
   * Room for what the kernel is asked while one thread is in the kernel, {@value #SCRATCH} bytes.
   */
  final long scratch = Posix.reserve(SCRATCH);

  /** What the program itself calls its process. */
  int pid;

  /** Whether anybody listens to what this process tells. */
  boolean telling;

  /** How many children it had, the failed ones not counted. */
  int children;

  int zygote;
  int zygoteGroup;

  /** Whether its first thread has ended, and others go on. */
  boolean firstHasEnded;

  /** Whether the kernel forgets this process when it ends: its parent ignores SIGCHLD. */
  boolean unwatched;

  /**
   * @param gate the first thread's
   * @param board where the board is mapped
   */
  public LinuxProcess(
      Posix posix,
      SignalGate gate,
      Processes processes,
      Memory memory,
      long board,
      EventSender events,
      OwnDescriptors own,
      ConsoleWatch console) {
    this.posix = posix;
    this.gate = gate;
    this.processes = processes;
    this.memory = memory;
    this.board = board;
    this.events = events;
    this.own = own;
    this.console = console;
    this.lock = new KernelLock(posix.libc());
    this.streams = new FutexLock[] {new FutexLock(posix.libc()), new FutexLock(posix.libc())};
    this.descriptors = new Descriptors(posix, board);
    this.signals = new SignalDispositions(posix);
    this.stdout = new StandardStream(memory, board);
    this.outer = new PidTranslation(posix);
    this.limit = new ProcessLimit(board);
    this.threads = new ThreadPool(this);
  }

  /** A root process begins. */
  void begin(boolean relayed, long ignored) {
    pid = processes.getpid();
    zygote = processes.getppid();
    zygoteGroup = posix.libc().getpgid(zygote);
    outer.begin(pid);
    actions.begin(ignored);
    telling = intAt(board + Board.EVENTS_WANTED) != 0;
    descriptors.remember(relayed);
  }

  /** In a child of fork, in which there is the calling thread alone. */
  void isForked(int pid) {
    this.pid = pid;
    lock.unshare();
    for (FutexLock stream : streams) {
      stream.unshare();
    }
    threads.forget();
    firstHasEnded = false;
    memory.races().forget();
  }

  /**
   * Whether the calling thread is the only one.
   *
   * @param first whether it is the process's first
   */
  boolean isAlone(boolean first) {
    return first ? threads.areFree() : firstHasEnded && threads.atWork() == 1;
  }

  /** What says where the threads of this process are. */
  public KernelLock lock() {
    return lock;
  }

  /** There will be another thread. */
  void share() {
    lock.share();
    for (FutexLock stream : streams) {
      stream.share();
    }
  }

  /** Does once what a thread does that neither computes nor is in the kernel. */
  void rehearse() {
    share();
    enterStream(1);
    leaveStream(1);
    lock.rehearse();
    for (FutexLock stream : streams) {
      stream.unshare();
    }
  }

  /** Waits until no other thread writes to the console's stream 1 or 2; 0 is none. */
  void enterStream(int stream) {
    if (stream != 0 && lock.isShared()) {
      lock.leave();
      streams[stream - 1].enter();
      lock.enter();
    }
  }

  void leaveStream(int stream) {
    if (stream != 0 && lock.isShared()) {
      streams[stream - 1].leave();
    }
  }
}
