package org.forkshell.machine;

import org.forkshell.abi.ErrorNumber;
import org.forkshell.abi.NativeFunction;
import org.jspecify.annotations.Nullable;

/**
 * Computes the {@link NativeFunction}s on one program's memory. A call allocates nothing, never
 * blocks, and leaves nothing behind but what it wrote to memory; an access to memory that the
 * program does not have throws a {@link MemoryFault}.
 */
public final class Natives {
  private static final NativeFunction[] FUNCTIONS = NativeFunction.values();
  private static final int FIRST_MATH = NativeFunction.sqrt.ordinal();
  private static final int MALLOC = NativeFunction.malloc.ordinal();
  private static final int CALLOC = NativeFunction.calloc.ordinal();
  private static final int ALIGNED = NativeFunction.aligned_alloc.ordinal();
  private static final int RESIZE = NativeFunction.__resize.ordinal();

  private final Memory memory;
  private final ThreadArea area;
  private final Strings strings;
  private final Heap heap;

  // With their buffers, of which few threads have need.
  private @Nullable FloatingConversion floating;
  private @Nullable NumberReader numbers;

  /**
   * @param area of the calling thread
   */
  public Natives(Memory memory, ThreadArea area) {
    this.memory = memory;
    this.area = area;
    this.strings = new Strings(memory);
    this.heap = new Heap(memory, area);
  }

  /**
   * Calls a function.
   *
   * @param ordinal of the {@link NativeFunction}
   * @param slots the address of the first argument's slot, which takes the result
   * @return false if nothing was done, because another thread is at work on the heap just now
   */
  public boolean call(int ordinal, long slots) {
    NativeFunction function = FUNCTIONS[ordinal];
    if (ordinal >= FIRST_MATH) {
      mathematics(function, slots);
      return true;
    }
    if (function.usesHeap()) {
      return callLocked(function, slots);
    }
    call(function, slots);
    return true;
  }

  /** Whether a function, by its ordinal, gives the program a block. */
  static boolean allocates(int ordinal) {
    return ordinal == MALLOC || ordinal == CALLOC || ordinal == ALIGNED || ordinal == RESIZE;
  }

  /** How many bytes of a block the program may use. */
  long usable(long block) {
    return heap.usable(block);
  }

  /**
   * Says what a function will read and write, as far as that is of the program's own. A text that
   * does not end faults here as it would there.
   *
   * @param slots the address of the first argument's slot
   */
  void announce(int ordinal, long slots, RacingThread to) {
    long a = memory.peekLong(slots);
    long b = memory.peekLong(slots + 8);
    long c = memory.peekLong(slots + 16);
    to.readLength = 0;
    to.alsoReadLength = 0;
    to.writtenLength = 0;
    switch (FUNCTIONS[ordinal]) {
      case memcpy:
      case mempcpy:
      case memmove:
        moves(to, a, b, c);
        break;
      case memset:
        moves(to, a, 0, c);
        to.readLength = 0;
        break;
      case memcmp:
        moves(to, 0, a, c);
        to.alsoReadAt = b;
        to.alsoReadLength = c;
        to.writtenLength = 0;
        break;
      case strlen:
        moves(to, 0, a, strings.length(a) + 1);
        to.writtenLength = 0;
        break;
      case strcpy:
      case stpcpy:
        moves(to, a, b, strings.length(b) + 1);
        break;
      case strncpy:
        moves(to, a, b, c);
        to.readLength = Math.min(c, strings.length(b, c) + 1);
        break;
      case strcat:
        append(to, a, b, strings.length(b));
        break;
      case strncat:
        append(to, a, b, strings.length(b, c));
        break;
      default:
        break;
    }
  }

  private static void moves(RacingThread to, long target, long source, long length) {
    to.readAt = source;
    to.readLength = length;
    to.writtenAt = target;
    to.writtenLength = length;
  }

  private FloatingConversion floating() {
    FloatingConversion made = floating;
    if (made == null) {
      made = new FloatingConversion(memory);
      floating = made;
    }
    return made;
  }

  private NumberReader numbers() {
    NumberReader made = numbers;
    if (made == null) {
      made = new NumberReader(memory, area);
      numbers = made;
    }
    return made;
  }

  private void append(RacingThread to, long target, long source, long length) {
    long before = strings.length(target);
    moves(to, target + before, source, length + 1);
    to.readLength = length;
    to.alsoReadAt = target;
    to.alsoReadLength = before;
  }

  private boolean callLocked(NativeFunction function, long slots) {
    if (!memory.tryLockHeap()) {
      return false;
    }
    try {
      call(function, slots);
    } finally {
      memory.unlockHeap();
    }
    return true;
  }

