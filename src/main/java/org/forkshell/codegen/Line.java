package org.forkshell.codegen;

import java.util.List;
import org.forkshell.abi.Segment;

/**
 * What a line typed at the prompt became.
 *
 * @param segments what a process puts into its memory before it runs the line; without the lines
 *     before, it is worth nothing
 * @param entry the code offset of a function without parameters and result
 * @param shown the objects whose values a learner wants to see after the line has run: those it
 *     declared or assigned, or a new one that holds the value of its last expression, {@code $1}
 * @param call the function whose result the last of these values is, as it is, empty where it is no
 *     call's
 */
public record Line(
    List<Segment> segments,
    long entry,
    List<Symbols.Global> shown,
    String call,
    SourceMap sourceMap,
    Symbols symbols) {}
