package org.forkshell.abi;

import static org.forkshell.abi.Operand.ADDRESS;
import static org.forkshell.abi.Operand.FRAME;
import static org.forkshell.abi.Operand.JUMP;
import static org.forkshell.abi.Operand.NONE;
import static org.forkshell.abi.Operand.NUMBER;
import static org.forkshell.abi.Operand.NUMBER_HIGH;
import static org.forkshell.abi.Operand.NUMBER_LOW;
import static org.forkshell.abi.Operand.SOURCE;
import static org.forkshell.abi.Operand.TARGET;

/**
 * The instructions. One is four ints, 16 bytes: the opcode's ordinal and the operands a, b, c.
 *
 * <p>Operands are slots in the frame of the running function, so that {@code i = i + 1} is one
 * instruction. A name's ending says how wide a slot is: {@code W} a word of 4 bytes, {@code L} a
 * long word of 8 bytes (also a pointer), {@code D} a double of 8 bytes; in memory also {@code B} a
 * byte, {@code H} a half word of 2 bytes, {@code F} a float of 4 bytes, with {@code U} in front
 * where they are unsigned. In slots, values narrower than a word are words, and floats are doubles.
 *
 * <p>A frame, from high to low addresses; fp is the frame pointer, n the frame's size:
 *
 * <pre>
 * fp + 16 + 8i   argument i of this function, in a slot of 8 bytes; argument 0's slot also takes the result
 * fp + 8         the caller's frame pointer
 * fp             where the caller goes on
 * fp - …         local objects and temporaries, at any offset down to
 * fp - n + 8i    argument i of the function to be called, and its result at i = 0
 * </pre>
 *
 * <p>Order matters for speed: the machine's compiled code tests the groups of sixteen one after
 * another.
 */
public enum Opcode {
  // The sixteen that loops are made of.
  JMP("go to a", JUMP),
  JLT_W("go to c if a < b", SOURCE, SOURCE, JUMP),
  JLTI_W("go to c if a < b", SOURCE, NUMBER, JUMP),
  ADD_W("a = b + c", TARGET, SOURCE, SOURCE),
  ADDI_W("a = b + c", TARGET, SOURCE, NUMBER),
  MOV_W("a = b", TARGET, SOURCE),
  MOV_L("a = b", TARGET, SOURCE),
  LDI_W("a = b", TARGET, NUMBER),
  JZ_W("go to b if a is 0", SOURCE, JUMP),
  JNZ_W("go to b if a is not 0", SOURCE, JUMP),
  JEQI_W("go to c if a == b", SOURCE, NUMBER, JUMP),
  JNEI_W("go to c if a != b", SOURCE, NUMBER, JUMP),
  LDG_W("a = the word at address b", TARGET, ADDRESS),
  STG_W("the word at address a = b", ADDRESS, SOURCE),
  JGEI_W("go to c if a >= b", SOURCE, NUMBER, JUMP),
  JLE_W("go to c if a <= b", SOURCE, SOURCE, JUMP),

  // Calls, memory through pointers.
  CALL("call the function at address b; a is this frame's size", FRAME, ADDRESS),
  ENTER("begin a function whose frame has size a: fault if the stack is too small for it", FRAME),
  RET("go back to the caller"),
  LD_W("a = the word at b + c", TARGET, SOURCE, NUMBER),
  ST_W("the word at a + c = b", SOURCE, SOURCE, NUMBER),
  LD_L("a = the long word at b + c", TARGET, SOURCE, NUMBER),
  ST_L("the long word at a + c = b", SOURCE, SOURCE, NUMBER),
  LD_B("a = the byte at b + c, sign-extended", TARGET, SOURCE, NUMBER),
  ST_B("the byte at a + c = b", SOURCE, SOURCE, NUMBER),
  INDEX("a = b + c * 4, a and b long words, c a word", TARGET, SOURCE, SOURCE),
  ADD_L("a = b + c", TARGET, SOURCE, SOURCE),
  ADDI_L("a = b + c", TARGET, SOURCE, NUMBER),
  SUB_W("a = b - c", TARGET, SOURCE, SOURCE),
  MUL_W("a = b * c", TARGET, SOURCE, SOURCE),
  JLEI_W("go to c if a <= b", SOURCE, NUMBER, JUMP),
  JGTI_W("go to c if a > b", SOURCE, NUMBER, JUMP),

