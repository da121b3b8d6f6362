/**
 * From the typed tree to instructions and their places in memory. Knows no language and not how
 * instructions are run.
 *
 * <p>Outside, two classes matter: {@link org.forkshell.codegen.Program} is a whole program, {@link
 * org.forkshell.codegen.LineGenerator} generates the lines of a prompt, one after another. {@link
 * org.forkshell.codegen.Symbols} and {@link org.forkshell.codegen.SourceMap} say what lies where,
 * for those who look into a program while it runs.
 *
 * <p>Inside, the {@code Generator} and its parts turn functions into an {@code InstructionBuffer}:
 * every variable keeps its own bytes in the frame all its life, since others look at them while the
 * program runs. {@code MemoryLayout} finds what is reached and gives it room.
 *
 * <p>Where a language leaves open what comes first, this does what gcc does without optimisation on
 * x86-64, because that is what a learner compares with.
 */
@NullMarked
package org.forkshell.codegen;

import org.jspecify.annotations.NullMarked;
