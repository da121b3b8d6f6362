package org.forkshell.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.forkshell.process.Impasse;
import org.jspecify.annotations.Nullable;

/**
 * Puts remarks into words, in the language of the moment: in full the first time, briefly after
 * that, and with an explanation for who wants every word. One for a session, which it remembers.
 * May be used by several threads.
 */
public final class Wording {
  private final Supplier<Messages> language;
  private final NoteChoice choice;
  private final Supplier<Drawing> drawing;
  private final Supplier<Explanations> explanations;
  private final Set<String> said = new HashSet<>();
  private final Set<String> explained = new HashSet<>();
  private @Nullable Last last;

  /** A note that was told, and of whom. */
  public record Last(Remark remark, Note note) {}

  /**
   * @param drawing how to draw, never {@link Drawing#AUTO}
   */
  public Wording(
      Supplier<Messages> language,
      Supplier<Explanations> explanations,
      NoteChoice choice,
      Supplier<Drawing> drawing) {
    this.drawing = drawing;
    this.language = language;
    this.explanations = explanations;
    this.choice = choice;
  }

  /** The note that was told last; null before the first. */
  public synchronized @Nullable Last last() {
    return last;
  }

  /** What is said at one time: of notes that are new in it, all are said in full. */
  public synchronized List<LabelledLine> lines(List<Remark> remarks) {
    Messages words = language.get();
    List<LabelledLine> lines = new ArrayList<>(remarks.size());
    Set<String> fresh = new HashSet<>(0);
    for (Remark remark : remarks) {
      LabelledLine line = line(remark, fresh, words);
      if (line != null) {
        lines.add(line);
        draw(remark, lines, words);
        explain(remark, lines);
      }
    }
    said.addAll(fresh);
    return lines;
  }

  private @Nullable LabelledLine line(Remark remark, Set<String> fresh, Messages words) {
    Text what = remark.subject();
    Text margin = Text.EMPTY;
    for (Note note : remark.notes()) {
      boolean full = !said.contains(note.key());
      if (!full && !choice.isRepeated(note.kind())) {
        continue;
      }
      if (full) {
        fresh.add(note.key());
        full = choice.level().isAtLeast(Feedback.NORMAL);
      }
      last = new Last(remark, note);
      Text more = margin(note, full, words);
      if (what == null) {
        Text head = head(note, words);
        what = head.isEmpty() ? more : head;
        if (head.isEmpty()) {
          continue;
        }
      }
      margin =
          margin.isEmpty() || more.isEmpty()
              ? margin.and(more)
              : margin.and(Style.NOTE, words.get("comma")).and(more);
    }
    return what == null
        ? null
        : new LabelledLine(remark.name(), remark.others(), remark.pid(), what, margin);
  }

  private void draw(Remark remark, List<LabelledLine> lines, Messages words) {
    for (Note note : remark.notes()) {
      if (note.kind() == NoteKind.DEADLOCK) {
        List<ImpasseDrawing.Hop> hops = new ArrayList<>();
        for (Object hop : (List<?>) note.fact("waits")) {
          hops.add((ImpasseDrawing.Hop) hop);
        }
        Impasse.Kind kind = (Impasse.Kind) note.fact("cause");
        for (Text drawn : ImpasseDrawing.lines(kind, hops, drawing.get(), words)) {
          lines.add(new LabelledLine(remark.name(), remark.others(), remark.pid(), null, drawn));
        }
      }
    }
  }

  private void explain(Remark remark, List<LabelledLine> lines) {
    if (!choice.level().isAtLeast(Feedback.VERBOSE)) {
      return;
    }
    for (Note note : remark.notes()) {
      Explanation about = explanations.get().about(note);
      if (explained.add(about.key())) {
        String why = about.text();
        lines.add(new LabelledLine(remark.name(), remark.others(), remark.pid(), null, note(why)));
      }
    }
  }

  private static Text note(String text) {
    return Text.of(Style.NOTE, text);
  }

  /** A note in full, without its process. */
  public static Text sentence(Note note, Messages words) {
    Text head = head(note, words);
    Text margin = margin(note, true, words);
    return head.isEmpty() || margin.isEmpty()
        ? head.and(margin)
        : head.and(Style.PLAIN, "  ").and(margin);
  }

