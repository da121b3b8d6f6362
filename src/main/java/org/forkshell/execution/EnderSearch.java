package org.forkshell.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.forkshell.abi.BlockingCalls;
import org.forkshell.abi.Linux;
import org.forkshell.abi.Wait;
import org.forkshell.abi.Waiting;
import org.forkshell.posix.SocketDiagnosis;
import org.forkshell.process.KernelWait;
import org.forkshell.process.KernelWait.Ender;
import org.jspecify.annotations.Nullable;

/**
 * What a process waits for, and who of its program could end that, by the kernel's word: it names
 * who has the other end of a pipe or of a socket, and who has a lock. Who knows the number of a
 * queue, or the address of a socket, it cannot name. What the call was given is still in the
 * process's memory.
 */
final class EnderSearch {
  private static final int FILE_TYPE = 0xF000;
  private static final int NAMED_PIPE = 0x1000;

  private final int pid;
  private final KernelCall call;
  private final Waiting waiting;
  private final DescriptorTable table;
  private final SocketDiagnosis diagnosis;
  private final int first;

  private EnderSearch(
      int pid, KernelCall call, Waiting waiting, DescriptorTable table, SocketDiagnosis diagnosis) {
    this.pid = pid;
    this.call = call;
    this.waiting = waiting;
    this.table = table;
    this.diagnosis = diagnosis;
    this.first = argument(0);
  }

  /**
   * What a process, or one of its threads, waits for.
   *
   * @param call that it was in before the table is read; null for none
   * @param table of the processes that may be able to end the wait
   * @return null for one that runs, sleeps for a time, or is not ours to look at
   */
  static @Nullable KernelWait find(
      int pid, @Nullable KernelCall call, DescriptorTable table, SocketDiagnosis diagnosis) {
    Wait wait = call == null ? null : BlockingCalls.of(call.number());
    return call == null || wait == null || wait.waiting() == Waiting.TIME
        ? null
        : new EnderSearch(pid, call, wait.waiting(), table, diagnosis).find();
  }

  private KernelWait find() {
    return switch (waiting) {
      case DATA -> data();
      case ROOM -> room();
      case FILE_LOCK, RECORD_LOCK -> wait(OpenFile.of(pid, first), FileLocks.holders(pid));
      case MESSAGE, MESSAGE_ROOM ->
          BlockingCalls.isOfDescriptor(call.number())
              ? wait(OpenFile.of(pid, first), List.of())
              : queue();
      case SEMAPHORE -> semaphore();
      case CONNECTION -> connection();
      case ACCEPTANCE -> acceptance();
      case OPENING -> opening();
      case READINESS -> readiness();
      case WORD -> wait("0x" + Long.toHexString(call.arguments().get(0)), List.of());
      default -> wait("", List.of());
    };
  }

  private int argument(int index) {
    return call.arguments().get(index).intValue();
  }

  private KernelWait wait(String subject, List<Ender> enders) {
    return wait(waiting.name().toLowerCase(Locale.ROOT).replace('_', '-'), subject, enders);
  }

  private static KernelWait wait(
      String reason, String subject, List<Ender> enders, String... details) {
    return new KernelWait(reason, subject, enders, List.of(details));
  }

  private KernelWait data() {
    String descriptor = first + "";
    OpenSocket socket = OpenSocket.of(pid, first, diagnosis);
    if (socket == null) {
      return wait(descriptor, pipeHolders(first, Linux.O_WRONLY));
    }
    if (!socket.isConnected()) {
      return !socket.isDatagram()
          ? wait("socket", descriptor, List.of())
          : socket.local().isEmpty()
              ? wait("datagram", descriptor, List.of())
              : wait("datagram.bound", descriptor, List.of(), socket.local());
    }
    List<Ender> holders = holders(socket);
    if (!holders.isEmpty()) {
      return wait("socket", descriptor, holders);
    }
    if (socket.peers().contains(0L)) {
      return wait("socket.unaccepted", descriptor, List.of());
    }
    return socket.remote().isEmpty()
        ? wait("socket.elsewhere", descriptor, List.of())
        : wait("socket.remote", descriptor, List.of(), socket.remote());
  }

  private KernelWait room() {
    OpenSocket socket = OpenSocket.of(pid, first, diagnosis);
    return socket == null
        ? wait(first + "", pipeHolders(first, Linux.O_RDONLY))
        : wait("room.socket", first + "", holders(socket));
  }

  private KernelWait acceptance() {
    String address = SocketAddress.read(pid, call.arguments().get(1), argument(2));
    return address.isEmpty()
        ? wait(first + "", List.of())
        : wait("acceptance.bound", first + "", listeners(address), address);
  }

