package org.forkshell.machine;

import org.forkshell.abi.AddressSpace;

/**
 * malloc and its kin. Blocks lie as glibc's do, so that addresses a program prints differ by what
 * they differ by there: 16 bytes in front of each, sizes in steps of 16, at least 32; a small block
 * that is freed is the next one given for its size. All that is known of the heap is in the
 * program's memory:
 *
 * <pre>
 * chunk      the size of the chunk before it, if that one is free and not small
 * chunk + 8  the chunk's size; bit 0: the chunk before it is in use
 * chunk + 16 the block that the program has; in a free chunk two links
 * </pre>
 */
final class Heap {
  private static final long START = AddressSpace.ORIGIN + AddressSpace.HEAP;
  private static final long MOST = AddressSpace.STACK - AddressSpace.HEAP - (1 << 20);

  // Objects beside errno.
  /** The chunk after all others, null before the first use. */
  private static final long TOP = AddressSpace.ORIGIN + AddressSpace.DATA + 8;

  /** Behind this address no byte was ever given to the program: all are zero. */
  private static final long UNTOUCHED = AddressSpace.ORIGIN + AddressSpace.DATA + 16;

  /** The first of the free chunks that are not small. */
  private static final long FREE = AddressSpace.ORIGIN + AddressSpace.DATA + 24;

  /**
   * Where what malloc may take ends while the program has moved the break beyond it, and where the
   * break is then; both null otherwise, when either is where the heap ends.
   */
  private static final long OWN_END = AddressSpace.ORIGIN + AddressSpace.DATA + 48;

  private static final long BREAK = AddressSpace.ORIGIN + AddressSpace.DATA + 56;

  /** At the start of the heap: for every small size, the list of free blocks. */
  private static final long LISTS = START + 16 + 128;

  private static final long LISTS_SIZE = 0x290;
  private static final long LEAST = 32;

  /** The top is never smaller: it can always be made into two chunks. */
  private static final long TOP_LEAST = 2 * LEAST;

  private static final long MOST_SMALL = 0x410;
  private static final int IN_USE = 1;

  /** What lies in the second word of a small block that is free. */
  private static final long KEY = 0x5eed_c0de_f4ee_b10cL;

  private static final long PAD = 128 << 10;
  private static final long PAGE = 4096;

  private static final int NO_MEMORY = 12;
  private static final int INVALID = 22;

  // What is wrong with a block: bits/heap.h.
  private static final int DOUBLE_FREE = 1;
  private static final int FREE_INVALID = 2;
  private static final int FREE_INVALID_SIZE = 3;
  private static final int DOUBLE_FREE_TOP = 5;
  private static final int DOUBLE_FREE_LARGE = 6;
  private static final int DOUBLE_FREE_OUT = 7;
  private static final int FREE_UNMAPPED = 8;

  private final Memory memory;
  private final ThreadArea area;

  Heap(Memory memory, ThreadArea area) {
    this.memory = memory;
    this.area = area;
  }

  /** A block of at least {@code size} bytes, or 0 with errno set. */
  long allocate(long size) {
    if (size < 0 || size > MOST) {
      return fail(NO_MEMORY);
    }
    long need = need(size);
    long top = memory.peekLong(TOP);
    if (top == 0) {
      if (!begin()) {
        return fail(NO_MEMORY);
      }
    } else if (need <= MOST_SMALL) {
      long list = list(need);
      long block = memory.peekLong(list);
      if (block != 0) {
        memory.pokeLong(list, memory.loadLong(block) ^ block >>> 12);
        memory.storeLong(block + 8, 0);
        return block;
      }
    }
    long chunk = takeFree(need);
    if (chunk == 0) {
      chunk = takeTop(need);
    }
    return chunk == 0 ? fail(NO_MEMORY) : chunk + 16;
  }

  /** The size of the chunk for a block. */
  private static long need(long size) {
    // Not Math.max: what is the JVM's own is no compiled code here.
    long need = (size + 8 + 15) & -16;
    return need < LEAST ? LEAST : need;
  }

