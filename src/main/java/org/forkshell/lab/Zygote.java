package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.shortAt;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Linux;
import org.forkshell.kernel.linux.EventSender;
import org.forkshell.kernel.linux.OwnDescriptors;
import org.forkshell.kernel.linux.ProcessLimit;
import org.forkshell.kernel.linux.SignalDispositions;
import org.forkshell.machine.Memory;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.posix.ProcessMark;
import org.forkshell.posix.Processes;
import org.forkshell.posix.SignalGate;
import org.forkshell.posix.SystemCallException;
import org.forkshell.wire.Board;
import org.forkshell.wire.EventRecord.Kind;
import org.forkshell.wire.Hazard;
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
  private static final ZygoteCommand[] COMMANDS = ZygoteCommand.values();

  /** How often to look whether the console is in the foreground, where somebody waits for that. */
  private static final int TERMINAL_LOOK_MILLIS = 100;

  private static final short POLLIN = 1;
  private static final int COMMAND_SIZE = 4200;
  private static final int MARK_DIGITS = 15;

  /** Where standard output and error are until this JVM has started. */
  private static final int KEPT_OUTPUT = 3;

  private static final int KEPT_ERROR = 4;

  private final Posix posix;
  private final Processes processes;
  private final Libc libc;
  private final SharedBoard board;
  private final EventSender events;
  private final SignalDispositions signals;
  private final ProgramProcess program;
  private final ConsoleConnection console;
  private final Reaper reaper;
  private final ParentDeathSignal deathSignal;
  private final Foreground foreground;
  private final OwnDescriptors own;
  private final GivenDescriptors given;
  private final SignalGate gate;
  private final long pollfds = Posix.allocate(16).address();
  private final long command = Posix.allocate(COMMAND_SIZE).address();
  private final boolean ownsInput;
  private final boolean startsOneRoot;

  private boolean over;
  private int status;

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
      ConsoleConnection connection = ConsoleConnection.connect(posix, processes, console);
      boolean ended;
      try {
        if (!ProcessMark.bear(libc, mark(arguments[0]))) {
          throw new UnsafeException(Hazard.NO_MARK);
        }
        ended = new Zygote(posix, processes, arguments[1], connection).run();
      } catch (UnsafeException e) {
        connection.refuse(e.hazard());
        ended = false;
      } catch (SystemCallException e) {
        connection.refuse(e);
        ended = false;
      }
      // There is nothing to clean up that the kernel does not, and it is quicker.
      libc._exit(ended ? 0 : 1);
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

  private Zygote(Posix posix, Processes processes, String input, ConsoleConnection console) {
    this.posix = posix;
    this.processes = processes;
    this.libc = posix.libc();
    this.console = console;
    this.signals = new SignalDispositions(posix);
    this.foreground = new Foreground(posix, input.equals("inherited"), processes.getpgrp());
    leaveTheConsolesGroup(input.equals("inherited"));
    this.board = SharedBoard.create(posix);
    this.ownsInput = input.equals("prompt");
    this.startsOneRoot = input.equals("inherited");
    if (ownsInput) {
      console.openStandardInput();
    }
    this.events = new EventSender(posix, console.events());
    this.reaper = new Reaper(posix, foreground, events, new ProcessLimit(board.address()));
    this.deathSignal = new ParentDeathSignal(posix);
    this.gate = SignalGate.map(posix);
    Memory memory = mapMemory();
    MachineCodeRoom machineCode = new MachineCodeRoom(posix, memory);
    new ZygoteWarmUp(posix, gate, processes, memory, machineCode, board).run();
    this.given = GivenDescriptors.receive(posix, console.control());
    this.own = new OwnDescriptors(posix, events);
    this.program =
        new ProgramProcess(posix, gate, processes, memory, machineCode, board, events, own);
  }

  /** Whoever kills the console's group, as {@code kill -9 %1} does, is not to kill us with it. */
  private void leaveTheConsolesGroup(boolean withTerminal) {
    if (withTerminal) {
      libc.setpgid(0, 0);
    } else {
      libc.setsid();
    }
  }

  private Memory mapMemory() {
    posix.mapAt(AddressSpace.ORIGIN, AddressSpace.SIZE, Linux.PROT_READ_WRITE);
    return new Memory(AddressSpace.ORIGIN);
  }

  /**
   * Forks the zygote and supervises it to its end.
   *
   * @return whether all that it forked have ended
   */
  private boolean run() {
    Supervisor supervisor = new Supervisor(posix, console.control(), foreground);
    becomeSubreaper();
    int zygote = processes.fork();
    if (zygote < 0) {
      throw new SystemCallException("fork", posix.errno());
    }
    if (zygote == 0) {
      try {
        prepare();
      } catch (UnsafeException e) {
        console.refuse(e.hazard());
        libc._exit(1);
      } catch (SystemCallException e) {
        console.refuse(e);
        libc._exit(1);
      }
      serve();
      libc._exit(status);
    }
    given.close();
    return supervisor.watch(zygote);
  }

  private void becomeSubreaper() {
    if (libc.prctl(Linux.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0 || !reaper.canEndAll()) {
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
    reaper.open(signals);
    intAt(board.address() + Board.ZYGOTE, processes.getpid());
    console.hello(processes.getpid(), board.fd());
  }

  private void serve() {
    while (!over) {
      intAt(pollfds, console.control());
      intAt(pollfds + 8, reaper.childSignals());
      shortAt(pollfds + 4, POLLIN);
      shortAt(pollfds + 12, POLLIN);
      shortAt(pollfds + 6, 0);
      shortAt(pollfds + 14, 0);
      libc.poll(pollfds, 2, reaper.isTerminalWanted() ? TERMINAL_LOOK_MILLIS : -1);
      reaper.look();
      if (shortAt(pollfds + 6) != 0) {
        obey();
      }
    }
  }

  private void obey() {
    long got = libc.read(console.control(), command, COMMAND_SIZE);
    if (got <= 0) {
      // The console is gone, whatever the reason: nothing may outlive it.
      endAll();
      foreground.giveBack();
      over = true;
      return;
    }
    switch (COMMANDS[byteAt(command)]) {
      case START_RELAYED -> start(true);
      case START_RAW -> start(false);
      case KILL_ALL -> endAll();
    }
  }

  /** If some cannot be ended, this process ends, and the supervisor sees to the rest. */
  private void endAll() {
    if (!reaper.killAll()) {
      status = 1;
      over = true;
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
    reaper.begin(child);
    events.send(Kind.ROOT_STARTED, 0, child, child < 0 ? posix.errno() : 0, 0);
    if (child < 0) {
      reaper.collect();
    }
  }

  /** A program before may have made what all programs share not to wait, F_SETFL of fcntl(2). */
  private void asNew() {
    libc.fcntl(console.output(), Linux.F_SETFL, 0);
    libc.fcntl(console.error(), Linux.F_SETFL, 0);
    if (ownsInput) {
      libc.fcntl(0, Linux.F_SETFL, 0);
    }
  }

  private void becomeRoot(boolean relayed) {
    // A group of its own: kill(0, …) is for the program's processes, not for its teacher.
    libc.setpgid(0, 0);
    foreground.begin(processes.getpid());
    if (relayed) {
      libc.dup2(console.output(), 1);
      libc.dup2(console.error(), 2);
    }
    if (byteAt(command + 1) != 0) {
      int input = libc.open(command + 1, 0, 0);
      libc.dup2(input, 0);
      libc.close(input);
    }
    libc.close(console.control());
    libc.close(reaper.childSignals());
    libc.close(console.output());
    libc.close(console.error());
    libc.close(board.fd());
    deathSignal.disown();
    given.restore(own);
    given.closeOthers(own);
    signals.asForAProgram(gate.waker(), given.ignored());
    program.live(relayed, given.ignored());
  }
}
