/**
 * A session at the prompt, without a terminal: what a line means, whom it is for, what its
 * processes do about it, and what is said of that. Scripts, lessons and the prompt are its users.
 * Start with {@link org.forkshell.shell.PromptSession}.
 */
@NullMarked
package org.forkshell.shell;

import org.jspecify.annotations.NullMarked;
