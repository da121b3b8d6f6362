package org.forkshell.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.forkshell.posix.Libc;

/**
 * The processes of a lab whose zygote is gone. They are found by their command line, which a forked
 * process keeps and in which the name of the lab stands.
 */
final class Survivors {
  private static final int SIGKILL = 9;
  private static final int ROUNDS = 1000;

  private final Libc libc;
  private final String lab;

  Survivors(Libc libc, String lab) {
    this.libc = libc;
    this.lab = lab;
  }

  /** Ends them all, also those that they are forking just now. */
  void end() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> pids = find();
      if (pids.isEmpty()) {
        return;
      }
      pids.forEach(pid -> libc.kill(pid, SIGKILL));
    }
  }

  private List<Integer> find() {
    try (Stream<Path> files = Files.list(Path.of("/proc"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .filter(this::isOfTheLab)
          .map(Integer::valueOf)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private boolean isOfTheLab(String pid) {
    try {
      Path line = Path.of("/proc", pid, "cmdline");
      return Files.readString(line, StandardCharsets.ISO_8859_1).contains('\0' + lab + '\0');
    } catch (IOException gone) {
      return false;
    }
  }
}
