package org.forkshell.lesson;

import org.forkshell.process.Event;
import org.forkshell.process.ProcessName;

/**
 * Something that a lesson may name: an event, or what follows from several.
 *
 * @param pid the process that it is about
 * @param other the other process of a birth, the parent, or of a fork or wait, the child; else 0
 * @param cause the event that brought it about; another process may have sent it
 * @param detail what tells it from others of its kind: the text written, an exit status, a signal
 */
public record Happening(
    Kind kind, int pid, ProcessName name, int other, Event cause, String detail) {
  /** The words of lesson files. */
  public enum Kind {
    /** A process begins. */
    BIRTH("birth"),
    /** fork has returned in the parent. */
    FORK("fork"),
    REFUSED_FORK("refused fork"),
    /** Bytes left the process. */
    OUTPUT("output"),
    /** stdio wrote its buffer; the detail is why. */
    FLUSH("flush"),
    /** A call has to wait; the detail names it. */
    BLOCK("block"),
    /** wait or waitpid has returned. */
    WAIT("wait"),
    /** The process asks to become another program. */
    EXEC("exec"),
    /** The process ends by exit or return; the detail is the status. */
    EXIT("exit"),
    /** The process ends by a signal; the detail names it. */
    DEATH("death"),
    /** The process's parent has ended before it. */
    ORPHAN("orphan"),
    /** The process has ended and nobody is waiting for it, though its parent is there. */
    ZOMBIE("zombie"),
    /** The process has ended in any way. */
    END("end");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** How lesson files spell it. */
    public String word() {
      return word;
    }
  }
}
