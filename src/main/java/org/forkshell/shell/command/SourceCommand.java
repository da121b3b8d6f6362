package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.codegen.Symbols;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.forkshell.process.Waits;
import org.forkshell.shell.Family;
import org.forkshell.shell.LogLine;
import org.forkshell.shell.Position;
import org.forkshell.shell.ProcessActivity;
import org.forkshell.shell.SourceListing;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.xray.Crowd;
import org.forkshell.view.xray.MarkedListing;
import org.forkshell.view.xray.MarkedListing.Stand;

/** {@code /source [all]}: the program, and where in it each process stands. */
final class SourceCommand extends FamilyCommand {
  /** Where nobody stands in any line. */
  private static final int NOWHERE = 0;

  @Override
  public String name() {
    return "source";
  }

  @Override
  List<Text> lines(Family family, Context context, String argument) {
    SourceListing listing = family.listing();
    for (Symbols.Function function : family.code().symbols().functions()) {
      if (function.at() != null && family.isProgram(function.at().source().name())) {
        listing.begin(function.at().source());
        break;
      }
    }
    List<Entry> entries = new ArrayList<>();
    List<ProcessActivity> doings = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Waits waits = family.waits();
    for (Entry entry : family.tree().entries()) {
      ProcessActivity doing = ProcessActivity.of(entry, family, waits, context.settings());
      if (doing.letter() != ' ') {
        entries.add(entry);
        doings.add(doing);
        places.add(place(entry, doing, family, listing));
      }
    }
    List<MarkedListing.Line> lines =
        listing.listing().lines().stream()
            .map(line -> new MarkedListing.Line(line.label(), line.text()))
            .toList();
    List<Stand> stands = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      boolean ready = ProcessActivity.isReady(entry, family);
      stands.add(
          new Stand(
              new Crowd.Member(entry.name(), entry.pid()),
              ready && entry.isAlive() ? lines.size() + 1 : places.get(i),
              doing(entry, doings.get(i), places.get(i), ready, context)));
      for (ThreadEntry thread : family.tree().threads(entry.pid())) {
        stands.add(stand(thread, family, waits, listing, context));
      }
    }
    if (lines.isEmpty() && stands.isEmpty()) {
      return List.of(Text.of(Style.NOTE, "  " + context.words("list.empty")));
    }
    return MarkedListing.draw(lines, stands, argument.equals("all"), context.medium());
  }

  /** Where a thread is that is not its process's first. */
  private static Stand stand(
      ThreadEntry thread, Family family, Waits waits, SourceListing listing, Context context) {
    Event.Blocked blocked = thread.call();
    Event last = blocked == null ? thread.last() : blocked;
    // That it was started was told by another one, elsewhere.
    int place = last.tid() == thread.tid() ? listing.line(last.origin()) : NOWHERE;
    Text text = ProcessActivity.of(thread, family, waits, context.settings()).text();
    return new Stand(
        new Crowd.Member(thread.name(), thread.tid()),
        place,
        place > 0 && blocked == null ? text.and(Style.NOTE, context.words("source.last")) : text);
  }

  private static int place(
      Entry entry, ProcessActivity doing, Family family, SourceListing listing) {
    Event.Origin origin = Position.origin(entry);
    if (doing.letter() == 'Z' || !entry.isAlive() || !doing.program().isEmpty()) {
      return NOWHERE;
    }
    int line = origin == null ? NOWHERE : listing.line(origin);
    LogLine logged = family.line(entry.line());
    return line > 0 || logged == null ? line : listing.of(logged);
  }

  private static Text doing(
      Entry entry, ProcessActivity doing, int place, boolean ready, Context context) {
    Text text = doing.text();
    if (!doing.program().isEmpty()) {
      return Text.of(Style.CODE, context.words("source.program", doing.program()) + "  ").and(text);
    }
    boolean moving = place > 0 && entry.call() == null && entry.isAlive() && !ready;
    return moving ? text.and(Style.NOTE, context.words("source.last")) : text;
  }

  @Override
  public List<String> completions(Context context, String argument) {
    return List.of("all");
  }
}
