package org.forkshell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.forkshell.abi.Opcode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpTest {
  @ParameterizedTest
  @EnumSource(Opcode.class)
  void theConstantIsTheOrdinal(Opcode opcode) throws ReflectiveOperationException {
    assertThat(Op.class.getDeclaredField(opcode.name()).getInt(null)).isEqualTo(opcode.ordinal());
  }

  @Test
  void countsThemAll() {
    assertThat(Op.COUNT).isEqualTo(Opcode.values().length);
  }
}
