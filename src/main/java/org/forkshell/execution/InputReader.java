package org.forkshell.execution;

import org.forkshell.process.ProcessName;

/**
 * Who waits for a line of standard input.
 *
 * @param name the member of the family, or its thread that is not the first
 * @param program the name of the program that reads, empty where it is the member's own
 * @param pid the process or thread that reads: the member itself, or what a program that it became
 *     has forked
 * @param turns how often the kernel had let it wait so far: who reads again has another number
 */
public record InputReader(ProcessName name, String program, int pid, long turns) {}
