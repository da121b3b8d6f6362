package org.forkshell.posix;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.CallingConvention;
import com.kenai.jffi.Invoker;
import com.kenai.jffi.Type;
import java.nio.ByteOrder;
import java.util.HexFormat;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import org.forkshell.abi.Cpu;

/**
 * Two pages: a little machine code, and what it notes. No Java can run in a signal handler, so the
 * handler of all signals is this code. It notes the signal and its siginfo_t, and makes the kernel
 * block every other one until somebody has taken note: there is never more than one to be noted,
 * what else comes waits where sigpending(2) sees it.
 *
 * <p>The same code makes the system calls that may wait. It looks for a noted signal first; should
 * one come between that look and the call, the handler sees from the interrupted program counter
 * that it did, and moves it to where the call is given up. So no signal is slept through.
 */
public final class SignalGate {
  /** What {@link #call} answers when a signal had come before the call was made. */
  public static final int GIVEN_UP = 512;

  /** The wake-up passes while a signal waits to be taken note of: the mask has it clear. */
  public static final long ALL_BUT_WAKE = ~(1L << 61);

  private static final boolean ARM = Cpu.CURRENT == Cpu.AARCH64;
  private static final int PAGE = 4096;
  private static final int READ_WRITE = 3;
  private static final int READ_EXECUTE = 5;
  private static final int PRIVATE_FIXED = 0x12;
  private static final int PRIVATE_ANONYMOUS = 0x22;

  // The page behind the code's begins with the number of the noted signal, a long, then its
  // siginfo_t. ucontext_t has the mask at 296 and the program counter at 168 on x86-64, at 40 and
  // 440 on aarch64.
  private static final String CODE_X86 =
      // catch(int signal, siginfo_t *info, ucontext_t *context)
      "89f8" // mov eax, edi
          + "488d3df70f0000" // lea rdi, [noted]
          + "8907" // mov [rdi], eax
          + "4883c708" // add rdi, 8
          + "b910000000fcf348a5" // mov ecx, 16; cld; rep movsq
          + "48b8ffffffffffffffdf" // mov rax, ALL_BUT_WAKE
          + "48898228010000" // mov [rdx + 296], rax
          // wake:
          + "488d054b000000" // lea rax, [begin]
          + "488b8aa8000000" // mov rcx, [rdx + 168]
          + "4829c1" // sub rcx, rax
          + "4881f90c000000" // cmp rcx, end - begin
          + "730e" // jae out
          + "488d053e000000" // lea rax, [given_up]
          + "488982a8000000" // mov [rdx + 168], rax
          + "c3" // out: ret
          + "66662e0f1f8400000000000f1f00"
          // call(long block[7])
          + "488b07" // mov rax, [rdi]
          + "488b7710488b5718" // mov rsi, [rdi + 16]; mov rdx, [rdi + 24]
          + "4c8b57204c8b4728" // mov r10, [rdi + 32]; mov r8, [rdi + 40]
          + "4c8b4f30488b7f08" // mov r9, [rdi + 48]; mov rdi, [rdi + 8]
          + "48833d7d0f000000" // begin: cmp qword [noted], 0
          + "7503" // jne given_up
          + "0f05" // syscall
          + "c3" // end: ret
          + "48c7c000feffff" // given_up: mov rax, -512
          + "c3"; // ret

  private static final String CODE_ARM =
      // catch(int signal, siginfo_t *info, ucontext_t *context)
      "03800010" // adr x3, noted
          + "600000f9" // str x0, [x3]
          + "63200091" // add x3, x3, 8
          + "040280d2" // mov x4, 16
          + "258440f8658400f8" // 1: ldr x5, [x1], 8; str x5, [x3], 8
          + "840400f1a1ffff54" // subs x4, x4, 1; b.ne 1b
          + "0500e492" // mov x5, ALL_BUT_WAKE
          + "451400f9" // str x5, [x2, 40]
          // wake:
          + "c3010010" // adr x3, begin
          + "44dc40f9" // ldr x4, [x2, 440]
          + "840003cb" // sub x4, x4, x3
          + "9f3000f1" // cmp x4, end - begin
          + "62000054" // b.hs out
          + "a3010010" // adr x3, given_up
          + "43dc00f9" // str x3, [x2, 440]
          + "c0035fd6" // out: ret
          // call(long block[7])
          + "e90300aa" // mov x9, x0
          + "280140f9" // ldr x8, [x9]
          + "208540a9228d41a9249542a9" // ldp x0, x1, ...; ldp x2, x3, ...; ldp x4, x5, ...
          + "297d0010" // adr x9, noted
          + "2a0140f9" // begin: ldr x10, [x9]
          + "6a0000b5" // cbnz x10, given_up
          + "010000d4" // svc 0
          + "c0035fd6" // end: ret
          + "e03f8092" // given_up: mov x0, -512
          + "c0035fd6"; // ret

  private static final int WAKE = ARM ? 0x28 : 0x29;
  private static final int CALL = ARM ? 0x48 : 0x60;
  private static final int ARGUMENTS = 7;

  private final long code;
  private final Pointer block;
  private final Invoker invoker = Invoker.getInstance();
  private final CallContext oneLong =
      CallContext.getCallContext(
          Type.SINT64, new Type[] {Type.SINT64}, CallingConvention.DEFAULT, false);

  private SignalGate(long code) {
    this.code = code;
    this.block = Pointer.wrap(Runtime.getSystemRuntime(), Posix.allocate(8 * ARGUMENTS).address());
  }

  /** Maps the two pages, which processes inherit by fork, each with notes of its own. */
  public static SignalGate map(Posix posix) {
    byte[] bytes = HexFormat.of().parseHex(ARM ? CODE_ARM : CODE_X86);
    Posix.Native memory = Posix.allocate(bytes.length);
    memory.buffer().order(ByteOrder.nativeOrder()).put(bytes);
    Libc libc = posix.libc();
    // Through a file, so that no page is ever writable and executable.
    int file = libc.memfd_create(Posix.string("forkshell-signals"), 1);
    long address = posix.mmap(0, 2 * PAGE, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0);
    if (file < 0
        || address == -1
        || libc.write(file, memory.address(), bytes.length) != bytes.length
        || libc.ftruncate(file, PAGE) != 0
        || posix.mmap(address, PAGE, READ_EXECUTE, PRIVATE_FIXED, file, 0) != address) {
      throw new SystemCallException("mmap", posix.errno());
    }
    libc.close(file);
    return new SignalGate(address);
  }

  /** The address of the handler of a signal that a program catches. */
  public long catcher() {
    return code;
  }

  /** The address of the handler of the wake-up, which only ends a call that waits. */
  public long waker() {
    return code + WAKE;
  }

  /** The address of the number of the noted signal, a long, 0 if there is none. */
  public long noted() {
    return code + PAGE;
  }

  /** The address of the noted signal's siginfo_t. */
  public long info() {
    return code + PAGE + 8;
  }

  /**
   * Makes a system call, unless a signal is noted.
   *
   * @return its result, the negative errno, or -{@link #GIVEN_UP}
   */
  long call(long number, long a, long b, long c, long d, long e) {
    block.putLong(0, number);
    block.putLong(8, a);
    block.putLong(16, b);
    block.putLong(24, c);
    block.putLong(32, d);
    block.putLong(40, e);
    return invoke();
  }

  /** The same with a sixth argument. */
  long call(long number, long a, long b, long c, long d, long e, long f) {
    block.putLong(48, f);
    return call(number, a, b, c, d, e);
  }

  private long invoke() {
    return invoker.invokeL1(oneLong, code + CALL, block.address());
  }
}
