package org.forkshell.tutor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.lesson.AuthorNote;
import org.forkshell.lesson.Happening;
import org.forkshell.lesson.Happenings;
import org.forkshell.lesson.Prose;
import org.forkshell.lesson.Selector;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree;
import org.forkshell.shell.Annotator;
import org.forkshell.view.LabelledLine;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** Says an author's notes when what they are bound to happens. */
final class LessonNotes implements Annotator {
  private final Happenings happenings = new Happenings();
  private final Map<AuthorNote, Integer> matches = new HashMap<>();
  private final Map<AuthorNote, Happening> last = new HashMap<>();
  private List<AuthorNote> notes = List.of();

  /** Sets the notes for what happens from now on; of what was before, only the family counts. */
  synchronized void begin(List<AuthorNote> now) {
    notes = now;
    matches.clear();
    last.clear();
  }

  /** There are no more; says those that were bound to the last of its kind. */
  synchronized List<LabelledLine> end() {
    List<LabelledLine> lines = new ArrayList<>();
    for (AuthorNote note : notes) {
      Happening happening = last.get(note);
      if (happening != null) {
        lines.add(line(happening, note));
      }
    }
    begin(List.of());
    return lines;
  }

  @Override
  public synchronized List<LabelledLine> remarks(Event event, ProcessTree family) {
    List<LabelledLine> lines = new ArrayList<>(0);
    for (Happening happening : happenings.hear(event, family)) {
      for (AuthorNote note : notes) {
        if (note.on().matches(happening)) {
          int count = matches.merge(note, 1, Integer::sum);
          int which = note.on().which();
          if (which == Selector.LAST) {
            last.put(note, happening);
          } else if (which == Selector.EACH || which == count) {
            lines.add(line(happening, note));
          }
        }
      }
    }
    return lines;
  }

  private static LabelledLine line(Happening happening, AuthorNote note) {
    Text remark = Text.of(Style.REMARK, "▸ ").and(Prose.sentence(Style.REMARK, note.text()));
    return new LabelledLine(happening.name(), happening.pid(), null, remark);
  }
}
