/**
 * C. {@link org.forkshell.language.c.CLanguage} is what the rest of the code sees of it; the stages
 * below it know those before them only: {@link org.forkshell.language.c.syntax} is the tree as it
 * was written, {@link org.forkshell.language.c.parse} makes it of a text, {@link
 * org.forkshell.language.c.check} makes the typed tree of it, {@link org.forkshell.language.c.save}
 * writes a session as a program.
 */
@NullMarked
package org.forkshell.language.c;

import org.jspecify.annotations.NullMarked;