  /** A block of zeros. */
  long allocateZeros(long count, long size) {
    long all = count * size;
    boolean areSmall = (count | size) >>> 31 == 0;
    if (all < 0 || !areSmall && Math.multiplyHigh(count, size) != 0) {
      return fail(NO_MEMORY);
    }
    long untouched = memory.peekLong(UNTOUCHED);
    long block = allocate(all);
    if (block != 0 && block < untouched) {
      memory.fill(block, 0, Math.min(all, untouched - block));
    }
    return block;
  }

  /** A block whose address is a multiple of {@code alignment}. */
  long allocateAligned(long alignment, long size) {
    if (alignment <= 16) {
      return allocate(size);
    }
    if ((alignment & (alignment - 1)) != 0 || alignment < 0) {
      return fail(INVALID);
    }
    if (size < 0 || size > MOST || alignment > MOST) {
      return fail(NO_MEMORY);
    }
    long need = need(size);
    if (memory.peekLong(TOP) == 0 && !begin()) {
      return fail(NO_MEMORY);
    }
    long whole = need + alignment + LEAST;
    long chunk = takeFree(whole);
    if (chunk == 0) {
      chunk = takeTop(whole);
    }
    if (chunk == 0) {
      return fail(NO_MEMORY);
    }
    long block = (chunk + 16 + alignment - 1) & -alignment;
    if (block != chunk + 16) {
      if (block - 16 - chunk < LEAST) {
        block += alignment;
      }
      long aligned = block - 16;
      memory.storeLong(aligned + 8, chunk + size(chunk) - aligned | IN_USE);
      setSize(chunk, aligned - chunk);
      freeLarge(chunk);
      chunk = aligned;
    }
    cut(chunk, need);
    return chunk + 16;
  }

  /** Frees a block; if it is none, says what glibc would complain of. */
  int release(long block) {
    int problem = check(block);
    if (problem != 0) {
      return problem;
    }
    long chunk = block - 16;
    long size = size(chunk);
    if (size <= MOST_SMALL) {
      long list = list(size);
      if (memory.peekLong(block + 8) == KEY && isListed(list, block)) {
        return DOUBLE_FREE;
      }
      memory.pokeLong(block, memory.peekLong(list) ^ block >>> 12);
      memory.pokeLong(block + 8, KEY);
      memory.pokeLong(list, block);
      return 0;
    }
    if (!isInUse(chunk)) {
      return DOUBLE_FREE_LARGE;
    }
    freeLarge(chunk);
    return 0;
  }

  /** A block with the same content and another size, 0 with errno set, or -1 for no block. */
  long resize(long block, long size) {
    if (check(block) != 0) {
      return -1;
    }
    if (size < 0 || size > MOST) {
      return fail(NO_MEMORY);
    }
    long need = need(size);
    long chunk = block - 16;
    long old = size(chunk);
    if (need > old) {
      long next = chunk + old;
      if (next == memory.peekLong(TOP)) {
        if (growTop(need - old) && next == memory.peekLong(TOP)) {
          setSize(chunk, need);
          moveTop(next + need - old);
          return block;
        }
        return move(block, old, size);
      } else if (old + size(next) >= need && !isInUse(next)) {
        unlink(next);
        setSize(chunk, old + size(next));
        setInUse(chunk + size(chunk), true);
      } else {
        return move(block, old, size);
      }
    }
    cut(chunk, need);
    return block;
  }

  private long move(long block, long old, long size) {
    long larger = allocate(size);
    if (larger != 0) {
      memory.copy(larger, block, old - 8);
      release(block);
    }
    return larger;
  }

