package org.forkshell.language;

/** The characters of a text from {@code start} up to, not including, {@code end}. */
public record TokenRegion(TokenClass kind, int start, int end) {}
