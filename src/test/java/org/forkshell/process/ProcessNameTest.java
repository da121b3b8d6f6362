package org.forkshell.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessNameTest {
  @Test
  void isSpelledByTheWayFromTheRoot() {
    assertThat(ProcessName.ROOT).hasToString("P");
    assertThat(ProcessName.ROOT.child(1).child(12)).hasToString("P.1.12");
    assertThat(ProcessName.of("P.1.12")).isEqualTo(ProcessName.ROOT.child(1).child(12));
  }

  @Test
  void aParentComesBeforeItsChildrenAndTheElderBeforeTheYounger() {
    assertThat(Stream.of("P.10", "P.2.1", "P", "P.2").map(ProcessName::of).sorted())
        .extracting(ProcessName::toString)
        .containsExactly("P", "P.2", "P.2.1", "P.10");
  }

  @Test
  void refusesWhatIsNoName() {
    assertThatThrownBy(() -> ProcessName.of("Q.1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ProcessName.of("P.x")).isInstanceOf(IllegalArgumentException.class);
  }
}
