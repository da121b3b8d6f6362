package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.shortAt;

import org.forkshell.machine.Memory;
import org.forkshell.machine.code.AddressSpace;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.Processes;
import org.forkshell.posix.SignalGate;
import org.forkshell.posix.UnixSocket;
import org.forkshell.wire.Board;
import org.forkshell.wire.Command;
import org.forkshell.wire.EventRecord.Kind;

/**
 * The process from which all programs are forked: loaded and warmed up once, it then only forks
 * roots, collects them and the orphans that come to it as the nearest subreaper, and ends
 * everything when the console is gone.
 */
public final class Zygote {
  /**
   * Set when this JVM is to leave by the front door, which is where it writes its class-data
   * archive.
   */
  private static final String ARCHIVING = "forkshell.archiving";

  private static final Command[] COMMANDS = Command.values();
  private static final int PR_SET_CHILD_SUBREAPER = 36;
  private static final int WNOHANG = 1;
  private static final int WUNTRACED = 2;
  private static final int SIGKILL = 9;
  private static final int SIGCONT = 18;
  private static final short POLLIN = 1;
  private static final long TIOCGPGRP = 0x540F;
  private static final long TIOCSPGRP = 0x5410;
  private static final int ECHILD = 10;
  private static final int COMMAND_SIZE = 4200;
  private static final int ORPHAN_LOOK_MILLIS = 20;
  private static final int SYS_PIDFD_OPEN = 434;

  private final Posix posix;
  private final Processes processes;
  private final Libc libc;
  private final SharedBoard board;
  private final EventSender events;
  private final ProcessLimit limit;
  private final Signals signals;
  private final ProgramProcess program;
  private final Sockets sockets;
  private final Children children;
  private final DyingWish dyingWish;
  private final SignalGate gate;
  private final long pollfds = Posix.allocate(16).address();
  private final long command = Posix.allocate(COMMAND_SIZE).address();
  private final long scratch = Posix.allocate(64).address();
  private final boolean ownsTerminal;
  private final int consoleGroup;

  private boolean inSession;
  private int root;
  private int rootDescriptor = -1;
  private int looksSinceRoot;
  private boolean consoleGone;

  /** The connections to the console. */
  private record Sockets(int control, int events, int output, int error) {}

  /**
   * Started by the console.
   *
   * @param arguments the name of the console's sockets; where programs get their input from, an
   *     ordinal name of the console's choice: {@code inherited} from this process, with the
   *     terminal if it is one, {@code none}, or {@code prompt}, a pseudo-terminal whose file the
   *     console names; the console's pid
   */
  public static void main(String[] arguments) {
    Posix posix = Posix.load();
    try {
      new Zygote(
              posix,
              new Processes(posix.libc()),
              arguments[0],
              arguments[1],
              Integer.parseInt(arguments[2]))
          .serve();
    } catch (IllegalStateException e) {
      System.err.println("forkshell: " + e.getMessage());
      posix.libc()._exit(1);
    }
    if (!Boolean.getBoolean(ARCHIVING)) {
      // There is nothing to clean up that the kernel does not, and it is quicker.
      posix.libc()._exit(0);
    }
  }

  private Zygote(Posix posix, Processes processes, String socketName, String input, int console) {
    boolean detached = !input.equals("inherited");
    this.posix = posix;
    this.processes = processes;
    this.libc = posix.libc();
    this.signals = new Signals(posix);
    signals.asForTheZygote();
    if (detached) {
      libc.setsid();
    }
    this.consoleGroup = processes.getpgrp();
    this.ownsTerminal = !detached && libc.isatty(0) == 1 && foregroundGroup() == consoleGroup;
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    this.board = SharedBoard.create(posix);
    this.sockets = connect(socketName, console);
    if (input.equals("prompt")) {
      openStandardInput();
    }
    this.events = new EventSender(posix, sockets.events());
    this.limit = new ProcessLimit(board.address());
    this.children = new Children(posix, processes.getpid());
    this.dyingWish = new DyingWish(posix);
    this.gate = SignalGate.map(posix);
    Memory memory = mapMemory();
    new WarmUp(posix, gate, processes, memory, board).run();
    this.program = new ProgramProcess(posix, gate, processes, memory, board, events);
  }

  private void openStandardInput() {
    int readWriteNoControllingTerminal = 2 | 0x100;
    long file = Posix.allocate(128).address();
    libc.read(sockets.control(), file, 127);
    int fd = libc.open(file, readWriteNoControllingTerminal, 0);
    if (fd > 0) {
      libc.dup2(fd, 0);
      libc.close(fd);
    }
  }

  private int foregroundGroup() {
    return libc.ioctl(0, TIOCGPGRP, scratch) == 0 ? intAt(scratch) : -1;
  }

  private Sockets connect(String name, int console) {
    // A console that was killed while we were starting will never listen.
    UnixSocket sockets = new UnixSocket(posix, () -> processes.getppid() == console);
    int control = sockets.connect(name, UnixSocket.Type.SEQPACKET);
    int event = sockets.connect(name, UnixSocket.Type.SEQPACKET);
    int output = sockets.connect(name, UnixSocket.Type.STREAM);
    int error = sockets.connect(name, UnixSocket.Type.STREAM);
    return new Sockets(
        HighDescriptor.move(posix, control),
        HighDescriptor.move(posix, event),
        HighDescriptor.move(posix, output),
        HighDescriptor.move(posix, error));
  }

