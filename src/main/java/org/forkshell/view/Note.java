package org.forkshell.view;

import java.util.List;

/**
 * What is to be noted about something that happened, as data; {@link Wording} has the words.
 *
 * @param form which of the kind's alternatives, empty where there are none
 * @param facts what it tells, in the order of {@link NoteKind#facts}; those at the end that do not
 *     apply are left out
 */
public record Note(NoteKind kind, String form, List<Object> facts) {
  public Note {
    facts = List.copyOf(facts);
  }

  static Note of(NoteKind kind, Object... facts) {
    return new Note(kind, "", List.of(facts));
  }

  static Note of(NoteKind kind, String form, List<Object> facts) {
    return new Note(kind, form, facts);
  }

  /** The fact called {@code name}, or an empty text where the note has none. */
  public Object fact(String name) {
    int index = kind.facts().indexOf(name);
    return index >= 0 && index < facts.size() ? facts.get(index) : "";
  }

  /** The end of its keys in the bundles: {@code fork-returned.child}. */
  String key() {
    return form.isEmpty() ? kind.label() : kind.label() + "." + form;
  }
}
