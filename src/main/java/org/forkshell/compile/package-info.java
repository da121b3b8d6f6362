/**
 * From the tree to instructions: names, types, implicit conversions, then code. Knows the machine's
 * instructions, not how they are run, and no language's text.
 */
@NullMarked
package org.forkshell.compile;

import org.jspecify.annotations.NullMarked;
