package org.forkshell.execution;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Addresses of sockets as people write them: {@code 127.0.0.1:80}, a path, {@code @name}. */
final class SocketAddress {
  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int FAMILY = 2;
  private static final int MOST = 128;

  private SocketAddress() {}

  /** The address in a struct sockaddr in the memory of a process; empty where there is none. */
  static String read(int pid, long address, int length) {
    byte[] bytes =
        length <= FAMILY || length > MOST ? null : ProcessMemory.read(pid, address, length);
    if (bytes == null) {
      return "";
    }
    int family = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getShort();
    if (family == AF_UNIX) {
      return unix(Arrays.copyOfRange(bytes, FAMILY, length));
    }
    // sockaddr_in has the address after the port, sockaddr_in6 the flow in between.
    int at = family == AF_INET ? 4 : 8;
    int size = family == AF_INET ? 4 : 16;
    if ((family != AF_INET && family != AF_INET6) || length < at + size) {
      return "";
    }
    int port = ByteBuffer.wrap(bytes).getShort(FAMILY) & 0xFFFF;
    return internet(Arrays.copyOfRange(bytes, at, at + size), port);
  }

  private static String unix(byte[] name) {
    boolean isAbstract = name[0] == 0;
    int end = isAbstract ? 1 : 0;
    while (end < name.length && name[end] != 0) {
      end++;
    }
    String text = new String(name, 0, end, StandardCharsets.UTF_8);
    return isAbstract ? "@" + text.substring(1) : text;
  }

  /** Host and port; an IPv4 address that is written as one of IPv6 comes out as what it is. */
  static String internet(byte[] host, int port) {
    try {
      InetAddress address = InetAddress.getByAddress(host);
      String text = address.getHostAddress();
      return (address instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port;
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether a socket that is bound to {@code local} is what {@code wanted} leads to. */
  static boolean isReached(String local, String wanted) {
    int colon = local.lastIndexOf(':');
    return local.equals(wanted)
        || (colon >= 0
            && (local.startsWith("0.0.0.0:") || local.startsWith("[0:0:0:0:0:0:0:0]:"))
            && wanted.endsWith(local.substring(colon)));
  }
}
