package org.forkshell.abi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Instructions as text, for tests and for those who want to know. */
public final class Disassembler {
  private static final Opcode[] OPCODES = Opcode.values();

  private Disassembler() {}

  /** All instructions of a segment, one a line, with their offsets. */
  public static String text(Segment segment) {
    ByteBuffer bytes = ByteBuffer.wrap(segment.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    StringBuilder text = new StringBuilder();
    for (int at = 0; at + Opcode.SIZE <= bytes.capacity(); at += Opcode.SIZE) {
      text.append(Long.toHexString(segment.offset() + at)).append("  ");
      text.append(
          instruction(
              segment.offset() + at,
              bytes.getInt(at),
              bytes.getInt(at + 4),
              bytes.getInt(at + 8),
              bytes.getInt(at + 12)));
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * One instruction.
   *
   * @param offset where it lies
   */
  public static String instruction(long offset, int opcode, int a, int b, int c) {
    if (opcode < 0 || opcode >= OPCODES.length) {
      return "? " + opcode;
    }
    Opcode operation = OPCODES[opcode];
    int[] operands = {a, b, c};
    StringBuilder text = new StringBuilder(operation.name());
    for (int i = 0; i < operands.length; i++) {
      Operand kind = operation.operand(i);
      if (kind == Operand.NONE || kind == Operand.NUMBER_HIGH) {
        continue;
      }
      text.append(i == 0 ? " " : ", ");
      switch (kind) {
        case SOURCE, TARGET -> text.append('[').append(operands[i]).append(']');
        case JUMP ->
            text.append("->").append(Long.toHexString(offset + (long) operands[i] * Opcode.SIZE));
        case ADDRESS -> text.append('@').append(Integer.toHexString(operands[i]));
        case NUMBER_LOW -> text.append((long) operands[i + 1] << 32 | operands[i] & 0xffff_ffffL);
        case NATIVE -> text.append(NativeFunction.values()[operands[i]]);
        case SYSTEM -> text.append(SystemCall.values()[operands[i]]);
        default -> text.append(operands[i]);
      }
    }
    return text.toString();
  }
}
