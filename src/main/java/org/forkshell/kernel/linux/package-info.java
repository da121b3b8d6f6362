/**
 * The kernel of this machine: {@link org.forkshell.kernel.linux.LinuxKernel} makes the system calls
 * that a program asks for, in the process that asks, and puts the answer back. What a call is about
 * has a class of its own, a {@link org.forkshell.kernel.linux.CallGroup}; what a thread tells of
 * its calls goes through {@link org.forkshell.kernel.linux.ThreadEvents}. Like all that a program
 * process runs, nothing here allocates once the zygote has been made.
 */
@NullMarked
package org.forkshell.kernel.linux;

import org.jspecify.annotations.NullMarked;
