package org.forkshell.view;

import java.util.List;
import org.forkshell.process.Event;
import org.jspecify.annotations.Nullable;

/** What a line leaves behind in a process: values, and bytes that wait to be written. */
final class LineEnds {
  private final NarrationState stage;
  private final Facts facts;
  private final Output output;
  private final Calls calls;

  LineEnds(NarrationState stage, Facts facts, Output output, Calls calls) {
    this.stage = stage;
    this.facts = facts;
    this.output = output;
    this.calls = calls;
  }

  void done(Speaker speaker, Event.LineDone done) {
    output.cut(speaker);
    int line = done.origin().line();
    // Who gave up its line got no value from it.
    List<Facts.Value> values = done.ran() && !speaker.gaveUp ? facts.values(done) : List.of();
    speaker.gaveUp = false;
    speaker.unwritten = line >= facts.lines() ? done.unwritten() : -1;
    Speaker.Result result = speaker.result;
    Facts.Value last = values.isEmpty() ? null : values.get(values.size() - 1);
    List<Note> returned = List.of();
    String call = facts.valueOf(done.origin());
    if (result != null
        && last != null
        && result.calls().contains(call)
        && last.text().equals(Long.toString(result.value()))) {
      // The line's value is what the call returned: said together.
      speaker.result = null;
      returned = result.notes();
    } else {
      calls.sayResult(speaker);
      if (last != null && done.errno() != 0 && !call.isEmpty() && isFailure(last.text())) {
        returned = List.of(calls.failed(call, done.errno()));
      }
    }
    for (Facts.Value value : values) {
      Text shown = Text.of(Style.VALUE_NAME, value.name() + " ==> ").and(Style.VALUE, value.text());
      stage.hold(line, speaker, shown, value == last ? returned : List.of());
    }
    waiting(speaker, line, facts.waiting(speaker.pid));
  }

  /** A process gave up a line. */
  void interrupted(Speaker speaker, Event.Interrupted interrupted) {
    output.cut(speaker);
    speaker.gaveUp = true;
    Note note = Note.of(NoteKind.INTERRUPTED);
    stage.hold(interrupted.origin().line(), speaker, null, List.of(note));
  }

  /** -1, NULL or MAP_FAILED, in the forms that values have. */
  private static boolean isFailure(String value) {
    return value.equals("-1") || value.equals("NULL") || value.equals("0xffffffffffffffff");
  }

  private void waiting(Speaker speaker, int line, Facts.@Nullable Waiting waiting) {
    byte[] bytes = waiting == null ? new byte[0] : waiting.bytes();
    boolean copied = speaker.bornLine == line && bytes.length == speaker.inherited;
    if (waiting != null && !copied && !java.util.Arrays.equals(bytes, speaker.waiting)) {
      String form = !waiting.lineBuffered() ? "full" : endsLine(bytes) ? "kept" : "line";
      Note note =
          Note.of(NoteKind.BUFFER_WAITING, form, List.of(bytes.length, Bytes.quoted(bytes)));
      stage.hold(line, speaker, null, List.of(note));
    }
    speaker.waiting = bytes;
  }

  private static boolean endsLine(byte[] bytes) {
    return bytes[bytes.length - 1] == '\n';
  }
}