  /**
   * Moves the break, sbrk(2): what is added is the program's own, and malloc goes on after it.
   *
   * @return where it was before; -1 with errno set where it cannot be moved
   */
  long moveBreak(long by) {
    if (memory.peekLong(TOP) == 0 && !begin()) {
      fail(NO_MEMORY);
      return -1;
    }
    long before = breakNow();
    if (by == 0) {
      return before;
    }
    long now = before + by;
    // What malloc has given, with the room that its top needs, stays.
    boolean fits =
        by > 0 ? now > before && now <= most() : memory.peekLong(TOP) + TOP_LEAST <= (now & -16);
    if (!fits) {
      fail(NO_MEMORY);
      return -1;
    }
    long end = (now + PAGE - 1) & -PAGE;
    if (by < 0) {
      // Who gets it again gets zeros.
      memory.fill(now, 0, memory.heapEnd() - now);
    }
    long ownEnd = memory.peekLong(OWN_END);
    ownEnd = Math.min(ownEnd == 0 ? memory.heapEnd() : ownEnd, now & -16);
    memory.heapEnd(end);
    boolean isMoved = ownEnd != end || now != end;
    memory.pokeLong(OWN_END, isMoved ? ownEnd : 0);
    memory.pokeLong(BREAK, isMoved ? now : 0);
    return before;
  }

  private long breakNow() {
    long moved = memory.peekLong(BREAK);
    return moved == 0 ? memory.heapEnd() : moved;
  }

  /** How many bytes of a block the program may use. */
  long usable(long block) {
    return block == 0 ? 0 : size(block - 16) - 8;
  }

  /** The block in use that an address lies in, or 0. The caller has the heap's lock. */
  static long blockAt(Memory memory, long address) {
    long top = memory.peekLong(TOP);
    for (long chunk = START; chunk < top; ) {
      long size = memory.peekLong(chunk + 8) & -16;
      if (size < LEAST || size > top - chunk) {
        // The program has written over it.
        return 0;
      }
      if (address < chunk + 16 + size - 8) {
        return address < chunk + 16 ? 0 : chunk + 16;
      }
      chunk += size;
    }
    return 0;
  }

  private long fail(int error) {
    memory.pokeInt(area.errno(), error);
    return 0;
  }

  private static long list(long size) {
    return LISTS + (size - LEAST) / 2;
  }

  private long size(long chunk) {
    return memory.loadLong(chunk + 8) & -16;
  }

  private void setSize(long chunk, long size) {
    memory.storeLong(chunk + 8, size | memory.loadLong(chunk + 8) & IN_USE);
  }

  /** Whether the chunk is in use: the chunk after it knows. */
  private boolean isInUse(long chunk) {
    return (memory.loadLong(chunk + size(chunk) + 8) & IN_USE) != 0;
  }

  /** Notes in a chunk whether the one before it is in use. */
  private void setInUse(long chunk, boolean inUse) {
    long word = memory.loadLong(chunk + 8);
    memory.storeLong(chunk + 8, inUse ? word | IN_USE : word & ~IN_USE);
  }

  private boolean begin() {
    memory.pokeLong(TOP, START);
    memory.pokeLong(UNTOUCHED, START);
    if (!growTop(LISTS_SIZE)) {
      memory.pokeLong(TOP, 0);
      return false;
    }
    memory.pokeLong(START + 8, LISTS_SIZE | IN_USE);
    moveTop(START + LISTS_SIZE);
    return true;
  }

  /** Makes room for a chunk of {@code need} bytes and another small one at the top. */
  private boolean growTop(long need) {
    long top = memory.peekLong(TOP);
    long ownEnd = memory.peekLong(OWN_END);
    long end = top + need + TOP_LEAST;
    if (end <= (ownEnd == 0 ? memory.heapEnd() : ownEnd)) {
      return true;
    }
    if (ownEnd != 0) {
      top = memory.heapEnd();
      end = top + need + TOP_LEAST;
    }
    long most = most();
    if (end > most) {
      return false;
    }
    memory.heapEnd(Math.min(most, (end + PAD + PAGE - 1) & -PAGE));
    if (ownEnd != 0) {
      leaveTop(ownEnd);
      moveTop(top);
    }
    return true;
  }

  private long most() {
    return Math.min(START + MOST, memory.mappingsStart() - PAGE);
  }

  /** What is left of the top stays unused: the program has what comes after it. */
  private void leaveTop(long end) {
    long top = memory.peekLong(TOP);
    long last = end - LEAST;
    setSize(top, last - top);
    memory.storeLong(last + 8, LEAST | IN_USE);
    memory.pokeLong(OWN_END, 0);
    memory.pokeLong(BREAK, 0);
  }

