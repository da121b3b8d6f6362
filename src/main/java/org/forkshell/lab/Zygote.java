package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;
import static org.forkshell.machine.RawMemory.shortAt;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Errno;
import org.forkshell.abi.Linux;
import org.forkshell.kernel.linux.EventSender;
import org.forkshell.kernel.linux.OwnDescriptors;
import org.forkshell.kernel.linux.ProcessLimit;
import org.forkshell.kernel.linux.SignalDispositions;
import org.forkshell.machine.Memory;
import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.ProcessMark;
import org.forkshell.posix.Processes;
import org.forkshell.posix.SignalGate;
import org.forkshell.posix.SystemCallException;
import org.forkshell.posix.UnixSocket;
import org.forkshell.process.Signal;
import org.forkshell.wire.Board;
import org.forkshell.wire.EventRecord.Kind;
import org.forkshell.wire.Hazard;
import org.forkshell.wire.Hello;
import org.forkshell.wire.ZygoteCommand;

/**
 * The process from which all programs are forked: it only forks roots, collects them and the
 * orphans that come to it as the nearest subreaper, and ends everything when the console is gone.
 *
 * <p>It is a fork itself. The JVM is loaded and warmed up, forks it, and is its {@link Supervisor}
 * from then on: if one of the two is killed, the other ends all processes. So the zygote has one
 * thread only, and no fork of a program copies a lock that another thread holds.
 */
public final class Zygote {
  /**
   * Set when this JVM is to leave by the front door, which is where it writes its class-data
   * archive.
   */
  private static final String ARCHIVING = "forkshell.archiving";

  /** The variable that names the console's sockets: only this user can read it. */
  private static final String SOCKET = "FORKSHELL_SOCKET";

  private static final ZygoteCommand[] COMMANDS = ZygoteCommand.values();
  private static final int WUNTRACED = 2;
  private static final int SIGKILL = Signal.SIGKILL.number();
  private static final int SIGCHLD = Signal.SIGCHLD.number();
  private static final int SIGCONT = Signal.SIGCONT.number();

  /** How often to look whether the console is in the foreground, where somebody waits for that. */
  private static final int TERMINAL_LOOK_MILLIS = 100;

  private static final int SIGTTIN = Signal.SIGTTIN.number();
  private static final int SIGTTOU = Signal.SIGTTOU.number();
  private static final int SFD_CLOEXEC_NONBLOCK = 0x80800;
  private static final int SIGNALFD_SIGINFO = 128;
  private static final short POLLIN = 1;
  private static final int COMMAND_SIZE = 4200;
  private static final int MARK_DIGITS = 15;

  /** After how many pauses in which nobody has ended the rest is left to the supervisor. */
  private static final int PATIENCE = 50;

  private static final int PAUSE_MILLIS = 10;

  /** Where standard output and error are until this JVM has started. */
  private static final int KEPT_OUTPUT = 3;

  private static final int KEPT_ERROR = 4;

  private final Posix posix;
  private final Processes processes;
  private final Libc libc;
  private final SharedBoard board;
  private final EventSender events;
  private final ProcessLimit limit;
  private final SignalDispositions signals;
  private final ProgramProcess program;
  private final Sockets sockets;
  private final Children children;
  private final ParentDeathSignal deathSignal;
  private final Foreground foreground;
  private final OwnDescriptors own;
  private final GivenDescriptors given;
  private final SignalGate gate;
  private final long pollfds = Posix.allocate(16).address();
  private final long command = Posix.allocate(COMMAND_SIZE).address();
  private final long scratch = Posix.allocate(64).address();
  private final long mask = Posix.allocate(SIGNALFD_SIGINFO).address();
  private final long signal = Posix.allocate(SIGNALFD_SIGINFO).address();
  private final boolean ownsInput;
  private final boolean startsOneRoot;

  /** The process group that was stopped because it is not in the foreground; 0 for none. */
  private int wantsTerminal;

  private int childSignals = -1;
  private boolean inSession;
  private int root;
  private boolean over;
  private int status;

  /** The connections to the console. */
  private record Sockets(int control, int events, int output, int error) {}

