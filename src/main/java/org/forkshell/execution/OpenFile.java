package org.forkshell.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.forkshell.abi.Linux;

/** What a descriptor of a process leads to, /proc/PID/fd of proc(5). */
final class OpenFile {
  private static final String FLAGS = "flags:";

  private OpenFile() {}

  /**
   * The file's path, or {@code pipe:[4711]} and the like; empty for a descriptor that is closed.
   */
  static String of(int pid, int descriptor) {
    try {
      return Files.readSymbolicLink(
              Path.of("/proc", String.valueOf(pid), "fd", String.valueOf(descriptor)))
          .toString();
    } catch (IOException closed) {
      return "";
    }
  }

  static boolean isPipe(int pid, int descriptor) {
    return isPipe(of(pid, descriptor));
  }

  static boolean isPipe(String file) {
    return file.startsWith("pipe:");
  }

  /** The descriptors that a process has open; empty for one that is gone. */
  static List<Integer> descriptors(int pid) {
    try (Stream<Path> all = Files.list(Path.of("/proc", pid + "", "fd"))) {
      return all.map(fd -> Integer.valueOf(fd.getFileName().toString())).sorted().toList();
    } catch (IOException | UncheckedIOException gone) {
      return List.of();
    }
  }

  /**
   * What a descriptor is open for, by fdinfo of proc(5): O_RDONLY, O_WRONLY or O_RDWR; another
   * number for one that is closed.
   */
  static int access(int pid, int descriptor) {
    try {
      Path info = Path.of("/proc", pid + "", "fdinfo", descriptor + "");
      return Files.readAllLines(info).stream()
          .filter(line -> line.startsWith(FLAGS))
          .mapToInt(line -> Integer.parseInt(line.substring(FLAGS.length()).strip(), 8))
          .map(flags -> flags & Linux.O_ACCMODE)
          .findFirst()
          .orElse(Linux.O_ACCMODE);
    } catch (IOException closed) {
      return Linux.O_ACCMODE;
    }
  }
}
