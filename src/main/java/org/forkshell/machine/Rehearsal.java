package org.forkshell.machine;

import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.AtomicOperation;
import org.forkshell.abi.ErrorNumber;
import org.forkshell.abi.NativeFunction;
import org.forkshell.abi.NotedAccess;
import org.forkshell.abi.Ordering;
import org.forkshell.abi.Segment;
import org.forkshell.abi.SignalFrame;
import org.forkshell.abi.SystemCall;
import org.forkshell.abi.TranslatedCode;

/**
 * Calls every native function often, with arguments that take it through all it does, so that it is
 * linked and, where the JVM was told to, compiled before the first fork.
 */
public final class Rehearsal {
  // Each call of values() would leave an array in a heap that is never collected.
  private static final NativeFunction[] FUNCTIONS = NativeFunction.values();
  private static final AtomicOperation[] STEPS = AtomicOperation.values();

  private static final long SLOTS = AddressSpace.ORIGIN + AddressSpace.STACK_END - 4096;
  private static final long TEXTS = SLOTS - 64 * 1024;
  private static final long ROOM = TEXTS + 2 * 8192;

  private static final List<Class<?>> CLASSES =
      List.of(
          Arithmetic.class,
          DecimalDouble.class,
          Heap.class,
          Machine.class,
          MachineCode.class,
          Mathematics.class,
          Memory.class,
          MemoryFault.class,
          Natives.class,
          NumberReader.class,
          RawMemory.class,
          Races.class,
          RacingThread.class,
          FloatingConversion.class,
          Signals.class,
          Strings.class,
          ThreadArea.class,
          AtomicOperation.class,
          ErrorNumber.class,
          NativeFunction.class,
          NotedAccess.class,
          Ordering.class,
          Segment.class,
          SignalFrame.class,
          SystemCall.class,
          TranslatedCode.class);

  private final Memory memory;
  private final Natives natives;

  /**
   * @param memory that holds no program; the caller clears what is left in it
   */
  public Rehearsal(Memory memory) {
    this.memory = memory;
    this.natives = new Natives(memory, new ThreadArea());
  }

  /** The machine's classes, with those of the same nests. */
  public static List<Class<?>> classes() {
    return CLASSES;
  }

  /** Calls everything {@code rounds} times. */
  public void run(int rounds) {
    long heapEnd = memory.heapEnd();
    for (int i = 0; i < rounds; i++) {
      texts();
      doubles();
      numbers();
      heap();
      mathematics();
    }
    memory.heapEnd(heapEnd);
    memory.fill(AddressSpace.ORIGIN + AddressSpace.DATA, 0, 64);
  }

  /**
   * Looks for data races as two threads would that have some.
   *
   * @param room the host's address of {@link Races#SIZE} bytes of zeros, which are not needed later
   */
  public void races(long room, int rounds) {
    Races races = memory.races();
    RacingThread one = new RacingThread();
    RacingThread other = new RacingThread();
    races.begin(room, one);
    races.name(one, 1);
    for (int i = 0; i < rounds; i++) {
      races.take(other);
      races.name(other, 2);
      races.order(one, ROOM, Ordering.RELEASE);
      races.order(other, ROOM, Ordering.ACQUIRE);
      races.renew(ROOM);
      races.note(one, ROOM + 8L * i, NotedAccess.of(6, NotedAccess.WRITES), i, 0);
      races.note(other, ROOM + 8L * i, NotedAccess.of(4, 0), -i, 0);
      races.note(one, TEXTS + 3, NotedAccess.of(13, NotedAccess.ATOMIC), i, 0);
      announced(races, one);
      races.publish(one);
      races.learn(other);
      races.clear(TEXTS, 8192);
      races.leave(other);
    }
    long block = call(NativeFunction.malloc, 20, 0, 0, 0);
    races.allocated(block, 0, 1);
    races.allocators(memory.blockAt(block), 0);
    call(NativeFunction.__release, block, 0, 0, 0);
    memory.heapEnd(AddressSpace.ORIGIN + AddressSpace.HEAP);
    memory.fill(AddressSpace.ORIGIN + AddressSpace.DATA, 0, 64);
    races.giveUp();
  }

  private void announced(Races races, RacingThread thread) {
    put(TEXTS, "some text of a learner's program, longer than a word");
    put(TEXTS + 256, "some text, however");
    put(ROOM, "");
    for (NativeFunction function : FUNCTIONS) {
      if (function.ordinal() < NativeFunction.__error_message.ordinal()) {
        memory.pokeLong(SLOTS, writes(function) ? ROOM : TEXTS);
        memory.pokeLong(SLOTS + 8, TEXTS + 256);
        memory.pokeLong(SLOTS + 16, 12);
        natives.announce(function.ordinal(), SLOTS, thread);
        races.noteStretches(thread, 1, 0);
      }
    }
  }

