package org.forkshell.kernel.linux;

import java.util.List;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SystemCall;
import org.forkshell.wire.EventRecord.Kind;
import org.jspecify.annotations.Nullable;

/** How processes come to be, become others, signal each other and end. */
final class ProcessCalls extends CallGroup {
  static final List<SystemCall> CALLS =
      List.of(
          SystemCall.__fork,
          SystemCall.vfork,
          SystemCall.__clone,
          SystemCall._exit,
          SystemCall.getpid,
          SystemCall.getppid,
          SystemCall.kill,
          SystemCall.__raise_default,
          SystemCall.execve,
          SystemCall.nice,
          SystemCall.getpriority,
          SystemCall.unshare,
          SystemCall.__prctl);

  private static final int PR_GET_PDEATHSIG = 2;
  private static final int PR_GET_DUMPABLE = 3;
  private static final int PR_SET_DUMPABLE = 4;
  private static final int PR_GET_KEEPCAPS = 7;
  private static final int PR_SET_KEEPCAPS = 8;
  private static final int PR_GET_NAME = 16;
  private static final int PR_SET_TIMERSLACK = 29;
  private static final int PR_GET_TIMERSLACK = 30;
  private static final int PR_GET_CHILD_SUBREAPER = 37;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int PR_GET_NO_NEW_PRIVS = 39;
  private static final int NAME = 16;

  private final ProcessLimit limit;
  private final Descriptors descriptors;
  private final SignalHandlers handlers;
  private final PidTranslation outer;
  private final VforkMemory lent;
  private final Cloning cloning;

  ProcessCalls(LinuxKernel kernel) {
    super(kernel);
    this.limit = process.limit;
    this.descriptors = process.descriptors;
    this.handlers = kernel.handlers();
    this.outer = process.outer;
    this.lent = new VforkMemory(posix, process.memory);
    this.cloning = new Cloning(libc);
  }

  @Override
  long answer(SystemCall call) {
    return switch (call) {
      case __fork -> fork(false);
      case vfork -> fork(lent.lend());
      case __clone -> clone(word(0), argument(1), argument(2));
      case _exit -> exit(word(0));
      case getpid -> process.pid;
      case getppid -> process.processes.getppid();
      case kill -> kill(word(0), word(1));
      case __raise_default -> raiseDefault(word(0));
      case execve -> execve(argument(0), argument(1), argument(2));
      case nice -> checked(libc.nice(word(0)));
      case getpriority -> checked(libc.getpriority(word(0), word(1)));
      case unshare -> unshare(word(0));
      case __prctl -> prctl(word(0), argument(1));
      default -> throw new AssertionError(call);
    };
  }

  /**
   * @param lends whether the child borrows this process' memory, as vfork(2) has it
   */
  private long fork(boolean lends) {
    if (!handlers.holdForFork()) {
      if (lends) {
        lent.takeBack();
      }
      return 0;
    }
    long result = forkHeld(lends, null, 0, 0);
    handlers.releaseAfterFork();
    return result;
  }

  /**
   * clone(2) without a stack, which returns twice. A child that is to share its parent's memory
   * borrows it instead, and meanwhile the parent stands still.
   */
  private long clone(int flags, long parentTid, long childTid) {
    if ((flags & Cloning.CLONE_THREAD) != 0) {
      return failure(Errno.ENOSYS);
    }
    if (!handlers.holdForFork()) {
      return 0;
    }
    boolean shares = (flags & Cloning.CLONE_VM) != 0;
    long result =
        forkHeld(
            shares && lent.lend(),
            cloning.with(flags),
            pointers.writable(parentTid, 4),
            pointers.writable(childTid, 4));
    handlers.releaseAfterFork();
    return result;
  }

  private long forkHeld(boolean lends, @Nullable Cloning how, long parentTid, long childTid) {
    if (!limit.tryAdd()) {
      events.tell(Kind.FORK_REFUSED, Errno.EAGAIN, limit.limit(), lends ? 1 : 0, 0);
      if (lends) {
        lent.takeBack();
      }
      return failure(Errno.EAGAIN);
    }
    int index = ++process.children;
    boolean before = outer.childrenAreApart();
    if (how != null) {
      descriptors.mayHaveChanged();
      outer.unshared(how.flags());
    }
    process.lock.stopOthers();
    int child = how == null ? process.processes.fork() : how.clone(parentTid, childTid);
    if (child == 0) {
      born(index, lends);
      return 0;
    }
    int errno = child < 0 ? posix.errno() : 0;
    process.lock.letOthersGo();
    outer.childrenAreApart(before);
    if (child < 0) {
      process.children--;
      limit.takeBack();
      if (lends) {
        lent.takeBack();
      }
      events.tell(Kind.FORK_REFUSED, errno, 0, lends ? 1 : 0, 0);
      return failure(errno);
    }
    events.tell(Kind.FORKED, outer.of(child), index, child, lends ? 1 : 0);
    if (lends) {
      events.blocked();
      lent.awaitReturn(kernel);
      events.unblocked(child);
    }
    return child;
  }

