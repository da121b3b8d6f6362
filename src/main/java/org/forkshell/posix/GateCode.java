package org.forkshell.posix;

import java.util.HexFormat;
import org.forkshell.abi.Cpu;

/**
 * The few instructions that no Java can be: what runs as a signal handler, what makes a system call
 * unless a signal has come, and what ends a kernel thread and starts it again.
 *
 * <p>What they work on lies in a thread's {@link SignalGate area}, whose address is a multiple of
 * its size: a handler runs on that area as its stack and so finds it. ucontext_t has the mask at
 * 296 and the program counter at 168 on x86-64, at 40 and 440 on aarch64.
 */
public final class GateCode {
  /** The size of a thread's area, and what its address is a multiple of. */
  static final int AREA = 32768;

  /** Where in it the arguments of a system call lie; the noted signal is at its beginning. */
  static final int BLOCK = 192;

  private static final boolean ON_ARM = Cpu.CURRENT == Cpu.AARCH64;

  /** The handler of all signals that a program catches: (signal, siginfo, context). */
  static final int CATCH = 0;

  /** The handler of the wake-up, which only ends a call that waits. */
  static final int WAKE = ON_ARM ? 0x2c : 0x2d;

  /** (block): makes a system call, number and six arguments, unless a signal is noted. */
  static final int CALL = ON_ARM ? 0x4c : 0x56;

  /**
   * (block): keeps the stack and the thread pointer in the block, and ends the kernel thread. It
   * returns 0 in the one that {@link #START} makes of them.
   */
  static final int PARK = ON_ARM ? 0x78 : 0x89;

  /**
   * (block): clone(2) with the stack and the thread pointer in it, and with the flags, the parent's
   * and the child's address for the id that follow them.
   */
  static final int START = ON_ARM ? 0xb8 : 0xac;

  /** Where a handler returns to: rt_sigreturn(2). The kernel needs that on x86-64 only. */
  static final int RESTORE = 0xd7;

  private static final String X86 =
      // catch: (int signal, siginfo_t *info, ucontext_t *context)
      "89f8" // mov %edi,%eax
          + "4889e7" // mov %rsp,%rdi
          + "4881e70080ffff" // and $-AREA,%rdi
          + "488907" // mov %rax,(%rdi)
          + "4883c708" // add $8,%rdi
          + "b910000000" // mov $16,%ecx
          + "fc" // cld
          + "f348a5" // rep movsq
          + "48b8ffffffffffffffdf" // movabs $0xdfffffffffffffff,%rax
          + "48898228010000" // mov %rax,296(%rdx)
          // wake:
          + "488d0540000000" // lea begin(%rip),%rax
          + "488b8aa8000000" // mov 168(%rdx),%rcx
          + "4829c1" // sub %rax,%rcx
          + "4881f90c000000" // cmp $(end-begin),%rcx
          + "730e" // jae out
          + "488d0533000000" // lea given_up(%rip),%rax
          + "488982a8000000" // mov %rax,168(%rdx)
          // out:
          + "c3" // ret
          // call:
          + "4989fb" // mov %rdi,%r11
          + "498b03" // mov (%r11),%rax
          + "498b7310" // mov 16(%r11),%rsi
          + "498b5318" // mov 24(%r11),%rdx
          + "4d8b5320" // mov 32(%r11),%r10
          + "4d8b4328" // mov 40(%r11),%r8
          + "4d8b4b30" // mov 48(%r11),%r9
          + "498b7b08" // mov 8(%r11),%rdi
          // begin:
          + "4983bb40ffffff00" // cmpq $0,-BLOCK(%r11)
          + "7503" // jne given_up
          + "0f05" // syscall
          // end:
          + "c3" // ret
          // given_up:
          + "48c7c000feffff" // mov $-512,%rax
          + "c3" // ret
          // park:
          + "53" // push %rbx
          + "55" // push %rbp
          + "4154" // push %r12
          + "4155" // push %r13
          + "4156" // push %r14
          + "4157" // push %r15
          + "488927" // mov %rsp,(%rdi)
          + "64488b042500000000" // mov %fs:0,%rax
          + "48894708" // mov %rax,8(%rdi)
          + "b83c000000" // mov $60,%eax
          + "31ff" // xor %edi,%edi
          + "0f05" // syscall
          // start:
          + "488b37" // mov (%rdi),%rsi
          + "4c8b4708" // mov 8(%rdi),%r8
          + "488b5718" // mov 24(%rdi),%rdx
          + "4c8b5720" // mov 32(%rdi),%r10
          + "488b7f10" // mov 16(%rdi),%rdi
          + "b838000000" // mov $56,%eax
          + "0f05" // syscall
          + "4885c0" // test %rax,%rax
          + "7401" // jz 1f
          + "c3" // ret
          + "415f" // pop %r15
          + "415e" // pop %r14
          + "415d" // pop %r13
          + "415c" // pop %r12
          + "5d" // pop %rbp
          + "5b" // pop %rbx
          + "c3" // ret
          // restore:
          + "b80f000000" // mov $15, %eax
          + "0f05"; // syscall

