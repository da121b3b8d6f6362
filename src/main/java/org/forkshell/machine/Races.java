package org.forkshell.machine;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.NotedAccess;
import org.forkshell.abi.Ordering;

/**
 * Finds data races in the memory of one process: two threads access an object, one of them at least
 * writes it, and nothing that either did in between orders the two (C11 5.1.2.4 p25).
 *
 * <p>Each thread has a vector clock: for each thread how much of what that one did has happened
 * before now. What orders threads, a lock for one, is a place in memory that has such a clock too:
 * who releases there adds its own to it, who acquires there takes it. For each word of memory the
 * last accesses are kept: who, at which time of its clock, which bytes, how, and where in the
 * program. An access that is kept and that the clock of whoever comes next does not know of is not
 * ordered before it. So only what was not ordered is told; what is kept is bounded, so that not
 * everything need be found.
 *
 * <p>All of it lies in memory outside of the Java heap, mapped by {@link #begin} when there is to
 * be a second thread; until then this does nothing. One thread at a time is at work here.
 */
public final class Races {
  /** So many threads at once are told apart. */
  public static final int MOST_THREADS = 128;

  // What an instruction has come to.
  static final int NOTHING = 0;
  static final int FOUND = 1;
  static final int BUSY = 2;

  private static final long ORIGIN = AddressSpace.ORIGIN;
  private static final long DATA = ORIGIN + AddressSpace.DATA;
  private static final long END = ORIGIN + AddressSpace.STACK_END;

  // An access: a long that holds, from its lowest bits, the time, the thread, which of the eight
  // bytes, and how; then two ints, the code offset and the offset of the frame.
  private static final int WORD = 8;
  private static final int ACCESS = 16;
  private static final int ACCESSES = 4;
  private static final int CODE = 8;
  private static final int FRAME = 12;
  private static final int THREAD_SHIFT = 40;
  private static final int BYTES_SHIFT = 48;
  private static final int HOW_SHIFT = 56;
  private static final long TIME = (1L << THREAD_SHIFT) - 1;

  /** In place of an access to the word in front of a block, which is the heap's own. */
  private static final long ALLOCATED = -1;

  /** So many calls by which a block was allocated are kept after that. */
  static final int ALLOCATORS = 4;

  /** Bytes kept for one byte of the program's. */
  private static final int RATIO = ACCESSES * ACCESS / WORD;

  /** The accesses to so many bytes of the program fill a page; which pages are in use is known. */
  private static final int STRETCH_SHIFT = 9;

  private static final long STRETCH = 1L << STRETCH_SHIFT;
  private static final long PAGE = STRETCH * RATIO;

  private static final int CLOCK = MOST_THREADS * 8;
  private static final int PLACE = 8 + CLOCK;
  private static final int PLACES = 1 << 14;
  private static final int MOST_PLACES = PLACES / 4 * 3;
  private static final int NAME = 24;
  private static final int NAMES = 4096;
  private static final int TOLD = 8;
  private static final int MOST_TOLD = 1024;

  // Where things lie.
  private static final long USED = AddressSpace.SIZE * RATIO;
  private static final long CLOCKS = USED + (AddressSpace.SIZE >> STRETCH_SHIFT);
  private static final long ORDERS = CLOCKS + (long) MOST_THREADS * CLOCK;
  private static final long THREADS = ORDERS + (long) PLACES * PLACE;
  private static final long PAIRS = THREADS + (long) NAMES * NAME;
  private static final long LOCK = PAIRS + (long) MOST_TOLD * TOLD;

  /** How much memory {@link #begin} wants, in bytes; used is what the program's threads use. */
  public static final long SIZE = (LOCK + 8 + 4095) & -4096L;

  /** No address: what the kernel does for threads orders them at this place. */
  private static final long KERNEL = 1;

  /** No address: memory fences. */
  static final long FENCE = 2;

  /** No address: everything in memory that may be mapped at several addresses. */
  private static final long SHARED = 3;

  private static final int EARLY = 1024;
  private static final int EARLY_SIZE = 1 + ALLOCATORS;
  private static final int SPINS = 200;

  private boolean wanted;
  private boolean on;
  private boolean over;
  private long base;
  private int threads;
  private int places;
  private int names;
  private int told;
  private int next;
  private long sharedStart = Long.MAX_VALUE;
  private long sharedEnd;
  private final boolean[] taken = new boolean[MOST_THREADS];

  /** Blocks from before there was a second thread: the address, then its allocators. */
  private final long[] early = new long[EARLY * EARLY_SIZE];

  private int earlyCount;

  /**
   * Whether the program holds instructions that ask for this, and there is no second thread yet.
   */
  public boolean isToBegin() {
    return wanted && !on && !over;
  }

