/**
 * Drawings of processes as they are at one moment: the family, where each stands in the program,
 * what its buffers, its variables and its pages hold. Everything here is a pure function from what
 * was found out to lines of text; {@link org.forkshell.view.xray.Medium} says how to draw. Knows
 * nothing of how it was found out.
 */
@NullMarked
package org.forkshell.view.xray;

import org.jspecify.annotations.NullMarked;