  private void texts() {
    put(TEXTS, "some text of a learner's program, longer than a word");
    put(TEXTS + 256, "some text, however");
    put(ROOM, "");
    for (NativeFunction function : FUNCTIONS) {
      if (function.ordinal() < NativeFunction.__error_message.ordinal()) {
        boolean part = function == NativeFunction.memmem;
        call(function, writes(function) ? ROOM : TEXTS, TEXTS + 256, part ? TEXTS : 12, 4);
      }
    }
    call(NativeFunction.strchr, TEXTS, 'z', 0, 0);
    call(NativeFunction.__error_message, 11, ROOM, 0, 0);
    call(NativeFunction.__error_message, 999, ROOM, 0, 0);
    call(NativeFunction.__signal_message, 11, ROOM, 0, 0);
    call(NativeFunction.__signal_message, 40, ROOM, 0, 0);
    call(NativeFunction.__signal_message, 99, ROOM, 0, 0);
    call(NativeFunction.__last_newline, TEXTS, 20, 0, 0);
    for (int size = 1; size <= Long.BYTES; size *= 2) {
      call(NativeFunction.__swap_if, ROOM, 0, 1, size);
      call(NativeFunction.__swap_if, ROOM, 1, 0, size);
      for (AtomicOperation step : STEPS) {
        memory.change(ROOM, step.ordinal(), 1, size);
      }
    }
    call(NativeFunction.__fence, 0, 0, 0, 0);
  }

  private static boolean writes(NativeFunction function) {
    return switch (function) {
      case memcpy, mempcpy, memmove, memset, strcpy, strncpy, stpcpy, strcat, strncat -> true;
      default -> false;
    };
  }

  private void doubles() {
    show(3.14159, 'f', 6);
    show(1.25e70, 'F', 2);
    show(1e-200, 'e', 20);
    show(1.5e-5, 'g', -1);
    show(1e7, 'G', 3);
    show(0.1, 'a', -1);
    show(0.1, 'A', 3);
    show(0, 'f', -1);
  }

  private void show(double value, int conversion, int precision) {
    memory.pokeDouble(SLOTS, value);
    memory.pokeLong(SLOTS + 8, conversion);
    memory.pokeLong(SLOTS + 16, precision);
    memory.pokeLong(SLOTS + 24, precision & 1);
    memory.pokeLong(SLOTS + 32, ROOM);
    natives.call(NativeFunction.__show_double.ordinal(), SLOTS);
  }

  private void numbers() {
    number("  -1234xyz", 10);
    number("0x7fFF", 0);
    number("99999999999999999999", 10);
    number("12.5e3", 10);
    number("-.000000000000000000000012345678901234567890123", 10);
    number("1.7976931348623157e308", 10);
    number("0x1.8p3", 16);
    number("inf", 36);
    number("nan", 2);
  }

  private void number(String text, int base) {
    put(TEXTS, text);
    for (int i = NativeFunction.atoi.ordinal(); i <= NativeFunction.strtold.ordinal(); i++) {
      call(FUNCTIONS[i], TEXTS, ROOM, base, 0);
    }
  }

  private void heap() {
    long small = call(NativeFunction.malloc, 20, 0, 0, 0);
    long large = call(NativeFunction.calloc, 30, 100, 0, 0);
    small = call(NativeFunction.__resize, small, 2000, 0, 0);
    large = call(NativeFunction.__resize, large, 100, 0, 0);
    long aligned = call(NativeFunction.aligned_alloc, 256, 3000, 0, 0);
    call(NativeFunction.malloc_usable_size, large, 0, 0, 0);
    call(NativeFunction.__release, small, 0, 0, 0);
    call(NativeFunction.__release, aligned, 0, 0, 0);
    call(NativeFunction.__release, large, 0, 0, 0);
    call(NativeFunction.__release, large, 0, 0, 0);
    call(NativeFunction.malloc, -1, 0, 0, 0);
    call(NativeFunction.__move_break, 100, 0, 0, 0);
    call(NativeFunction.malloc, 300_000, 0, 0, 0);
    call(NativeFunction.__move_break, 100, 0, 0, 0);
    call(NativeFunction.__move_break, -100, 0, 0, 0);
    call(NativeFunction.__move_break, -1L << 40, 0, 0, 0);
  }

  /** Angles beyond a quarter turn, and large ones, are reduced by classes of their own. */
  private void mathematics() {
    mathematics(0.75);
    mathematics(-2.5);
    mathematics(1e22);
  }

  private void mathematics(double x) {
    for (NativeFunction function : FUNCTIONS) {
      if (function.ordinal() >= NativeFunction.sqrt.ordinal()) {
        memory.pokeDouble(SLOTS, x);
        memory.pokeDouble(SLOTS + 8, 0.5);
        if (function == NativeFunction.frexp || function == NativeFunction.modf) {
          memory.pokeLong(SLOTS + 8, ROOM);
        }
        natives.call(function.ordinal(), SLOTS);
      }
    }
  }

  private long call(NativeFunction function, long a, long b, long c, long d) {
    memory.pokeLong(SLOTS, a);
    memory.pokeLong(SLOTS + 8, b);
    memory.pokeLong(SLOTS + 16, c);
    memory.pokeLong(SLOTS + 24, d);
    natives.call(function.ordinal(), SLOTS);
    return memory.peekLong(SLOTS);
  }

  private void put(long address, String text) {
    for (int i = 0; i < text.length(); i++) {
      memory.storeByte(address + i, text.charAt(i));
    }
    memory.storeByte(address + text.length(), 0);
  }
}