  // Other jumps on words and long words.
  JEQ_W("go to c if a == b", SOURCE, SOURCE, JUMP),
  JNE_W("go to c if a != b", SOURCE, SOURCE, JUMP),
  JULT_W("go to c if a < b, unsigned", SOURCE, SOURCE, JUMP),
  JULE_W("go to c if a <= b, unsigned", SOURCE, SOURCE, JUMP),
  JZ_L("go to b if a is 0", SOURCE, JUMP),
  JNZ_L("go to b if a is not 0", SOURCE, JUMP),
  JEQ_L("go to c if a == b", SOURCE, SOURCE, JUMP),
  JNE_L("go to c if a != b", SOURCE, SOURCE, JUMP),
  JLT_L("go to c if a < b", SOURCE, SOURCE, JUMP),
  JLE_L("go to c if a <= b", SOURCE, SOURCE, JUMP),
  JULT_L("go to c if a < b, unsigned", SOURCE, SOURCE, JUMP),
  JULE_L("go to c if a <= b, unsigned", SOURCE, SOURCE, JUMP),
  NATIVE(
      "compute function b, whose arguments lie ready; a is this frame's size, c 1 where the program"
          + " itself calls what is not async-signal-safe",
      FRAME,
      Operand.NATIVE,
      NUMBER),
  SYSTEM(
      "stop and ask for system call b, whose arguments lie ready; a and c are as for NATIVE",
      FRAME,
      Operand.SYSTEM,
      NUMBER),
  CALLR("call the function whose address b holds; a is this frame's size", FRAME, SOURCE),
  HALT("stop: there is nothing more to do"),

  // Addresses, objects of long words, the commonest arithmetic.
  ANDI_W("a = b & c", TARGET, SOURCE, NUMBER),
  LDG_L("a = the long word at address b", TARGET, ADDRESS),
  STG_L("the long word at address a = b", ADDRESS, SOURCE),
  LEA("a = the address of slot b", TARGET, SOURCE),
  LEAG("a = the address b", TARGET, ADDRESS),
  LDI_L("a = the number in b and c", TARGET, NUMBER_LOW, NUMBER_HIGH),
  EXTEND("the long word a = the word b, sign-extended", TARGET, SOURCE),
  W_TO_D("the double a = the word b", TARGET, SOURCE),
  MULI_W("a = b * c", TARGET, SOURCE, NUMBER),
  MULI_L("a = b * c", TARGET, SOURCE, NUMBER),
  DIV_D("a = b / c", TARGET, SOURCE, SOURCE),
  DIV_W("a = b / c; a division that C leaves undefined raises SIGFPE", TARGET, SOURCE, SOURCE),
  REM_W("a = b % c", TARGET, SOURCE, SOURCE),
  ADD_D("a = b + c", TARGET, SOURCE, SOURCE),
  SUB_D("a = b - c", TARGET, SOURCE, SOURCE),
  MUL_D("a = b * c", TARGET, SOURCE, SOURCE),

