package org.forkshell.shell;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Waiting;
import org.forkshell.codegen.Symbols;
import org.forkshell.execution.Inspector;
import org.forkshell.execution.Inspector.Sharing;
import org.forkshell.execution.SleepingThread;
import org.forkshell.process.Event;
import org.forkshell.process.Impasse.Awaited;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.jspecify.annotations.Nullable;

/**
 * What threads wait for that is in memory, and who has it. The kernel says on which word a thread
 * sleeps, the thread's last event which function of the library it is in, and so what the word
 * belongs to; who has it is written beside the word, as {@code bits/pthreads.h} lays it out. To be
 * made anew for each look, since it remembers who lives.
 */
final class LockWaits {
  /** How far the word that is slept on is from where its object begins. */
  private static final int IN_CONDITION = 4;

  private static final int IN_BARRIER = 12;
  private static final int IN_RWLOCK = 20;

  static final int MUTEX_OWNER = 8;
  static final int MUTEX_KIND = 16;
  static final int ROBUST = 16;
  static final int ROBUST_OWNER = 0x3fffffff;
  static final int RWLOCK_READERS = 4;
  static final int RWLOCK_WRITER = 8;
  static final int RWLOCK_HOLDERS = 32;
  static final int RWLOCK_HOLDERS_KNOWN = 6;

  private static final Map<String, Awaited> FUNCTIONS = new HashMap<>();

  static {
    all(Awaited.MUTEX, "pthread_mutex_lock", "pthread_mutex_timedlock", "pthread_mutex_clocklock");
    all(Awaited.READ_LOCK, "pthread_rwlock_rdlock", "pthread_rwlock_timedrdlock");
    all(Awaited.READ_LOCK, "pthread_rwlock_clockrdlock");
    all(Awaited.WRITE_LOCK, "pthread_rwlock_wrlock", "pthread_rwlock_timedwrlock");
    all(Awaited.WRITE_LOCK, "pthread_rwlock_clockwrlock");
    all(Awaited.CONDITION, "pthread_cond_wait", "pthread_cond_timedwait", "pthread_cond_clockwait");
    all(Awaited.SEMAPHORE, "sem_wait", "sem_timedwait", "sem_clockwait");
    all(Awaited.BARRIER, "pthread_barrier_wait");
    all(Awaited.THREAD, "pthread_join", "pthread_timedjoin_np", "pthread_clockjoin_np");
    all(Awaited.ONCE, "pthread_once");
    // A lock that the library holds for moments, within whichever of the others.
    all(Awaited.WORD, "__lock_word");
  }

  private static void all(Awaited what, String... names) {
    for (String name : names) {
      FUNCTIONS.put(name, what);
    }
  }

  /** What has become of a thread that took a lock. */
  enum Fate {
    LIVES,
    /** It is a thread of another process, from whose memory fork copied the lock. */
    LEFT_BEHIND,
    ENDED,
    UNKNOWN
  }

  /**
   * Who has something.
   *
   * @param tid the thread; of a lock that came by fork, the copy of the one that took it
   */
  record Holder(int tid, Fate fate) {}

  /**
   * A thread that waits.
   *
   * @param object the address of what it waits for; 0 where it has none
   * @param holders who would have to give it up, as far as that is written anywhere; empty where
   *     anybody could end the wait
   */
  record LockWait(
      SleepingThread thread, Awaited what, long object, List<Holder> holders, Sharing sharing) {
    int pid() {
      return thread.pid();
    }

    int tid() {
      return thread.tid();
    }
  }

  private final Inspector inspector;
  private final ProcessTree tree;
  private final Symbols symbols;
  private final Map<Integer, List<Integer>> threads = new HashMap<>();

  LockWaits(Inspector inspector, ProcessTree tree, Symbols symbols) {
    this.inspector = inspector;
    this.tree = tree;
    this.symbols = symbols;
  }

  /** The living threads of a process, by the kernel's word when it was first asked. */
  List<Integer> threads(int pid) {
    return threads.computeIfAbsent(pid, inspector::threads);
  }

  /** The call that a thread has told that it waits in; null for none. */
  Event.@Nullable Blocked told(int pid, int tid) {
    return tid == pid
        ? tree.find(pid).map(Entry::call).orElse(null)
        : tree.findThread(tid).map(ThreadEntry::call).orElse(null);
  }

  /** What a thread waits for by the kernel's word; null where it is nothing in memory. */
  @Nullable LockWait of(int pid, int tid) {
    Event.Blocked told = told(pid, tid);
    if (told == null || told.call() != Event.Call.OTHER) {
      return null;
    }
    SleepingThread thread = inspector.sleepingThread(pid, tid);
    return thread == null ? null : of(thread, told);
  }

