package org.forkshell.compile;

import java.util.List;

/**
 * A whole program as the checker leaves it.
 *
 * @param own what the program itself declares at file scope, in order
 */
record TypedProgram(List<Symbol> own, Definitions definitions) {}
