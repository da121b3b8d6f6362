package org.forkshell.codegen.translation;

/**
 * The steps that are the same machine code wherever they are used, because they work on fixed
 * registers, those of {@link Assembler}. A row has up to eight bytes for x86-64, the first one on
 * the left, and up to two instructions for AArch64; 0 where nothing is to be done. Behind it stands
 * what that is in assembly language; a row without is the one before it with longer registers.
 */
enum FixedStep {
  /** {@code B = A}. */
  COPY(0x488BC8L, 0xAA0003E1L), // mov %rax, %rcx | mov x1, x0
  /** The long word {@code A} = the word {@code A}. */
  EXTEND(0x4863C0L, 0x93407C00L), // movslq %eax, %rax | sxtw x0, w0

  // A = op A.
  NEG_W(0xF7D8L, 0x4B0003E0L), // neg %eax | neg w0, w0
  NEG_L(0x48F7D8L, 0xCB0003E0L),
  NOT_W(0xF7D0L, 0x2A2003E0L), // not %eax | mvn w0, w0
  NOT_L(0x48F7D0L, 0xAA2003E0L),
  NEG_D(0x480FBAF83FL, 0xD2410000L), // btc $63, %rax | eor x0, x0, 1 << 63

  // A = A op B.
  INDEX(0x488D0488L, 0x8B010800L), // lea (%rax,%rcx,4), %rax | add x0, x0, x1, lsl 2
  SHL_W(0xD3E0L, 0x1AC12000L), // shl %cl, %eax | lsl w0, w0, w1
  SHL_L(0x48D3E0L, 0x9AC12000L),
  SHR_W(0xD3F8L, 0x1AC12800L), // sar %cl, %eax | asr w0, w0, w1
  SHR_L(0x48D3F8L, 0x9AC12800L),
  USHR_W(0xD3E8L, 0x1AC12400L), // shr %cl, %eax | lsr w0, w0, w1
  USHR_L(0x48D3E8L, 0x9AC12400L),
  DIV_W(0x99_F7F9L, 0x1AC10C00L), // cltd; idiv %ecx | sdiv w0, w0, w1
  DIV_L(0x4899_48F7F9L, 0x9AC10C00L),
  UDIV_W(0x31D2_F7F1L, 0x1AC10800L), // xor %edx, %edx; div %ecx | udiv w0, w0, w1
  UDIV_L(0x31D2_48F7F1L, 0x9AC10800L),
  // A division, then: mov %edx, %eax | msub w0, w4, w1, w0, where w4 is the quotient
  REM_W(0x99_F7F9_8BC2L, 0x1AC10C04_1B018080L),
  REM_L(0x4899_48F7F9_488BC2L, 0x9AC10C04_9B018080L),
  UREM_W(0x31D2_F7F1_8BC2L, 0x1AC10804_1B018080L),
  UREM_L(0x31D2_48F7F1_488BC2L, 0x9AC10804_9B018080L),

  /**
   * {@link Assembler.Condition#BELOW_OR_EQUAL} if the divisor {@code B} is 0 or -1: among those
   * divisions are the ones that C leaves undefined, and x86-64 raises an exception for them.
   */
  DIVISOR_W(0x8D5101_83FA01L, 0x11000422_7100045FL), // lea 1(%rcx), %edx; cmp $1, %edx
  DIVISOR_L(0x488D5101_4883FA01L, 0x91000422_F100045FL), // add x2, x1, 1; cmp x2, 1
  /** The same if it is 0. */
  UDIVISOR_W(0x85C9L, 0x7100003FL), // test %ecx, %ecx | cmp w1, 0
  UDIVISOR_L(0x4885C9L, 0xF100003FL),

  // A = 1 if a comparison came to that, 0 otherwise, once TRUTH has followed.
  IS_EQUAL(0x0F94C0L, 0x1A9F17E0L), // sete %al | cset w0, eq
  IS_NOT_EQUAL(0x0F95C0L, 0x1A9F07E0L), // setne %al | cset w0, ne
  IS_LESS(0x0F9CC0L, 0x1A9FA7E0L), // setl %al | cset w0, lt
  IS_LESS_OR_EQUAL(0x0F9EC0L, 0x1A9FC7E0L), // setle %al | cset w0, le
  IS_BELOW(0x0F92C0L, 0x1A9F27E0L), // setb %al | cset w0, lo
  IS_BELOW_OR_EQUAL(0x0F96C0L, 0x1A9F87E0L), // setbe %al | cset w0, ls
  // Doubles, one of which may be no number: then they are neither equal nor is one greater.
  IS_EQUAL_D(0x0F9BC0_0F94C1_21C8L, 0x1A9F17E0L), // setnp %al; sete %cl; and %ecx, %eax
  IS_NOT_EQUAL_D(0x0F9AC0_0F95C1_09C8L, 0x1A9F07E0L), // setp %al; setne %cl; or %ecx, %eax
  IS_GREATER_D(0x0F97C0L, 0x1A9FD7E0L), // seta %al | cset w0, gt
  IS_GREATER_OR_EQUAL_D(0x0F93C0L, 0x1A9FB7E0L), // setae %al | cset w0, ge
  TRUTH(0x0FB6C0L, 0), // movzbl %al, %eax