  // The rest of memory, and slots narrower than a word.
  LD_UB("a = the byte at b + c", TARGET, SOURCE, NUMBER),
  LD_H("a = the half word at b + c, sign-extended", TARGET, SOURCE, NUMBER),
  LD_UH("a = the half word at b + c", TARGET, SOURCE, NUMBER),
  LD_F("a = the float at b + c, as a double", TARGET, SOURCE, NUMBER),
  ST_H("the half word at a + c = b", SOURCE, SOURCE, NUMBER),
  ST_F("the float at a + c = the double b, rounded", SOURCE, SOURCE, NUMBER),
  COPY(
      "c bytes at the address in a = those at the address in b; the two may be the same but not"
          + " overlap in part",
      SOURCE,
      SOURCE,
      NUMBER),
  CLEAR("b bytes at the address in a = 0", SOURCE, NUMBER),
  MOV_B("a = the byte in slot b, sign-extended: a cast to signed char", TARGET, SOURCE),
  MOV_UB("a = the byte in slot b: a cast to unsigned char", TARGET, SOURCE),
  MOV_H("a = the half word in slot b, sign-extended", TARGET, SOURCE),
  MOV_UH("a = the half word in slot b", TARGET, SOURCE),
  MOV_F("a = the float in slot b, as a double", TARGET, SOURCE),
  PUT_B("the byte in slot a = b, the bytes beside it keep their values", TARGET, SOURCE),
  PUT_H("the half word in slot a = b, the bytes beside it keep their values", TARGET, SOURCE),
  PUT_F("the float in slot a = the double b, rounded", TARGET, SOURCE),

  // The rest of arithmetic.
  MUL_L("a = b * c", TARGET, SOURCE, SOURCE),
  UDIV_W("a = b / c, unsigned", TARGET, SOURCE, SOURCE),
  UREM_W("a = b % c, unsigned", TARGET, SOURCE, SOURCE),
  AND_W("a = b & c", TARGET, SOURCE, SOURCE),
  OR_W("a = b | c", TARGET, SOURCE, SOURCE),
  XOR_W("a = b ^ c", TARGET, SOURCE, SOURCE),
  SHL_W("a = b << (c & 31)", TARGET, SOURCE, SOURCE),
  SHR_W("a = b >> (c & 31), copies of the sign come in", TARGET, SOURCE, SOURCE),
  USHR_W("a = b >> (c & 31), zeros come in", TARGET, SOURCE, SOURCE),
  NEG_W("a = -b", TARGET, SOURCE),
  NOT_W("a = ~b", TARGET, SOURCE),
  SHRI_W("a = b >> c, copies of the sign come in", TARGET, SOURCE, NUMBER),
  USHRI_W("a = b >> c, zeros come in", TARGET, SOURCE, NUMBER),
  DIV_L("a = b / c", TARGET, SOURCE, SOURCE),
  REM_L("a = b % c", TARGET, SOURCE, SOURCE),
  UDIV_L("a = b / c, unsigned", TARGET, SOURCE, SOURCE),

  UREM_L("a = b % c, unsigned", TARGET, SOURCE, SOURCE),
  AND_L("a = b & c", TARGET, SOURCE, SOURCE),
  OR_L("a = b | c", TARGET, SOURCE, SOURCE),
  XOR_L("a = b ^ c", TARGET, SOURCE, SOURCE),
  SHL_L("a = b << (c & 63), c a word", TARGET, SOURCE, SOURCE),
  SHR_L("a = b >> (c & 63), copies of the sign come in, c a word", TARGET, SOURCE, SOURCE),
  USHR_L("a = b >> (c & 63), zeros come in, c a word", TARGET, SOURCE, SOURCE),
  NEG_L("a = -b", TARGET, SOURCE),
  NOT_L("a = ~b", TARGET, SOURCE),
  EQ_W("a = b == c, 1 or 0", TARGET, SOURCE, SOURCE),
  NE_W("a = b != c", TARGET, SOURCE, SOURCE),
  LT_W("a = b < c", TARGET, SOURCE, SOURCE),
  LE_W("a = b <= c", TARGET, SOURCE, SOURCE),
  ULT_W("a = b < c, unsigned", TARGET, SOURCE, SOURCE),
  ULE_W("a = b <= c, unsigned", TARGET, SOURCE, SOURCE),
  EQ_L("the word a = b == c, b and c long words", TARGET, SOURCE, SOURCE),

