package org.forkshell.lesson;

/** A remark of the author's, said when something happens. */
public record Note(Selector on, String text) {}
