package org.forkshell.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who else has what a process has at an address, /proc/PID/maps of proc(5). */
final class MemoryMap {
  private static final int PATH = 5;

  /** How the kernel calls memory of MAP_SHARED with MAP_ANONYMOUS. */
  private static final String NAMELESS = "/dev/zero (deleted)";

  private MemoryMap() {}

  static Inspector.Sharing sharing(int pid, long address) {
    try {
      for (String line :
          Files.readAllLines(Path.of("/proc", pid + "", "maps"), StandardCharsets.ISO_8859_1)) {
        // 400000000000-400000010000 rw-s 00000000 00:01 4711 /dev/zero (deleted)
        String[] words = line.split(" +", PATH + 1);
        int dash = words[0].indexOf('-');
        if (address >= Long.parseUnsignedLong(words[0].substring(0, dash), 16)
            && address < Long.parseUnsignedLong(words[0].substring(dash + 1), 16)) {
          boolean isNameless = words.length > PATH && words[PATH].equals(NAMELESS);
          return !words[1].endsWith("s")
              ? Inspector.Sharing.NOBODY
              : isNameless ? Inspector.Sharing.RELATIVES : Inspector.Sharing.ANYBODY;
        }
      }
    } catch (IOException gone) {
      return Inspector.Sharing.ANYBODY;
    }
    return Inspector.Sharing.NOBODY;
  }
}