  /**
   * Started by the console.
   *
   * @param arguments the name of the lab; where programs get their input from, an ordinal name of
   *     the console's choice: {@code inherited} from this process, with the terminal if it is one,
   *     {@code none}, or {@code prompt}, a pseudo-terminal whose file the console names; the
   *     console's pid
   */
  public static void main(String[] arguments) {
    Posix posix = Posix.load();
    Libc libc = posix.libc();
    takeBack(libc, 1, KEPT_OUTPUT);
    takeBack(libc, 2, KEPT_ERROR);
    Thread.setDefaultUncaughtExceptionHandler((thread, why) -> endUnforeseen(libc, why));
    int console = Integer.parseInt(arguments[2]);
    try {
      Processes processes = new Processes(libc);
      new SignalDispositions(posix).asForTheZygote();
      ParentDeathSignal.wake(libc);
      Sockets sockets = connect(posix, processes, console);
      boolean ended;
      try {
        if (!ProcessMark.bear(libc, mark(arguments[0]))) {
          throw new UnsafeException(Hazard.NO_MARK);
        }
        ended = new Zygote(posix, processes, arguments[1], sockets).run();
      } catch (UnsafeException e) {
        hello(libc, sockets, 1 + e.hazard().ordinal(), 0, 0);
        ended = false;
      } catch (SystemCallException e) {
        refused(libc, sockets, e);
        ended = false;
      }
      if (!ended || !Boolean.getBoolean(ARCHIVING)) {
        // There is nothing to clean up that the kernel does not, and it is quicker.
        libc._exit(ended ? 0 : 1);
      }
      // Writing takes a while, and a JVM that does not come to its end is to have one all the same.
      ParentDeathSignal.kill(libc);
      if (libc.getppid() != console) {
        libc._exit(1);
      }
    } catch (IllegalStateException e) {
      if (libc.getppid() == console) {
        System.err.println("forkshell: " + e.getMessage());
      }
      libc._exit(1);
    }
  }

  /**
   * What nobody foresaw ends this process, be it the supervisor, the zygote or a program's: in one
   * line, not with a stack trace. It names the place only; the console says in the user's language
   * that its processes are gone.
   */
  private static void endUnforeseen(Libc libc, Throwable why) {
    try {
      String what = why.toString().lines().findFirst().orElse("");
      String place = "";
      for (StackTraceElement frame : why.getStackTrace()) {
        if (frame.getClassName().startsWith("org.forkshell.")) {
          place = " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
          break;
        }
      }
      System.err.println("forkshell: " + what + place);
    } finally {
      libc._exit(1);
    }
  }

  private static void takeBack(Libc libc, int standard, int kept) {
    libc.dup2(kept, standard);
    libc.close(kept);
  }

  /** What the console calls the lab ends with a random number in hexadecimal digits. */
  private static long mark(String lab) {
    return Long.parseLong(lab.substring(lab.length() - MARK_DIGITS), 16);
  }

  private Zygote(Posix posix, Processes processes, String input, Sockets sockets) {
    this.posix = posix;
    this.processes = processes;
    this.libc = posix.libc();
    this.sockets = sockets;
    this.signals = new SignalDispositions(posix);
    this.foreground = new Foreground(posix, input.equals("inherited"), processes.getpgrp());
    leaveTheConsolesGroup(input.equals("inherited"));
    this.board = SharedBoard.create(posix);
    this.ownsInput = input.equals("prompt");
    this.startsOneRoot = input.equals("inherited");
    if (ownsInput) {
      openStandardInput();
    }
    this.events = new EventSender(posix, sockets.events());
    this.limit = new ProcessLimit(board.address());
    this.children = new Children(posix);
    this.deathSignal = new ParentDeathSignal(posix);
    this.gate = SignalGate.map(posix);
    Memory memory = mapMemory();
    new ZygoteWarmUp(posix, gate, processes, memory, board).run();
    this.given = GivenDescriptors.receive(posix, sockets.control());
    this.own = new OwnDescriptors(posix, events);
    this.program = new ProgramProcess(posix, gate, processes, memory, board, events, own);
  }

  /** Whoever kills the console's group, as {@code kill -9 %1} does, is not to kill us with it. */
  private void leaveTheConsolesGroup(boolean withTerminal) {
    if (withTerminal) {
      libc.setpgid(0, 0);
    } else {
      libc.setsid();
    }
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

  private static Sockets connect(Posix posix, Processes processes, int console) {
    String name = String.valueOf(System.getenv(SOCKET));
    // A console that was killed while we were starting will never listen.
    UnixSocket sockets = new UnixSocket(posix, console, () -> processes.getppid() == console);
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
      throw new SystemCallException("mmap", posix.errno());
    }
    return new Memory(address);
  }

