/**
 * The words of the subject: a process's name, how it ended, what happened, and the family tree as
 * the sum of all that happened. Start with {@link org.forkshell.process.Event}. Knows neither how
 * events travel nor how they are shown.
 */
@NullMarked
package org.forkshell.process;

import org.jspecify.annotations.NullMarked;
