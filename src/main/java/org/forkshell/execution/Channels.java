package org.forkshell.execution;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BooleanSupplier;
import org.forkshell.abi.Linux;
import org.forkshell.posix.CredentialReceiver;
import org.forkshell.posix.Posix;
import org.forkshell.posix.SystemCallException;
import org.forkshell.wire.EventRecord;

/**
 * The sockets through which all comes that the processes write and tell, and an alarm that ends the
 * wait for it. All that there is means what there was when it was asked, by FIONREAD, however much
 * comes meanwhile.
 */
final class Channels {
  /** How many bytes are taken in at most in one go. */
  static final int CHUNK = 1 << 16;

  private static final int STREAMS = 2;
  private static final short POLLIN = 1;
  private static final long FIONREAD = 0x541B;
  private static final int O_NONBLOCK_CLOEXEC = Linux.O_NONBLOCK | Linux.O_CLOEXEC;
  private static final int SHUT_RDWR = 2;

  /** Who takes in what has come. */
  interface Receiver {
    /**
     * Somebody wrote.
     *
     * @param stream 1 or 2
     */
    void wrote(int pid, int stream, byte[] bytes);

    /** Somebody told something. */
    void told(int pid, ByteBuffer record);
  }

  private final Posix posix;
  private final long zygote;
  private final CredentialReceiver events;
  private final CredentialReceiver[] streams;
  private final Posix.Native pollfds = Posix.allocate(32);
  private final Posix.Native word = Posix.allocate(8);
  private final Posix.Native oneByte = Posix.allocate(1);
  private final int alarm;
  private final int alarmed;
  private final boolean[] shut = new boolean[STREAMS];
  private volatile boolean isShut;
  private volatile boolean isAtEnd;

  /**
   * @param zygote who may tell more than a program's process
   * @param events the event socket
   * @param output where the processes' standard output comes from
   * @param error where their standard error does
   */
  Channels(Posix posix, long zygote, int events, int output, int error) {
    this.posix = posix;
    this.zygote = zygote;
    this.events = new CredentialReceiver(posix, events, EventRecord.SIZE + EventRecord.MAX_OUTPUT);
    this.streams =
        new CredentialReceiver[] {
          new CredentialReceiver(posix, output, CHUNK), new CredentialReceiver(posix, error, CHUNK)
        };
    if (posix.libc().pipe2(word.address(), O_NONBLOCK_CLOEXEC) != 0) {
      throw new SystemCallException("pipe2", posix.errno());
    }
    this.alarmed = word.buffer().getInt(0);
    this.alarm = word.buffer().getInt(4);
  }

  /** Whether nobody is left who has the other end of the event socket. */
  boolean isAtEnd() {
    return isAtEnd;
  }

  /** Whether somebody shut down one of the streams. */
  boolean isShut() {
    return isShut;
  }

  /** Ends the wait. */
  void wake() {
    posix.libc().write(alarm, oneByte.address(), 1);
  }

  /** Nothing comes any more, though somebody may have the other end. */
  void cutOff() {
    posix.libc().shutdown(events.fd(), SHUT_RDWR);
  }

  void close() {
    posix.libc().close(events.fd());
    for (CredentialReceiver stream : streams) {
      posix.libc().close(stream.fd());
    }
    posix.libc().close(alarm);
    posix.libc().close(alarmed);
  }

  /** Waits until something has come, or the alarm has been given. */
  void await(int millis, Receiver receiver) {
    int[] fds = {events.fd(), open(0), open(1), alarmed};
    for (int i = 0; i < fds.length; i++) {
      pollfds.buffer().putInt(8 * i, fds[i]).putInt(8 * i + 4, POLLIN);
    }
    if (posix.libc().poll(pollfds.address(), fds.length, millis) <= 0) {
      // Nothing has come, or a signal ended the wait: what poll(2) left there is of no meaning.
      return;
    }
    for (int stream = 1; stream <= STREAMS; stream++) {
      boolean isNews = pollfds.buffer().getShort(8 * stream + 6) != 0;
      if (isNews && available(streams[stream - 1]) == 0) {
        // The news may be that it has ended.
        take(stream, receiver);
      }
    }
    // An alarm that is given after poll(2) ends the next wait.
    if (pollfds.buffer().getShort(8 * (STREAMS + 1) + 6) != 0) {
      while (posix.libc().read(alarmed, word.address(), 8) > 0) {}
    }
  }

  /** A stream's descriptor; none once it was shut down, because that would be news for ever. */
  private int open(int stream) {
    return shut[stream] ? -1 : streams[stream].fd();
  }

  /** Takes in all that has been told. */
  void takeEvents(Receiver receiver) {
    int left = available(events);
    int got = -1;
    while (left >= 0 && (got = events.receive()) > 0) {
      // At least once, to learn of the end.
      left -= got;
      byte[] record = new byte[got];
      events.data().get(0, record);
      ByteBuffer message = ByteBuffer.wrap(record).order(ByteOrder.nativeOrder());
      if (got >= EventRecord.SIZE && EventRecord.isSound(message, events.pid() == zygote)) {
        receiver.told(events.pid(), message);
      }
    }
    isAtEnd |= got == 0;
  }

  /** Takes in all that has been written. */
  void takeOutput(Receiver receiver) {
    for (int stream = 1; stream <= STREAMS; stream++) {
      takeOutput(stream, () -> false, receiver);
    }
  }

  /** Takes in what has been written to a stream, until it is enough or that was all. */
  void takeOutput(int stream, BooleanSupplier enough, Receiver receiver) {
    // Mostly it is enough before anything is asked.
    int left = enough.getAsBoolean() ? 0 : available(streams[stream - 1]);
    int got = 1;
    while (left > 0 && got > 0 && !enough.getAsBoolean()) {
      got = take(stream, receiver);
      left -= got;
    }
  }

  /** How many bytes there are now; more may follow. */
  private int available(CredentialReceiver from) {
    int answer = posix.libc().ioctl(from.fd(), FIONREAD, word.address());
    return answer == 0 ? word.buffer().getInt(0) : Integer.MAX_VALUE;
  }

  /** Takes in one message; says how many bytes it had, 0 or less where there is none. */
  private int take(int stream, Receiver receiver) {
    CredentialReceiver from = streams[stream - 1];
    int got = from.receive();
    if (got <= 0) {
      shut[stream - 1] |= got == 0;
      isShut |= got == 0;
      return got;
    }
    byte[] bytes = new byte[got];
    from.data().get(0, bytes);
    receiver.wrote(from.pid(), stream, bytes);
    return got;
  }
}
