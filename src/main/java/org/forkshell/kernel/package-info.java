/**
 * What drives a program: a {@link org.forkshell.kernel.Driver} runs a {@link
 * org.forkshell.kernel.Task}'s machine and takes each system call to a {@link
 * org.forkshell.kernel.Kernel}. Which kernel that is, the machine's own or a simulated one, nobody
 * here knows. A forked JVM may not allocate, so an {@link org.forkshell.kernel.Answer} is a
 * constant, and what comes with it stands in the task.
 */
@NullMarked
package org.forkshell.kernel;

import org.jspecify.annotations.NullMarked;
