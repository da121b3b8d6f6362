package org.forkshell.ir;

/**
 * Names are linked within a realm first: a program may define {@code dup} and the library still
 * calls its own.
 */
public enum Realm {
  USER,
  LIBRARY
}
