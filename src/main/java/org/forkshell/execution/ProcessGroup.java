package org.forkshell.execution;

import java.util.List;
import java.util.function.IntPredicate;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.process.Signal;

/** This process's group, which to a shell is a job. */
public final class ProcessGroup {
  private final Libc libc;
  private final int group;

  ProcessGroup(Posix posix) {
    this.libc = posix.libc();
    this.group = libc.getpgrp();
  }

  /** Stops all of it, unless nobody could let it go on. */
  public static void stopOurs() {
    ProcessGroup ours = new ProcessGroup(Posix.load());
    if (!ours.isOrphaned()) {
      ours.stop();
    }
  }

  /**
   * Whether it is an orphaned process group, POSIX 3.264: no member has a parent in the same
   * session and another group, which could let it go on. Of such a one the kernel stops nobody for
   * Ctrl-Z.
   */
  boolean isOrphaned() {
    return members(pid -> true).stream().noneMatch(this::hasParentOutside);
  }

  private boolean hasParentOutside(int pid) {
    int parent = ProcessStatus.read(pid).map(ProcessStatus::parent).orElse(0);
    return parent != 0 && libc.getpgid(parent) != group && libc.getsid(parent) == libc.getsid(pid);
  }

  private List<Integer> members(IntPredicate which) {
    return ProcessHandle.allProcesses()
        .map(process -> (int) process.pid())
        .filter(pid -> libc.getpgid(pid) == group)
        .filter(which::test)
        .toList();
  }

  /**
   * Stops all of it until somebody lets it go on, as the key does where it makes a signal: a shell
   * takes the terminal back when all of a job has stopped. This process is the last.
   */
  void stop() {
    int self = (int) ProcessHandle.current().pid();
    members(pid -> pid != self).forEach(pid -> libc.kill(pid, Signal.SIGTSTP.number()));
    // Not kill(2): any thread may take that signal, and this one would go on for a while.
    libc.raise(Signal.SIGSTOP.number());
  }
}