  /**
   * The same.
   *
   * @param thread asleep, in the call that it has told of
   */
  @Nullable LockWait of(SleepingThread thread, Event.Blocked told) {
    long word = thread.arguments().get(0);
    int value = thread.arguments().get(2).intValue();
    // Other words than those in the program's memory are ForkShell's own.
    if (thread.waiting() != Waiting.WORD
        || word < AddressSpace.ORIGIN
        || word >= AddressSpace.ORIGIN + AddressSpace.SIZE
        || intAt(thread.pid(), word) != value) {
      return null;
    }
    int pid = thread.pid();
    Awaited what = awaited(told.origin());
    Sharing sharing = inspector.sharing(pid, word);
    return switch (what) {
      case MUTEX -> wait(thread, what, word, owner(pid, word), sharing);
      case READ_LOCK, WRITE_LOCK -> {
        long lock = word - IN_RWLOCK;
        yield wait(thread, what, lock, holdersOfRwlock(pid, lock), sharing);
      }
      case THREAD -> wait(thread, what, 0, List.of(value), sharing);
      case CONDITION -> wait(thread, what, word - IN_CONDITION, List.of(), sharing);
      case BARRIER -> wait(thread, what, word - IN_BARRIER, List.of(), sharing);
      default -> wait(thread, what, word, List.of(), sharing);
    };
  }

  private LockWait wait(
      SleepingThread thread, Awaited what, long object, List<Integer> holders, Sharing sharing) {
    List<Holder> all = new ArrayList<>(holders.size());
    for (int tid : holders) {
      all.add(holder(thread.pid(), tid, sharing));
    }
    // Who reads and wants to write waits for other readers before it waits for itself.
    all.sort(
        Comparator.comparing((Holder holder) -> holder.tid() == thread.tid())
            .thenComparing(Holder::tid));
    return new LockWait(thread, what, object, all, sharing);
  }

  /** What the innermost function that is known for it waits for. */
  private Awaited awaited(Event.Origin origin) {
    for (int i = 0; i < origin.calls().size(); i++) {
      Symbols.Function function = symbols.functionAt(origin.calls().get(i) - (i == 0 ? 0 : 1));
      Awaited what =
          function == null || !function.isLibrary() ? null : FUNCTIONS.get(function.name());
      if (what != null) {
        return what;
      }
    }
    return Awaited.WORD;
  }

  /** The thread that is written into a mutex as its owner; none while it is changing hands. */
  List<Integer> owner(int pid, long mutex) {
    boolean isRobust = (intAt(pid, mutex + MUTEX_KIND) & ROBUST) != 0;
    int owner = isRobust ? intAt(pid, mutex) & ROBUST_OWNER : intAt(pid, mutex + MUTEX_OWNER);
    return owner <= 0 || intAt(pid, mutex) == 0 ? List.of() : List.of(owner);
  }

  /** The thread that writes, or those that read. */
  List<Integer> holdersOfRwlock(int pid, long lock) {
    int writer = intAt(pid, lock + RWLOCK_WRITER);
    if (writer > 0) {
      return List.of(writer);
    }
    List<Integer> holders = new ArrayList<>();
    for (int i = 0; i < RWLOCK_HOLDERS_KNOWN && intAt(pid, lock + RWLOCK_READERS) > 0; i++) {
      int reader = intAt(pid, lock + RWLOCK_HOLDERS + 4L * i);
      if (reader > 0) {
        holders.add(reader);
      }
    }
    return holders;
  }

  /**
   * What has become of the thread whose id is in a lock.
   *
   * @param pid in whose memory the lock is
   */
  Holder holder(int pid, int tid, Sharing sharing) {
    if (threads(pid).contains(tid)) {
      return new Holder(tid, Fate.LIVES);
    }
    if (sharing != Sharing.NOBODY) {
      return elsewhere(tid);
    }
    // The first thread of a forked process is a copy, and has what its original had.
    Entry process = tree.find(pid).orElse(null);
    boolean isCopy = process != null && !process.name().isRoot();
    boolean follows = isCopy;
    while (follows && process != null) {
      int original = tree.copiedFrom(process.pid());
      if (original == 0) {
        return new Holder(tid, Fate.UNKNOWN);
      }
      if (original == tid) {
        return new Holder(pid, threads(pid).contains(pid) ? Fate.LIVES : Fate.ENDED);
      }
      boolean byFirst = original == process.parent();
      process = tree.find(process.parent()).orElse(null);
      follows = byFirst && process != null && !process.name().isRoot();
    }
    int owners = processOf(tid);
    Fate fate =
        owners == pid ? Fate.ENDED : isCopy && owners != 0 ? Fate.LEFT_BEHIND : Fate.UNKNOWN;
    return new Holder(tid, fate);
  }

  /** Of a thread of any process, in whose memory the lock is too. */
  private Holder elsewhere(int tid) {
    int pid = processOf(tid);
    return new Holder(
        tid, pid == 0 ? Fate.UNKNOWN : threads(pid).contains(tid) ? Fate.LIVES : Fate.ENDED);
  }

  /** The process of the family to which a thread belongs, or belonged; 0 for none. */
  int processOf(int tid) {
    return tree.find(tid)
        .map(Entry::pid)
        .or(() -> tree.findThread(tid).map(ThreadEntry::pid))
        .orElse(0);
  }

  int intAt(int pid, long address) {
    byte[] bytes = inspector.memory(pid, address, Integer.BYTES);
    return bytes == null ? 0 : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }
}
