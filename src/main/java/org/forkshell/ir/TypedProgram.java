package org.forkshell.ir;

import java.util.List;
import org.forkshell.source.Span;

/**
 * A whole program as the checker leaves it.
 *
 * @param beginning where it is said what is wrong with the whole of it
 * @param own what the program itself declares at file scope, in order
 */
public record TypedProgram(Span beginning, List<Symbol> own, Definitions definitions) {}
