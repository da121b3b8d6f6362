package org.forkshell.machine;

/**
 * An access to memory that the program does not have. A few objects serve a whole {@link Memory}:
 * throwing one allocates nothing.
 */
@SuppressWarnings("serial")
public final class MemoryFault extends RuntimeException {
  private long address;

  MemoryFault() {
    super(null, null, false, false);
  }

  MemoryFault at(long faulty) {
    address = faulty;
    return this;
  }

  /** The address that was not the program's to use. */
  public long address() {
    return address;
  }
}
