package org.forkshell.lesson;

/** A remark of the author's, said when something happens. */
public record AuthorNote(Selector on, String text) {}
