package org.forkshell.abi;

/**
 * Bytes that are put into a program's memory before it runs: instructions, string literals or the
 * first values of objects.
 *
 * @param offset where, an offset in the {@link AddressSpace}
 */
public record Segment(long offset, byte[] bytes) {}
