package org.forkshell.machine;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.AtomicOperation;
import org.forkshell.abi.Segment;

/**
 * The memory of one program, laid out as {@link AddressSpace} says. {@code load} and {@code store}
 * check the address as the kernel would and throw a {@link MemoryFault}; {@code peek} and {@code
 * poke} trust their caller.
 *
 * <p>Addresses are the program's own. In a real process they are also the addresses of the host; a
 * copy for the model kernel lies elsewhere, and {@code bias} is the distance.
 */
public final class Memory {
  private static final long START = AddressSpace.ORIGIN + AddressSpace.CODE;
  private static final long WRITABLE = AddressSpace.ORIGIN + AddressSpace.DATA;
  private static final long STACK_START = AddressSpace.ORIGIN + AddressSpace.STACK;
  private static final long STACK_END = AddressSpace.ORIGIN + AddressSpace.STACK_END;

  /** How many threads may fault at the same time and be told apart. */
  private static final int FAULTS = 64;

  // The machine's compiled code wants numbers.
  private static final int LOAD = AtomicOperation.LOAD.ordinal();
  private static final int EXCHANGE = AtomicOperation.EXCHANGE.ordinal();
  private static final int ADD = AtomicOperation.ADD.ordinal();
  private static final int SUBTRACT = AtomicOperation.SUBTRACT.ordinal();
  private static final int AND = AtomicOperation.AND.ordinal();
  private static final int OR = AtomicOperation.OR.ordinal();
  private static final int XOR = AtomicOperation.XOR.ordinal();

  /** The lock of the heap, an int beside its other words, so that fork copies it with them. */
  private static final long HEAP_LOCK = AddressSpace.ORIGIN + AddressSpace.DATA + 32;

  private final long bias;
  private final MemoryFault[] faults = new MemoryFault[FAULTS];
  private final Races races = new Races();
  private int nextFault;
  private long heapEnd = AddressSpace.ORIGIN + AddressSpace.HEAP;
  private long mappingsStart = STACK_START;

  /**
   * @param host where {@link AddressSpace#SIZE} bytes of zeros lie that only this object uses
   */
  public Memory(long host) {
    this.bias = host - AddressSpace.ORIGIN;
    for (int i = 0; i < FAULTS; i++) {
      faults[i] = new MemoryFault();
    }
  }

  /** Memory anywhere in this JVM's own process, for programs that are computed rather than run. */
  public static Memory anywhere() {
    return new Memory(RawMemory.allocate(AddressSpace.SIZE));
  }

  /** Gives back what {@link #anywhere} took; the object must not be used any more. */
  public void free() {
    RawMemory.free(AddressSpace.ORIGIN + bias);
  }

  /** Looks for data races in it, where the program asks for that. */
  public Races races() {
    return races;
  }

  /** The program's address of an offset in the {@link AddressSpace}. */
  public static long addressOf(long offset) {
    return AddressSpace.ORIGIN + offset;
  }

  /** Puts a part of a program where it belongs. */
  public void put(Segment segment) {
    long to = AddressSpace.ORIGIN + segment.offset();
    RawMemory.copy(segment.bytes(), to + bias);
  }

  /**
   * Puts a part of a program where it belongs.
   *
   * @param offset where, an offset in the address space
   * @param host the host's address of the bytes
   */
  public void put(long offset, long host, long count) {
    RawMemory.copy(host, AddressSpace.ORIGIN + offset + bias, count);
  }

  /** The first address after the heap: malloc's own, as brk(2) would say. */
  public long heapEnd() {
    return heapEnd;
  }

  /** Moves the end of the heap; the caller keeps it below {@link AddressSpace#STACK}. */
  public void heapEnd(long address) {
    heapEnd = address;
  }

  /** The lowest address of what mmap(2) gave, or of the stack if it gave nothing. */
  public long mappingsStart() {
    return mappingsStart;
  }