  /** Whether it had to give up. */
  public boolean isOver() {
    return over;
  }

  /** Whether it is to be told of the blocks of the heap. */
  boolean isToldOfBlocks() {
    return wanted && !over;
  }

  /** Whether it looks. */
  public boolean isOn() {
    return on;
  }

  /**
   * Begins, with one thread.
   *
   * @param memory the host's address of {@link #SIZE} bytes of zeros
   */
  public void begin(long memory, RacingThread first) {
    base = memory;
    threads = 0;
    places = 0;
    names = 0;
    told = 0;
    for (int i = 0; i < MOST_THREADS; i++) {
      taken[i] = false;
    }
    on = true;
    take(first);
    for (int i = Math.max(0, earlyCount - EARLY); i < earlyCount; i++) {
      int at = (i & (EARLY - 1)) * EARLY_SIZE;
      for (int depth = 0; depth < ALLOCATORS; depth++) {
        allocated(early[at], depth, early[at + 1 + depth]);
      }
    }
  }

  /** There are more threads than can be told apart, or no memory: it looks no more. */
  public void giveUp() {
    on = false;
    over = true;
  }

  /** In a child of fork, which has one thread and none of this memory. */
  public void forget() {
    // Who does not look for races has no page written to.
    if (wanted || over) {
      wanted = false;
      earlyCount = 0;
      on = false;
      over = false;
      base = 0;
    }
  }

  /**
   * A thread that is about to begin: nothing is ordered before it yet.
   *
   * @return false if there are too many
   */
  public boolean take(RacingThread thread) {
    for (int i = 0; i < MOST_THREADS; i++) {
      // One that has ended is remembered for as long as may be.
      int slot = threads < MOST_THREADS ? threads : next++ & (MOST_THREADS - 1);
      if (!taken[slot]) {
        taken[slot] = true;
        thread.slot = slot;
        if (slot == threads) {
          threads++;
        }
        long now = time(slot, slot) + 1;
        for (int j = 0; j < MOST_THREADS; j++) {
          time(slot, j, 0);
        }
        time(slot, slot, now);
        return true;
      }
    }
    return false;
  }

  /** A thread has ended, or has not begun. */
  public void leave(RacingThread thread) {
    if (thread.slot != RacingThread.NOBODY) {
      taken[thread.slot] = false;
      thread.slot = RacingThread.NOBODY;
    }
  }

  /** The thread that has just been taken is the one that the kernel calls {@code tid}. */
  public void name(RacingThread thread, int tid) {
    if (on && thread.slot != RacingThread.NOBODY) {
      long at = base + THREADS + (long) (names++ & (NAMES - 1)) * NAME;
      longAt(at, thread.slot);
      longAt(at + 8, time(thread.slot, thread.slot));
      longAt(at + 16, tid);
    }
  }

  /** Who had a slot at a time; 0 where that is not known any more. */
  private int named(int slot, long time) {
    int least = Math.max(0, names - NAMES);
    for (int i = names - 1; i >= least; i--) {
      long at = base + THREADS + (long) (i & (NAMES - 1)) * NAME;
      if (longAt(at) == slot && longAt(at + 8) <= time) {
        return (int) longAt(at + 16);
      }
    }
    return 0;
  }

  private boolean tryLock() {
    for (int i = 0; i < SPINS; i++) {
      if (RawMemory.sharedIntAt(base + LOCK) == 0 && RawMemory.exchange(base + LOCK, 0, 1)) {
        return true;
      }
    }
    return false;
  }

  private void unlock() {
    RawMemory.exchange(base + LOCK, 1, 0);
  }

  /**
   * The instruction that notes one access.
   *
   * @param code the instruction's own offset in the address space
   * @param frame the offset of the frame
   */
  int note(RacingThread thread, long address, int access, long code, long frame) {
    wanted = true;
    if (!on || thread.slot == RacingThread.NOBODY) {
      return NOTHING;
    }
    if (!tryLock()) {
      return BUSY;
    }
    thread.found = false;
    stretch(
        thread,
        address,
        NotedAccess.size(access),
        NotedAccess.how(access),
        (int) code,
        (int) frame);
    unlock();
    return thread.found ? FOUND : NOTHING;
  }

  /** The same of what a native function will access. */
  int noteStretches(RacingThread thread, long code, long frame) {
    if (!on || thread.slot == RacingThread.NOBODY) {
      return NOTHING;
    }
    if (!tryLock()) {
      return BUSY;
    }
    thread.found = false;
    stretch(thread, thread.readAt, thread.readLength, 0, (int) code, (int) frame);
    stretch(thread, thread.alsoReadAt, thread.alsoReadLength, 0, (int) code, (int) frame);
    stretch(
        thread,
        thread.writtenAt,
        thread.writtenLength,
        NotedAccess.WRITES,
        (int) code,
        (int) frame);
    unlock();
    return thread.found ? FOUND : NOTHING;
  }

