/**
 * The machine that runs compiled programs: memory, instructions, the functions too slow to
 * interpret. {@link org.forkshell.machine.Machine#run} computes until the program needs the kernel,
 * and returns; whoever drives it decides what a system call means. Nothing here knows of processes,
 * files or terminals, and nothing allocates while a program runs: in a forked JVM no thread is left
 * that could collect garbage.
 */
@NullMarked
package org.forkshell.machine;

import org.jspecify.annotations.NullMarked;