  /**
   * Says that what lies between {@code address} and the stack is the kernel's affair from now on:
   * it answers accesses where nothing is mapped. The caller keeps it above {@link #heapEnd}.
   */
  public void mappingsStart(long address) {
    mappingsStart = address;
  }

  /** Whether all {@code length} bytes from {@code address} may be read. */
  public boolean isReadable(long address, long length) {
    return lie(address, length, START, heapEnd) || lie(address, length, mappingsStart, STACK_END);
  }

  /** The first address after the readable stretch in which {@code address} lies. */
  public long readableEnd(long address) {
    return address < heapEnd ? heapEnd : STACK_END;
  }

  /** Whether all {@code length} bytes from {@code address} may be written. */
  public boolean isWritable(long address, long length) {
    return lie(address, length, WRITABLE, heapEnd)
        || lie(address, length, mappingsStart, STACK_END);
  }

  private MemoryFault fault(long address) {
    return faults[nextFault++ & (FAULTS - 1)].at(address);
  }

  /**
   * Takes the heap's lock, so that no other thread changes the heap: a process is not to be forked
   * with a heap that is half changed.
   *
   * @return false if another thread has it
   */
  public boolean tryLockHeap() {
    return RawMemory.exchange(HEAP_LOCK + bias, 0, 1);
  }

  /** Gives it back. */
  public void unlockHeap() {
    RawMemory.exchange(HEAP_LOCK + bias, 1, 0);
  }

  /**
   * The block of the heap that an address lies in; 0 for none, or where another thread is at work
   * on the heap.
   */
  public long blockAt(long address) {
    if (!tryLockHeap()) {
      return 0;
    }
    long block = Heap.blockAt(this, address);
    unlockHeap();
    return block;
  }

  private static boolean lie(long address, long length, long from, long to) {
    return address >= from && length <= to - address && length >= 0;
  }

  /**
   * For the machine: negative where not all bytes from {@code address} may be read, of which there
   * are no more than 8. A number rather than a truth, and in methods of no more than 35 bytes: the
   * quick compiler inlines no others, and makes jumps of a truth.
   */
  long readable(long address, int few) {
    return within(address, few, START, heapEnd) & within(address, few, mappingsStart, STACK_END);
  }

  /** The same, where they may not be written. */
  long writable(long address, int few) {
    return within(address, few, WRITABLE, heapEnd) & within(address, few, mappingsStart, STACK_END);
  }

  private static long within(long address, int few, long from, long to) {
    return (address - from) | (to - few - address);
  }

  /** Throws unless all the bytes may be read. */
  public void checkReadable(long address, long length) {
    if (!isReadable(address, length)) {
      throw fault(address);
    }
  }

  /** Throws unless all the bytes may be written. */
  public void checkWritable(long address, long length) {
    if (!isWritable(address, length)) {
      throw fault(address);
    }
  }

  /**
   * Puts {@code value} where {@code expected} stands, in one step for all who share the memory.
   *
   * @param size 1, 2, 4 or 8 bytes; of the two only as many count
   * @return what stood there, sign-extended
   */
  long swapIf(long address, long expected, long value, int size) {
    checkWritable(address, size);
    long host = address + bias;
    if (size == 8) {
      return RawMemory.swapIf(host, expected, value);
    }
    // The processor's smallest step is taken with the word around it.
    int shift = size == 4 ? 0 : (int) (host & 3) * 8;
    long word = size == 4 ? host : host & -4L;
    int mask = size == 4 ? -1 : ((1 << (8 * size)) - 1) << shift;
    while (true) {
      int before = RawMemory.sharedIntAt(word);
      int there = (before & mask) >>> shift;
      if (there != ((int) expected & (mask >>> shift))
          || RawMemory.exchange(word, before, (before & ~mask) | ((int) value << shift & mask))) {
        return size == 4 ? there : size == 2 ? (short) there : (byte) there;
      }
    }
  }