  /** In a child, which is its parent's {@code index}th: the first that it does. */
  public void born(int index, boolean borrows) {
    int parent = outer.own();
    int pid = process.processes.getpid();
    boolean wasAlone = process.isAlone(kernel.takesLines());
    process.isForked(pid);
    outer.born(pid);
    kernel.isFirst(outer.own());
    process.children = 0;
    process.unwatched = handlers.ignoresChildren();
    if (borrows) {
      lent.borrow(wasAlone, kernel.machine());
    } else {
      lent.oweNothing();
      if (!wasAlone) {
        kernel.machine().watchCalls();
      }
    }
    int inner = outer.isApart() ? pid : 0;
    int inThread = kernel.takesLines() ? 0 : 1;
    events.tell(Kind.BORN, parent, index, events.unwritten(), inner, borrows ? 1 : 0, inThread);
  }

  private long exit(int status) {
    events.tell(Kind.EXITING, status & 0xFF, events.unwritten(), 0, 0);
    limit.exiting(process.unwatched && process.processes.getppid() != process.zygote);
    lent.giveBack(kernel);
    posix.exit(status);
    throw new AssertionError("_exit returned");
  }

  private long kill(int target, int signal) {
    // -1 means every process of the user, the console and the learner's desktop among them. The
    // zygote is to its processes what init is, which lets no user's process end it.
    boolean others = target == -1 || target == process.zygote || target == -process.zygoteGroup;
    if (others && signal != 0 && !outer.isApart()) {
      events.tell(Kind.KILLED, target, signal, Errno.EPERM, 0);
      return failure(Errno.EPERM);
    }
    boolean self =
        SignalDispositions.exists(signal)
            && (target == process.pid || target == 0 || target == -process.processes.getpgrp());
    boolean ending = self && handlers.isDefault(signal);
    if (ending) {
      events.tell(Kind.RAISED, signal, events.unwritten(), 0, 0);
    }
    int known = target == process.pid ? outer.own() : outer.of(target);
    int result = libc.kill(target, signal);
    int errno = result == -1 ? posix.errno() : 0;
    if (!ending) {
      events.tell(Kind.KILLED, known, signal, errno, 0);
    }
    return result == -1 ? failure(errno) : result;
  }

  private long raiseDefault(int signal) {
    events.tell(Kind.RAISED, signal, events.unwritten(), 0, 0);
    process.signals.dieOf(process.pid, signal);
    return 0;
  }

  private long prctl(int option, long argument) {
    return switch (option) {
      case Linux.PR_SET_PDEATHSIG,
          PR_GET_DUMPABLE,
          PR_SET_DUMPABLE,
          PR_GET_KEEPCAPS,
          PR_SET_KEEPCAPS,
          PR_SET_TIMERSLACK,
          PR_GET_TIMERSLACK,
          Linux.PR_SET_CHILD_SUBREAPER,
          PR_SET_NO_NEW_PRIVS,
          PR_GET_NO_NEW_PRIVS ->
          checked(libc.prctl(option, argument, 0, 0, 0));
      case PR_GET_PDEATHSIG, PR_GET_CHILD_SUBREAPER ->
          checked(libc.prctl(option, pointers.writable(argument, 4), 0, 0, 0));
      case Linux.PR_SET_NAME -> checked(libc.prctl(option, pointers.string(argument), 0, 0, 0));
      case PR_GET_NAME -> checked(libc.prctl(option, pointers.writable(argument, NAME), 0, 0, 0));
      default -> failure(Errno.EINVAL);
    };
  }

  private long unshare(int flags) {
    long result = checked(libc.unshare(flags));
    if (result == 0) {
      outer.unshared(flags);
    }
    return result;
  }

  private long execve(long path, long arguments, long environment) {
    tellExecuting(path, arguments);
    limit.executing(outer.own());
    lent.giveBack(kernel);
    waiting.execve(path, arguments, environment);
    int errno = posix.errno();
    limit.collected(outer.own(), -1);
    if (kernel.repeats(errno)) {
      // A signal had come before it was made, and has its turn.
      return failure(errno);
    }
    events.tell(Kind.EXEC_FAILED, errno, 0, 0, 0);
    return failure(errno);
  }

  private void tellExecuting(long path, long arguments) {
    if (!process.telling) {
      return;
    }
    boolean fits = process.events.add(memory, path);
    int count = 0;
    for (long at = arguments; memory.isReadable(at, 8) && memory.peekLong(at) != 0; at += 8) {
      fits = fits && process.events.add(memory, memory.peekLong(at));
      count++;
    }
    events.tell(Kind.EXECUTING, events.unwritten(), count, 0, 0);
  }
}
