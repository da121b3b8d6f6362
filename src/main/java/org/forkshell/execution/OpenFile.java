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
    return of(pid, descriptor).startsWith("pipe:");
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
   * Whether a descriptor is open for reading or for writing, by fdinfo of proc(5).
   *
   * @param access O_RDONLY or O_WRONLY
   */
  static boolean isOpenFor(int pid, int descriptor, int access) {
    try {
      Path info = Path.of("/proc", pid + "", "fdinfo", descriptor + "");
      return Files.readAllLines(info).stream()
          .filter(line -> line.startsWith(FLAGS))
          .mapToInt(line -> Integer.parseInt(line.substring(FLAGS.length()).strip(), 8))
          .map(flags -> flags & Linux.O_ACCMODE)
          .anyMatch(mode -> mode == access || mode == Linux.O_RDWR);
    } catch (IOException closed) {
      return false;
    }
  }
}
