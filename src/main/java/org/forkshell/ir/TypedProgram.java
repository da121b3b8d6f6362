package org.forkshell.ir;

import java.util.List;

/**
 * A whole program as the checker leaves it.
 *
 * @param own what the program itself declares at file scope, in order
 */
public record TypedProgram(List<Symbol> own, Definitions definitions) {}
