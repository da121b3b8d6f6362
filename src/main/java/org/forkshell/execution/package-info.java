/**
 * The console's side of a run: {@link org.forkshell.execution.Lab} starts the frozen JVM, {@link
 * org.forkshell.execution.Relay} turns what comes from it into events in order, {@link
 * org.forkshell.execution.Session} is one root process with all its descendants, from its first
 * line to the end of the last of them, and {@link org.forkshell.execution.Inspector} says what the
 * kernel knows of its processes: nobody above this package reads /proc.
 */
@NullMarked
package org.forkshell.execution;

import org.jspecify.annotations.NullMarked;
