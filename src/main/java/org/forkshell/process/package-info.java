/**
 * The words of the subject: a process's name, how it ended, what happened, and the family tree as
 * the sum of all that happened. Start with {@link org.forkshell.process.Event}. Knows neither how
 * events travel nor how they are shown.
 *
 * <p>Events are read in one of two ways. Whoever tells kinds of events apart is an {@link
 * org.forkshell.process.EventVisitor}: a new kind of event then compiles nowhere until everybody
 * has decided what it means there, and that it means nothing is written down. Whoever asks one
 * question, such as whether an event is output, is a filter, and uses {@code instanceof}. A chain
 * of such questions is a visitor that forgets. Who there is and in which state is known to {@link
 * org.forkshell.process.ProcessTree} alone; others ask it.
 */
@NullMarked
package org.forkshell.process;

import org.jspecify.annotations.NullMarked;
