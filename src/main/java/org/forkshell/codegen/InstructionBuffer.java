package org.forkshell.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.Operand;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.TypedStatement.Label;
import org.forkshell.source.Span;

/**
 * Instructions as they are made, function after function. Positions count instructions from the
 * first.
 */
final class InstructionBuffer {
  private static final int WORDS = Opcode.SIZE / 4;

  private final long base;
  private int[] words = new int[1024];
  private int count;

  /**
   * The position in front of which a label stands: what was emitted before does not tell how one
   * came here.
   */
  private int lastMark = -1;

  // Operands of the current function that wait for the frame's size: indices into words.
  private int[] frameSizes = new int[64];
  private int frameSizeCount;
  private int[] symbolicSlots = new int[256];
  private int symbolicSlotCount;

  private final List<Symbol.Function> calledFunctions = new ArrayList<>();
  private int[] calls = new int[64];

  private int[] spanPositions = new int[256];
  private final List<Span> spans = new ArrayList<>();

  /**
   * @param base the offset in the address space of the first instruction
   */
  InstructionBuffer(long base) {
    this.base = base;
  }

  int position() {
    return count;
  }

  long offset(int position) {
    return base + (long) position * Opcode.SIZE;
  }

  long end() {
    return offset(count);
  }

  void emit(Opcode opcode, int a, int b, int c) {
    int at = count * WORDS;
    if (at + WORDS > words.length) {
      words = Arrays.copyOf(words, 2 * words.length);
    }
    words[at] = opcode.ordinal();
    words[at + 1] = a;
    words[at + 2] = b;
    words[at + 3] = c;
    noteSymbolic(opcode, 0, a, at);
    noteSymbolic(opcode, 1, b, at);
    noteSymbolic(opcode, 2, c, at);
    count++;
  }

  private void noteSymbolic(Opcode opcode, int operand, int value, int at) {
    if (Frame.isSymbolic(value)) {
      Operand kind = opcode.operand(operand);
      if (kind == Operand.SOURCE || kind == Operand.TARGET) {
        symbolicSlots = with(symbolicSlots, symbolicSlotCount++, at + 1 + operand);
      }
    }
  }

  private static int[] with(int[] array, int index, int value) {
    int[] room = index < array.length ? array : Arrays.copyOf(array, 2 * array.length);
    room[index] = value;
    return room;
  }

  void emit(Opcode opcode, int a, int b) {
    emit(opcode, a, b, 0);
  }

  void emit(Opcode opcode, int a) {
    emit(opcode, a, 0, 0);
  }

  /** An instruction whose first operand is the size of this function's frame. */
  void emitFramed(Opcode opcode, int b) {
    emitFramed(opcode, b, 0);
  }

  void emitFramed(Opcode opcode, int b, int c) {
    frameSizes = with(frameSizes, frameSizeCount++, count * WORDS + 1);
    emit(opcode, 0, b, c);
  }

  /** A call by a given opcode. */
  void call(Opcode opcode, Symbol.Function function) {
    noteAddress(function);
    emitFramed(opcode, 0);
  }

  void call(Symbol.Function function) {
    call(Opcode.CALL, function);
  }

  /** {@code slot} = the address of a function. */
  void address(int slot, Symbol.Function function) {
    noteAddress(function);
    emit(Opcode.LEAG, slot, 0);
  }

  /** The next instruction's second operand will be the place of a function. */
  private void noteAddress(Symbol.Function function) {
    calls = with(calls, calledFunctions.size(), count * WORDS + 2);
    calledFunctions.add(function);
  }

  void jump(Label label) {
    jump(Opcode.JMP, 0, 0, label);
  }

  /** A jump; the label is the operand that is one. */
  void jump(Opcode opcode, int a, int b, Label label) {
    int operand = jumpOperand(opcode);
    int from = count;
    int to = label.position() >= 0 ? label.position() - from : label.waiting();
    emit(opcode, operand == 0 ? to : a, operand == 1 ? to : b, operand == 2 ? to : 0);
    if (label.position() < 0) {
      label.waiting(from);
    }
  }

  private static int jumpOperand(Opcode opcode) {
    return opcode.operand(0) == Operand.JUMP ? 0 : opcode.operand(1) == Operand.JUMP ? 1 : 2;
  }

  /** The label stands here. */
  void mark(Label label) {
    int waiting = label.waiting();
    while (waiting >= 0) {
      int at = waiting * WORDS + 1 + jumpOperand(opcode(waiting));
      int next = words[at];
      words[at] = count - waiting;
      waiting = next;
    }
    label.position(count);
    lastMark = count;
  }

  private Opcode opcode(int position) {
    return OPCODES[words[position * WORDS]];
  }

  private static final Opcode[] OPCODES = Opcode.values();

  /** Whether control can come to the next instruction, as far as the one before tells. */
  boolean isReachable() {
    if (count == 0 || lastMark == count) {
      return true;
    }
    Opcode last = opcode(count - 1);
    return last != Opcode.RET && last != Opcode.JMP && last != Opcode.HALT;
  }

  void beginFunction() {
    frameSizeCount = 0;
    symbolicSlotCount = 0;
    lastMark = count;
  }

  /** Puts in what could not be known before all of the function was there. */
  void endFunction(Frame frame) {
    int size = frame.size();
    for (int i = 0; i < frameSizeCount; i++) {
      words[frameSizes[i]] = size;
    }
    for (int i = 0; i < symbolicSlotCount; i++) {
      words[symbolicSlots[i]] = frame.actual(words[symbolicSlots[i]]);
    }
  }

  /** The instructions from here on belong to this part of the text. */
  void at(Span span) {
    int last = spans.size() - 1;
    if (last >= 0 && spanPositions[last] == count) {
      spans.set(last, span);
      return;
    }
    spanPositions = with(spanPositions, spans.size(), count);
    spans.add(span);
  }

  /** Where the parts of the text begin. */
  SourceMap.Part[] parts() {
    SourceMap.Part[] parts = new SourceMap.Part[spans.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new SourceMap.Part(offset(spanPositions[i]), spans.get(i));
    }
    return parts;
  }

  /** Puts in where the functions lie that are called. */
  void link() {
    for (int i = 0; i < calledFunctions.size(); i++) {
      words[calls[i]] = (int) calledFunctions.get(i).resolved().offset();
    }
  }

  byte[] bytes() {
    byte[] bytes = new byte[count * Opcode.SIZE];
    java.nio.ByteBuffer.wrap(bytes)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .asIntBuffer()
        .put(words, 0, count * WORDS);
    return bytes;
  }
}
