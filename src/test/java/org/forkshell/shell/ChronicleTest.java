package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.forkshell.process.Event;
import org.forkshell.process.Event.Origin;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.TestClock;
import org.forkshell.view.Drawing;
import org.forkshell.view.Explanations;
import org.forkshell.view.Facts;
import org.forkshell.view.LabelledLine;
import org.forkshell.view.Messages;
import org.forkshell.view.NoteChoice;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChronicleTest {
  private static final int P = 1000;
  private static final int CHILD = 1001;
  private static final int OTHER = 1002;

  private final ProcessTree tree = new ProcessTree();
  private final Transcript screen = new Transcript();

  private final Facts facts =
      new Facts() {
        @Override
        public ProcessTree tree() {
          return tree;
        }

        @Override
        public long reaper() {
          return 9;
        }

        @Override
        public List<Value> values(Event.LineDone done) {
          return List.of();
        }

        @Override
        public @Nullable Waiting waiting(int pid) {
          return null;
        }

        @Override
        public String errorName(int errno) {
          return "";
        }

        @Override
        public boolean isReadOnly(long address) {
          return false;
        }

        @Override
        public String place(Origin origin) {
          return "";
        }
      };

  private static Origin at(int pid) {
    return new Origin(pid, 0, 1, List.of());
  }

  @Test
  void anAuthorsNoteStandsBelowWhatItIsAbout() {
    NoteChoice notes = new NoteChoice();
    Wording wording =
        new Wording(
            () -> new Messages(Messages.class, "Messages", Locale.ENGLISH),
            () -> Explanations.in(Locale.ENGLISH),
            notes,
            () -> Drawing.BOX);
    Annotator ofFork =
        (event, family) ->
            event instanceof Event.Born born && born.pid() == CHILD
                ? List.of(
                    new LabelledLine(
                        ProcessName.of("P.1"), CHILD, null, Text.of(Style.REMARK, "▸ here")))
                : List.of();
    Chronicle chronicle =
        new Chronicle(facts, notes, wording, new Display(screen), TestClock.movedByHand(), ofFork);
    for (Event event :
        List.of(
            new Event.Born(at(P), 0, 0),
            new Event.Forked(at(P), CHILD, 1),
            new Event.Forked(at(P), OTHER, 2),
            new Event.Born(at(OTHER), P, 2),
            new Event.Exiting(at(OTHER), 0),
            new Event.Born(at(CHILD), P, 1))) {
      tree.add(event);
      chronicle.hear(event);
    }
    chronicle.settle();
    List<String> lines = screen.lines();
    assertThat(lines.get(lines.indexOf("▸ here") - 1)).startsWith("P.1 # fork ==> 0");
  }
}
