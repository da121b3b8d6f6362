package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Linux;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;
import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;

/**
 * What vfork(2) promises: the child borrows the memory of its parent, which stands still until the
 * child ends or calls execve. A forked JVM has a copy instead, so the child gives back at its end
 * what it then has in its pages. A child that is killed gives nothing back.
 *
 * <p>Only the thread that called vfork stands still. Where there are others the child keeps what
 * the memory was, and gives back the bytes that it changed: the rest is what they have made of it
 * meanwhile.
 *
 * <p>Each thread has one of its own, since several may lend at once.
 */
final class VforkMemory {
  private static final int PAGE = 4096;
  private static final int WORD = 8;
  private static final long PRESENT_OR_SWAPPED = 3L << 62;

  /** In the address of a page: what it was follows, too. */
  private static final int CHANGED = 1;

  /** Read and write; private, anonymous, and nothing is set aside for it. */
  private static final int PROTECTION = 3;

  private static final int FLAGS = 2 | 0x20 | 0x4000;
  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM_CLOEXEC = 1 | Linux.SOCK_CLOEXEC;
  private static final int RDONLY_CLOEXEC = Linux.O_CLOEXEC;

  private static final long DATA = Memory.addressOf(AddressSpace.DATA);
  private static final long HEAP = Memory.addressOf(AddressSpace.HEAP);
  private static final long STACK_END = Memory.addressOf(AddressSpace.STACK_END);

  private final Posix posix;
  private final Libc libc;
  private final Memory memory;
  private final long scratch = Posix.reserve(WORD);
  private final long pageMap = Posix.reserve(PAGE);
  private final long pageMapFile = Posix.string("/proc/self/pagemap");
  private final long[] areas = new long[6];

  /** What an address in {@link #kept} is more than the address of which it is the copy. */
  private long distance;

  /** Where what the memory was is kept, or 0. */
  private long kept;

  private long heapEnd;

  /** Room for what a page was, or 0. */
  private long before;

  private int lender = -1;
  private int borrower = -1;

  /** What is to be the borrower of the child that is just made, or -1. */
  private int offered = -1;

  VforkMemory(Posix posix, Memory memory) {
    this.posix = posix;
    this.libc = posix.libc();
    this.memory = memory;
  }

  /** Before the fork. */
  boolean lend() {
    if (libc.socketpair(AF_UNIX, SOCK_STREAM_CLOEXEC, 0, scratch) == -1) {
      return false;
    }
    int ours = intAt(scratch);
    int theirs = intAt(scratch + 4);
    lender = HighDescriptor.move(posix, ours);
    offered = HighDescriptor.move(posix, theirs);
    return true;
  }

  /** No child came to be. */
  void takeBack() {
    libc.close(lender);
    lender = -1;
    libc.close(offered);
    offered = -1;
  }

  /**
   * In the child of vfork.
   *
   * @param alone whether its parent has no other thread
   */
  void borrow(boolean alone, Machine machine) {
    libc.close(lender);
    lender = -1;
    // What its parent has borrowed itself, the parent gives back.
    oweNothing();
    borrower = offered;
    offered = -1;
    kept = 0;
    heapEnd = memory.heapEnd();
    areas[0] = DATA;
    areas[1] = HEAP;
    areas[2] = HEAP;
    areas[4] = machine.ownStackStart();
    areas[5] = machine.ownStackEnd();
    if (!alone) {
      keep();
    }
  }

  /** Keeps what the memory is, for {@link #giveChanges}. */
  private void keep() {
    kept = posix.mmap(0, STACK_END - DATA, PROTECTION, FLAGS, -1, 0);
    if (kept == -1) {
      kept = 0;
      return;
    }
    distance = kept - DATA;
    int pages = libc.open(pageMapFile, RDONLY_CLOEXEC, 0);
    areas[3] = heapEnd;
    for (int i = 0; i < areas.length; i += 2) {
      for (long at = areas[i]; at < areas[i + 1]; at += PAGE / WORD * PAGE) {
        long count = pagesAt(pages, at, areas[i + 1]);
        for (long j = 0; j < count; j++) {
          if (isPresent(j)) {
            copy(at + j * PAGE, at + j * PAGE + distance);
          }
        }
      }
    }
    libc.close(pages);
  }

  /** In the child of an ordinary fork, which owes nothing to anybody. */
  void oweNothing() {
    if (borrower >= 0) {
      libc.close(borrower);
      borrower = -1;
    }
  }