  /** The top begins here from now on; what lies before it is in use. */
  private void moveTop(long top) {
    memory.pokeLong(TOP, top);
    long ownEnd = memory.peekLong(OWN_END);
    memory.storeLong(top + 8, (ownEnd == 0 ? memory.heapEnd() : ownEnd) - top | IN_USE);
    if (top + 16 > memory.peekLong(UNTOUCHED)) {
      memory.pokeLong(UNTOUCHED, top + 16);
    }
  }

  private long takeTop(long need) {
    if (!growTop(need)) {
      return 0;
    }
    long chunk = memory.peekLong(TOP);
    memory.storeLong(chunk + 8, need | IN_USE);
    moveTop(chunk + need);
    return chunk;
  }

  /** The smallest of the free chunks that is large enough, or 0. */
  private long takeFree(long need) {
    long best = 0;
    long bestSize = Long.MAX_VALUE;
    for (long chunk = memory.peekLong(FREE); chunk != 0; chunk = memory.loadLong(chunk + 16)) {
      long size = size(chunk);
      if (size >= need && size < bestSize) {
        best = chunk;
        bestSize = size;
      }
    }
    if (best != 0) {
      unlink(best);
      setInUse(best + bestSize, true);
      cut(best, need);
    }
    return best;
  }

  /** Gives back what a chunk in use has too much. */
  private void cut(long chunk, long need) {
    long size = size(chunk);
    if (size - need >= LEAST) {
      long rest = chunk + need;
      setSize(chunk, need);
      memory.storeLong(rest + 8, size - need | IN_USE);
      freeLarge(rest);
    }
  }

  /** Frees a chunk of any size, together with free neighbours. */
  private void freeLarge(long freed) {
    long chunk = freed;
    long size = size(chunk);
    long top = memory.peekLong(TOP);
    if ((memory.loadLong(chunk + 8) & IN_USE) == 0) {
      long before = memory.loadLong(chunk);
      chunk -= before;
      size += before;
      unlink(chunk);
    }
    long next = freed + size(freed);
    if (next != top && !isInUse(next)) {
      size += size(next);
      unlink(next);
      next = chunk + size;
    }
    if (next == top) {
      moveTop(chunk);
      return;
    }
    memory.storeLong(chunk + 8, size | IN_USE);
    memory.storeLong(next, size);
    setInUse(next, false);
    long first = memory.peekLong(FREE);
    memory.storeLong(chunk + 16, first);
    memory.storeLong(chunk + 24, 0);
    if (first != 0) {
      memory.storeLong(first + 24, chunk);
    }
    memory.pokeLong(FREE, chunk);
  }

  private void unlink(long chunk) {
    long next = memory.loadLong(chunk + 16);
    long before = memory.loadLong(chunk + 24);
    if (next != 0) {
      memory.storeLong(next + 24, before);
    }
    if (before != 0) {
      memory.storeLong(before + 16, next);
    } else {
      memory.pokeLong(FREE, next);
    }
  }

  private boolean isListed(long list, long block) {
    long listed = memory.peekLong(list);
    while (listed != 0) {
      if (listed == block) {
        return true;
      }
      listed = memory.loadLong(listed) ^ listed >>> 12;
    }
    return false;
  }

  /**
   * What is wrong with a block that is to be freed, or 0. Like glibc it looks at the word in front
   * of any address, which may fault.
   */
  private int check(long block) {
    long top = memory.peekLong(TOP);
    long word = memory.loadLong(block - 8);
    long size = word & -8;
    if ((word & 2) != 0) {
      return FREE_UNMAPPED;
    }
    if ((block & 15) != 0 || size == 0 || top == 0 || block < START + LISTS_SIZE + 16) {
      return FREE_INVALID;
    }
    if (block == top + 16) {
      return DOUBLE_FREE_TOP;
    }
    if (block > top) {
      return FREE_INVALID;
    }
    if ((size & 8) != 0 || (size > 0 && size < LEAST)) {
      return FREE_INVALID_SIZE;
    }
    return size < 0 || size > top - (block - 16) ? DOUBLE_FREE_OUT : 0;
  }
}
