package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;

import java.util.List;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SystemCall;
import org.forkshell.posix.Posix;
import org.forkshell.process.Event.Call;
import org.forkshell.wire.EventRecord.Kind;

/** wait(2) and its relatives: parents hear of their children. */
final class WaitCalls extends CallGroup {
  static final List<SystemCall> CALLS =
      List.of(SystemCall.waitpid, SystemCall.wait4, SystemCall.waitid);

  private static final int CLD_EXITED = 1;
  private static final int CLD_KILLED = 2;
  private static final int CLD_DUMPED = 3;
  private static final int CLD_CONTINUED = 6;
  // Sizes and offsets of siginfo_t and struct rusage on 64 bits.
  private static final int SIGINFO = 128;
  private static final int SI_CODE = 8;
  private static final int SI_PID = 16;
  private static final int SI_STATUS = 24;
  private static final int RUSAGE = 144;

  private final ProcessLimit limit;
  private final SignalHandlers handlers;
  private final PidTranslation outer;
  private final long scratch = Posix.reserve(8);
  private final long usageRead = Posix.reserve(RUSAGE);
  private final long infoRead = Posix.reserve(SIGINFO);

  WaitCalls(LinuxKernel kernel) {
    super(kernel);
    this.limit = process.limit;
    this.handlers = kernel.handlers();
    this.outer = process.outer;
  }

  @Override
  long answer(SystemCall call) {
    return switch (call) {
      case waitpid -> wait4(word(0), argument(1), word(2), 0);
      case wait4 -> wait4(word(0), argument(1), word(2), argument(3));
      case waitid -> waitid(word(0), word(1), argument(2), word(3));
      default -> throw new AssertionError(call);
    };
  }

  private long wait4(int wanted, long status, int options, long used) {
    long usage = used == 0 ? 0 : usageRead;
    int child = outer.collect(waiting, wanted, scratch, options | Linux.WNOHANG, usage);
    if (child == 0 && (options & Linux.WNOHANG) == 0) {
      events.block(Call.WAIT, outer.of(wanted));
      do {
        child = outer.collect(waiting, wanted, scratch, options, usage);
      } while (kernel.again(child));
    }
    int errno = child == -1 ? posix.errno() : 0;
    int raw = child > 0 ? intAt(scratch) : 0;
    if (child > 0) {
      if (isEnd(raw)) {
        limit.collected(outer.collected(), raw);
      }
      // The child is collected by now: that its status has no place to go does not bring it back.
      boolean statusPut = status == 0 || kernel.put(scratch, status, 4);
      if (!statusPut || (used != 0 && !kernel.put(usageRead, used, RUSAGE))) {
        tellWaited(outer.collected(), raw, Errno.EFAULT, -1, wanted);
        return failure(Errno.EFAULT);
      }
    }
    if (child == -1 && kernel.isUnheard(errno)) {
      events.unblock(Call.WAIT, -1, 0);
    } else {
      tellWaited(child > 0 ? outer.collected() : child, raw, errno, child, outer.of(wanted));
    }
    return child == -1 ? failure(errno) : child;
  }

  private void tellWaited(int child, int status, int errno, int returned, int wanted) {
    boolean unkept = child == -1 && handlers.ignoresChildren();
    events.tellReturn(
        errno,
        Kind.WAITED,
        child,
        status,
        LinuxKernel.shown(errno),
        returned,
        wanted,
        unkept ? 1 : 0);
  }

  /** Neither WIFSTOPPED nor WIFCONTINUED. */
  private static boolean isEnd(int status) {
    return (status & 0xFF) != 0x7F && status != 0xFFFF;
  }

  private long waitid(int kind, int id, long to, int options) {
    long info = infoRead;
    intAt(info + SI_PID, 0);
    int result = outer.collectInfo(waiting, kind, id, info, options | Linux.WNOHANG);
    if (result == 0 && intAt(info + SI_PID) == 0 && (options & Linux.WNOHANG) == 0) {
      events.block(Call.WAIT, kind == Linux.P_PID ? id : -1);
      do {
        result = outer.collectInfo(waiting, kind, id, info, options);
      } while (kernel.again(result));
    }
    int errno = result == -1 ? posix.errno() : 0;
    if (result == -1 && kernel.isUnheard(errno)) {
      events.unblock(Call.WAIT, -1, 0);
      return failure(errno);
    }
    int child = result == -1 ? 0 : intAt(info + SI_PID);
    int raw = statusOf(intAt(info + SI_CODE), intAt(info + SI_STATUS));
    boolean collected = child != 0 && (options & Linux.WNOWAIT) == 0;
    if (collected && isEnd(raw)) {
      limit.collected(outer.collected(), raw);
    }
    if (to != 0 && !putInfo(result == 0, to)) {
      errno = Errno.EFAULT;
    }
    if (collected) {
      tellWaited(outer.collected(), raw, errno, errno == 0 ? 0 : -1, id);
    } else if (errno != 0) {
      tellWaited(-1, 0, errno, -1, kind == Linux.P_PID ? id : -1);
    } else {
      events.unblock(Call.WAIT, child, 0);
    }
    return errno == 0 ? 0 : failure(errno);
  }

  /** The members of siginfo_t that waitid(2) writes, and no others; zeros where it failed. */
  private boolean putInfo(boolean known, long to) {
    if (!memory.isWritable(to, SIGINFO)) {
      return false;
    }
    for (int i = 0; i <= SI_STATUS; i += 4) {
      if (i != SI_CODE + 4) {
        memory.pokeInt(to + i, known ? intAt(infoRead + i) : 0);
      }
    }
    return true;
  }

  /** What wait(2) would have filled in for what waitid(2) tells. */
  private static int statusOf(int code, int status) {
    return switch (code) {
      case CLD_EXITED -> status << 8;
      case CLD_KILLED -> status;
      case CLD_DUMPED -> status | 0x80;
      case CLD_CONTINUED -> 0xFFFF;
      default -> status << 8 | 0x7F;
    };
  }
}
