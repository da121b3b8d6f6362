package org.forkshell.ir;

/** What a language's library must have for programs to begin and to end. */
public enum RuntimeFunction {
  /** Is given argc, argv and envp, runs the program, never returns. */
  START,
  /** Is given a status; ends the process as the end of the program would. */
  EXIT,
  /** Is given a number of bytes and returns where they are: for objects of variable size. */
  ALLOCATE,
  /** Gives back what {@link #ALLOCATE} returned; null is nothing. */
  RELEASE
}