  /** What a note says by itself, where nothing else begins the line. */
  private static Text head(Note note, Messages words) {
    return switch (note.kind()) {
      case FORK_RETURNED ->
          switch (note.form()) {
            case "parent" -> call("fork ==> " + note.fact("pid"));
            case "lent" -> call("vfork ==> " + note.fact("pid"));
            case "borrowed" -> call("vfork ==> 0");
            default -> call("fork ==> 0");
          };
      case FORK_REFUSED -> Text.of(Style.ALARM, note.fact("call") + " ==> -1");
      case BUFFER_WAITING -> Text.of(Style.OUTPUT, note.fact("text").toString());
      case BUFFER_LOST ->
          switch (note.form()) {
            case "exit" -> call("_exit(" + note.fact("status") + ")");
            default -> Text.EMPTY;
          };
      case WAIT_BLOCKED -> call("wait …");
      case WAIT_RETURNED -> call(note.fact("call") + " ==> " + note.fact("pid"));
      case BLOCKED -> call(note.fact("call") + " …");
      case THREAD_STARTED -> call("pthread_create ==> 0");
      case THREAD_ENDED -> Text.of(Style.ENDED, words.get("head.thread-ended"));
      case DEADLOCK -> Text.of(Style.ALARM, words.get("head.deadlock"));
      case RACE -> Text.of(Style.ALARM, words.get("head.race"));
      case EXITED -> Text.of(Style.ENDED, words.get("head.exited", note.fact("status")));
      case KILLED ->
          Text.of(
              Style.ALARM,
              words.get("head.killed." + note.form(), note.fact("signal"), note.fact("process")));
      case ENDED ->
          Text.of(
              Style.ENDED,
              words.get(note.form().equals("zombie") ? "head.ended.zombie" : "head.ended"));
      case ORPHAN_ADOPTED -> call(words.get("head.orphan-adopted"));
      case ORPHAN_COLLECTED -> call(words.get("head.orphan-collected"));
      case SIGNAL_SENT ->
          note.form().equals("raised")
              ? call(words.get("head.signal-sent.raised", note.fact("signal")))
              : call(
                  "kill("
                      + note.fact("target")
                      + ", "
                      + note.fact("signal")
                      + ") ==> "
                      + (note.form().equals("failed") ? -1 : 0));
      case SIGNAL_CAUGHT -> call(words.get("head.signal-caught", note.fact("signal")));
      case EXEC ->
          call(
              ("exec " + note.fact("path")).strip()
                  + (note.form().equals("failed") ? " ==> -1" : ""));
      case CALL_FAILED ->
          call(
              note.form().equals("failed")
                  ? note.fact("call") + " ==> -1"
                  : words.get("head.call-failed." + note.form(), note.fact("call")));
      case INTERRUPTED -> Text.of(Style.ALARM, words.get("head.interrupted"));
      case MORE -> note.form().equals("refusals") ? Text.of(Style.ALARM, "fork ==> -1") : call("…");
      case FORK_COPIED,
          FLUSH_NEWLINE,
          FLUSH_EXIT,
          FLUSH_FULL,
          FLUSH_FFLUSH,
          FLUSH_OTHER,
          NEWLINE_MISSING,
          STDERR,
          UNSAFE_CALL,
          RACES_UNSEEN,
          FAULT,
          ZOMBIE ->
          Text.EMPTY;
    };
  }

  private static Text call(String text) {
    return Text.of(Style.CALL, text);
  }

  private static Text margin(Note note, boolean full, Messages words) {
    String key = "note." + note.key();
    String brief = key + ".brief";
    if (!words.has(key)) {
      return Text.EMPTY;
    }
    String text = words.get(full || !words.has(brief) ? key : brief, note.facts().toArray());
    String place = note.fact("place").toString();
    if (!place.isEmpty()) {
      text = text + words.get("comma") + place;
    }
    boolean alarm = note.kind() == NoteKind.WAIT_RETURNED && note.form().equals("killed");
    return Text.of(alarm ? Style.ALARM : Style.NOTE, text);
  }
}
