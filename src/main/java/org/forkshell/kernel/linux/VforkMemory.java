package org.forkshell.kernel.linux;

import static org.forkshell.machine.RawMemory.intAt;
import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Linux;
import org.forkshell.machine.Memory;
import org.forkshell.posix.HighDescriptor;
import org.forkshell.posix.Libc;
import org.forkshell.posix.Posix;

/**
 * What vfork(2) promises: the child borrows the memory of its parent, which stands still until the
 * child ends or calls execve. A forked JVM has a copy instead, so the child gives back at its end
 * what it then has in its pages. A child that is killed gives nothing back.
 */
final class VforkMemory {
  private static final int PAGE = 4096;
  private static final int WORD = 8;
  private static final long PRESENT_OR_SWAPPED = 3L << 62;
  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM_CLOEXEC = 1 | Linux.SOCK_CLOEXEC;
  private static final int RDONLY_CLOEXEC = Linux.O_CLOEXEC;

  private static final long DATA = Memory.addressOf(AddressSpace.DATA);
  private static final long HEAP = Memory.addressOf(AddressSpace.HEAP);
  private static final long STACK = Memory.addressOf(AddressSpace.STACK);
  private static final long STACK_END = Memory.addressOf(AddressSpace.STACK_END);

  private final Posix posix;
  private final Libc libc;
  private final Memory memory;
  private final long scratch = Posix.reserve(WORD);
  private final long pageMap = Posix.reserve(PAGE);
  private final long pageMapFile = Posix.string("/proc/self/pagemap");

  private int lender = -1;
  private int borrower = -1;

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
    int before = borrower;
    borrower = HighDescriptor.move(posix, theirs);
    if (before >= 0) {
      libc.close(before);
    }
    return true;
  }

  /** No child came to be. */
  void takeBack() {
    libc.close(lender);
    lender = -1;
    oweNothing();
  }

  /** In the child of vfork. */
  void borrow() {
    libc.close(lender);
    lender = -1;
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
    libc.close(borrower);
    borrower = -1;
    while (receive(kernel, scratch, WORD)) {
      long address = longAt(scratch);
      if (address < DATA) {
        memory.heapEnd(HEAP + address);
      } else if (!receive(kernel, address, PAGE)) {
        break;
      }
    }
    libc.close(lender);
    lender = -1;
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
    longAt(scratch, memory.heapEnd() - HEAP);
    send(kernel, scratch, WORD);
    give(kernel, pages, DATA, HEAP);
    give(kernel, pages, HEAP, memory.heapEnd());
    give(kernel, pages, STACK, STACK_END);
    libc.close(pages);
  }

  private void give(LinuxKernel kernel, int pages, long from, long to) {
    for (long at = from; at < to; at += PAGE / WORD * PAGE) {
      long count = libc.pread(pages, pageMap, PAGE, at / PAGE * WORD) / WORD;
      for (long i = 0; i < count && at + i * PAGE < to; i++) {
        if ((longAt(pageMap + i * WORD) & PRESENT_OR_SWAPPED) != 0) {
          longAt(scratch, at + i * PAGE);
          if (!send(kernel, scratch, WORD) || !send(kernel, at + i * PAGE, PAGE)) {
            return;
          }
        }
      }
    }
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
