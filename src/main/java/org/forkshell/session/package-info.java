/**
 * The console's side of a run: {@link org.forkshell.session.Lab} starts the frozen JVM, {@link
 * org.forkshell.session.Relay} turns what comes from it into events in order, {@link
 * org.forkshell.session.Session} is one root process with all its descendants, from its first line
 * to the end of the last of them.
 */
@NullMarked
package org.forkshell.session;

import org.jspecify.annotations.NullMarked;
