package org.forkshell.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.EnumSet;
import org.forkshell.process.MonotonicClock;
import org.jline.nativ.CLibrary;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.spi.Pty;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingReader;

/**
 * The terminal that this process has, in one mode from the beginning to the end: keys come one by
 * one, without echo, and none makes a signal. JLine would change the mode before and after each
 * line, and a key that came in between would mean something else. What it asks for instead tells
 * the {@link Keyboard} whether a line is being edited.
 */
final class SystemTerminal extends PosixSysTerminal {
  private static final int STDIN = 0;

  private final Attributes found;
  private final Keyboard keyboard;
  private final NonBlockingReader keys;
  private int borrowers;
  private boolean edited;

  /**
   * The terminal as it is to be used here.
   *
   * @param terminal as JLine found it; where it cannot move its cursor it is left alone
   * @param encoding how characters are written
   * @param clock by which a read gives up
   */
  static Terminal of(Terminal terminal, Charset encoding, MonotonicClock clock) throws IOException {
    return terminal instanceof AbstractPosixTerminal posix && !isDumb(terminal)
        ? new SystemTerminal(
            terminal.getName(), terminal.getType(), posix.getPty(), encoding, clock)
        : terminal;
  }

  /** Whether a terminal cannot even move its cursor: then it does its own echo and editing. */
  static boolean isDumb(Terminal terminal) {
    String type = terminal.getType();
    return type == null || type.startsWith(Terminal.TYPE_DUMB);
  }

  private SystemTerminal(String name, String type, Pty pty, Charset encoding, MonotonicClock clock)
      throws IOException {
    super(name, type, pty, encoding, true, SignalHandler.SIG_DFL);
    this.found = pty.getAttr();
    this.keyboard =
        new Keyboard(
            // Not JLine's stream, which reads again and again where there is nothing.
            new FileInputStream(FileDescriptor.in),
            () -> CLibrary.isatty(STDIN) == 1,
            new Keyboard.Controls(
                found.getControlChar(ControlChar.VINTR),
                found.getControlChar(ControlChar.VSUSP),
                found.getControlChar(ControlChar.VQUIT)),
            clock);
    this.keys = NonBlocking.nonBlocking(name, keyboard, encoding);
    apply();
    // Who lets us go on may have used the terminal since.
    handle(Signal.CONT, signal -> {});
  }

  Keyboard keyboard() {
    return keyboard;
  }

  /** Sets what Ctrl-C does while lines are executed, and the signal that somebody else may send. */
  void onInterrupt(Runnable action) {
    keyboard.onInterrupt(action);
    handle(Signal.INT, signal -> keyboard.interrupt());
  }

  /** The same for Ctrl-Z; meanwhile the terminal is as it was found. */
  void onSuspend(Runnable action) {
    keyboard.onSuspend(() -> suspend(action));
    handle(Signal.TSTP, signal -> suspend(action));
  }

  /** Sets what is done when the terminal is gone while lines are executed. */
  void onHangup(Runnable action) {
    keyboard.onHangup(action);
  }

  /** Does what Ctrl-Z does. */
  void suspend(Runnable action) {
    release();
    try {
      action.run();
    } finally {
      retake();
    }
  }

  /** Puts the terminal into the mode in which it is used here, unless it is somebody else's. */
  private synchronized void apply() {
    if (borrowers > 0) {
      return;
    }
    Attributes own = new Attributes(found);
    own.setLocalFlags(
        EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN, LocalFlag.ISIG), false);
    if (edited) {
      // Ctrl-S and Ctrl-Q hold output back while lines are executed; the editor knows them as keys.
      own.setInputFlag(InputFlag.IXON, false);
    }
    // A read waits for a tenth of a second: it cannot be called back.
    own.setControlChar(ControlChar.VMIN, 0);
    own.setControlChar(ControlChar.VTIME, 1);
    super.setAttributes(own);
  }

  /** Gives the terminal to somebody else, as it was found; {@link #retake} ends that. */
  synchronized void release() {
    if (borrowers++ == 0) {
      keyboard.lent(true);
      super.setAttributes(found);
    }
  }

  synchronized void retake() {
    if (--borrowers == 0) {
      apply();
      keyboard.lent(false);
    }
  }

  private void edited(boolean now) {
    synchronized (this) {
      edited = now;
      apply();
    }
    keyboard.edited(now);
  }

  /** JLine begins to edit a line. */
  @Override
  public Attributes enterRawMode() {
    edited(true);
    return new Attributes(found);
  }

  /** JLine has edited a line. */
  @Override
  public void setAttributes(Attributes before) {
    edited(false);
  }

  @Override
  public void raise(Signal signal) {
    if (signal == Signal.CONT) {
      apply();
    }
    super.raise(signal);
  }

  @Override
  public NonBlockingReader reader() {
    return keys;
  }

  @Override
  protected void doClose() throws IOException {
    keyboard.close();
    synchronized (this) {
      borrowers++;
    }
    super.doClose();
  }
}
