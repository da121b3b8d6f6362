/**
 * Plays a lesson in a session: for a learner who types, or by itself. Start with {@link
 * org.forkshell.tutor.Tutor}.
 */
@NullMarked
package org.forkshell.tutor;

import org.jspecify.annotations.NullMarked;
