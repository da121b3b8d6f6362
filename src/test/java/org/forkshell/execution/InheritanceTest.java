package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.forkshell.posix.Posix;
import org.junit.jupiter.api.Test;

/** What a program is to inherit is sent to a JVM that may have refused to start. */
class InheritanceTest {
  private static final int AF_UNIX = 1;
  private static final int SOCK_SEQPACKET = 5;

  private final Posix posix = Posix.load();

  @Test
  void refusalThatCameFirstIsStillThereToBeRead() {
    Posix.Native ends = Posix.allocate(8);
    assertThat(posix.libc().socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends.address())).isZero();
    int console = ends.buffer().getInt(0);
    int jvm = ends.buffer().getInt(4);
    Posix.Native reason = Posix.cString("because");
    posix.libc().send(jvm, reason.address(), 7, 0);
    posix.libc().close(jvm);

    Inheritance.NONE.send(posix, console);

    Posix.Native heard = Posix.allocate(16);
    assertThat(posix.libc().read(console, heard.address(), 16)).isEqualTo(7);
    assertThat(heard.buffer().get(0)).isEqualTo((byte) 'b');
    posix.libc().close(console);
  }
}
