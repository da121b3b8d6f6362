package org.forkshell.ir;

/**
 * Objects of a language's library that the console looks at while a program runs. A language may
 * have none of them.
 */
public enum RuntimeObject {
  /** A stream, laid out as {@code abi.StreamLayout} says; the next two as well. */
  STANDARD_INPUT,
  STANDARD_OUTPUT,
  STANDARD_ERROR,
  /** Points to the newest of all streams. */
  STREAMS,
  /** Points to the environment, which the console gives to a session. */
  ENVIRONMENT
}
