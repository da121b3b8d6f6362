package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.intAt;

import org.forkshell.abi.Linux;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.WaitingCalls;

/**
 * Pids as the console knows them. A program may call unshare(2) and give its children a pid
 * namespace of their own, where they count from 1; what they tell of each other must be translated
 * then. proc(5) helps: it is mounted outside, and speaks of pids as they are there.
 */
final class PidTranslation {
  private static final int CLONE_NEWPID = 0x2000_0000;
  private static final int SYS_PIDFD_OPEN = 434;
  private static final int RDONLY_CLOEXEC = Linux.O_CLOEXEC;
  private static final int P_ALL = 0;
  private static final int P_PGID = 2;
  private static final int WEXITED = 4;
  private static final int SI_PID = 16;
  private static final int ROOM = 512;

  private final Posix posix;
  private final Libc libc;
  private final long self = Posix.string("/proc/self");
  private final long text = Posix.reserve(ROOM);
  private final long path = Posix.string("/proc/self/fdinfo/##########");
  private final long number = path + "/proc/self/fdinfo/".length();
  private final long info = Posix.reserve(128);

  private boolean childrenApart;
  private boolean apart;
  private int own;
  private int collected;

  PidTranslation(Posix posix) {
    this.posix = posix;
    this.libc = posix.libc();
  }

  /** A root begins, where the console is. */
  void begin(int pid) {
    own = pid;
    apart = false;
    childrenApart = false;
  }

  /** In a child of fork. */
  void born(int pid) {
    apart |= childrenApart;
    childrenApart = false;
    own = pid;
    if (apart) {
      long length = libc.readlink(self, text, ROOM);
      own = length > 0 ? number(0, length) : pid;
    }
  }

  /** unshare(2) was called with these flags. */
  void unshared(int flags) {
    childrenApart |= (flags & CLONE_NEWPID) != 0;
  }

  /** Whether children will live in another pid namespace than this process. */
  boolean childrenAreApart() {
    return childrenApart;
  }

  /** Takes back what {@link #unshared} said, of a clone(2) that is over. */
  void childrenAreApart(boolean apart) {
    childrenApart = apart;
  }

  /** Whether this process lives in another pid namespace than the console. */
  boolean isApart() {
    return apart;
  }

  /** This process. */
  int own() {
    return own;
  }

  /** A process that this one knows by {@code pid}; what is no pid, or nobody's, stays as it is. */
  int of(int pid) {
    if (!apart || pid <= 0) {
      return pid;
    }
    int descriptor = (int) libc.syscall(SYS_PIDFD_OPEN, pid, 0, 0, 0, 0, 0);
    if (descriptor < 0) {
      return pid;
    }
    write(descriptor);
    int file = libc.open(path, RDONLY_CLOEXEC, 0);
    long length = libc.read(file, text, ROOM);
    libc.close(file);
    libc.close(descriptor);
    for (long i = 0; i + 4 < length; i++) {
      boolean found = byteAt(text + i) == 'P' && byteAt(text + i + 3) == ':';
      if (found && (i == 0 || byteAt(text + i - 1) == '\n')) {
        return number(i + 4, length);
      }
    }
    return pid;
  }

  /** wait4(2); {@link #collected} is then who was collected. */
  int collect(WaitingCalls waiting, int wanted, long status, int options, long usage) {
    int one = wanted;
    if (apart) {
      // Who will it be? Once collected, nobody can tell any more.
      int kind = wanted > 0 ? Linux.P_PID : wanted == -1 ? P_ALL : P_PGID;
      one = choose(waiting, kind, Math.abs(wanted), options | WEXITED);
      if (one <= 0) {
        return one;
      }
    }
    int chosen = collected;
    int child = waiting.wait4(one, status, options, usage);
    // Another thread may have collected somebody meanwhile.
    collected = apart ? chosen : child;
    return child;
  }

  /** waitid(2); {@link #collected} is then who was collected. */
  int collectInfo(WaitingCalls waiting, int kind, int id, long result, int options) {
    int child = 0;
    if (apart && (options & Linux.WNOWAIT) == 0) {
      child = choose(waiting, kind, id, options);
      if (child < 0) {
        return child;
      }
    }
    int chosen = collected;
    int failed =
        child > 0
            ? waiting.waitid(Linux.P_PID, child, result, options)
            : waiting.waitid(kind, id, result, options);
    collected = apart || failed != 0 ? chosen : intAt(result + SI_PID);
    return failed;
  }

  /** Who was collected last. */
  int collected() {
    return collected;
  }

  private int choose(WaitingCalls waiting, int kind, int id, int options) {
    intAt(info + SI_PID, 0);
    if (waiting.waitid(kind, id, info, options | Linux.WNOWAIT) == -1) {
      return -1;
    }
    int child = intAt(info + SI_PID);
    collected = of(child);
    return child;
  }

  /** The number in {@link #text} after blanks. */
  private int number(long from, long to) {
    int value = 0;
    for (long i = from; i < to; i++) {
      int digit = byteAt(text + i) - '0';
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
      } else if (value > 0) {
        break;
      }
    }
    return value;
  }

  private void write(int descriptor) {
    int digits = 1;
    for (int rest = descriptor / 10; rest > 0; rest /= 10) {
      digits++;
    }
    byteAt(number + digits, 0);
    for (int i = digits - 1, rest = descriptor; i >= 0; i--, rest /= 10) {
      byteAt(number + i, '0' + rest % 10);
    }
  }
}