  private static final String ARM =
      // catch: (int signal, siginfo_t *info, ucontext_t *context)
      "e3030091" // mov x3, sp
          + "63c07192" // and x3, x3, #-AREA
          + "600000f9" // str x0, [x3]
          + "63200091" // add x3, x3, 8
          + "040280d2" // mov x4, 16
          + "258440f8" // ldr x5, [x1], 8
          + "658400f8" // str x5, [x3], 8
          + "840400f1" // subs x4, x4, 1
          + "a1ffff54" // b.ne 1b
          + "0500e492" // mov x5, #0xdfffffffffffffff
          + "451400f9" // str x5, [x2, 40]
          // wake:
          + "a3010010" // adr x3, begin
          + "44dc40f9" // ldr x4, [x2, 440]
          + "840003cb" // sub x4, x4, x3
          + "9f3000f1" // cmp x4, end - begin
          + "62000054" // b.hs out
          + "83010010" // adr x3, given_up
          + "43dc00f9" // str x3, [x2, 440]
          // out:
          + "c0035fd6" // ret
          // call:
          + "e90300aa" // mov x9, x0
          + "280140f9" // ldr x8, [x9]
          + "208540a9" // ldp x0, x1, [x9, 8]
          + "228d41a9" // ldp x2, x3, [x9, 24]
          + "249542a9" // ldp x4, x5, [x9, 40]
          // begin:
          + "2a0154f8" // ldur x10, [x9, -BLOCK]
          + "6a0000b5" // cbnz x10, given_up
          + "010000d4" // svc 0
          // end:
          + "c0035fd6" // ret
          // given_up:
          + "e03f8092" // mov x0, -512
          + "c0035fd6" // ret
          // park:
          + "fd7bb5a9" // stp x29, x30, [sp, -176]!
          + "f35301a9" // stp x19, x20, [sp, 16]
          + "f55b02a9" // stp x21, x22, [sp, 32]
          + "f76303a9" // stp x23, x24, [sp, 48]
          + "f96b04a9" // stp x25, x26, [sp, 64]
          + "fb7305a9" // stp x27, x28, [sp, 80]
          + "e827066d" // stp d8, d9, [sp, 96]
          + "ea2f076d" // stp d10, d11, [sp, 112]
          + "ec37086d" // stp d12, d13, [sp, 128]
          + "ee3f096d" // stp d14, d15, [sp, 144]
          + "e1030091" // mov x1, sp
          + "42d03bd5" // mrs x2, tpidr_el0
          + "010800a9" // stp x1, x2, [x0]
          + "a80b80d2" // mov x8, 93
          + "000080d2" // mov x0, 0
          + "010000d4" // svc 0
          // start:
          + "e90300aa" // mov x9, x0
          + "210d40a9" // ldp x1, x3, [x9]
          + "200941a9" // ldp x0, x2, [x9, 16]
          + "241140f9" // ldr x4, [x9, 32]
          + "881b80d2" // mov x8, 220
          + "010000d4" // svc 0
          + "400000b4" // cbz x0, 1f
          + "c0035fd6" // ret
          + "f35341a9" // ldp x19, x20, [sp, 16]
          + "f55b42a9" // ldp x21, x22, [sp, 32]
          + "f76343a9" // ldp x23, x24, [sp, 48]
          + "f96b44a9" // ldp x25, x26, [sp, 64]
          + "fb7345a9" // ldp x27, x28, [sp, 80]
          + "e827466d" // ldp d8, d9, [sp, 96]
          + "ea2f476d" // ldp d10, d11, [sp, 112]
          + "ec37486d" // ldp d12, d13, [sp, 128]
          + "ee3f496d" // ldp d14, d15, [sp, 144]
          + "fd7bcba8" // ldp x29, x30, [sp], 176
          + "000080d2" // mov x0, 0
          + "c0035fd6"; // ret

  private GateCode() {}

  static byte[] bytes() {
    return HexFormat.of().parseHex(ON_ARM ? ARM : X86);
  }
}
