/**
 * What a front end is. {@link org.forkshell.language.Language} is all that the rest of the code
 * sees of one, {@link org.forkshell.language.LineFrontEnd} is its part for lines at the prompt;
 * {@link org.forkshell.language.c} is the one there is.
 */
@NullMarked
package org.forkshell.language;

import org.jspecify.annotations.NullMarked;
