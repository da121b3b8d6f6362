package org.forkshell.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.IntPredicate;
import org.forkshell.abi.Cpu;
import org.jspecify.annotations.Nullable;

/**
 * Whether a process waits for input from a terminal, by the kernel's word: an exec'd program does
 * not tell. /proc/PID/syscall of proc(5) says in which call it is and with which arguments.
 */
final class TerminalReads {
  private static final boolean IS_ARM = Cpu.CURRENT == Cpu.AARCH64;
  private static final int READ = IS_ARM ? 63 : 0;

  /** pselect and ppoll, and on x86-64 select and poll too: who edits lines waits in one of them. */
  private static final Set<Integer> WAITS = IS_ARM ? Set.of(72, 73) : Set.of(7, 23, 270, 271);

  private static final Set<Integer> POLLS = IS_ARM ? Set.of(73) : Set.of(7, 271);
  private static final String TURNS = "voluntary_ctxt_switches:";

  private final String terminal;

  /**
   * @param terminal the file that it is
   */
  TerminalReads(String terminal) {
    this.terminal = terminal;
  }

  /**
   * The process that reads, {@code pid} or a descendant of it; 0 for none.
   *
   * @param isForeign who is not looked at, nor are its children
   */
  int reader(int pid, IntPredicate isForeign) {
    if (reads(pid)) {
      return pid;
    }
    for (String child : text(pid, "task/" + pid + "/children").split(" ")) {
      int descendant = child.isBlank() ? 0 : Integer.parseInt(child.strip());
      int found = descendant == 0 || isForeign.test(descendant) ? 0 : reader(descendant, isForeign);
      if (found != 0) {
        return found;
      }
    }
    return 0;
  }

  private boolean reads(int pid) {
    String[] call = text(pid, "syscall").strip().split(" ");
    if (call.length < 3 || call[0].equals("-1")) {
      return false;
    }
    int number = Integer.parseInt(call[0]);
    if (number == READ) {
      return isTerminal(pid, Long.decode(call[1]));
    }
    // How many files select(2) looks at stands first, for poll(2) second.
    return WAITS.contains(number)
        && Long.decode(call[POLLS.contains(number) ? 2 : 1]) > 0
        && isTerminal(pid, 0);
  }

  private boolean isTerminal(int pid, long fd) {
    try {
      Path file = Files.readSymbolicLink(Path.of("/proc", pid + "", "fd", fd + ""));
      return file.toString().equals(terminal);
    } catch (IOException gone) {
      return false;
    }
  }

  /** How often a process has waited for something. */
  static long turns(int pid) {
    @Nullable String line =
        text(pid, "status").lines().filter(l -> l.startsWith(TURNS)).findFirst().orElse(null);
    return line == null ? 0 : Long.parseLong(line.substring(TURNS.length()).strip());
  }

  private static String text(int pid, String file) {
    try {
      return Files.readString(Path.of("/proc", pid + "", file), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }
}
