/**
 * The frozen JVM: {@link org.forkshell.lab.Zygote} is loaded and warmed up once, then forks a root
 * process for each program, which its {@link org.forkshell.lab.Reaper} collects; {@link
 * org.forkshell.lab.ProgramProcess} is what the root and all its descendants run. In a forked
 * process only the forking thread is left: no collector, no compiler. So a program process
 * allocates nothing, loads nothing that could have been loaded before, and leaves by _exit alone.
 */
@NullMarked
package org.forkshell.lab;

import org.jspecify.annotations.NullMarked;
