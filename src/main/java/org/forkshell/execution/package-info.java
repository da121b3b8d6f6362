/**
 * A run, seen from the console. {@link org.forkshell.execution.Session} is one: a root process with
 * all its descendants, from its first line to the end of the last of them; {@link
 * org.forkshell.execution.Inspector} says what the kernel knows of its processes. That is all that
 * the packages above know of a run, and none of them reads /proc.
 *
 * <p>Real processes come from a {@link org.forkshell.execution.Lab}, which starts the frozen JVM
 * and begins sessions in it; {@link org.forkshell.execution.Relay} reads what comes from there, and
 * {@link org.forkshell.execution.EventOrder} makes events of it, in order.
 */
@NullMarked
package org.forkshell.execution;

import org.jspecify.annotations.NullMarked;
