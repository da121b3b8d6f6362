package org.forkshell.execution;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.forkshell.posix.SocketDiagnosis;
import org.forkshell.posix.SocketDiagnosis.UnixEnd;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel tells of a socket that a process has open: of the Unix domain by sock_diag(7), of
 * the Internet's by /proc/PID/net of proc(5).
 *
 * @param local the path, or the host and port, that it can be reached at; empty for none
 * @param remote the host and port that it is connected to; empty for none, and in the Unix domain
 * @param isConnected whether what comes can come from one other end only
 * @param peers the inodes of the other ends that are on this machine; 0 is that of a connection
 *     that nobody has accepted
 */
record OpenSocket(
    boolean isDatagram, String local, String remote, boolean isConnected, Set<Long> peers) {
  private static final String PREFIX = "socket:[";
  private static final List<String> STREAMS = List.of("tcp", "tcp6");
  private static final List<String> DATAGRAMS = List.of("udp", "udp6");

  /** A socket; null for what is none, or of which the kernel does not tell. */
  static @Nullable OpenSocket of(int pid, int descriptor, SocketDiagnosis diagnosis) {
    String file = OpenFile.of(pid, descriptor);
    if (!isSocket(file)) {
      return null;
    }
    long inode = Long.parseLong(file.substring(PREFIX.length(), file.length() - 1));
    UnixEnd end = diagnosis.find(inode);
    if (end != null) {
      return new OpenSocket(
          end.isDatagram(),
          end.name(),
          "",
          end.isConnected(),
          end.isConnected() ? Set.of(end.peer()) : Set.of());
    }
    OpenSocket stream = find(inode, InternetEnd.read(pid, STREAMS), false);
    return stream == null ? find(inode, InternetEnd.read(pid, DATAGRAMS), true) : stream;
  }

  static boolean isSocket(String file) {
    return file.startsWith(PREFIX);
  }

  /** What the link of a descriptor to the socket with that inode says. */
  static String file(long inode) {
    return PREFIX + inode + "]";
  }

  private static @Nullable OpenSocket find(long inode, List<InternetEnd> all, boolean isDatagram) {
    for (InternetEnd end : all) {
      if (end.inode() == inode) {
        Set<Long> peers = new LinkedHashSet<>();
        if (end.isConnected()) {
          all.stream().filter(end::isOtherEnd).forEach(other -> peers.add(other.inode()));
        }
        return new OpenSocket(
            isDatagram,
            end.local(),
            end.isConnected() ? end.remote() : "",
            end.isConnected(),
            peers);
      }
    }
    return null;
  }

  /**
   * A line of /proc/net/tcp and its like.
   *
   * @param local {@code 127.0.0.1:80}
   * @param remote the same of the other side; its port is 0 where there is none
   */
  private record InternetEnd(String local, String remote, long inode) {
    // sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode …
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int INODE = 9;

    private static final int IPV4 = 4;
    private static final int IPV6 = 16;
    private static final String NOBODY = ":0";

    static List<InternetEnd> read(int pid, List<String> tables) {
      List<InternetEnd> ends = new ArrayList<>();
      for (String table : tables) {
        List<String> lines;
        try {
          lines = Files.readAllLines(Path.of("/proc", pid + "", "net", table));
        } catch (IOException none) {
          continue;
        }
        for (String line : lines) {
          String[] words = line.strip().split("\\s+");
          // The first line is the table's head.
          if (words.length > INODE && words[LOCAL].contains(":")) {
            ends.add(
                new InternetEnd(
                    address(words[LOCAL]), address(words[REMOTE]), Long.parseLong(words[INODE])));
          }
        }
      }
      return ends;
    }

    boolean isConnected() {
      return !remote.endsWith(NOBODY);
    }

    boolean isOtherEnd(InternetEnd other) {
      return local.equals(other.remote) && remote.equals(other.local);
    }

    /** {@code 0100007F:0050}: words of 32 bits in this machine's order, and the port. */
    private static String address(String text) {
      int colon = text.indexOf(':');
      byte[] bytes = new byte[colon / 2];
      if (bytes.length != IPV4 && bytes.length != IPV6) {
        return text;
      }
      ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
      for (int at = 0; at < colon; at += 8) {
        words.putInt(Integer.parseUnsignedInt(text.substring(at, at + 8), 16));
      }
      return SocketAddress.internet(words.array(), Integer.parseInt(text.substring(colon + 1), 16));
    }
  }
}
