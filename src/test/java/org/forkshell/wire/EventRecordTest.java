package org.forkshell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.Event.Origin;
import org.forkshell.wire.EventRecord.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventRecordTest {
  private static final int PID = 100;
  private static final int TID = 102;

  @ParameterizedTest
  @EnumSource
  void saysWhichThreadOfWhichProcessTellsItWhenAndWhere(Kind kind) {
    ByteBuffer record = ByteBuffer.allocate(EventRecord.SIZE).order(ByteOrder.nativeOrder());
    record.putInt(EventRecord.KIND, kind.ordinal());
    record.putInt(EventRecord.LINE, 3);
    record.putLong(EventRecord.NANOS, 1L << 40);
    record.putLong(EventRecord.ARGUMENTS, 1);
    record.putInt(EventRecord.CALLS, 20).putInt(EventRecord.CALLS + 4, 30);
    record.putLong(EventRecord.FRAME, 1L << 41);
    record.putInt(EventRecord.TID, TID);

    assertThat(EventRecord.isSound(record, true)).isTrue();
    Event event = EventRecord.decode(record, PID, new byte[0]);
    assertThat(event.origin())
        .isEqualTo(new Origin(PID, TID, 1L << 40, 3, List.of(20, 30), 1L << 41));
    assertThat(event.tid()).isEqualTo(TID);
  }
}