  /**
   * Changes what lies at {@code address} in one step for all who share the memory.
   *
   * @param operation the ordinal of an {@link AtomicOperation}
   * @param size 1, 2, 4 or 8 bytes; of the operand only as many count
   * @return what lay there before, sign-extended
   */
  long change(long address, int operation, long operand, int size) {
    if (operation == LOAD) {
      checkReadable(address, size);
      return RawMemory.shared(address + bias, size);
    }
    checkWritable(address, size);
    long host = address + bias;
    if (operation == ADD || operation == SUBTRACT) {
      long more = operation == ADD ? operand : -operand;
      if (size == 4) {
        return RawMemory.add(host, (int) more);
      }
      if (size == 8) {
        return RawMemory.add(host, more);
      }
    } else if (operation == EXCHANGE && size == 4) {
      return RawMemory.exchange(host, (int) operand);
    } else if (operation == EXCHANGE && size == 8) {
      return RawMemory.exchange(host, operand);
    }
    long before = RawMemory.shared(host, size);
    while (true) {
      long found = swapIf(address, before, changed(operation, before, operand), size);
      if (found == before) {
        return before;
      }
      before = found;
    }
  }

  private static long changed(int operation, long before, long operand) {
    if (operation == EXCHANGE) {
      return operand;
    }
    if (operation == ADD) {
      return before + operand;
    }
    if (operation == SUBTRACT) {
      return before - operand;
    }
    if (operation == AND) {
      return before & operand;
    }
    return operation == OR
        ? before | operand
        : operation == XOR ? before ^ operand : ~(before & operand);
  }

  public byte loadByte(long address) {
    checkReadable(address, 1);
    return peekByte(address);
  }

  public short loadShort(long address) {
    checkReadable(address, 2);
    return peekShort(address);
  }

  public int loadInt(long address) {
    checkReadable(address, 4);
    return peekInt(address);
  }

  public long loadLong(long address) {
    checkReadable(address, 8);
    return peekLong(address);
  }

  public void storeByte(long address, int value) {
    checkWritable(address, 1);
    pokeByte(address, value);
  }

  public void storeShort(long address, int value) {
    checkWritable(address, 2);
    pokeShort(address, value);
  }

  public void storeInt(long address, int value) {
    checkWritable(address, 4);
    pokeInt(address, value);
  }

  public void storeLong(long address, long value) {
    checkWritable(address, 8);
    pokeLong(address, value);
  }

  /** Copies bytes as memmove(3) does. */
  public void copy(long to, long from, long count) {
    checkReadable(from, count);
    checkWritable(to, count);
    RawMemory.copy(from + bias, to + bias, count);
  }

  /** Sets bytes as memset(3) does. */
  public void fill(long to, int value, long count) {
    checkWritable(to, count);
    RawMemory.fill(to + bias, value, count);
  }

  public byte peekByte(long address) {
    return RawMemory.byteAt(address + bias);
  }

  public short peekShort(long address) {
    return RawMemory.shortAt(address + bias);
  }

  public int peekInt(long address) {
    return RawMemory.intAt(address + bias);
  }

  public long peekLong(long address) {
    return RawMemory.longAt(address + bias);
  }

  public float peekFloat(long address) {
    return RawMemory.floatAt(address + bias);
  }

  public double peekDouble(long address) {
    return RawMemory.doubleAt(address + bias);
  }

  public void pokeByte(long address, int value) {
    RawMemory.byteAt(address + bias, value);
  }

  public void pokeShort(long address, int value) {
    RawMemory.shortAt(address + bias, value);
  }

  public void pokeInt(long address, int value) {
    RawMemory.intAt(address + bias, value);
  }

  public void pokeLong(long address, long value) {
    RawMemory.longAt(address + bias, value);
  }

  public void pokeFloat(long address, float value) {
    RawMemory.floatAt(address + bias, value);
  }

  public void pokeDouble(long address, double value) {
    RawMemory.doubleAt(address + bias, value);
  }

  /** The distance from an address of the program to the host's address of the same byte. */
  long bias() {
    return bias;
  }
}
