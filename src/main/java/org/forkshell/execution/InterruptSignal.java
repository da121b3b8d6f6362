package org.forkshell.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.forkshell.posix.Posix;
import org.forkshell.process.Signal;

/** SIGINT, as far as this process is concerned. */
public final class InterruptSignal {
  private static final String IGNORED = "SigIgn:";

  /** struct sigaction of glibc on 64 bits; all zero means SIG_DFL. */
  private static final int SIGACTION = 152;

  private InterruptSignal() {}

  /**
   * Has it no longer ignored, which it is from the start in a background job of a script. A JVM
   * would leave it so whatever handler it is given, but whoever sits at a prompt may interrupt it;
   * a shell does the same.
   */
  public static void hear() {
    if (isIgnored()) {
      Posix.load().libc().sigaction(Signal.SIGINT.number(), Posix.allocate(SIGACTION).address(), 0);
    }
  }

  private static boolean isIgnored() {
    try {
      return Files.readString(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1)
          .lines()
          .filter(line -> line.startsWith(IGNORED))
          .map(line -> Long.parseUnsignedLong(line.substring(IGNORED.length()).strip(), 16))
          .anyMatch(mask -> (mask >> (Signal.SIGINT.number() - 1) & 1) != 0);
    } catch (IOException noProc) {
      return false;
    }
  }
}
