/**
 * The command line: options, help, and the wiring of everything else.
 *
 * <p>Start at {@link org.forkshell.cli.Main}. This is the only package that knows picocli, and the
 * only one that may import all others; none imports it.
 */
@NullMarked
package org.forkshell.cli;

import org.jspecify.annotations.NullMarked;