  NE_L("the word a = b != c", TARGET, SOURCE, SOURCE),
  LT_L("the word a = b < c", TARGET, SOURCE, SOURCE),
  LE_L("the word a = b <= c", TARGET, SOURCE, SOURCE),
  ULT_L("the word a = b < c, unsigned", TARGET, SOURCE, SOURCE),
  ULE_L("the word a = b <= c, unsigned", TARGET, SOURCE, SOURCE),
  UEXTEND("the long word a = the word b, zero-extended", TARGET, SOURCE),
  SHLI_W("a = b << c", TARGET, SOURCE, NUMBER),
  NEG_D("a = -b", TARGET, SOURCE),
  EQ_D("the word a = b == c, b and c doubles", TARGET, SOURCE, SOURCE),
  NE_D("the word a = b != c", TARGET, SOURCE, SOURCE),
  LT_D("the word a = b < c", TARGET, SOURCE, SOURCE),
  LE_D("the word a = b <= c", TARGET, SOURCE, SOURCE),
  SUB_L("a = b - c", TARGET, SOURCE, SOURCE),
  L_TO_D("the double a = the long word b", TARGET, SOURCE),
  UL_TO_D("the double a = the long word b, unsigned", TARGET, SOURCE),
  D_TO_W(
      "the word a = the double b towards zero; what does not fit gives the smallest, as x86-64 has"
          + " it",
      TARGET,
      SOURCE),

  D_TO_L(
      "the long word a = the double b towards zero; what does not fit gives the smallest",
      TARGET,
      SOURCE),
  D_TO_UL("the long word a, unsigned, = the double b towards zero", TARGET, SOURCE),
  ROUND_F("the double a = the double b rounded to a float", TARGET, SOURCE),
  LEAT("a = the address of this thread's own object, the first thread's being b", TARGET, ADDRESS),
  CHANGE(
      "what lies at the address in b is changed by a in the one step that AtomicOperation numbers"
          + " c; a = what lay there before, sign-extended",
      TARGET,
      SOURCE,
      NUMBER),
  SWAP_B(
      "if the byte at the address in b is a, it becomes c; a = what lay there",
      TARGET,
      SOURCE,
      SOURCE),
  SWAP_H(
      "if the half word at the address in b is a, it becomes c; a = what lay there",
      TARGET,
      SOURCE,
      SOURCE),
  SWAP_W(
      "if the word at the address in b is a, it becomes c; a = what lay there",
      TARGET,
      SOURCE,
      SOURCE),
  SWAP_L(
      "if the long word at the address in b is a, it becomes c; a = what lay there",
      TARGET,
      SOURCE,
      SOURCE),

  CALLU(
      "CALL, where the program itself calls a function that is not async-signal-safe",
      FRAME,
      ADDRESS),

  // Only in a program in which data races are looked for: they change nothing that it can see.
  NOTE("note an access at a + b; c is a NotedAccess", SOURCE, NUMBER, NUMBER),
  NOTEG("note an access at address a; b is a NotedAccess", ADDRESS, NUMBER),
  NOTEA("note an access to slot a; b is a NotedAccess", SOURCE, NUMBER),
  NOTEN(
      "note what native function b, whose arguments lie ready, will access; a is this frame's size",
      FRAME,
      Operand.NATIVE),
  ORDER(
      "order this thread with others at the address in a, as the Ordering b says", SOURCE, NUMBER);

  private final String meaning;
  private final Operand[] operands;

  Opcode(String meaning, Operand... operands) {
    this.meaning = meaning;
    this.operands = new Operand[] {NONE, NONE, NONE};
    System.arraycopy(operands, 0, this.operands, 0, operands.length);
  }

  /** The size of an instruction in bytes. */
  public static final int SIZE = 16;

  /** What the instruction does, in one sentence over its operands a, b and c. */
  public String meaning() {
    return meaning;
  }

  /**
   * The kind of operand {@code index}.
   *
   * @param index 0 for a, 1 for b, 2 for c
   */
  public Operand operand(int index) {
    return operands[index];
  }
}
