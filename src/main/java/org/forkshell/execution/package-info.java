/**
 * The console's side of a run: {@link org.forkshell.execution.Lab} starts the frozen JVM, {@link
 * org.forkshell.execution.Relay} turns what comes from it into events in order, {@link
 * org.forkshell.execution.Session} is one root process with all its descendants, from its first
 * line to the end of the last of them.
 */
@NullMarked
package org.forkshell.execution;

import org.jspecify.annotations.NullMarked;
