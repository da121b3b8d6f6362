/** What front ends have in common: {@link org.forkshell.language.c} is the one there is. */
@NullMarked
package org.forkshell.language;

import org.jspecify.annotations.NullMarked;
