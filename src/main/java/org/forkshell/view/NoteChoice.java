package org.forkshell.view;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which notes are wanted: those that the level of feedback brings, but for the kinds that somebody
 * has switched on or off. May be used by several threads.
 */
public final class NoteChoice {
  private final Map<NoteKind, Boolean> switched =
      Collections.synchronizedMap(new EnumMap<>(NoteKind.class));
  private volatile Feedback level = Feedback.NORMAL;

  public Feedback level() {
    return level;
  }

  /** Sets the level; what has been switched stays so. */
  public void level(Feedback wanted) {
    level = wanted;
  }

  /**
   * Switches kinds.
   *
   * @param on null to let the level decide again
   */
  public void choose(List<NoteKind> kinds, @Nullable Boolean on) {
    for (NoteKind kind : kinds) {
      if (on == null) {
        switched.remove(kind);
      } else {
        switched.put(kind, on);
      }
    }
  }

  /** Whether somebody has decided about it. */
  public boolean isSwitched(NoteKind kind) {
    return switched.containsKey(kind);
  }

  /** Whether notes of this kind are told. */
  public boolean isOn(NoteKind kind) {
    Boolean decided = switched.get(kind);
    return decided == null ? level.isAtLeast(kind.level()) : decided;
  }

  /** Whether they are told even when they were before. */
  public boolean isRepeated(NoteKind kind) {
    Boolean decided = switched.get(kind);
    return decided == null ? level.isAtLeast(kind.levelOfRepetition()) : decided;
  }
}
