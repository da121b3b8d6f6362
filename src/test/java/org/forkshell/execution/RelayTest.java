package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.forkshell.posix.Posix;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.SystemClock;
import org.forkshell.wire.EventRecord;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The relay listens to sockets on which anything may come. */
class RelayTest {
  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_SEQPACKET = 5;
  private static final int SOL_SOCKET = 1;
  private static final int SO_PASSCRED = 16;
  private static final long SEED = 8;

  private final Posix posix = Posix.load();

  /** The two ends: what the relay reads, what a process writes to. */
  private int[] pair(int type) {
    Posix.Native ends = Posix.allocate(8);
    assertThat(posix.libc().socketpair(AF_UNIX, type, 0, ends.address())).isZero();
    Posix.Native on = Posix.allocate(4);
    on.buffer().putInt(0, 1);
    int read = ends.buffer().getInt(0);
    posix.libc().setsockopt(read, SOL_SOCKET, SO_PASSCRED, on.address(), 4);
    return new int[] {read, ends.buffer().getInt(4)};
  }

  @Test
  void garbageIsNoEventAndStopsNothing() {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), this::garbage);
  }

  private void garbage() throws InterruptedException {
    int[] events = pair(SOCK_SEQPACKET);
    int[] output = pair(SOCK_STREAM);
    int[] error = pair(SOCK_STREAM);
    ProcessTree tree = new ProcessTree();
    CountDownLatch over = new CountDownLatch(1);
    Relay relay = new Relay(posix, new SystemClock(), 1, events[0], output[0], error[0]);
    relay.listen(
        event -> {
          tree.add(event);
          if (event instanceof Event.AllEnded) {
            over.countDown();
          }
        });
    Random random = new Random(SEED);
    Posix.Native message = Posix.allocate(4096);
    for (int i = 0; i < 3000; i++) {
      int size = i % 10 == 0 ? 1 + random.nextInt(4000) : EventRecord.SIZE;
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      if (size == EventRecord.SIZE && i % 3 != 0) {
        almostRight(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()), random);
      }
      message.buffer().put(0, bytes);
      posix.libc().send(events[1], message.address(), size, 0);
      posix.libc().write(output[1], message.address(), 16);
    }
    assertThat(over.getCount()).as("nobody but the zygote says that all is over").isOne();
    posix.libc().close(events[1]);
    assertThat(over.await(180, TimeUnit.SECONDS)).isTrue();
    relay.stop();
    for (int fd : new int[] {output[1], error[1]}) {
      posix.libc().close(fd);
    }
  }

  /** A kind that there is, with small numbers, some of them negative. */
  private static void almostRight(ByteBuffer record, Random random) {
    int kinds = EventRecord.Kind.values().length;
    record.putInt(EventRecord.KIND, random.nextInt(kinds + 2) - 1);
    for (int i = 0; i < 4; i++) {
      record.putLong(EventRecord.ARGUMENTS + 8 * i, random.nextInt(40) - 5);
    }
  }

  @Test
  void aStreamThatWasShutDownIsKnownToBeAndTheRestGoesOn() throws Exception {
    int[] events = pair(SOCK_SEQPACKET);
    int[] output = pair(SOCK_STREAM);
    int[] error = pair(SOCK_STREAM);
    CountDownLatch heard = new CountDownLatch(1);
    Relay relay = new Relay(posix, new SystemClock(), 1, events[0], output[0], error[0]);
    relay.listen(
        event -> {
          if (event instanceof Event.Output bytes && bytes.fd() == 2) {
            heard.countDown();
          }
        });
    posix.libc().shutdown(output[1], 2);
    Posix.Native text = Posix.cString("still");
    posix.libc().write(error[1], text.address(), 5);
    assertThat(heard.await(180, TimeUnit.SECONDS)).isTrue();
    assertThat(relay.isShut()).isTrue();
    assertThat(relay.isEnded()).isFalse();
    relay.stop();
    for (int fd : new int[] {events[1], output[1], error[1]}) {
      posix.libc().close(fd);
    }
  }
}