  private void stretch(
      RacingThread thread, long address, long length, int how, int code, int frame) {
    if (length <= 0) {
      return;
    }
    // What lies below cannot be written, and what is outside will fault.
    long from = Math.max(address, DATA);
    long to = length > END - from ? END : Math.min(address + length, END);
    for (long word = from & -WORD; word < to; word += WORD) {
      int bytes = 0xFF;
      if (word < from) {
        bytes &= 0xFF << (int) (from - word);
      }
      if (word + WORD > to) {
        bytes &= 0xFF >>> (int) (word + WORD - to);
      }
      word(thread, word, bytes, how, code, frame);
    }
  }

  private void word(RacingThread thread, long word, int bytes, int how, int code, int frame) {
    int slot = thread.slot;
    long kept = base + (word - ORIGIN) * RATIO;
    byteAt(base + USED + ((word - ORIGIN) >>> STRETCH_SHIFT), 1);
    long mine =
        time(slot, slot)
            | (long) slot << THREAD_SHIFT
            | (long) bytes << BYTES_SHIFT
            | (long) how << HOW_SHIFT;
    boolean writes = (how & NotedAccess.WRITES) != 0;
    boolean atomic = (how & NotedAccess.ATOMIC) != 0;
    long place = 0;
    for (int i = 0; i < ACCESSES; i++) {
      long at = kept + (long) i * ACCESS;
      long old = longAt(at);
      if (old == ALLOCATED) {
        return;
      }
      if (old == 0) {
        place = place == 0 ? at : place;
        break;
      }
      int oldSlot = (int) (old >>> THREAD_SHIFT) & 0xFF;
      int oldBytes = (int) (old >>> BYTES_SHIFT) & 0xFF;
      int oldHow = (int) (old >>> HOW_SHIFT);
      boolean oldWrites = (oldHow & NotedAccess.WRITES) != 0;
      boolean oldAtomic = (oldHow & NotedAccess.ATOMIC) != 0;
      boolean isOrdered = oldSlot == slot || time(slot, oldSlot) >= (old & TIME);
      if (oldSlot == slot
          && (old & TIME) == (mine & TIME)
          && (bytes & ~oldBytes) == 0
          && (oldWrites || !writes)
          && (atomic || !oldAtomic)) {
        // Whoever has come since would have been found to race with that one.
        return;
      }
      if (!isOrdered
          && (oldBytes & bytes) != 0
          && (writes || oldWrites)
          && !(atomic && oldAtomic)) {
        race(thread, word, oldBytes & bytes, how, code, at, oldSlot, old & TIME, oldHow);
      }
      // Who is not ordered after an access that this one follows is not ordered after this one.
      if (place == 0
          && isOrdered
          && (oldBytes & ~bytes) == 0
          && (writes || !oldWrites)
          && (oldAtomic || !atomic)) {
        place = at;
      }
    }
    if (place == 0) {
      place = kept + (long) (next++ & (ACCESSES - 1)) * ACCESS;
    }
    longAt(place, mine);
    intAt(place + CODE, code);
    intAt(place + FRAME, frame);
  }

  private void race(
      RacingThread thread,
      long word,
      int bytes,
      int how,
      int code,
      long old,
      int oldSlot,
      long oldTime,
      int oldHow) {
    int oldCode = intAt(old + CODE);
    if (thread.found || !isNews(code, oldCode)) {
      return;
    }
    int other = named(oldSlot, oldTime);
    if (other == 0) {
      return;
    }
    long pair = (long) Math.min(code, oldCode) << 32 | Math.max(code, oldCode);
    longAt(base + PAIRS + (long) told++ * TOLD, pair);
    thread.found = true;
    thread.address = word + Integer.numberOfTrailingZeros(bytes);
    thread.how = how;
    thread.other = other;
    thread.otherCode = oldCode;
    thread.otherFrame = intAt(old + FRAME);
    thread.otherHow = oldHow;
  }

  /** Each pair of places in the program is told of once. */
  private boolean isNews(int code, int oldCode) {
    long pair = (long) Math.min(code, oldCode) << 32 | Math.max(code, oldCode);
    for (int i = 0; i < told; i++) {
      if (longAt(base + PAIRS + (long) i * TOLD) == pair) {
        return false;
      }
    }
    return told < MOST_TOLD;
  }

  /**
   * The instruction that orders this thread with others.
   *
   * @param place an address, or another number that is none
   * @return {@link #FOUND} where it had to give up
   */
  int order(RacingThread thread, long place, int how) {
    wanted = true;
    if (!on || thread.slot == RacingThread.NOBODY) {
      return NOTHING;
    }
    if (!tryLock()) {
      return BUSY;
    }
    ordered(thread.slot, place >= sharedStart && place < sharedEnd ? SHARED : place, how);
    unlock();
    return on ? NOTHING : FOUND;
  }

