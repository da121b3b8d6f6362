/**
 * What is entered: commands, a class for each, and the way in for all else. Start with {@link
 * org.forkshell.shell.command.Context}.
 */
@NullMarked
package org.forkshell.shell.command;

import org.jspecify.annotations.NullMarked;