  // The xorps is there so that what was in the register need not be waited for.
  W_TO_D(0x0F57C0_F20F2AC0L, 0x1E620000L), // xorps %xmm0, %xmm0; cvtsi2sd %eax, %xmm0
  L_TO_D(0x0F57C0_F2480F2AC0L, 0x9E620000L), // scvtf d0, x0
  NARROW(0xF20F5AC0L, 0x1E624000L), // cvtsd2ss %xmm0, %xmm0 | fcvt s0, d0
  WIDEN(0xF30F5AC0L, 0x1E22C000L), // cvtss2sd %xmm0, %xmm0 | fcvt d0, s0
  ROUND_F(0xF20F5AC0_F30F5AC0L, 0x1E624000_1E22C000L), // both

  /** Takes one from the fuel: {@link Assembler.Condition#NEGATIVE} if there was none. */
  BURN(0x41FFCCL, 0x7100058CL), // dec %r12d | subs w12, w12, 1
  UNBURN(0x41FFC4L, 0x1100058CL), // inc %r12d | add w12, w12, 1

  /**
   * {@link Assembler.Condition#ABOVE} if eight bytes at the address {@code A} are not part of what
   * the program begins with or its heap.
   */
  CHECK_READ(0x488D1430_493BD0L, 0x8B060002_EB08005FL), // lea (%rax,%rsi), %rdx; cmp %r8, %rdx
  CHECK_WRITE(0x488D1438_493BD1L, 0x8B070002_EB09005FL), // add x2, x0, x7; cmp x2, x9

  /** {@link Assembler.Condition#BELOW} if a frame at {@code A} is too much for the stack. */
  CHECK_STACK(0x493BC2L, 0xEB0A001FL), // cmp %r10, %rax | cmp x0, x10

  /** An instruction's address becomes its number, and what is none a very high number. */
  TO_NUMBER(0x4803C6_48C1C804L, 0x8B060000_93C01000L), // add %rsi, %rax; ror $4, %rax
  TO_ADDRESS(0x48C1E004_482BC6L, 0xD37CEC00_CB060000L), // lsl x0, x0, 4; sub x0, x0, x6
  /** {@code T} = where the machine code of the instruction with number {@code A} lies. */
  LOOK_UP(0x418B1487_4903D6L, 0xB86079E2_8B0E0042L), // mov (%r15,%rax,4), %edx; add %r14, %rdx
  GO(0xFFE2L, 0xD61F0040L), // jmp *%rdx | br x2

  // Calls use the processor's own stack, which it predicts returns by. Nothing depends on it: a
  // return that does not come back from where it went is made without it.
  CALL(0xFFD2L, 0xD63F0040L), // call *%rdx | blr x2
  RETURN(0xC3L, 0xD65F03C0L), // ret | ret
  RETURNED(0, 0xF84107FEL), // | ldr x30, [sp], 16
  /** {@link #RETURN} goes to {@code T}. */
  RETURN_TO(0x52L, 0xAA0203FEL), // push %rdx | mov x30, x2
  MOVE_FRAME(0x488BD8L, 0xAA0003E3L), // mov %rax, %rbx | mov x3, x0
  GIVEN_BACK(0x8BC1L, 0xAA0103E0L), // mov %ecx, %eax | mov x0, x1

  // The JVM calls a native method with its environment and a class before the first parameter.
  COME(0x53_55_4154_4155_4156L, 0xF81F0FFEL), // push %rbx, %rbp, %r12 to %r14 | str x30, [sp, -16]!
  TAKE(0x4157_4C8BEAL, 0xAA0203ED_910003E4L), // push %r15; mov %rdx, %r13 | mov x13, x2; mov x4, sp
  GIVE(0x415F_415E_415D_415CL, 0x9100009F_F84107FEL), // pop %r15 to %r12 | mov sp, x4; ldr x30
  GO_BACK(0x5D_5B_C3L, 0xD65F03C0L), // pop %rbp; pop %rbx; ret | ret
  PAD(0x90L, 0xD503201FL); // nop | nop

  final long x86;
  final long arm;

  FixedStep(long x86, long arm) {
    this.x86 = x86;
    this.arm = arm;
  }
}