  private void call(NativeFunction function, long slots) {
    long a = memory.peekLong(slots);
    long b = memory.peekLong(slots + 8);
    long c = memory.peekLong(slots + 16);
    long result = a;
    switch (function) {
      case __errno_location:
        result = area.errno();
        break;
      case memcpy:
      case memmove:
        strings.move(a, b, c);
        break;
      case mempcpy:
        strings.move(a, b, c);
        result = a + c;
        break;
      case memset:
        if (c != 0) {
          memory.fill(a, (int) b, c);
        }
        break;
      case memcmp:
        result = strings.compareBytes(a, b, c);
        break;
      case memchr:
        result = strings.find(a, (int) b, c);
        break;
      case memrchr:
        result = strings.findLast(a, (int) b, c);
        break;
      case memmem:
        result = strings.findBytes(a, b, c, memory.peekLong(slots + 24));
        break;
      case strlen:
        result = strings.length(a);
        break;
      case strnlen:
        result = strings.length(a, b);
        break;
      case strcpy:
        strings.copy(a, b);
        break;
      case stpcpy:
        strings.copy(a, b);
        result = a + strings.length(a);
        break;
      case strncpy:
        strings.copy(a, b, c);
        break;
      case strcat:
        strings.copy(a + strings.length(a), b);
        break;
      case strncat:
        append(a, b, c);
        break;
      case strcmp:
        result = strings.compare(a, b, -1);
        break;
      case strncmp:
        result = strings.compare(a, b, c);
        break;
      case strcasecmp:
        result = strings.compareIgnoringCase(a, b, -1);
        break;
      case strncasecmp:
        result = strings.compareIgnoringCase(a, b, c);
        break;
      case strchr:
        result = strings.findOrEnd(a, (int) b);
        if (memory.peekByte(result) != (byte) b) {
          result = 0;
        }
        break;
      case strchrnul:
        result = strings.findOrEnd(a, (int) b);
        break;
      case strrchr:
        result = strings.findLast(a, (int) b, strings.length(a) + 1);
        break;
      case strstr:
        result = strings.findText(a, b, false);
        break;
      case strcasestr:
        result = strings.findText(a, b, true);
        break;
      case strspn:
        result = strings.span(a, b, true);
        break;
      case strcspn:
        result = strings.span(a, b, false);
        break;
      case strpbrk:
        result = a + strings.span(a, b, false);
        if (memory.peekByte(result) == 0) {
          result = 0;
        }
        break;
      case __error_message:
        message(b, "Unknown error ", (int) a, ErrorNumber.message((int) a));
        break;
      case __signal_message:
        signalMessage(b, (int) a);
        break;
      case __show_double:
        floating()
            .show(
                memory.peekDouble(slots),
                (char) b,
                (int) c,
                memory.peekInt(slots + 24) != 0,
                memory.peekLong(slots + 32));
        break;
      case __last_newline:
        result = strings.findLast(a, '\n', b);
        break;
      case malloc:
        result = heap.allocate(a);
        break;
      case calloc:
        result = heap.allocateZeros(a, b);
        break;
      case aligned_alloc:
        result = heap.allocateAligned(a, b);
        break;
      case __swap_if:
        result = memory.swapIf(a, b, c, (int) memory.peekLong(slots + 24));
        break;
      case __fence:
        RawMemory.fence();
        break;
      case __ordered_after:
      case __ordered_before:
        break;
      case malloc_usable_size:
        result = heap.usable(a);
        break;
      case __move_break:
        result = heap.moveBreak(a);
        break;
      case __release:
        result = heap.release(a);
        break;
      case __resize:
        result = heap.resize(a, b);
        break;
      case atoi:
        result = (int) numbers().integer(a, 0, 10, true);
        break;
      case atol:
      case atoll:
        result = numbers().integer(a, 0, 10, true);
        break;
      case strtol:
      case strtoll:
        result = numbers().integer(a, b, (int) c, true);
        break;
      case strtoul:
      case strtoull:
        result = numbers().integer(a, b, (int) c, false);
        break;
      case atof:
        result = Double.doubleToRawLongBits(numbers().floating(a, 0, false));
        break;
      case strtod:
      case strtold:
        result = Double.doubleToRawLongBits(numbers().floating(a, b, false));
        break;
      case strtof:
        result = Double.doubleToRawLongBits(numbers().floating(a, b, true));
        break;
      default:
        throw new AssertionError(function);
    }
    memory.pokeLong(slots, result);
  }

