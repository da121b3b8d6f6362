/**
 * The prompt at a terminal: reading a line, colouring and completing it. With {@code terminal} the
 * only package that knows JLine. Start with {@link org.forkshell.prompt.Prompt}, which does what
 * {@link org.forkshell.prompt.PromptLine} reads.
 */
@NullMarked
package org.forkshell.prompt;

import org.jspecify.annotations.NullMarked;
