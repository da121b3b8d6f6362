/**
 * From the tree to instructions: names, types, implicit conversions, then code. Knows the machine's
 * instructions, not how they are run, and no language's text.
 *
 * <p>Outside, two classes matter: {@link org.forkshell.compile.Program} compiles a whole program,
 * {@link org.forkshell.compile.Session} the lines of a prompt, one after another. Both take what
 * they do not define from a {@link org.forkshell.compile.Library}.
 *
 * <p>Inside there are three steps. The <em>checker</em> ({@code Checker} and its parts) resolves
 * names, writes out conversions, folds constants and reports what is wrong; it leaves a tree of
 * {@code TypedExpression} and {@code TypedStatement}. The <em>generator</em> ({@code Generator} and
 * its parts) turns functions of that tree into {@code Code}: every variable keeps its own bytes in
 * the frame all its life, since others look at them while the program runs. The <em>linker</em>
 * ({@code Linkage} for names, {@code Layout} for places) finds what is reached and gives it room.
 *
 * <p>Where C leaves open what comes first, all this does what gcc does without optimisation on
 * x86-64, because that is what a learner compares with.
 */
@NullMarked
package org.forkshell.compile;

import org.jspecify.annotations.NullMarked;
