package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.kernel.linux.OwnDescriptors;
import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.wire.Inherited;

/**
 * The descriptors above the standard ones that whoever started ForkShell meant for its program, as
 * in {@code prog 5<file}. The zygote keeps them out of the way; a root process gives each its
 * number back.
 */
final class GivenDescriptors {
  private static final int MSG_CMSG_CLOEXEC = 0x4000_0000;
  private static final int MESSAGE = 56;
  private static final int VECTOR = 16;
  private static final long SYS_CLOSE_RANGE = 436;

  private final Posix posix;
  private final Libc libc;
  private final long ignored;
  private final int[] numbers;
  private final int[] kept;

  private GivenDescriptors(Posix posix, long ignored, int[] numbers, int[] kept) {
    this.posix = posix;
    this.libc = posix.libc();
    this.ignored = ignored;
    this.numbers = numbers;
    this.kept = kept;
  }

  /** Waits for the console's message about them. */
  static GivenDescriptors receive(Posix posix, int control) {
    int most = Inherited.size(Inherited.MOST);
    int ancillarySize = Inherited.HEADER + 4 * Inherited.MOST;
    long message = Posix.allocate(MESSAGE + VECTOR).address();
    long ancillary = Posix.allocate(ancillarySize + 8).address();
    long data = Posix.allocate(most).address();
    longAt(message + 16, message + MESSAGE);
    longAt(message + 24, 1);
    longAt(message + 32, ancillary);
    longAt(message + 40, ancillarySize);
    longAt(message + MESSAGE, data);
    longAt(message + MESSAGE + 8, most);
    if (posix.libc().recvmsg(control, message, MSG_CMSG_CLOEXEC) < Inherited.NUMBERS) {
      throw new IllegalStateException("the console ended while this JVM was starting");
    }
    int count = intAt(data + Inherited.COUNT);
    int sent = count == 0 ? 0 : (int) (longAt(ancillary) - Inherited.HEADER) / 4;
    if (sent != count) {
      throw new IllegalStateException("no room for the descriptors that programs are to have");
    }
    int[] numbers = new int[count];
    int[] kept = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = intAt(data + Inherited.NUMBERS + 4 * i);
      kept[i] = HighDescriptor.move(posix, intAt(ancillary + Inherited.HEADER + 4 * i));
    }
    return new GivenDescriptors(posix, longAt(data + Inherited.IGNORED), numbers, kept);
  }

  /** The signals that programs are to ignore from the beginning, bit 0 for signal 1. */
  long ignored() {
    return ignored;
  }

  /**
   * In a root process: each gets its number, whatever has it now. Nothing but {@code own} may still
   * be needed.
   */
  void restore(OwnDescriptors own) {
    for (int i = 0; i < numbers.length; i++) {
      int number = numbers[i];
      if (kept[i] == number) {
        libc.fcntl(number, HighDescriptor.F_SETFD, 0);
        continue;
      }
      for (int j = i + 1; j < kept.length; j++) {
        if (kept[j] == number) {
          kept[j] = HighDescriptor.copy(posix, number);
        }
      }
      own.leave(number);
      libc.dup2(kept[i], number);
      libc.close(kept[i]);
    }
  }

  /** Whether it is one that a program has been given. */
  private boolean contains(int fd) {
    for (int number : numbers) {
      if (number == fd) {
        return true;
      }
    }
    return false;
  }

  /**
   * Closes what the JVM holds open between a program's standard descriptors and our own: its jars
   * and the like. A program process loads no classes any more, and its program is to find what a C
   * program finds: nothing but what it was given.
   */
  void closeOthers(OwnDescriptors own) {
    int floor = HighDescriptor.floor(libc);
    // Where RLIMIT_NOFILE is small, not all of our own found room above. Kernels before 5.9 do not
    // know close_range(2).
    if (numbers.length != 0
        || own.isAnyBelow(floor)
        || libc.syscall(SYS_CLOSE_RANGE, 3, floor - 1, 0, 0, 0, 0) != 0) {
      for (int fd = 3; fd < floor; fd++) {
        if (!own.contains(fd) && !contains(fd)) {
          libc.close(fd);
        }
      }
    }
  }

  /** In a process that does not need them any more. */
  void close() {
    for (int i = 0; i < kept.length; i++) {
      libc.close(kept[i]);
      kept[i] = -1;
    }
  }
}
