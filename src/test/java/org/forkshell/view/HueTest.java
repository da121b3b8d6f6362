package org.forkshell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.forkshell.process.ProcessName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HueTest {
  @Test
  void theEightProcessesOfThreeForksDiffer() {
    assertThat(
            Stream.of("P", "P.1", "P.2", "P.3", "P.1.1", "P.1.2", "P.2.1", "P.1.1.1")
                .map(ProcessName::of)
                .map(Hue::of))
        .doesNotHaveDuplicates();
  }

  @Test
  void theRootHasTheFirst() {
    assertThat(Hue.of(ProcessName.ROOT)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"P.64", "P.1.1.1.1.1.1.1.1.1.1.1.1", "P.1000.1000.1000"})
  void everyNameHasOneOfThePalette(String name) {
    assertThat(Hue.of(ProcessName.of(name))).isBetween(1, Hue.COUNT - 1);
  }
}
