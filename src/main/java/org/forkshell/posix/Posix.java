package org.forkshell.posix;

import com.kenai.jffi.internal.StubLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import jnr.ffi.LastError;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import org.forkshell.abi.Cpu;

/** The operating system, as this process sees it. */
public final class Posix {
  /** What {@link #allocate} gave: an address alone would not keep memory alive. */
  private static final ConcurrentLinkedQueue<ByteBuffer> ALIVE = new ConcurrentLinkedQueue<>();

  private final Runtime runtime;
  private final Libc libc;
  private final long exitNumber;

  // The numbers of system calls differ from machine to machine.
  private static final long SYS_MMAP = Cpu.number(9, 222);
  private static final long SYS_FUTEX = Cpu.number(202, 98);
  private static final long SYS_GETDENTS64 = Cpu.number(217, 61);
  private static final long SYS_EXIT_GROUP = Cpu.number(231, 94);
  private static final long SYS_RT_SIGACTION = Cpu.number(13, 134);
  private static final long SYS_SET_TID_ADDRESS = Cpu.number(218, 96);
  private static final long SYS_GETPID = Cpu.number(39, 172);

  /** Kernels before 4.17 take the last of these, MAP_FIXED_NOREPLACE, for a wish. */
  private static final int PRIVATE_ANONYMOUS_NORESERVE_FIXED = 0x2 | 0x20 | 0x4000 | 0x10_0000;

  private Posix(Libc libc, long exitNumber) {
    this.libc = libc;
    this.exitNumber = exitNumber;
    this.runtime = Runtime.getSystemRuntime();
  }

  /** Binds the C library, some sixty milliseconds on a cold JVM. */
  public static Posix load() {
    // The JVM is linked with it. By name, jnr-ffi would go through all library directories.
    Libc libc = LibraryLoader.create(Libc.class).load(LibraryLoader.DEFAULT_LIBRARY);
    return new Posix(libc, SYS_EXIT_GROUP);
  }

  /** The jar's entry that is jffi's own native library for this machine. */
  public static String nativeLibrary() {
    return "/jni/"
        + StubLoader.getPlatformName()
        + "/"
        + System.mapLibraryName(
            "jffi-" + StubLoader.VERSION_MAJOR + "." + StubLoader.VERSION_MINOR);
  }

  /** Like this one, except that {@link #exit} comes back: for rehearsals. */
  public Posix withoutExit() {
    return new Posix(libc, SYS_GETPID);
  }

  /**
   * _exit(2), by number: of the C library's own function every child would have to link the stub,
   * because nobody before it can have called it.
   */
  public void exit(int status) {
    libc.syscall(exitNumber, status, 0, 0, 0);
  }

  public Libc libc() {
    return libc;
  }

  /** The error number that the last failing call of this thread left. */
  public int errno() {
    return LastError.getLastError(runtime);
  }

  /**
   * mmap(2), through syscall(2): the stub that jnr-ffi 2.3.4 makes for a function of exactly six
   * integer arguments passes a wrong sixth.
   */
  public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
    return libc.syscall(SYS_MMAP, address, length, protection, flags, fd, offset);
  }

  /**
   * Maps private memory of zeros at an address where nothing is yet, with nothing set aside for it.
   *
   * @param protection as for mmap(2)
   * @throws SystemCallException if the kernel refuses, or puts it elsewhere
   */
  public void mapAt(long address, long length, int protection) {
    if (mmap(address, length, protection, PRIVATE_ANONYMOUS_NORESERVE_FIXED, -1, 0) != address) {
      throw new SystemCallException("mmap", errno());
    }
  }

  /** mremap(2). */
  public long mremap(long from, long length, long wanted, int flags, long to) {
    return libc.syscall(Cpu.number(25, 216), from, length, wanted, flags, to, 0);
  }

  /** mlock(2). */
  public long mlock(long address, long length) {
    return libc.syscall(Cpu.number(149, 228), address, length, 0, 0);
  }

  /** munlock(2). */
  public long munlock(long address, long length) {
    return libc.syscall(Cpu.number(150, 229), address, length, 0, 0);
  }

  /** getdents64(2), for which older C libraries have no function. */
  public long getdents(int fd, long entries, long size) {
    return libc.syscall(SYS_GETDENTS64, fd, entries, size, 0);
  }

  /** set_tid_address(2): where the kernel puts 0 when the calling thread is gone. */
  public void setTidAddress(long address) {
    libc.syscall(SYS_SET_TID_ADDRESS, address, 0, 0, 0);
  }

  /** rt_sigaction(2), which reaches the signals that the C library keeps for itself as well. */
  public void setAction(int signal, long action) {
    libc.syscall(SYS_RT_SIGACTION, signal, action, 0, 8);
  }

  /**
   * futex(2) FUTEX_WAKE: wakes as many of those that sleep on {@code address}, and says how many.
   */
  public int futexWake(long address, int count) {
    return (int) libc.syscall(SYS_FUTEX, address, 1, count, 0);
  }

  /** futex(2) FUTEX_WAKE: wakes all that sleep on {@code address}. */
  public void futexWake(long address) {
    libc.syscall(SYS_FUTEX, address, 1, Integer.MAX_VALUE, 0);
  }

  /** Memory outside the Java heap that lives as long as this process. */
  public static Native allocate(int size) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    ALIVE.add(buffer);
    return new Native(Pointer.wrap(Runtime.getSystemRuntime(), buffer).address(), buffer);
  }

  /**
   * The address of cleared memory outside the Java heap that lives as long as this process. Nothing
   * in the Java heap belongs to it, which every thread of a program would have anew.
   */
  public static long reserve(int size) {
    long address = com.kenai.jffi.MemoryIO.getInstance().allocateMemory(size, true);
    if (address == 0) {
      throw new OutOfMemoryError("malloc");
    }
    return address;
  }

  /** A view of memory that is mapped already. */
  public ByteBuffer view(long address, int size) {
    return com.kenai.jffi.MemoryIO.getInstance()
        .newDirectByteBuffer(address, size)
        .order(ByteOrder.nativeOrder());
  }

  /** A C string that lives as long as this process. */
  public static Native cString(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Native memory = allocate(bytes.length + 1);
    memory.buffer().put(0, bytes);
    return memory;
  }

  /** The address of a C string that lives as long as this process. */
  public static long string(String text) {
    return cString(text).address();
  }

  /** The address of a function of the C library. */
  public long function(String name) {
    return com.kenai.jffi.Library.getDefault().getSymbolAddress(name);
  }

  /** Memory outside the Java heap: its address for system calls, a buffer for Java. */
  public record Native(long address, ByteBuffer buffer) {}
}
