package org.forkshell.shell;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.forkshell.abi.AddressSpace;
import org.forkshell.codegen.SourceMap;
import org.forkshell.codegen.Symbols;
import org.forkshell.process.DataRace;
import org.forkshell.process.Event;
import org.forkshell.source.Span;
import org.forkshell.view.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The data races of a run, each once for a variable and two lines of the program: a process tells
 * of each pair of instructions, and each process for itself. May be used by several threads.
 */
final class RaceTally {
  private final Symbols symbols;
  private final SourceMap map;
  private final Set<String> told = new HashSet<>();
  private boolean isPartial;

  RaceTally(Symbols symbols, SourceMap map) {
    this.symbols = symbols;
    this.map = map;
  }

  /** Whether an event is worth telling: all are but races that have been told. */
  synchronized boolean isNews(Event event) {
    isPartial |= isTheirEnd(event);
    return !(event instanceof Event.Race race) || isNew(race);
  }

  private static boolean isTheirEnd(Event event) {
    return event instanceof Event.RacesUnseen;
  }

  private boolean isNew(Event.Race race) {
    DataRace what = race.race();
    TreeSet<String> lines = new TreeSet<>();
    lines.add(line(race.origin().calls().isEmpty() ? 0 : race.origin().calls().get(0)));
    lines.add(line(what.other().code()));
    Symbols.Global global = symbols.globalAt(what.address() - AddressSpace.ORIGIN);
    return told.add(lines + (global == null ? "" : global.name()));
  }

  private String line(int code) {
    @Nullable Span span = map.at(code);
    return span == null ? "" : span.source().name() + ":" + span.line();
  }

  /** Says how many there were, and whether some process stopped looking for them. */
  synchronized String summary(Messages words) {
    String text = words.get(told.isEmpty() ? "run.races.none" : "run.races", told.size());
    return isPartial ? text + words.get("run.races.partial") : text;
  }
}
