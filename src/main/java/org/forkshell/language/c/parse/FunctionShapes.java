package org.forkshell.language.c.parse;

/**
 * What a session knows of names, so that {@code fork} alone can be a call and {@code x} alone need
 * not be.
 */
@FunctionalInterface
public interface FunctionShapes {
  /** What a name is. */
  enum Shape {
    /** A function that takes nothing, {@code (void)} or {@code ()}. */
    NO_ARGUMENTS,
    /** A function that takes something. */
    ARGUMENTS,
    /** A variable, or anything else that cannot be called. */
    NOT_A_FUNCTION,
    /** Not declared at all. */
    UNKNOWN
  }

  Shape shapeOf(String name);

  /** How many parameters a function names. */
  default int parametersOf(String name) {
    return 0;
  }
}
