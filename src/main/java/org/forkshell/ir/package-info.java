/**
 * The typed tree, which is no language's: a front end leaves it, {@link org.forkshell.codegen}
 * turns it into instructions. Names are resolved, conversions written out, sizes known.
 *
 * <p>Start with {@link org.forkshell.ir.TypedProgram} and {@link org.forkshell.ir.TypedLine}, what
 * a front end has in the end; {@link org.forkshell.ir.TypedExpression} and {@link
 * org.forkshell.ir.TypedStatement} hold the vocabulary. What a tree mentions and does not define is
 * asked for, {@link org.forkshell.ir.Definitions}.
 */
@NullMarked
package org.forkshell.ir;

import org.jspecify.annotations.NullMarked;
