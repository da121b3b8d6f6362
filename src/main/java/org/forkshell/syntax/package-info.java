/**
 * The tree that a front end builds and the compiler reads. It says what was written, not what it
 * means: names are not resolved, expressions have no types, sizes are not known. Four files hold
 * the whole vocabulary: {@link org.forkshell.syntax.Expression}, {@link
 * org.forkshell.syntax.Statement}, {@link org.forkshell.syntax.Declaration} and {@link
 * org.forkshell.syntax.TypeSyntax}.
 */
@NullMarked
package org.forkshell.syntax;

import org.jspecify.annotations.NullMarked;
