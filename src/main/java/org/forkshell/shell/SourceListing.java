package org.forkshell.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.codegen.SourceMap;
import org.forkshell.codegen.Symbols;
import org.forkshell.process.Event.Origin;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.forkshell.view.EventSource;
import org.forkshell.view.lanes.ProgramListing;

/**
 * All that a family executed, as one text with numbered lines: a program's files, or the lines of
 * the log. A text is added when first something happens in it.
 */
public final class SourceListing implements EventSource {
  private final Symbols symbols;
  private final SourceMap map;
  private final String title;
  private final List<ProgramListing.Line> lines = new ArrayList<>();
  private final Map<String, List<Integer>> logged = new HashMap<>();
  // How many lines of the listing stand before a text's first.
  private final Map<SourceText, Integer> before = new IdentityHashMap<>();

  /**
   * @param log the lines that were typed, in order; none for a program
   */
  SourceListing(Symbols symbols, SourceMap map, String title, List<LogLine> log) {
    this.symbols = symbols;
    this.map = map;
    this.title = title;
    for (LogLine line : log) {
      logged.computeIfAbsent(line.text(), key -> new ArrayList<>()).add(lines.size());
      String[] rows = SourceBytes.readable(line.text()).split("\n", -1);
      for (int i = 0; i < rows.length; i++) {
        String address = i == 0 && !line.address().isEmpty() ? line.address() + " " : "";
        String row = address.isEmpty() ? rows[i] : address + rows[i].stripLeading();
        lines.add(new ProgramListing.Line(i == 0 ? line.number() + "" : "", row));
      }
    }
  }

  @Override
  public int line(Origin origin) {
    Span span = Inspection.span(origin, symbols, map, !logged.isEmpty());
    return span == null ? 0 : before.computeIfAbsent(span.source(), this::add) + span.line();
  }

  @Override
  public String call(Origin origin) {
    return Inspection.call(origin, symbols, map);
  }

  private int add(SourceText source) {
    // What comes from a file has blank lines before it, so that its rows are the file's.
    String text = source.text().replaceFirst("^\n+", "");
    int skipped = source.text().length() - text.length();
    List<Integer> candidates = logged.getOrDefault(text, List.of());
    for (int start : candidates) {
      if (lines.get(start).label().equals(source.name())) {
        return start;
      }
    }
    if (!candidates.isEmpty()) {
      return candidates.get(0) - skipped;
    }
    int start = lines.size();
    int count = source.text().endsWith("\n") ? source.lineCount() - 1 : source.lineCount();
    for (int i = 1; i <= count; i++) {
      lines.add(new ProgramListing.Line(String.valueOf(i), source.shownLine(i)));
    }
    return start;
  }

  /** Puts a text where the next lines come, whether or not something happened in it. */
  public void begin(SourceText source) {
    before.computeIfAbsent(source, this::add);
  }

  /** The number of the line in the listing where a line of the log begins, 0 if it is not there. */
  public int of(LogLine line) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).label().equals(Integer.toString(line.number()))) {
        return i + 1;
      }
    }
    return 0;
  }

  /** What there is so far. */
  public ProgramListing listing() {
    return new ProgramListing(title, lines);
  }
}
