/**
 * The screen: how a {@link org.forkshell.view.Text} looks on the terminal there is, or as plain
 * text where there is none. With {@code prompt} the only package that knows JLine. Start with
 * {@link org.forkshell.view.Screen}.
 */
@NullMarked
package org.forkshell.terminal;

import org.jspecify.annotations.NullMarked;
