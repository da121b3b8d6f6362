package org.forkshell.compile;

/**
 * Names are linked within a realm first: a program may define {@code dup} and the library still
 * calls its own.
 */
enum Realm {
  USER,
  LIBRARY
}
