package org.forkshell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.forkshell.wire.LogEntry.Part;
import org.junit.jupiter.api.Test;

class LogEntryTest {
  private final ByteBuffer log = ByteBuffer.allocate(1024).order(ByteOrder.nativeOrder());

  @Test
  void whatIsEncodedIsReadInPlace() {
    LogEntry entry =
        new LogEntry(
            64,
            List.of(7L, -1L),
            128,
            List.of(),
            List.of(new Part(16, new byte[] {1, 2, 3}), new Part(32, new byte[] {4})));
    entry.encode(log, 8);
    assertThat(LogEntry.size(log, 8)).isEqualTo(entry.size());
    assertThat(LogEntry.entry(log, 8)).isEqualTo(64);
    assertThat(LogEntry.value(log, 8)).isEqualTo(128);
    assertThat(LogEntry.argument(log, 8, 0)).isEqualTo(7);
    assertThat(LogEntry.argument(log, 8, 1)).isEqualTo(-1);
    assertThat(LogEntry.argument(log, 8, 2)).isZero();
    int part = LogEntry.firstPart(log, 8);
    assertThat(LogEntry.partOffset(log, part)).isEqualTo(16);
    assertThat(LogEntry.partLength(log, part)).isEqualTo(3);
    assertThat(log.get(LogEntry.partBytes(part) + 2)).isEqualTo((byte) 3);
    part = LogEntry.nextPart(log, part);
    assertThat(LogEntry.partOffset(log, part)).isEqualTo(32);
    assertThat(LogEntry.nextPart(log, part)).isEqualTo(8 + entry.size());
  }

  @Test
  void anEntryForNobodyInParticularIsForEveryone() {
    new LogEntry(64, List.of(), 0, List.of(), List.of()).encode(log, 0);
    assertThat(LogEntry.isFor(log, 0, 1234)).isTrue();
  }

  @Test
  void anAddressedEntryIsForTheAddressedAlone() {
    LogEntry entry = new LogEntry(64, List.of(), 0, List.of(5, 6, 7), List.of());
    entry.encode(log, 0);
    assertThat(LogEntry.isFor(log, 0, 6)).isTrue();
    assertThat(LogEntry.isFor(log, 0, 8)).isFalse();
    assertThat(entry.size() % 8).isZero();
  }
}
