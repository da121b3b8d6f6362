/**
 * The tree that a front end builds and the compiler reads. It says what was written, not what it
 * means: names are not resolved, expressions have no types, sizes are not known. Four files hold
 * the whole vocabulary: {@link org.forkshell.language.c.syntax.Expression}, {@link
 * org.forkshell.language.c.syntax.Statement}, {@link org.forkshell.language.c.syntax.Declaration}
 * and {@link org.forkshell.language.c.syntax.TypeSyntax}.
 */
@NullMarked
package org.forkshell.language.c.syntax;

import org.jspecify.annotations.NullMarked;
