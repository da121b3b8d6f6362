/**
 * From the tree that was written to the typed tree: resolves names, writes out conversions, folds
 * constants and reports what is wrong, as C11 and gcc have it.
 *
 * <p>Start with {@link org.forkshell.language.c.check.ProgramChecker} for a whole program and
 * {@link org.forkshell.language.c.check.LineChecker} for the lines of a prompt. Both take what they
 * do not define from a {@link org.forkshell.language.c.check.Library}, by way of {@code Linkage}.
 * {@code Checker} holds the parts that do the work together.
 */
@NullMarked
package org.forkshell.language.c.check;

import org.jspecify.annotations.NullMarked;
