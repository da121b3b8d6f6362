package org.forkshell.view;

import java.util.List;
import java.util.Objects;
import org.forkshell.process.ProcessName;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said of a process: what it wrote or found, and what is to be noted about that.
 *
 * @param others how many more processes it is about, for which it would read the same
 * @param pid 0 where it is about several
 * @param subject the bytes or the value, which may be an empty line; null where the first note
 *     speaks for itself
 */
public record Remark(
    ProcessName name, int others, int pid, @Nullable Text subject, List<Note> notes) {
  public Remark {
    notes = List.copyOf(notes);
  }

  Remark(ProcessName name, int pid, @Nullable Text subject, List<Note> notes) {
    this(name, 0, pid, subject, notes);
  }

  /** Whether it reads as {@code other} does, apart from the process. */
  boolean reads(Remark other) {
    return Objects.toString(subject).equals(Objects.toString(other.subject))
        && notes.equals(other.notes);
  }
}
