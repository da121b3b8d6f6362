package org.forkshell.ir;

import java.util.List;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A function as the checker leaves it.
 *
 * @param arrays the pointers to arrays of variable length, null at its beginning, given back at its
 *     end
 * @param hiddenResult the parameter that says where a structure goes that it returns, or null
 * @param isMain whether its end is the program's: then {@code int} is 0, and {@code void} what the
 *     last call gave
 */
public record FunctionBody(
    List<Symbol.Local> parameters,
    Symbol.@Nullable Local hiddenResult,
    TypedStatement.Block block,
    Span end,
    List<Symbol.Local> arrays,
    boolean isMain) {}
