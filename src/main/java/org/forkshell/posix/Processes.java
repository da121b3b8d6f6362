package org.forkshell.posix;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import jnr.posix.BaseNativePOSIX;
import jnr.posix.Crypt;
import jnr.posix.FileStat;
import jnr.posix.LibC;
import jnr.posix.LibCProvider;
import jnr.posix.MsgHdr;
import jnr.posix.POSIX;
import jnr.posix.SocketMacros;
import jnr.posix.util.DefaultPOSIXHandler;
import org.jspecify.annotations.Nullable;

/**
 * Processes and their identities. It is jnr-posix that forks, but its own factory binds some 130
 * functions, which takes a cold JVM two hundred milliseconds, half of the zygote's start. So it
 * gets a C library that has nothing but fork.
 */
public final class Processes {
  private final Libc libc;
  private final POSIX posix;

  public Processes(Libc libc) {
    this.libc = libc;
    this.posix = new ForkOnly(forkOnly(libc));
  }

  /** fork(2). Only the calling thread goes on in the child: see the lab's rules. */
  public int fork() {
    return posix.fork();
  }

  public int getpid() {
    return libc.getpid();
  }

  public int getppid() {
    return libc.getppid();
  }

  public int getuid() {
    return libc.getuid();
  }

  public int geteuid() {
    return libc.geteuid();
  }

  public int getgid() {
    return libc.getgid();
  }

  public int getegid() {
    return libc.getegid();
  }

  public int getpgrp() {
    return libc.getpgrp();
  }

  /**
   * An object of jnr-posix's interface with one method. The language has lambdas for interfaces of
   * a single method only; the JVM makes them for any, and whatever else is called is an {@link
   * AbstractMethodError}.
   */
  private static LibC forkOnly(Libc libc) {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodType fork = MethodType.methodType(int.class);
    try {
      return (LibC)
          LambdaMetafactory.metafactory(
                  lookup,
                  "fork",
                  MethodType.methodType(LibC.class, Libc.class),
                  fork,
                  lookup.findVirtual(Libc.class, "fork", fork),
                  fork)
              .getTarget()
              .invokeExact(libc);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static final class ForkOnly extends BaseNativePOSIX {
    ForkOnly(LibC libc) {
      super(
          new LibCProvider() {
            @Override
            public LibC getLibC() {
              return libc;
            }

            @Override
            public @Nullable Crypt getCrypt() {
              return null;
            }
          },
          new DefaultPOSIXHandler());
    }

    @Override
    public FileStat allocateStat() {
      throw new UnsupportedOperationException();
    }

    @Override
    public MsgHdr allocateMsgHdr() {
      throw new UnsupportedOperationException();
    }

    @Override
    public SocketMacros socketMacros() {
      throw new UnsupportedOperationException();
    }
  }
}
