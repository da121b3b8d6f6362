package org.forkshell.view;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.jspecify.annotations.Nullable;

/** What the programs write, line by line, and why it came just then. */
final class Output {
  private static final Note NEWLINE = Note.of(NoteKind.FLUSH_NEWLINE);
  private static final Note MISSING = Note.of(NoteKind.NEWLINE_MISSING);
  private static final Note STDERR = Note.of(NoteKind.STDERR);

  private final NarrationState stage;

  Output(NarrationState stage) {
    this.stage = stage;
  }

  void wrote(Speaker speaker, Event.Output output) {
    boolean error = output.fd() == 2;
    WrittenLine line = error ? speaker.error : speaker.output;
    line.add(
        output.bytes(),
        output.reason(),
        (text, reasons) -> stage.say(speaker, text, notes(reasons, error, true)));
  }

  /** Shows a line that has not ended, as far as it got. */
  void cut(Speaker speaker) {
    speaker.output.cut((text, reasons) -> stage.say(speaker, text, notes(reasons, false, false)));
    speaker.error.cut((text, reasons) -> stage.say(speaker, text, notes(reasons, true, false)));
  }

  private static List<Note> notes(List<FlushReason> reasons, boolean error, boolean ended) {
    List<Note> notes = new ArrayList<>(3);
    if (error) {
      notes.add(STDERR);
    }
    for (FlushReason reason : reasons) {
      Note why = why(reason);
      if (why != null) {
        notes.add(why);
      }
    }
    if (!ended && !reasons.contains(FlushReason.EXIT)) {
      notes.add(MISSING);
    }
    return notes;
  }

  private static @Nullable Note why(FlushReason reason) {
    return switch (reason) {
      case EXIT -> Note.of(NoteKind.FLUSH_EXIT);
      case FULL -> Note.of(NoteKind.FLUSH_FULL);
      case FFLUSH -> Note.of(NoteKind.FLUSH_FFLUSH);
      case READ -> other("read");
      case CLOSE -> other("close");
      case SETVBUF -> other("setvbuf");
      case SEEK -> other("seek");
      case NEWLINE -> NEWLINE;
      case WRITE, UNBUFFERED -> null;
    };
  }

  private static Note other(String form) {
    return Note.of(NoteKind.FLUSH_OTHER, form, List.of());
  }
}
