/**
 * Plays a lesson in a session: for a learner who types, or by itself. Start with {@link
 * org.forkshell.tutor.Tutor}, who knows where in the lesson it is and what it waits for; {@link
 * org.forkshell.tutor.Exercise} is what is done there.
 */
@NullMarked
package org.forkshell.tutor;

import org.jspecify.annotations.NullMarked;
