package org.forkshell.kernel.linux;

import java.util.List;
import org.forkshell.abi.Linux;
import org.forkshell.abi.SystemCall;
import org.forkshell.posix.Posix;

/**
 * ioctl(2). What the program takes for its terminal is, by way of the console, a socket: its
 * questions about output and error output are put to the terminal itself.
 */
final class TerminalCalls extends CallGroup {
  static final List<SystemCall> CALLS = List.of(SystemCall.__ioctl);

  private static final int RDWR_NOCTTY_CLOEXEC = Linux.O_RDWR | Linux.O_NOCTTY | Linux.O_CLOEXEC;

  // Requests of ioctl_tty(2) and others, and the sizes of what they point to.
  private static final int TCSETSF = 0x5404;
  private static final int TERMIOS = 36;
  private static final int TCSBRK = 0x5409;
  private static final int TIOCSCTTY = 0x540E;
  private static final int TIOCOUTQ = 0x5411;
  private static final int TIOCGWINSZ = 0x5413;
  private static final int TIOCSWINSZ = 0x5414;
  private static final int FIONREAD = 0x541B;
  private static final int FIONBIO = 0x5421;
  private static final int TIOCNOTTY = 0x5422;
  private static final int TIOCGSID = 0x5429;
  private static final int TCSBRKP = 0x5425;
  private static final int TIOCGPTN = 0x8004_5430;
  private static final int TIOCSPTLCK = 0x4004_5431;
  private static final int FIONCLEX = 0x5450;
  private static final int FIOCLEX = 0x5451;
  private static final int FIOASYNC = 0x5452;
  private static final int SOCKETS = 0x89;
  private static final int IFREQ = 40;

  private final Descriptors descriptors;
  private final long controlling = Posix.string("/dev/tty");

  TerminalCalls(LinuxKernel kernel) {
    super(kernel);
    this.descriptors = process.descriptors;
  }

  @Override
  long answer(SystemCall call) {
    return ioctl(word(0), argument(1), argument(2));
  }

  private long ioctl(int fd, long request, long argument) {
    long given = argument(request, argument);
    if (!descriptors.isPretended(fd)
        || !descriptors.isPretendedTerminal(fd)
        || !isOfTerminals(request)) {
      return call(fd, request, given);
    }
    if (libc.isatty(0) == 1) {
      return call(0, request, given);
    }
    int terminal = libc.open(controlling, RDWR_NOCTTY_CLOEXEC, 0);
    if (terminal < 0) {
      return call(fd, request, given);
    }
    long result = call(terminal, request, given);
    libc.close(terminal);
    return result;
  }

  private long call(int fd, long request, long argument) {
    long result;
    do {
      result = waiting.ioctl(fd, request, argument);
    } while (kernel.again(result));
    return checked(result);
  }

  private static boolean isOfTerminals(long request) {
    return request >= Linux.TCGETS
        && request <= TIOCGSID
        && request != FIONREAD
        && request != FIONBIO;
  }

  private long argument(long request, long argument) {
    int number = (int) request;
    if (number >= Linux.TCGETS && number <= TCSETSF) {
      return pointers.writable(argument, TERMIOS);
    }
    return switch (number) {
      case Linux.TIOCGPGRP,
          Linux.TIOCGPGRP + 1,
          TIOCOUTQ,
          FIONREAD,
          FIONBIO,
          TIOCGSID,
          TIOCGPTN,
          TIOCSPTLCK,
          FIOASYNC ->
          pointers.writable(argument, Integer.BYTES);
      case TIOCGWINSZ, TIOCSWINSZ -> pointers.writable(argument, Long.BYTES);
      case TCSBRK, TCSBRK + 1, TCSBRK + 2, TIOCSCTTY, TIOCNOTTY, TCSBRKP, FIONCLEX, FIOCLEX ->
          argument;
      default ->
          (number >> 8 & 0xFF) == SOCKETS
              ? pointers.writable(argument, IFREQ)
              : pointers.writable(argument, Math.max(1, number >> 16 & 0x3FFF));
    };
  }
}
