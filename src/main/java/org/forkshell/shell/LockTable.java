package org.forkshell.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.forkshell.abi.AddressSpace;
import org.forkshell.codegen.Symbols;
import org.forkshell.execution.Inspector.Sharing;
import org.forkshell.ir.RecordDefinition;
import org.forkshell.ir.Type;
import org.forkshell.process.Impasse.Awaited;
import org.forkshell.process.ProcessName;
import org.forkshell.shell.LockWaits.Fate;
import org.forkshell.shell.LockWaits.Holder;
import org.forkshell.shell.LockWaits.LockWait;
import org.jspecify.annotations.Nullable;

/**
 * The locks in the memory of one process: those that are its program's variables, or parts of them,
 * and others that somebody waits for.
 */
public final class LockTable {
  /** Of an array of very many, so many are looked at. */
  private static final int MOST = 4096;

  private static final int MUTEX_COUNT = 4;
  private static final int BARRIER_COUNT = 4;
  private static final int BARRIER_ARRIVED = 8;

  /** What a lock is, by the name of its type and the bytes that it takes. */
  public enum Kind {
    MUTEX(40, true),
    CONDITION(48, true),
    RWLOCK(56, true),
    BARRIER(32, true),
    SEMAPHORE(32, false);

    private final int size;
    private final boolean hasWords;

    Kind(int size, boolean hasWords) {
      this.size = size;
      this.hasWords = hasWords;
    }
  }

  /**
   * Who has a lock.
   *
   * @param isLeftBehind whether it is a thread of another process, from which fork copied the lock
   * @param hasEnded whether it is no more
   */
  public record Owner(ProcessName name, boolean isLeftBehind, boolean hasEnded) {}

  /**
   * A lock.
   *
   * @param count of a semaphore its value, of a barrier how many have come, of a mutex how often
   *     its owner has taken it, of a lock for reading how many read
   * @param size of a barrier, how many must come
   * @param isWritten whether its owner has it for writing
   * @param owners those who have it, as far as that is known
   * @param waiters the threads of the process that wait for it
   */
  public record Lock(
      Kind kind,
      String name,
      int count,
      int size,
      boolean isWritten,
      List<Owner> owners,
      List<ProcessName> waiters) {
    /** Whether nobody has it, and nobody waits for it. */
    public boolean isIdle() {
      return owners.isEmpty() && waiters.isEmpty() && count == 0;
    }
  }

  private final int pid;
  private final Family family;
  private final LockWaits waits;
  private final List<LockWait> waiting = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();
  private final List<Lock> locks = new ArrayList<>();

  private LockTable(int pid, Family family) {
    this.pid = pid;
    this.family = family;
    this.waits = new LockWaits(family.inspector(), family.tree(), family.code().symbols());
  }

  /** Those of a process, in the order of its variables. */
  public static List<Lock> of(int pid, Family family) {
    LockTable table = new LockTable(pid, family);
    table.read();
    return table.locks;
  }

  private void read() {
    for (int tid : waits.threads(pid)) {
      LockWait wait = waits.of(pid, tid);
      if (wait != null && wait.object() != 0) {
        waiting.add(wait);
      }
    }
    for (Symbols.Global global : family.code().symbols().globals()) {
      if (!global.name().startsWith("__")) {
        find(global.type(), AddressSpace.ORIGIN + global.offset());
      }
    }
    for (LockWait wait : waiting) {
      kind(wait.what()).ifPresent(kind -> add(kind, wait.object()));
    }
  }

  private static Optional<Kind> kind(Awaited what) {
    return Optional.ofNullable(
        switch (what) {
          case MUTEX -> Kind.MUTEX;
          case READ_LOCK, WRITE_LOCK -> Kind.RWLOCK;
          case CONDITION -> Kind.CONDITION;
          case SEMAPHORE -> Kind.SEMAPHORE;
          case BARRIER -> Kind.BARRIER;
          case THREAD, ONCE, WORD, CHILD -> null;
        });
  }

  private void find(Type type, long address) {
    if (type instanceof Type.Array array && array.of().size() > 0) {
      if (!canHoldLocks(array.of())) {
        return;
      }
      for (long i = 0; i < array.length() && locks.size() < MOST; i++) {
        find(array.of(), address + i * array.of().size());
      }
    } else if (type instanceof Type.Record record) {
      Kind kind = kind(record.definition());
      if (kind != null) {
        add(kind, address);
        return;
      }
      for (RecordDefinition.Member member : record.definition().members()) {
        find(member.type(), address + member.offset());
      }
    }
  }

  private static boolean canHoldLocks(Type type) {
    return type instanceof Type.Record
        || (type instanceof Type.Array array && canHoldLocks(array.of()));
  }

  /** What a type is: pthread.h has unions with these members, and nobody else may. */
  private static @Nullable Kind kind(RecordDefinition definition) {
    boolean hasWords = false;
    boolean hasSize = false;
    for (RecordDefinition.Member member : definition.members()) {
      hasWords |= "__data".equals(member.name());
      hasSize |= "__size".equals(member.name());
    }
    if (hasSize) {
      for (Kind kind : Kind.values()) {
        if (kind.hasWords == hasWords && kind.size == new Type.Record(definition, false).size()) {
          return kind;
        }
      }
    }
    return null;
  }

  private void add(Kind kind, long address) {
    if (!seen.add(address)) {
      return;
    }
    List<ProcessName> waiters = new ArrayList<>();
    for (LockWait wait : waiting) {
      if (wait.object() == address) {
        waiters.add(nameOf(wait.tid()));
      }
    }
    List<Integer> holders =
        switch (kind) {
          case MUTEX -> waits.owner(pid, address);
          case RWLOCK -> waits.holdersOfRwlock(pid, address);
          case CONDITION, BARRIER, SEMAPHORE -> List.of();
        };
    List<Owner> owners = new ArrayList<>();
    for (int holder : holders) {
      owners.add(owner(holder, address));
    }
    locks.add(
        new Lock(
            kind,
            Inspection.nameAt(address, family.code().symbols()),
            count(kind, address),
            kind == Kind.BARRIER ? waits.intAt(pid, address + BARRIER_COUNT) : 0,
            kind == Kind.RWLOCK && waits.intAt(pid, address + LockWaits.RWLOCK_WRITER) != 0,
            owners,
            waiters));
  }

  private int count(Kind kind, long address) {
    return switch (kind) {
      case MUTEX -> waits.intAt(pid, address + MUTEX_COUNT);
      case RWLOCK -> waits.intAt(pid, address + LockWaits.RWLOCK_READERS);
      case BARRIER -> waits.intAt(pid, address + BARRIER_ARRIVED);
      case SEMAPHORE -> waits.intAt(pid, address);
      case CONDITION -> 0;
    };
  }

  private Owner owner(int tid, long address) {
    Sharing sharing = family.inspector().sharing(pid, address);
    Holder holder = waits.holder(pid, tid, sharing);
    return new Owner(
        nameOf(holder.tid()), holder.fate() == Fate.LEFT_BEHIND, holder.fate() == Fate.ENDED);
  }

  private ProcessName nameOf(int tid) {
    return family.tree().nameOf(tid).orElse(ProcessName.ROOT);
  }
}
