package org.forkshell.ir;

import org.jspecify.annotations.Nullable;

/**
 * Where the generator finds what names of a typed tree stand for. A front end answers when it is
 * asked, so that of a large library only what a program reaches is ever checked.
 */
public interface Definitions {
  /**
   * The function that is called under this name, wherever it is defined; null if it is only
   * declared.
   */
  Symbol.@Nullable Function resolve(Symbol.Function function);

  /** The object of this name, wherever it is defined; null if it is only declared. */
  Symbol.@Nullable Static resolve(Symbol.Static object);

  /**
   * A function of the library that the generator itself or the console calls.
   *
   * @throws AssertionError if the library has none, which nothing in its trees asks for then
   */
  Symbol.Function runtime(RuntimeFunction function);

  /** An object of the library, if it has one and anything needed it so far; else null. */
  Symbol.@Nullable Static runtime(RuntimeObject object);

  /** The call to be made in place of one whose value nobody uses, often that one. */
  TypedExpression.Call unused(TypedExpression.Call call);
}
