/**
 * The prompt. {@link org.forkshell.repl.PromptSession} is what a learner's lines mean: an
 * ever-growing program that several processes execute. {@link org.forkshell.repl.Prompt} is the
 * loop around it at a terminal, {@link org.forkshell.repl.Script} the same without anybody there.
 * Each {@code /command} is a class of its own, see {@link org.forkshell.repl.Command}. Knows
 * nothing of how processes execute.
 */
@NullMarked
package org.forkshell.repl;

import org.jspecify.annotations.NullMarked;