  /** In the parent: stands still until the child has ended or become another program. */
  void awaitReturn(LinuxKernel kernel) {
    libc.close(offered);
    offered = -1;
    while (receive(kernel, scratch, WORD)) {
      long address = longAt(scratch);
      if (address < DATA) {
        memory.heapEnd(HEAP + address);
      } else if (!((address & CHANGED) == 0
          ? receive(kernel, address, PAGE)
          : takeChanges(kernel, address - CHANGED))) {
        break;
      }
    }
    libc.close(lender);
    lender = -1;
  }

  /** The bytes of a page that the child has changed, among what other threads have. */
  private boolean takeChanges(LinuxKernel kernel, long address) {
    if (before == 0) {
      before = Posix.reserve(PAGE);
    }
    if (!receive(kernel, before, PAGE) || !receive(kernel, pageMap, PAGE)) {
      return false;
    }
    for (int i = 0; i < PAGE; i++) {
      byte value = byteAt(pageMap + i);
      if (value != byteAt(before + i)) {
        byteAt(address + i, value);
      }
    }
    return true;
  }

  private boolean receive(LinuxKernel kernel, long to, long count) {
    long done = 0;
    while (done < count) {
      long part = kernel.waiting().read(lender, to + done, count - done);
      if (part > 0) {
        done += part;
      } else if (!kernel.persists(part)) {
        return false;
      }
    }
    return true;
  }

  /** In the child, before it ends or calls execve. */
  void giveBack(LinuxKernel kernel) {
    if (borrower < 0) {
      return;
    }
    int pages = libc.open(pageMapFile, RDONLY_CLOEXEC, 0);
    areas[3] = memory.heapEnd();
    // The other threads may have moved it, too.
    if (kept == 0 || heapEnd != areas[3]) {
      heapEnd = areas[3];
      longAt(scratch, heapEnd - HEAP);
      send(kernel, scratch, WORD);
    }
    boolean hears = true;
    for (int i = 0; hears && i < areas.length; i += 2) {
      hears = give(kernel, pages, areas[i], areas[i + 1]);
    }
    libc.close(pages);
  }

  private boolean give(LinuxKernel kernel, int pages, long from, long to) {
    for (long at = from; at < to; at += PAGE / WORD * PAGE) {
      long count = pagesAt(pages, at, to);
      for (long i = 0; i < count; i++) {
        if (isPresent(i) && !givePage(kernel, at + i * PAGE)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean givePage(LinuxKernel kernel, long page) {
    if (kept != 0) {
      return isKept(page) || giveChanges(kernel, page);
    }
    longAt(scratch, page);
    return send(kernel, scratch, WORD) && send(kernel, page, PAGE);
  }

  private boolean giveChanges(LinuxKernel kernel, long page) {
    longAt(scratch, page + CHANGED);
    if (!send(kernel, scratch, WORD)
        || !send(kernel, page + distance, PAGE)
        || !send(kernel, page, PAGE)) {
      return false;
    }
    // An execve that fails is not the end: what comes after it is given then.
    copy(page, page + distance);
    return true;
  }

  private boolean isKept(long page) {
    for (long at = page; at < page + PAGE; at += WORD) {
      if (longAt(at) != longAt(at + distance)) {
        return false;
      }
    }
    return true;
  }

  private static void copy(long from, long to) {
    for (int i = 0; i < PAGE; i += WORD) {
      longAt(to + i, longAt(from + i));
    }
  }

  /** Looks up the pages from an address on; gives how many these are. */
  private long pagesAt(int pages, long address, long to) {
    long known = libc.pread(pages, pageMap, PAGE, address / PAGE * WORD) / WORD;
    return Math.min(known, (to - address + PAGE - 1) / PAGE);
  }

  /** Whether there is something in the page of that index among those looked up. */
  private boolean isPresent(long index) {
    return (longAt(pageMap + index * WORD) & PRESENT_OR_SWAPPED) != 0;
  }

  private boolean send(LinuxKernel kernel, long from, long count) {
    long done = 0;
    while (done < count) {
      long part = libc.send(borrower, from + done, count - done, Linux.MSG_NOSIGNAL);
      if (part > 0) {
        done += part;
      } else if (!kernel.persists(part)) {
        return false;
      }
    }
    return true;
  }
}