  private Memory mapMemory() {
    int protReadWrite = 3;
    int privateAnonymousNoreserveFixed = 0x2 | 0x20 | 0x4000 | 0x10_0000;
    long address =
        posix.mmap(
            AddressSpace.ORIGIN,
            AddressSpace.SIZE,
            protReadWrite,
            privateAnonymousNoreserveFixed,
            -1,
            0);
    if (address != AddressSpace.ORIGIN) {
      throw new IllegalStateException("no room for a program's memory: errno " + posix.errno());
    }
    return new Memory(address);
  }

  private void serve() {
    intAt(board.address() + Board.ZYGOTE, processes.getpid());
    intAt(scratch, board.fd());
    libc.send(sockets.control(), scratch, 4, 0);
    while (!consoleGone) {
      intAt(pollfds, sockets.control());
      intAt(pollfds + 8, rootDescriptor);
      shortAt(pollfds + 4, POLLIN);
      shortAt(pollfds + 12, POLLIN);
      shortAt(pollfds + 6, 0);
      shortAt(pollfds + 14, 0);
      libc.poll(pollfds, 2, inSession ? patience() : -1);
      if (inSession) {
        collect();
      }
      if (shortAt(pollfds + 6) != 0) {
        obey();
      }
    }
  }

  /**
   * How long to wait before a look for orphans that have ended, in milliseconds. The kernel wakes
   * us when the root ends, through its pidfd. It cannot for others: SIGCHLD goes to whichever
   * thread of a JVM does not block it, and is lost there.
   */
  private int patience() {
    if (rootDescriptor >= 0) {
      return ORPHAN_LOOK_MILLIS;
    }
    looksSinceRoot++;
    return Math.min(1 + looksSinceRoot / 10, ORPHAN_LOOK_MILLIS);
  }

  private void obey() {
    long got = libc.read(sockets.control(), command, COMMAND_SIZE);
    if (got <= 0) {
      // The console is gone, whatever the reason: nothing may outlive it.
      killAll();
      giveTerminalBack();
      consoleGone = true;
      return;
    }
    switch (COMMANDS[byteAt(command)]) {
      case START_RELAYED -> start(true);
      case START_RAW -> start(false);
      case KILL_ALL -> killAll();
    }
  }

  private void start(boolean relayed) {
    intAt(board.address() + Board.LIVE, 1);
    intAt(board.address() + Board.TOTAL, 1);
    intAt(board.address() + Board.EXECUTED_COUNT, 0);
    for (int i = 0; i < Board.EXECUTED_SLOTS; i++) {
      intAt(board.address() + Board.EXECUTED + 4L * i, 0);
    }
    int child = processes.fork();
    if (child == 0) {
      becomeRoot(relayed);
    }
    if (child > 0) {
      // Here as well as in the child: whoever comes first.
      libc.setpgid(child, child);
      dyingWish.concern(child);
    }
    root = child;
    rootDescriptor =
        child > 0
            ? HighDescriptor.move(posix, (int) libc.syscall(SYS_PIDFD_OPEN, child, 0, 0, 0, 0, 0))
            : -1;
    looksSinceRoot = 0;
    inSession = true;
    events.send(Kind.ROOT_STARTED, 0, child, child < 0 ? posix.errno() : 0, 0);
    if (child < 0) {
      collect();
    }
  }

  private void becomeRoot(boolean relayed) {
    // A group of its own: kill(0, …) is for the program's processes, not for its teacher.
    libc.setpgid(0, 0);
    if (ownsTerminal) {
      intAt(scratch, processes.getpid());
      libc.ioctl(0, TIOCSPGRP, scratch);
    }
    if (relayed) {
      libc.dup2(sockets.output(), 1);
      libc.dup2(sockets.error(), 2);
    }
    if (byteAt(command + 1) != 0) {
      int input = libc.open(command + 1, 0, 0);
      libc.dup2(input, 0);
      libc.close(input);
    }
    libc.close(sockets.control());
    dyingWish.disown();
    HighDescriptor.closeLow(libc);
    signals.asForAProgram(gate.waker());
    program.live(relayed);
  }

  /** Collects all that have ended, and says so; the descendants' orphans come here too. */
  private void collect() {
    while (true) {
      int child = libc.waitpid(-1, scratch, WNOHANG | WUNTRACED);
      if (child <= 0) {
        if (child < 0 && posix.errno() == ECHILD && inSession) {
          inSession = false;
          giveTerminalBack();
          events.send(Kind.ALL_ENDED, 0, 0, 0, 0);
        }
        return;
      }
      int status = intAt(scratch);
      if ((status & 0xFF) == 0x7F) {
        // There is no job control here: a program stopped from the terminal goes on.
        if (child == root && ownsTerminal) {
          libc.kill(-root, SIGCONT);
        }
      } else {
        reaped(child, status);
      }
    }
  }

  private void reaped(int child, int status) {
    limit.collected(child, status);
    if (child == root && rootDescriptor >= 0) {
      libc.close(rootDescriptor);
      rootDescriptor = -1;
    }
    events.send(Kind.REAPED, 0, child, status, 0);
  }

  private void giveTerminalBack() {
    if (ownsTerminal) {
      intAt(scratch, consoleGroup);
      libc.ioctl(0, TIOCSPGRP, scratch);
    }
  }

  /**
   * Ends every process of the session, by pid, generation after generation: orphans become children
   * of this process.
   */
  private void killAll() {
    if (root > 0) {
      libc.kill(-root, SIGKILL);
    }
    while (true) {
      children.signalAll(SIGKILL);
      int child = libc.waitpid(-1, scratch, 0);
      if (child < 0) {
        break;
      }
      reaped(child, intAt(scratch));
    }
    collect();
  }
}
