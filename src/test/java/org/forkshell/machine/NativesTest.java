package org.forkshell.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.forkshell.abi.NativeFunction.*;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NativesTest {
  private final NativeCalls calls = new NativeCalls();

  @AfterEach
  void freeMemory() {
    calls.close();
  }

  @Test
  void texts() {
    long text = calls.put("hello, world");
    assertThat(calls.call(strlen, text)).isEqualTo(12);
    assertThat(calls.call(strnlen, text, 5)).isEqualTo(5);
    assertThat(calls.call(strchr, text, 'o') - text).isEqualTo(4);
    assertThat(calls.call(strchr, text, 0) - text).isEqualTo(12);
    assertThat(calls.call(strchr, text, 'z')).isZero();
    assertThat(calls.call(strrchr, text, 'o') - text).isEqualTo(8);
    assertThat(calls.call(strstr, text, calls.put("wor")) - text).isEqualTo(7);
    assertThat(calls.call(strstr, text, calls.put("words"))).isZero();
    assertThat(calls.call(strcasestr, text, calls.put("WOR")) - text).isEqualTo(7);
    assertThat(calls.call(strspn, text, calls.put("ehl"))).isEqualTo(4);
    assertThat(calls.call(strcspn, text, calls.put(" ,"))).isEqualTo(5);
    assertThat(calls.call(strpbrk, text, calls.put("xw")) - text).isEqualTo(7);
    assertThat(calls.call(memchr, text, 'w', 12) - text).isEqualTo(7);
    assertThat(calls.call(memchr, text, 'w', 7)).isZero();
    assertThat(calls.call(memrchr, text, 'l', 12) - text).isEqualTo(10);
    assertThat(calls.call(memmem, text, 12, calls.put("lo,"), 3) - text).isEqualTo(3);
    assertThat((int) calls.call(strcmp, text, calls.put("help"))).isNegative();
    assertThat((int) calls.call(strncmp, text, calls.put("help"), 3)).isZero();
    assertThat((int) calls.call(strcasecmp, text, calls.put("HELLO, WORLD"))).isZero();
    assertThat((int) calls.call(memcmp, text, calls.put("hello, warm!"), 12)).isPositive();
  }

  @Test
  void copies() {
    long to = calls.space(64);
    calls.call(strcpy, to, calls.put("abc"));
    calls.call(strcat, to, calls.put("def"));
    calls.call(strncat, to, calls.put("ghijk"), 2);
    assertThat(calls.text(to)).isEqualTo("abcdefgh");
    calls.call(memmove, to + 2, to, 6);
    assertThat(calls.text(to)).isEqualTo("ababcdef");
    calls.call(strncpy, to, calls.put("xy"), 5);
    assertThat(calls.text(to)).isEqualTo("xy");
    assertThat(calls.memory.peekByte(to + 4)).isZero();
    assertThat(calls.memory.peekByte(to + 5)).isEqualTo((byte) 'd');
    assertThat(calls.call(stpcpy, to, calls.put("pq")) - to).isEqualTo(2);
    calls.call(memset, to, 'z', 3);
    assertThat(calls.call(memcpy, 0, 0, 0)).isZero();
  }

  @Test
  void messages() {
    long to = calls.space(64);
    calls.call(__error_message, 11, to);
    assertThat(calls.text(to)).isEqualTo("Resource temporarily unavailable");
    calls.call(__error_message, 4711, to);
    assertThat(calls.text(to)).isEqualTo("Unknown error 4711");
    calls.call(__signal_message, 11, to);
    assertThat(calls.text(to)).isEqualTo("Segmentation fault");
    calls.call(__signal_message, 35, to);
    assertThat(calls.text(to)).isEqualTo("Real-time signal 1");
  }

  @Test
  void mathematics() {
    assertThat(calls.callDouble(sqrt, 2)).isEqualTo(Math.sqrt(2));
    assertThat(calls.callDouble(pow, 2, 10)).isEqualTo(1024);
    assertThat(calls.callDouble(pow, 1, Double.NaN)).isEqualTo(1);
    assertThat(calls.callDouble(round, -2.5)).isEqualTo(-3);
    assertThat(calls.callDouble(round, 0.49999999999999994)).isZero();
    assertThat(calls.callDouble(trunc, -2.7)).isEqualTo(-2);
    assertThat(calls.callDouble(fmod, -7, 3)).isEqualTo(-1);
    assertThat(calls.callDouble(log2, 1024)).isEqualTo(10);
    assertThat(calls.callDouble(log10, 1000)).isEqualTo(3);
    long whole = calls.space(8);
    calls.memory.pokeDouble(NativeCalls.SLOTS, -3.25);
    calls.memory.pokeLong(NativeCalls.SLOTS + 8, whole);
    calls.natives.call(modf.ordinal(), NativeCalls.SLOTS);
    assertThat(calls.memory.peekDouble(NativeCalls.SLOTS)).isEqualTo(-0.25);
    assertThat(calls.memory.peekDouble(whole)).isEqualTo(-3);
    calls.memory.pokeDouble(NativeCalls.SLOTS, 48);
    calls.natives.call(frexp.ordinal(), NativeCalls.SLOTS);
    assertThat(calls.memory.peekDouble(NativeCalls.SLOTS)).isEqualTo(0.75);
    assertThat(calls.memory.peekInt(whole)).isEqualTo(6);
  }

  @Test
  void memoryThatIsNotThereFaults() {
    assertThatThrownBy(() -> calls.call(strlen, 0)).isInstanceOf(MemoryFault.class);
    assertThatThrownBy(() -> calls.call(strcpy, 16, calls.put("abc")))
        .isInstanceOf(MemoryFault.class);
    assertThatThrownBy(() -> calls.print(calls.space(9), 9, calls.put("%s"), 16))
        .isInstanceOf(MemoryFault.class);
    calls.call(malloc, 8);
    long end = calls.memory.heapEnd();
    calls.memory.fill(end - 100, 'x', 100);
    assertThatThrownBy(() -> calls.call(strlen, end - 100))
        .isInstanceOfSatisfying(
            MemoryFault.class, fault -> assertThat(fault.address()).isEqualTo(end));
    assertThat(calls.call(memchr, end - 100, 'x', 1L << 60)).isEqualTo(end - 100);
  }

  /** In a forked process no thread is left that could collect garbage. */
  @Test
  void aMillionCallsAllocateNothing() {
    long to = calls.space(4096);
    long text = calls.put("some text to be read");
    long number = calls.put("  -12345.678901234567890123e-20 ");
    long end = calls.space(8);
    int[] harmless = {strlen.ordinal(), strspn.ordinal(), sqrt.ordinal(), atoi.ordinal()};
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = 0;
    for (int i = 0; i < 120_000; i++) {
      if (i == 20_000) {
        before = threads.getThreadAllocatedBytes(thread);
      }
      for (int function : harmless) {
        call(function, text, text, 0, 0);
      }
      showDouble(1e-300 * i, to);
      call(strtod.ordinal(), number, end, 0, 0);
      call(malloc.ordinal(), i % 3000, 0, 0, 0);
      call(__release.ordinal(), calls.memory.peekLong(NativeCalls.SLOTS), 0, 0, 0);
      call(strcpy.ordinal(), to, text, 0, 0);
      call(__error_message.ordinal(), 11, to, 0, 0);
    }
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(allocated).isLessThan(10_000);
  }

  private void showDouble(double value, long to) {
    calls.memory.pokeDouble(NativeCalls.SLOTS, value);
    calls.memory.pokeLong(NativeCalls.SLOTS + 8, 'g');
    calls.memory.pokeLong(NativeCalls.SLOTS + 16, 20);
    calls.memory.pokeLong(NativeCalls.SLOTS + 24, 0);
    calls.memory.pokeLong(NativeCalls.SLOTS + 32, to);
    calls.natives.call(__show_double.ordinal(), NativeCalls.SLOTS);
  }

  private void call(int ordinal, long a, long b, long c, long d) {
    calls.memory.pokeLong(NativeCalls.SLOTS, a);
    calls.memory.pokeLong(NativeCalls.SLOTS + 8, b);
    calls.memory.pokeLong(NativeCalls.SLOTS + 16, c);
    calls.memory.pokeLong(NativeCalls.SLOTS + 24, d);
    calls.natives.call(ordinal, NativeCalls.SLOTS);
  }

  @Test
  void everyFunctionIsRehearsedAndTheHeapLeftAsItWas() {
    long end = calls.memory.heapEnd();
    new Rehearsal(calls.memory).run(2);
    assertThat(calls.memory.heapEnd()).isEqualTo(end);
    assertThat(calls.call(malloc, 1) & 0xFFF).isEqualTo(0x2a0);
  }
}
