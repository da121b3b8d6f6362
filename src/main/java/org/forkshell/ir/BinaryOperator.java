package org.forkshell.ir;

/** The operators of two operands that C, and most languages after it, have. */
public enum BinaryOperator {
  MULTIPLY,
  DIVIDE,
  REMAINDER,
  ADD,
  SUBTRACT,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  LESS,
  LESS_EQUAL,
  GREATER,
  GREATER_EQUAL,
  EQUAL,
  NOT_EQUAL,
  AND,
  XOR,
  OR,
  LOGICAL_AND,
  LOGICAL_OR
}
