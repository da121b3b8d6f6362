package org.forkshell.posix;

import com.kenai.jffi.NativeMethod;
import com.kenai.jffi.NativeMethods;
import java.util.List;

/** Machine code as the body of a static native method. */
public final class NativeMethodBody {
  private NativeMethodBody() {}

  /**
   * Makes what lies at an address the body of a class' method that takes a long and returns
   * nothing. The code gets what the Java Native Interface Specification gives a static method: the
   * environment, the class, the parameter.
   */
  public static void set(Class<?> holder, String method, long address) {
    NativeMethods.register(holder, List.of(new NativeMethod(address, method, "(J)V")));
  }
}
