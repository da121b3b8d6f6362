package org.forkshell.ir;

/** One object for each type named by keywords. */
final class Simples {
  static final Type.Simple[] PLAIN = all(false);
  static final Type.Simple[] CONST = all(true);

  private Simples() {}

  private static Type.Simple[] all(boolean constant) {
    BasicType[] basics = BasicType.values();
    Type.Simple[] types = new Type.Simple[basics.length];
    for (int i = 0; i < basics.length; i++) {
      types[i] = new Type.Simple(basics[i], constant);
    }
    return types;
  }
}