  private void ordered(int slot, long place, int how) {
    long clock = clockAt(place, (how & Ordering.RELEASE) != 0);
    if (clock == 0) {
      return;
    }
    if ((how & Ordering.ACQUIRE) != 0) {
      for (int i = 0; i < threads; i++) {
        long there = longAt(clock + 8L * i);
        if (there > time(slot, i)) {
          time(slot, i, there);
        }
      }
    }
    if ((how & Ordering.RELEASE) != 0) {
      for (int i = 0; i < threads; i++) {
        long here = time(slot, i);
        if (here > longAt(clock + 8L * i)) {
          longAt(clock + 8L * i, here);
        }
      }
      time(slot, slot, time(slot, slot) + 1);
    }
  }

  /** Where the clock of a place is; 0 where there is none. */
  private long clockAt(long place, boolean isWanted) {
    int at = (int) ((place * 0x9E37_79B9_7F4A_7C15L) >>> 50);
    for (int i = 0; i < PLACES; i++) {
      long entry = base + ORDERS + (long) ((at + i) & (PLACES - 1)) * PLACE;
      long key = longAt(entry);
      if (key == place) {
        return entry + 8;
      }
      if (key == 0) {
        if (!isWanted) {
          return 0;
        }
        if (places == MOST_PLACES) {
          giveUp();
          return 0;
        }
        places++;
        longAt(entry, place);
        return entry + 8;
      }
    }
    return 0;
  }

  /** Before a thread asks the kernel for anything; false if it is to try again. */
  public boolean publish(RacingThread thread) {
    return !on || order(thread, KERNEL, Ordering.RELEASE) != BUSY;
  }

  /** The kernel has told a thread of what others did; false if it is to try again. */
  public boolean learn(RacingThread thread) {
    return !on || order(thread, KERNEL, Ordering.ACQUIRE) != BUSY;
  }

  /** Memory that may be mapped elsewhere too: what orders threads there is not told apart. */
  public void share(long address, long length) {
    sharedStart = Math.min(sharedStart, address);
    sharedEnd = Math.max(sharedEnd, address + length);
  }

  /** What orders threads at a place does not come from before; false if it is to be tried again. */
  public boolean renew(long place) {
    if (!on) {
      return true;
    }
    if (!tryLock()) {
      return false;
    }
    long clock = clockAt(place, false);
    for (int i = 0; clock != 0 && i < threads; i++) {
      longAt(clock + 8L * i, 0);
    }
    unlock();
    return true;
  }

  /** Memory begins anew; false if it is to be tried again. */
  public boolean clear(long address, long length) {
    if (!on) {
      return true;
    }
    if (!tryLock()) {
      return false;
    }
    long from = (Math.max(address, DATA) + WORD - 1) & -WORD;
    long to = Math.min(address + length, END);
    while (from < to) {
      long end = Math.min(to, (from & -STRETCH) + STRETCH);
      long used = base + USED + ((from - ORIGIN) >>> STRETCH_SHIFT);
      if (byteAt(used) != 0) {
        RawMemory.fill(base + (from - ORIGIN) * RATIO, 0, (end - from) * RATIO);
        if ((end - from) * RATIO == PAGE) {
          byteAt(used, 0);
        }
      }
      from = end;
    }
    unlock();
    return true;
  }

  /**
   * Notes by which calls a block was allocated.
   *
   * @param depth 0 for where the block was allocated, then the callers, up to {@link #ALLOCATORS}
   */
  void allocated(long block, int depth, long code) {
    if (!on) {
      int at = ((depth == 0 ? earlyCount++ : earlyCount - 1) & (EARLY - 1)) * EARLY_SIZE;
      early[at] = block;
      early[at + 1 + depth] = code;
      return;
    }
    long word = block - WORD - ORIGIN;
    byteAt(base + USED + (word >>> STRETCH_SHIFT), 1);
    longAt(base + word * RATIO, ALLOCATED);
    intAt(base + word * RATIO + WORD + 4L * depth, (int) code);
  }

  /** Two of those code offsets, the first in the lower half; 0 where they are not known. */
  public long allocators(long block, int depth) {
    long at = base + (block - WORD - ORIGIN) * RATIO;
    return longAt(at) == ALLOCATED ? longAt(at + WORD + 4L * depth) : 0;
  }

  private long time(int slot, int of) {
    return longAt(base + CLOCKS + (long) slot * CLOCK + 8L * of);
  }

  private void time(int slot, int of, long value) {
    longAt(base + CLOCKS + (long) slot * CLOCK + 8L * of, value);
  }
}
