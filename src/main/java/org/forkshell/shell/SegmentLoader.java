package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.Segment;
import org.forkshell.codegen.Program;
import org.forkshell.codegen.translation.Translator;
import org.forkshell.wire.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Has segments put into the memory of one family's processes, and with them the machine code that
 * their instructions are translated to.
 */
public final class SegmentLoader {
  private final @Nullable Translator translator;

  /**
   * @param interprets whether all instructions are to be interpreted
   */
  public SegmentLoader(boolean interprets) {
    this.translator = interprets ? null : Translator.here();
  }

  /** A whole program. */
  public List<LogEntry.Part> program(Program program) {
    // What finds races is the interpreter's at every access.
    return parts(program.segments(), program.findsRaces() ? null : translator, true);
  }

  /** Lines, of which later ones may replace functions. */
  List<LogEntry.Part> lines(List<Segment> segments) {
    return parts(segments, translator, false);
  }

  private static List<LogEntry.Part> parts(
      List<Segment> segments, @Nullable Translator translator, boolean isFinal) {
    List<LogEntry.Part> parts = new ArrayList<>();
    add(segments, parts);
    if (translator != null) {
      add(translator.translate(segments, isFinal), parts);
    }
    return parts;
  }

  private static void add(List<Segment> segments, List<LogEntry.Part> parts) {
    for (Segment segment : segments) {
      parts.add(new LogEntry.Part(segment.offset(), segment.bytes()));
    }
  }
}
