/**
 * Text, places in it, and what is wrong with it. Start with {@link
 * org.forkshell.source.Diagnostic}. Knows nothing of any language.
 */
@NullMarked
package org.forkshell.source;

import org.jspecify.annotations.NullMarked;
