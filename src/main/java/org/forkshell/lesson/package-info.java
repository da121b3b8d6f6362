/**
 * Lessons: what their files mean, what they ask and expect, and how a run answers. Start with
 * {@link org.forkshell.lesson.Lesson}, which {@link org.forkshell.lesson.LessonReader} reads from a
 * folder; {@code docs/writing-lessons.md} describes the files. What happened in a run is an {@link
 * org.forkshell.lesson.Observation}; {@link org.forkshell.lesson.Condition}s and {@link
 * org.forkshell.lesson.Measure}s are asked of it. How a lesson looks and who types is not known
 * here.
 */
@NullMarked
package org.forkshell.lesson;

import org.jspecify.annotations.NullMarked;
