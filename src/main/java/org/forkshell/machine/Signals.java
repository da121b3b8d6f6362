package org.forkshell.machine;

/** What strsignal(3) says of the signals of Linux. */
final class Signals {
  /** The first and last signal without a meaning of its own. */
  static final int REAL_TIME = 34;

  static final int LAST = 64;

  private static final String[] MESSAGES = {
    "",
    "Hangup",
    "Interrupt",
    "Quit",
    "Illegal instruction",
    "Trace/breakpoint trap",
    "Aborted",
    "Bus error",
    "Floating point exception",
    "Killed",
    "User defined signal 1",
    "Segmentation fault",
    "User defined signal 2",
    "Broken pipe",
    "Alarm clock",
    "Terminated",
    "Stack fault",
    "Child exited",
    "Continued",
    "Stopped (signal)",
    "Stopped",
    "Stopped (tty input)",
    "Stopped (tty output)",
    "Urgent I/O condition",
    "CPU time limit exceeded",
    "File size limit exceeded",
    "Virtual timer expired",
    "Profiling timer expired",
    "Window changed",
    "I/O possible",
    "Power failure",
    "Bad system call"
  };

  private Signals() {}

  /** Empty for a number that is no signal, and for the real-time signals. */
  static String message(int number) {
    return number > 0 && number < MESSAGES.length ? MESSAGES[number] : "";
  }
}
