package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.forkshell.cli.ProcessTable;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;
import org.forkshell.process.SystemClock;
import org.junit.jupiter.api.Test;

/**
 * Somebody else on the machine watches the processes and the sockets, binds every name that he sees
 * on a command line and connects to every name that somebody listens at: labs start all the same,
 * and talk to nobody but their own console.
 */
class StrangersTest {
  private static final int AF_UNIX = 1;
  private static final int[] TYPES = {1, 5};
  private static final int STARTS = 8;

  private final Libc libc = Posix.load().libc();
  private final Set<String> bound = new HashSet<>();
  private final Set<Integer> descriptors = new HashSet<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean over;

  @Test
  void labStartsThoughAStrangerBindsAndConnectsToAllThatHeSees() throws Exception {
    Thread stranger = new Thread(this::hijack, "stranger");
    stranger.start();
    try {
      for (int i = 0; i < STARTS; i++) {
        try (Lab lab = Lab.start(LabCommand.here(), Lab.Input.NONE, new SystemClock())) {
          assertThat(lab.isAlive()).isTrue();
        }
      }
    } finally {
      over = true;
      stranger.join();
      descriptors.forEach(libc::close);
    }
    // Or the test has tried nothing.
    assertThat(bound).isNotEmpty();
    assertThat(connections).hasPositiveValue();
  }

  private void hijack() {
    while (!over) {
      for (int pid : ProcessTable.all()) {
        for (String word : ProcessTable.commandLine(pid)) {
          if (word.startsWith("forkshell-") && bound.add(word)) {
            for (int type : TYPES) {
              listen(word + "-" + type, type);
            }
          }
        }
      }
      connectToAll();
    }
  }

  private void listen(String name, int type) {
    int fd = libc.socket(AF_UNIX, type, 0);
    Posix.Native address = address(name);
    libc.bind(fd, address.address(), address.buffer().capacity());
    libc.listen(fd, 8);
    descriptors.add(fd);
  }

  private void connectToAll() {
    try {
      for (String line :
          Files.readAllLines(Path.of("/proc/net/unix"), StandardCharsets.ISO_8859_1)) {
        int name = line.indexOf("@forkshell-");
        if (name >= 0 && bound.stream().noneMatch(line::contains)) {
          for (int type : TYPES) {
            int nonblocking = 0x800;
            int fd = libc.socket(AF_UNIX, type | nonblocking, 0);
            Posix.Native address = address(line.substring(name + 1));
            if (libc.connect(fd, address.address(), address.buffer().capacity()) == 0) {
              connections.incrementAndGet();
            }
            libc.close(fd);
          }
        }
      }
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  /** struct sockaddr_un in the abstract name space. */
  private static Posix.Native address(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    Posix.Native address = Posix.allocate(3 + bytes.length);
    address.buffer().put(0, (byte) AF_UNIX).put(3, bytes);
    return address;
  }
}
