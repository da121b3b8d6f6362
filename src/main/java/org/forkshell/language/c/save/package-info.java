/**
 * A session at the prompt as a program of C. Start with {@link
 * org.forkshell.language.c.save.ProgramWriter}: {@code Survey} looks through all lines first,
 * {@code DeclarationWriter} writes what they declare, {@code PlainC} undoes the prompt's liberties,
 * and {@code ProgramText} is what comes of it.
 */
@NullMarked
package org.forkshell.language.c.save;

import org.jspecify.annotations.NullMarked;
