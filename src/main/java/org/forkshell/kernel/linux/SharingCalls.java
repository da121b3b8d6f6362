package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.sharedIntAt;

import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Errno;
import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Memory;
import org.forkshell.process.Event.Call;

/** What processes share: memory, semaphores and messages. */
final class SharingCalls extends CallGroup {
  static final List<SystemCall> CALLS =
      List.of(
          SystemCall.mmap,
          SystemCall.munmap,
          SystemCall.mprotect,
          SystemCall.msync,
          SystemCall.shmat,
          SystemCall.shmdt,
          SystemCall.semop,
          SystemCall.__semctl,
          SystemCall.msgsnd,
          SystemCall.msgrcv,
          SystemCall.__sleep_while,
          SystemCall.__futex,
          SystemCall.__wake,
          SystemCall.__mremap,
          SystemCall.mlockall,
          SystemCall.munlockall);

  private static final long PAGE = 4096;
  private static final int PROT_NONE = 0;
  private static final int MAP_SHARED = 0x1;
  private static final int MAP_FIXED = 0x10;
  private static final int MAP_ANONYMOUS = 0x20;
  private static final int PRIVATE_ANONYMOUS_FIXED = 0x2 | MAP_ANONYMOUS | MAP_FIXED;
  private static final int MREMAP_MAYMOVE = 1;
  private static final int MREMAP_FIXED = 2;
  private static final int SHM_REMAP = 0x4000;

  /** With the clock of __sleep_while: what is slept on is a thread's id, which ends with it. */
  private static final int JOINS = 256;

  /** Without FUTEX_PRIVATE_FLAG and FUTEX_CLOCK_REALTIME. */
  private static final int FUTEX_COMMAND = 0x7F;

  private static final int FUTEX_WAIT = 0;
  private static final int FUTEX_WAIT_BITSET = 9;
  private static final int IPC_NOWAIT = 0x800;
  private static final int IPC_SET = 1;
  private static final int IPC_STAT = 2;
  private static final int IPC_INFO = 3;
  private static final int SEM_INFO = 19;
  private static final int GETALL = 13;
  private static final int SETALL = 17;

  // Sizes and offsets on 64 bits: the structures of IPC_STAT (the largest), of which the second is
  // semid_ds, and struct sembuf.
  private static final int STATUS = 120;
  private static final int SHM_SEGSZ = 48;
  private static final int SEM_NSEMS = 80;
  private static final int SEMBUF = 6;
  private static final int SEMINFO = 40;

  private static final long END = Memory.addressOf(AddressSpace.MAPPINGS_END);
  private static final long DATA = Memory.addressOf(AddressSpace.DATA);
  private static final long STACK = Memory.addressOf(AddressSpace.STACK);

  private final long scratch;

  SharingCalls(LinuxKernel kernel) {
    super(kernel);
    this.scratch = process.scratch;
  }

  @Override
  long answer(SystemCall call) {
    return switch (call) {
      case mmap -> mmap(argument(0), argument(1), word(2), word(3), word(4), argument(5));
      case munmap ->
          isMapping(argument(0), argument(1))
              ? unmapped(argument(0), argument(1), libc.munmap(argument(0), argument(1)))
              : failure(Errno.EINVAL);
      case mprotect ->
          isMapping(argument(0), argument(1))
              ? checked(libc.mprotect(argument(0), argument(1), word(2)))
              : failure(Errno.ENOMEM);
      case msync ->
          isMapping(argument(0), argument(1))
              ? checked(libc.msync(argument(0), argument(1), word(2)))
              : failure(Errno.ENOMEM);
      case shmat -> shmat(word(0), word(2));
      case shmdt ->
          isMapping(argument(0), 1) ? checked(libc.shmdt(argument(0))) : failure(Errno.EINVAL);
      case semop -> semop(word(0), argument(1), argument(2));
      case __semctl -> semctl(word(0), word(1), word(2), argument(3));
      case msgsnd -> msgsnd(word(0), argument(1), argument(2), word(3));
      case msgrcv -> msgrcv(word(0), argument(1), argument(2), argument(3), word(4));
      case __sleep_while -> sleepWhile(argument(0), word(1), argument(2), word(3));
      case __futex -> futex(word(1));
      case __wake ->
          memory.isWritable(argument(0), 4) ? posix.futexWake(argument(0), word(1)) : fault();
      case __mremap -> mremap(argument(0), argument(1), argument(2), word(3));
      case mlockall, munlockall -> lockAll(call, word(0));
      default -> throw new AssertionError(call);
    };
  }

