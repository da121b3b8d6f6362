/**
 * What goes between the console and the processes of the lab, byte by byte. The {@link
 * org.forkshell.wire.Board} is memory that all share: the log of lines that the session has typed,
 * from which every process reads at its own pace, so that a child inherits its place in it by fork
 * alone, and the counters that bound a fork bomb. {@link org.forkshell.wire.EventRecord}s come back
 * through one socket whose order is the order of what happened, each stamped with its sender's pid
 * by the kernel.
 */
@NullMarked
package org.forkshell.wire;

import org.jspecify.annotations.NullMarked;
