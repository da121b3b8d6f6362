package org.forkshell.abi;

/** The processors whose numbers are known here: Linux gave each architecture its own. */
public enum Cpu {
  X86_64,
  AARCH64,
  OTHER;

  /** The one that this JVM runs on. */
  public static final Cpu CURRENT = of(System.getProperty("os.arch", ""));

  /** The processor that {@code os.arch} calls so. */
  static Cpu of(String architecture) {
    return switch (architecture) {
      case "amd64" -> X86_64;
      case "aarch64" -> AARCH64;
      default -> OTHER;
    };
  }

  /** Which of two numbers holds on this processor; those of x86-64 where neither is known to. */
  public static int number(int x86, int arm) {
    return CURRENT == AARCH64 ? arm : x86;
  }
}