  private long mmap(long wanted, long length, int access, int flags, int fd, long offset) {
    boolean fixed = (flags & MAP_FIXED) != 0;
    boolean shared = (flags & MAP_SHARED) != 0 && (flags & MAP_ANONYMOUS) == 0;
    if (length <= 0 || (fixed && wanted % PAGE != 0)) {
      return failure(Errno.EINVAL);
    }
    if (fixed) {
      // Only in place of what mmap gave before: elsewhere lies what is none of the program's.
      if (!isMapping(wanted, length)) {
        return failure(Errno.ENOMEM);
      }
      long result = checked(posix.mmap(wanted, length, access, flags, fd, offset));
      if (result != -1) {
        kernel.races().mapped(wanted, pages(length), shared);
      }
      return result;
    }
    long at = room(length);
    if (at == 0) {
      return failure(Errno.ENOMEM);
    }
    return mapped(at, shared, posix.mmap(at, length, access, flags | MAP_FIXED, fd, offset));
  }

  /** What cannot grow where it is moves to a place of its own, if it may. */
  private long mremap(long from, long length, long wanted, int flags) {
    if (!isMapping(from, length) || wanted <= 0 || (flags & ~MREMAP_MAYMOVE) != 0) {
      return failure(
          from % PAGE != 0 || wanted <= 0 || (flags & ~MREMAP_MAYMOVE) != 0
              ? Errno.EINVAL
              : Errno.EFAULT);
    }
    if (pages(wanted) <= pages(length)) {
      return checked(posix.mremap(from, length, wanted, 0, 0));
    }
    if ((flags & MREMAP_MAYMOVE) == 0) {
      return failure(Errno.ENOMEM);
    }
    long at = room(wanted);
    if (at == 0) {
      return failure(Errno.ENOMEM);
    }
    return mapped(at, true, posix.mremap(from, length, wanted, MREMAP_MAYMOVE | MREMAP_FIXED, at));
  }

  /** Of the program's memory: what this JVM has besides is not to fill the machine's. */
  private long lockAll(SystemCall call, int flags) {
    if (call == SystemCall.munlockall) {
      return checked(posix.munlock(DATA, memory.heapEnd() - DATA));
    }
    if (flags == 0 || (flags & ~7) != 0) {
      return failure(Errno.EINVAL);
    }
    return checked(posix.mlock(DATA, memory.heapEnd() - DATA));
  }

  private long shmat(int segment, int flags) {
    if (libc.shmctl(segment, IPC_STAT, scratch) == -1) {
      return failure(posix.errno());
    }
    long at = room(longAt(scratch + SHM_SEGSZ));
    if (at == 0) {
      return failure(Errno.ENOMEM);
    }
    return mapped(at, true, libc.shmat(segment, at, flags | SHM_REMAP));
  }

  /** Where a mapping goes: below the last one, or 0. */
  private long room(long length) {
    long before = Math.min(END, memory.mappingsStart());
    long most = before - memory.heapEnd() - PAGE;
    return length > most ? 0 : before - pages(length);
  }

  private static long pages(long length) {
    return (length + PAGE - 1) & -PAGE;
  }

  private long mapped(long at, boolean shared, long result) {
    if (result == -1) {
      return failure(posix.errno());
    }
    if (memory.mappingsStart() > END) {
      // What overflows the stack is to fault, not to find itself in a mapping.
      posix.mmap(END, STACK - END, PROT_NONE, PRIVATE_ANONYMOUS_FIXED, -1, 0);
    }
    kernel.races().mapped(at, memory.mappingsStart() - at, shared);
    memory.mappingsStart(at);
    return result;
  }

  private boolean isMapping(long address, long length) {
    return address >= memory.mappingsStart() && length >= 0 && address + length <= END;
  }

