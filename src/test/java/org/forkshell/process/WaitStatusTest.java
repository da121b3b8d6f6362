package org.forkshell.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitStatusTest {
  @Test
  void anExitCodeIsTheLowByteOfWhatWasGiven() {
    WaitStatus status = WaitStatus.ofExit(256 + 7);
    assertThat(status.exited()).isTrue();
    assertThat(status.signaled()).isFalse();
    assertThat(status.code()).isEqualTo(7);
    assertThat(status.shellStatus()).isEqualTo(7);
  }

  @Test
  void aSignalMayCarryACoreDump() {
    WaitStatus status = new WaitStatus(11 | 0x80);
    assertThat(status.exited()).isFalse();
    assertThat(status.signaled()).isTrue();
    assertThat(status.signal()).isEqualTo(11);
    assertThat(status.coreDumped()).isTrue();
    assertThat(status.shellStatus()).isEqualTo(139);
  }

  @Test
  void stoppedAndContinuedAreNoEnds() {
    assertThat(new WaitStatus(19 << 8 | 0x7F).stopped()).isTrue();
    assertThat(new WaitStatus(19 << 8 | 0x7F).signaled()).isFalse();
    assertThat(new WaitStatus(0xFFFF).continued()).isTrue();
    assertThat(new WaitStatus(0xFFFF).signaled()).isFalse();
  }
}