  /**
   * Forks the zygote and supervises it to its end.
   *
   * @return whether all that it forked have ended
   */
  private boolean run() {
    Supervisor supervisor = new Supervisor(posix, sockets.control(), foreground);
    becomeSubreaper();
    int zygote = processes.fork();
    if (zygote < 0) {
      throw new SystemCallException("fork", posix.errno());
    }
    if (zygote == 0) {
      try {
        prepare();
      } catch (UnsafeException e) {
        hello(libc, sockets, 1 + e.hazard().ordinal(), 0, 0);
        libc._exit(1);
      } catch (SystemCallException e) {
        refused(libc, sockets, e);
        libc._exit(1);
      }
      serve();
      libc._exit(status);
    }
    given.close();
    return supervisor.watch(zygote);
  }

  private void becomeSubreaper() {
    if (libc.prctl(Linux.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0 || !children.areListed()) {
      throw new UnsafeException(Hazard.NO_CHILDREN_LIST);
    }
  }

  /** What a fork does not inherit. */
  private void prepare() {
    ParentDeathSignal.wake(libc);
    becomeSubreaper();
    events.thread(processes.getpid());
    deathSignal.open();
    own.keep(deathSignal.readers());
    // With one thread only, no other can take the signal.
    signals.mask(Linux.SIG_BLOCK, 1L << (SIGCHLD - 1));
    longAt(mask, 1L << (SIGCHLD - 1));
    childSignals = HighDescriptor.move(posix, libc.signalfd(-1, mask, SFD_CLOEXEC_NONBLOCK));
    if (childSignals < 0) {
      throw new SystemCallException("signalfd", posix.errno());
    }
    intAt(board.address() + Board.ZYGOTE, processes.getpid());
    hello(libc, sockets, 0, processes.getpid(), board.fd());
  }

  private static void refused(Libc libc, Sockets sockets, SystemCallException why) {
    hello(libc, sockets, -why.errno(), 0, 0, why.call());
  }

  private static void hello(Libc libc, Sockets sockets, int hazard, int zygote, int board) {
    hello(libc, sockets, hazard, zygote, board, "");
  }

  private static void hello(
      Libc libc, Sockets sockets, int hazard, int zygote, int board, String call) {
    long hello = Posix.allocate(Hello.SIZE).address();
    for (int i = 0; i < Hello.CALL_SIZE; i++) {
      byteAt(hello + Hello.CALL + i, (byte) (i < call.length() ? call.charAt(i) : ' '));
    }
    intAt(hello + Hello.HAZARD, hazard);
    intAt(hello + Hello.ZYGOTE, zygote);
    intAt(hello + Hello.BOARD, board);
    libc.send(sockets.control(), hello, Hello.SIZE, 0);
  }

  private void serve() {
    while (!over) {
      intAt(pollfds, sockets.control());
      intAt(pollfds + 8, childSignals);
      shortAt(pollfds + 4, POLLIN);
      shortAt(pollfds + 12, POLLIN);
      shortAt(pollfds + 6, 0);
      shortAt(pollfds + 14, 0);
      libc.poll(pollfds, 2, wantsTerminal > 0 ? TERMINAL_LOOK_MILLIS : -1);
      libc.read(childSignals, signal, SIGNALFD_SIGINFO);
      if (inSession) {
        giveTerminal();
        collect();
      }
      if (shortAt(pollfds + 6) != 0) {
        obey();
      }
    }
  }

  private void obey() {
    long got = libc.read(sockets.control(), command, COMMAND_SIZE);
    if (got <= 0) {
      // The console is gone, whatever the reason: nothing may outlive it.
      killAll();
      foreground.giveBack();
      over = true;
      return;
    }
    switch (COMMANDS[byteAt(command)]) {
      case START_RELAYED -> start(true);
      case START_RAW -> start(false);
      case KILL_ALL -> killAll();
    }
  }

  private void start(boolean relayed) {
    board.seal(libc);
    asNew();
    intAt(board.address() + Board.LIVE, 1);
    intAt(board.address() + Board.TOTAL, 1);
    intAt(board.address() + Board.EXECUTED_COUNT, 0);
    for (int i = 0; i < Board.EXECUTED_SLOTS; i++) {
      intAt(board.address() + Board.EXECUTED + 4L * i, 0);
    }
    foreground.remember();
    wantsTerminal = 0;
    int child = processes.fork();
    if (child == 0) {
      becomeRoot(relayed);
    }
    if (child > 0) {
      foreground.forked(child);
      // Here as well as in the child: whoever comes first.
      libc.setpgid(child, child);
      deathSignal.concern(child);
    }
    if (startsOneRoot) {
      // Nobody else is to wait for the end of a pipe that only this process keeps open.
      given.close();
    }
    root = child;
    inSession = true;
    events.send(Kind.ROOT_STARTED, 0, child, child < 0 ? posix.errno() : 0, 0);
    if (child < 0) {
      collect();
    }
  }

  /** A program before may have made what all programs share not to wait, F_SETFL of fcntl(2). */
  private void asNew() {
    libc.fcntl(sockets.output(), Linux.F_SETFL, 0);
    libc.fcntl(sockets.error(), Linux.F_SETFL, 0);
    if (ownsInput) {
      libc.fcntl(0, Linux.F_SETFL, 0);
    }
  }

  private void becomeRoot(boolean relayed) {
    // A group of its own: kill(0, …) is for the program's processes, not for its teacher.
    libc.setpgid(0, 0);
    foreground.begin(processes.getpid());
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
    libc.close(childSignals);
    libc.close(sockets.output());
    libc.close(sockets.error());
    libc.close(board.fd());
    deathSignal.disown();
    given.restore(own);
    given.closeOthers(own);
    signals.asForAProgram(gate.waker(), given.ignored());
    program.live(relayed, given.ignored());
  }

  /** Collects all that have ended, and says so; the descendants' orphans come here too. */
  private void collect() {
    while (true) {
      int child = libc.waitpid(-1, scratch, Linux.WNOHANG | WUNTRACED);
      if (child <= 0) {
        if (child < 0 && posix.errno() == Errno.ECHILD && inSession) {
          inSession = false;
          root = 0;
          foreground.giveBack();
          events.send(Kind.ALL_ENDED, 0, 0, 0, 0);
        }
        return;
      }
      int status = intAt(scratch);
      if ((status & 0xFF) == 0x7F) {
        stopped(child, status >> 8 & 0xFF);
      } else {
        reaped(child, status);
      }
    }
  }

  private void stopped(int child, int by) {
    if (by == SIGTTIN || by == SIGTTOU) {
      wantsTerminal = libc.getpgid(child);
      giveTerminal();
    } else if (child == root && foreground.isGivenTo(root)) {
      // There is no job control here: a program stopped from the terminal goes on.
      libc.kill(-root, SIGCONT);
    }
  }

  /** As soon as there is a terminal to give. */
  private void giveTerminal() {
    if (wantsTerminal > 0 && foreground.give(wantsTerminal)) {
      libc.kill(-wantsTerminal, SIGCONT);
      wantsTerminal = 0;
    }
  }

  private void reaped(int child, int status) {
    if (child == root) {
      // Who is left is to be reached by Ctrl-C, which is the console's now.
      foreground.giveBack();
    }
    limit.collected(child, status);
    events.send(Kind.REAPED, 0, child, status, 0);
  }

  /**
   * Ends every process of the session, by pid, generation after generation: orphans become children
   * of this process. If some of them cannot be ended, this process ends, and the supervisor sees to
   * the rest.
   */
  private void killAll() {
    if (root > 0) {
      libc.kill(-root, SIGKILL);
    }
    for (int idle = 0; idle < PATIENCE; idle++) {
      children.signalAll(SIGKILL);
      int child;
      while ((child = libc.waitpid(-1, scratch, Linux.WNOHANG)) > 0) {
        reaped(child, intAt(scratch));
        idle = 0;
      }
      if (child < 0) {
        collect();
        return;
      }
      intAt(pollfds, childSignals);
      libc.poll(pollfds, 1, PAUSE_MILLIS);
      libc.read(childSignals, signal, SIGNALFD_SIGINFO);
    }
    status = 1;
    over = true;
  }
}