  /** The last mapping's place is free for the next one. */
  private long unmapped(long address, long length, long result) {
    if (result == 0 && address == memory.mappingsStart()) {
      memory.mappingsStart(address + pages(length));
    }
    return checked(result);
  }

  private long semop(int set, long operations, long count) {
    longAt(scratch, 0);
    longAt(scratch + 8, 0);
    long result = libc.semtimedop(set, operations, count, scratch);
    if (result != -1 || posix.errno() != Errno.EAGAIN || mustNotWait(operations, count)) {
      return checked(result);
    }
    events.blocked();
    do {
      result = waiting.semtimedop(set, operations, count, 0);
    } while (kernel.again(result));
    return events.unblocked(result);
  }

  private boolean mustNotWait(long operations, long count) {
    for (long i = 0; i < count; i++) {
      if ((memory.peekShort(operations + i * SEMBUF + 4) & IPC_NOWAIT) != 0) {
        return true;
      }
    }
    return false;
  }

  private long semctl(int set, int index, int command, long argument) {
    long size = 0;
    if (command == GETALL || command == SETALL) {
      if (libc.semctl(set, 0, IPC_STAT, scratch) == -1) {
        return failure(posix.errno());
      }
      size = 2 * longAt(scratch + SEM_NSEMS);
    } else if (command == IPC_STAT || command == IPC_SET) {
      size = STATUS;
    } else if (command == IPC_INFO || command == SEM_INFO) {
      size = SEMINFO;
    }
    return checked(libc.semctl(set, index, command, pointers.writable(argument, size)));
  }

  private long msgsnd(int queue, long from, long size, int flags) {
    long message = pointers.readable(from, size + 8);
    long result = libc.msgsnd(queue, message, size, flags | IPC_NOWAIT);
    if (result != -1 || posix.errno() != Errno.EAGAIN || (flags & IPC_NOWAIT) != 0) {
      return checked(result);
    }
    events.blocked();
    do {
      result = waiting.msgsnd(queue, message, size, flags);
    } while (kernel.again(result));
    return events.unblocked(result);
  }

  private long msgrcv(int queue, long to, long size, long type, int flags) {
    long message = pointers.writable(to, size + 8);
    long result = libc.msgrcv(queue, message, size, type, flags | IPC_NOWAIT);
    if (result != -1 || posix.errno() != Errno.ENOMSG || (flags & IPC_NOWAIT) != 0) {
      return checked(result);
    }
    events.blocked();
    do {
      result = waiting.msgrcv(queue, message, size, type, flags);
    } while (kernel.again(result));
    return events.unblocked(result);
  }

  private long sleepWhile(long word, int value, long until, int clock) {
    if (!memory.isReadable(word, 4) || (until != 0 && !memory.isReadable(until, 16))) {
      return fault();
    }
    if (sharedIntAt(word) != value) {
      return failure(Errno.EAGAIN);
    }
    if (until != 0 && memory.peekLong(until) < 0) {
      // futex(2) refuses a moment before the clock's first, and a loop around this would not end.
      return failure(Errno.ETIMEDOUT);
    }
    boolean joins = (clock & JOINS) != 0;
    events.block(Call.OTHER, joins ? value : 0);
    int result;
    do {
      result = waiting.futexWaitUntil(word, value, until, (clock & ~JOINS) == 0);
    } while (kernel.again(result));
    return woken(result);
  }

  /** futex(2) as the program has it: only some of its operations wait. */
  private long futex(int operation) {
    int what = operation & FUTEX_COMMAND;
    if (what != FUTEX_WAIT && what != FUTEX_WAIT_BITSET) {
      return checked(kernel.make());
    }
    if (memory.isReadable(argument(0), 4) && sharedIntAt(argument(0)) != word(2)) {
      return failure(Errno.EAGAIN);
    }
    events.blocked();
    return woken(kernel.make());
  }

  /** That the word had changed before anybody slept is what everybody hopes for, and no failure. */
  private long woken(long result) {
    int errno = result == -1 ? posix.errno() : 0;
    if (errno != Errno.EAGAIN) {
      return events.unblocked(result);
    }
    events.unblock(Call.OTHER, 0, 0);
    return failure(errno);
  }

  private long fault() {
    return failure(Errno.EFAULT);
  }
}