  /** Who has a socket open that can be reached at an address. */
  private List<Ender> listeners(String address) {
    List<Ender> listeners = new ArrayList<>();
    for (List<Ender> holders : table.sockets()) {
      Ender any = holders.get(0);
      OpenSocket socket = OpenSocket.of(any.pid(), any.descriptor(), diagnosis);
      if (socket != null
          && !socket.isConnected()
          && SocketAddress.isReached(socket.local(), address)) {
        listeners.addAll(holders);
      }
    }
    return listeners;
  }

  private KernelWait connection() {
    OpenSocket socket = OpenSocket.of(pid, first, diagnosis);
    return socket == null || socket.local().isEmpty()
        ? wait(first + "", List.of())
        : wait("connection.bound", first + "", List.of(), socket.local());
  }

  private KernelWait queue() {
    SleepState rest = SleepState.of(pid);
    MessageQueue queue = MessageQueue.of(pid, first);
    // What is in a queue says something about a wait only while that lasts.
    boolean known = queue != null && rest != null && rest.isAsleepSince();
    if (waiting == Waiting.MESSAGE_ROOM) {
      return known && queue != null
          ? wait("message-room.full", first + "", List.of(), queue.bytes() + "")
          : wait(first + "", List.of());
    }
    long type = call.arguments().get(3);
    if (type == 0 || (argument(4) & Linux.MSG_EXCEPT) != 0) {
      return wait(first + "", List.of());
    }
    if (type < 0) {
      return wait("message.upto", first + "", List.of(), -type + "");
    }
    return known && queue != null && queue.messages() > 0
        ? wait("message.passed", first + "", List.of(), type + "", queue.messages() + "")
        : wait("message.typed", first + "", List.of(), type + "");
  }

  private KernelWait semaphore() {
    List<SemaphoreOperation> operations =
        SemaphoreOperation.read(pid, call.arguments().get(1), argument(2));
    if (operations.isEmpty()) {
      return wait(first + "", List.of());
    }
    if (operations.size() > 1) {
      Set<String> indexes = new LinkedHashSet<>();
      operations.forEach(each -> indexes.add(each.index() + ""));
      return wait("semaphore.several", first + "", List.of(), String.join(", ", indexes));
    }
    SemaphoreOperation one = operations.get(0);
    return one.change() == 0
        ? wait("semaphore.zero", first + "", List.of(), one.index() + "")
        : wait("semaphore.more", first + "", List.of(), one.index() + "", -one.change() + "");
  }

  private KernelWait opening() {
    int index = BlockingCalls.nameOfFile(call.number());
    String name = ProcessMemory.string(pid, call.arguments().get(index));
    int access = argument(index + 1) & Linux.O_ACCMODE;
    if (name.isEmpty() || !isNamedPipe(index == 0 ? Linux.AT_FDCWD : first, name)) {
      return wait(name, List.of());
    }
    // fifo(7): with O_RDWR it does not wait.
    return access == Linux.O_RDONLY
        ? wait("opening.writer", name, List.of())
        : wait("opening.reader", name, List.of());
  }

  private boolean isNamedPipe(int folder, String name) {
    Path from =
        folder == Linux.AT_FDCWD
            ? Path.of("/proc", pid + "", "cwd")
            : Path.of("/proc", pid + "", "fd", folder + "");
    try {
      Object mode = Files.getAttribute(from.resolve(name), "unix:mode");
      return mode instanceof Integer bits && (bits & FILE_TYPE) == NAMED_PIPE;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Where one of the descriptors is neither a pipe nor a connection it is not known who could. */
  private KernelWait readiness() {
    Set<Ender> enders = new LinkedHashSet<>();
    boolean known = true;
    Set<String> descriptors = new LinkedHashSet<>();
    for (WatchedDescriptor each : WatchedDescriptor.of(pid, call)) {
      descriptors.add(each.descriptor() + "");
      OpenSocket socket = OpenSocket.of(pid, each.descriptor(), diagnosis);
      List<Ender> holders =
          socket == null
              ? pipeHolders(each.descriptor(), each.forWriting() ? Linux.O_RDONLY : Linux.O_WRONLY)
              : holders(socket);
      known &= socket == null ? OpenFile.isPipe(pid, each.descriptor()) : !holders.isEmpty();
      enders.addAll(holders);
    }
    return wait(String.join(", ", descriptors), known ? List.copyOf(enders) : List.of());
  }

  /** Who has the other end of a pipe open; nobody of what is no pipe. */
  private List<Ender> pipeHolders(int descriptor, int otherEnd) {
    String pipe = OpenFile.of(pid, descriptor);
    return OpenFile.isPipe(pipe) ? table.holders(Set.of(pipe), otherEnd) : List.of();
  }

  /** Who has the other end of a connection open. */
  private List<Ender> holders(OpenSocket socket) {
    Set<String> files = new LinkedHashSet<>();
    socket.peers().forEach(inode -> files.add(OpenSocket.file(inode)));
    return files.isEmpty() ? List.of() : table.holders(files, Linux.O_RDWR);
  }
}
