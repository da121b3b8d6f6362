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
import org.forkshell.abi.StreamLayout;
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
  private static final long FORMATS = TEXTS + 8192;
  private static final long ROOM = TEXTS + 2 * 8192;
  private static final long STREAM = TEXTS + 4 * 8192;
  private static final long STATE = STREAM + 1024;
  private static final long BUFFER = STREAM + 2048;

  private static final List<Class<?>> CLASSES =
      List.of(
          Arithmetic.class,
          DecimalDouble.class,
          Directive.class,
          Format.class,
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
          PaddedField.class,
          Rendering.class,
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
      formats();
      streams();
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

  private void formats() {
    for (int i = 0; i < 8; i++) {
      memory.storeLong(FORMATS + 1024 + 8L * i, 8 * i - 9);
    }
    format("plain %% and %d %5u %-8ld|%+05i %.3d %c %*d\n");
    format("%#x %o %llX %hhd %hd %zu %p %4$d %y %b\n");
    memory.storeLong(FORMATS + 1024, TEXTS);
    memory.storeLong(FORMATS + 1032, 0);
    format("%s %s %10.4m\n");
    format("%-20.3s|");
    memory.checkWritable(FORMATS + 1024, 64);
    memory.pokeDouble(FORMATS + 1024, 3.14159);
    memory.pokeDouble(FORMATS + 1032, -1.5e-5);
    memory.pokeDouble(FORMATS + 1040, 1.25e70);
    memory.pokeDouble(FORMATS + 1048, 1e-200);
    memory.pokeDouble(FORMATS + 1056, Double.NaN);
    format("%f %.2f %e %g %F");
    format("%g %G %10.3f %08.1e %a");
  }

  private void format(String format) {
    put(FORMATS, format);
    call(NativeFunction.vsnprintf, ROOM, 512, FORMATS, FORMATS + 1024);
  }

  /** A line that fits the buffer of a line-buffered stream, and a number that does not. */
  private void streams() {
    memory.fill(STREAM, 0, StreamLayout.SIZE);
    memory.storeInt(STREAM + StreamLayout.FLAGS, StreamLayout.PUTTING | StreamLayout.LINE_BUFFERED);
    memory.storeLong(STREAM + StreamLayout.WRITE, BUFFER);
    memory.storeLong(STREAM + StreamLayout.BUFFER_END, BUFFER + 64);
    put(FORMATS, "line\n%s%90d");
    memory.storeLong(FORMATS + 1024, TEXTS);
    memory.storeLong(FORMATS + 1032, 42);
    memory.fill(STATE, 0, 128);
    memory.storeLong(STATE, FORMATS);
    memory.storeLong(STATE + 8, FORMATS + 1024);
    for (int i = 0; i < 4; i++) {
      call(NativeFunction.__print, STREAM, STATE, 0, 0);
    }
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