  private void mathematics(NativeFunction function, long slots) {
    double x = memory.peekDouble(slots);
    double y = memory.peekDouble(slots + 8);
    double result;
    switch (function) {
      case sqrt:
        result = Math.sqrt(x);
        break;
      case cbrt:
        result = StrictMath.cbrt(x);
        break;
      case pow:
        result = Mathematics.power(x, y);
        break;
      case exp:
        result = StrictMath.exp(x);
        break;
      case exp2:
        result = StrictMath.pow(2, x);
        break;
      case expm1:
        result = StrictMath.expm1(x);
        break;
      case log:
        result = StrictMath.log(x);
        break;
      case log2:
        result = Mathematics.log2(x);
        break;
      case log10:
        result = StrictMath.log10(x);
        break;
      case log1p:
        result = StrictMath.log1p(x);
        break;
      case sin:
        result = StrictMath.sin(x);
        break;
      case cos:
        result = StrictMath.cos(x);
        break;
      case tan:
        result = StrictMath.tan(x);
        break;
      case asin:
        result = StrictMath.asin(x);
        break;
      case acos:
        result = StrictMath.acos(x);
        break;
      case atan:
        result = StrictMath.atan(x);
        break;
      case atan2:
        result = StrictMath.atan2(x, y);
        break;
      case sinh:
        result = StrictMath.sinh(x);
        break;
      case cosh:
        result = StrictMath.cosh(x);
        break;
      case tanh:
        result = StrictMath.tanh(x);
        break;
      case hypot:
        result = StrictMath.hypot(x, y);
        break;
      case floor:
        result = StrictMath.floor(x);
        break;
      case ceil:
        result = StrictMath.ceil(x);
        break;
      case trunc:
        result = x < 0 ? StrictMath.ceil(x) : StrictMath.floor(x);
        break;
      case round:
        result = Mathematics.round(x);
        break;
      case rint:
      case nearbyint:
        result = StrictMath.rint(x);
        break;
      case fabs:
        result = Math.abs(x);
        break;
      case fmod:
        result = x % y;
        break;
      case remainder:
        result = StrictMath.IEEEremainder(x, y);
        break;
      case copysign:
        result = StrictMath.copySign(x, y);
        break;
      case nextafter:
        result = StrictMath.nextAfter(x, y);
        break;
      case ldexp:
        result = StrictMath.scalb(x, memory.peekInt(slots + 8));
        break;
      case frexp:
        result = frexp(x, memory.peekLong(slots + 8));
        break;
      case modf:
        result = modf(x, memory.peekLong(slots + 8));
        break;
      case lround:
      case llround:
        memory.pokeLong(slots, Mathematics.toLong(Mathematics.round(x)));
        return;
      case lrint:
      case llrint:
        memory.pokeLong(slots, Mathematics.toLong(StrictMath.rint(x)));
        return;
      case fmin:
        result = Double.isNaN(x) ? y : Double.isNaN(y) ? x : Math.min(x, y);
        break;
      case fmax:
        result = Double.isNaN(x) ? y : Double.isNaN(y) ? x : Math.max(x, y);
        break;
      case fdim:
        result = x > y ? x - y : x <= y ? 0 : x + y;
        break;
      default:
        throw new AssertionError(function);
    }
    memory.pokeDouble(slots, result);
  }

  private void append(long to, long text, long most) {
    long end = to + strings.length(to);
    long length = strings.length(text, most);
    strings.move(end, text, length);
    memory.storeByte(end + length, 0);
  }

  private void message(long to, String unknown, int number, String known) {
    if (known.isEmpty()) {
      strings.put(to, unknown);
      appendNumber(to + unknown.length(), number);
    } else {
      strings.put(to, known);
    }
  }

  private void signalMessage(long to, int number) {
    if (number >= Signals.REAL_TIME && number <= Signals.LAST) {
      message(to, "Real-time signal ", number - Signals.REAL_TIME, "");
    } else {
      message(to, "Unknown signal ", number, Signals.message(number));
    }
  }

  private void appendNumber(long to, int number) {
    long at = to;
    if (number < 0) {
      memory.storeByte(at++, '-');
    }
    long rest = Math.abs((long) number);
    long divisor = 1;
    while (rest / divisor >= 10) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      memory.storeByte(at++, (int) ('0' + rest / divisor % 10));
    }
    memory.storeByte(at, 0);
  }

  private double frexp(double x, long to) {
    memory.checkWritable(to, 4);
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      memory.pokeInt(to, 0);
      return x;
    }
    boolean subnormal = Math.getExponent(x) < Double.MIN_EXPONENT;
    double scaled = subnormal ? x * 0x1p54 : x;
    int exponent = Math.getExponent(scaled) + 1;
    memory.pokeInt(to, subnormal ? exponent - 54 : exponent);
    return Math.scalb(scaled, -exponent);
  }

  private double modf(double x, long to) {
    memory.checkWritable(to, 8);
    double whole = x < 0 ? StrictMath.ceil(x) : StrictMath.floor(x);
    memory.pokeDouble(to, whole);
    return StrictMath.copySign(Double.isInfinite(x) ? 0 : x - whole, x);
  }
}
