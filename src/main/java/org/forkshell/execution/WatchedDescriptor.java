package org.forkshell.execution;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.BlockingCalls;

/**
 * A descriptor that a process waits for among others, by the arguments of poll(2), select(2) or
 * epoll_wait(2), which are still in its memory.
 *
 * @param forWriting whether it waits until it can be written to, not read from
 */
record WatchedDescriptor(int descriptor, boolean forWriting) {
  /** More are not looked at. */
  private static final int MOST = 1024;

  private static final int POLLFD = 8;
  private static final int POLLOUT = 4;

  // tfd:        3 events:       19 data: …
  private static final String TARGET = "tfd:";

  /** The descriptors that a call waits for; empty for those of which the kernel tells nothing. */
  static List<WatchedDescriptor> of(int pid, KernelCall call) {
    List<Long> arguments = call.arguments();
    int first = arguments.get(0).intValue();
    if (BlockingCalls.isPoll(call.number())) {
      return ofPoll(pid, arguments.get(0), arguments.get(1).intValue());
    }
    return BlockingCalls.isSelect(call.number())
        ? ofSelect(pid, first, arguments)
        : ofEpoll(pid, first);
  }

  private static List<WatchedDescriptor> ofPoll(int pid, long array, int count) {
    List<WatchedDescriptor> watched = new ArrayList<>();
    ByteBuffer fds = memory(pid, array, Math.min(count, MOST) * POLLFD);
    while (fds.remaining() >= POLLFD) {
      int descriptor = fds.getInt();
      short events = fds.getShort();
      fds.getShort();
      if (descriptor >= 0) {
        watched.add(new WatchedDescriptor(descriptor, (events & POLLOUT) != 0));
      }
    }
    return watched;
  }

  private static List<WatchedDescriptor> ofSelect(int pid, int count, List<Long> arguments) {
    List<WatchedDescriptor> watched = new ArrayList<>();
    for (int set = 1; set <= 3; set++) {
      long bits = arguments.get(set);
      int bytes = (Math.min(count, MOST) + 63) / 64 * 8;
      ByteBuffer words = bits == 0 ? memory(pid, 0, 0) : memory(pid, bits, bytes);
      for (int from = 0; words.remaining() >= 8; from += 64) {
        long word = words.getLong();
        for (int bit = 0; bit < 64 && from + bit < count; bit++) {
          if ((word >>> bit & 1) != 0) {
            watched.add(new WatchedDescriptor(from + bit, set == 2));
          }
        }
      }
    }
    return watched;
  }

  private static List<WatchedDescriptor> ofEpoll(int pid, int descriptor) {
    List<WatchedDescriptor> watched = new ArrayList<>();
    try {
      for (String line :
          Files.readAllLines(Path.of("/proc", pid + "", "fdinfo", descriptor + ""))) {
        if (line.startsWith(TARGET)) {
          String[] words = line.substring(TARGET.length()).strip().split("\\s+");
          boolean forWriting = (Integer.parseInt(words[2], 16) & POLLOUT) != 0;
          watched.add(new WatchedDescriptor(Integer.parseInt(words[0]), forWriting));
        }
      }
    } catch (IOException closed) {
      return List.of();
    }
    return watched;
  }

  private static ByteBuffer memory(int pid, long address, int length) {
    byte[] bytes = length <= 0 ? null : ProcessMemory.read(pid, address, length);
    return ByteBuffer.wrap(bytes == null ? new byte[0] : bytes).order(ByteOrder.nativeOrder());
  }
}
