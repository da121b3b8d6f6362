package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.add;
import static org.forkshell.machine.RawMemory.exchange;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.sharedIntAt;

import org.forkshell.wire.Board;

/**
 * How many processes a session may have, counted on the board by all of them. A process that exits
 * takes itself off; one that was ended by a signal, or that called execve, is taken off by whoever
 * collects it.
 */
public final class ProcessLimit {
  private final long board;

  public ProcessLimit(long board) {
    this.board = board;
  }

  /** Counts one more process, unless there are too many. */
  boolean tryAdd() {
    if (add(board + Board.LIVE, 1) >= intAt(board + Board.LIVE_LIMIT)) {
      add(board + Board.LIVE, -1);
      return false;
    }
    if (add(board + Board.TOTAL, 1) >= intAt(board + Board.TOTAL_LIMIT)) {
      takeBack();
      return false;
    }
    return true;
  }

  /** The process that was counted did not come to be. */
  void takeBack() {
    add(board + Board.LIVE, -1);
    add(board + Board.TOTAL, -1);
  }

  int limit() {
    return intAt(board + Board.LIVE_LIMIT);
  }

  /**
   * This process is about to exit.
   *
   * @param unwatched whether the kernel will forget it at once, because its parent ignores SIGCHLD
   */
  void exiting(boolean unwatched) {
    add(board + Board.LIVE, -1);
    if (unwatched) {
      add(board + Board.TOTAL, -1);
    }
  }

  /** This process is about to call execve. */
  void executing(int pid) {
    intAt(board + Board.STRANGERS, 1);
    for (int i = 0; i < Board.EXECUTED_SLOTS; i++) {
      if (exchange(board + Board.EXECUTED + 4L * i, 0, pid)) {
        add(board + Board.EXECUTED_COUNT, 1);
        return;
      }
    }
  }

  /** A child of this process was collected, or execve failed and {@code status} is -1. */
  public void collected(int pid, int status) {
    boolean executed = sharedIntAt(board + Board.EXECUTED_COUNT) > 0 && forget(pid);
    if (status == -1) {
      return;
    }
    add(board + Board.TOTAL, -1);
    if (executed || isSignal(status)) {
      add(board + Board.LIVE, -1);
    }
  }

  private boolean forget(int pid) {
    for (int i = 0; i < Board.EXECUTED_SLOTS; i++) {
      if (exchange(board + Board.EXECUTED + 4L * i, pid, 0)) {
        add(board + Board.EXECUTED_COUNT, -1);
        return true;
      }
    }
    return false;
  }

  /** WIFSIGNALED. */
  private static boolean isSignal(int status) {
    return (status & 0x7F) != 0 && (status & 0x7F) != 0x7F;
  }
}
