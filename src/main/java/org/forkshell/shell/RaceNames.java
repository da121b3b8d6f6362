package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.codegen.SourceMap;
import org.forkshell.codegen.Symbols;
import org.forkshell.execution.Inspector;
import org.forkshell.execution.SleepingThread;
import org.forkshell.process.DataRace;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.forkshell.view.Messages;
import org.jspecify.annotations.Nullable;

/** What a data race is about, as the program itself calls it. */
final class RaceNames {
  /** Where a frame holds the address of the caller's. */
  private static final int CALLER = 8;

  private final Inspector inspector;
  private final ProcessTree tree;
  private final Symbols symbols;
  private final SourceMap map;
  private final Messages words;

  RaceNames(Inspector inspector, ProcessTree tree, Symbols symbols, SourceMap map, Messages words) {
    this.inspector = inspector;
    this.tree = tree;
    this.symbols = symbols;
    this.map = map;
    this.words = words;
  }

  /**
   * The variable of static storage duration, or the part of it, that an address is of; empty for
   * others.
   */
  static String global(long address, Symbols symbols) {
    return symbols.globalAt(address - AddressSpace.ORIGIN) == null
        ? ""
        : Inspection.nameAt(address, symbols);
  }

  /** A variable by its name, a block of the heap by where it was allocated, else an address. */
  String subject(Event.Race told) {
    DataRace race = told.race();
    String global = global(race.address(), symbols);
    if (!global.isEmpty()) {
      return words.get("race.variable", global);
    }
    if (race.block() != 0) {
      return block(told);
    }
    String local = local(told);
    return local.isEmpty()
        ? words.get("race.address", "0x" + Long.toHexString(race.address()))
        : local;
  }

  private String block(Event.Race told) {
    List<Integer> calls = new ArrayList<>();
    for (int call : told.race().allocators()) {
      if (call != 0) {
        calls.add(call);
      }
    }
    String place = Inspection.place(origin(told, calls), symbols, map, words);
    long offset = told.race().address() - told.race().block();
    return words.get(place.isEmpty() ? "race.heap" : "race.block", offset, place);
  }

  private static Event.Origin origin(Event told, List<Integer> calls) {
    return new Event.Origin(told.pid(), told.origin().nanos(), told.origin().line(), calls);
  }

  /** Of one of the two threads' own functions; or of one that some thread waits in. */
  private String local(Event.Race told) {
    DataRace race = told.race();
    Event.Origin here = told.origin();
    String own =
        here.calls().isEmpty() ? "" : in(here.calls().get(0), here.frame(), race.address());
    if (!own.isEmpty()) {
      return own;
    }
    long frame = AddressSpace.ORIGIN + race.other().frame();
    String theirs = in(race.other().code(), frame, race.address());
    if (!theirs.isEmpty()) {
      return theirs;
    }
    Event.Blocked first = tree.find(told.pid()).map(Entry::call).orElse(null);
    String found = waiting(told.pid(), told.pid(), first, race.address());
    for (ThreadEntry thread : tree.threads(told.pid())) {
      found =
          found.isEmpty()
              ? waiting(told.pid(), thread.tid(), thread.call(), race.address())
              : found;
    }
    return found;
  }

  /** Of a function that a thread is in which sleeps, so that its stack stays as it is. */
  private String waiting(int pid, int tid, Event.@Nullable Blocked call, long address) {
    SleepingThread thread = call == null ? null : inspector.sleepingThread(pid, tid);
    if (call == null || thread == null) {
      return "";
    }
    String found = "";
    List<Integer> calls = call.origin().calls();
    long frame = call.origin().frame();
    for (int i = 0; i < calls.size() && frame != 0 && found.isEmpty(); i++) {
      found = in(calls.get(i) - (i == 0 ? 0 : 1), frame, address);
      frame = inspector.pointer(pid, frame + CALLER);
    }
    return thread.isAsleepSince() ? found : "";
  }

  /** The variable of the function at a code offset that an address is of, its frame being known. */
  private String in(int code, long frame, long address) {
    Symbols.Function function = symbols.functionAt(code);
    if (function == null || function.isLibrary()) {
      return "";
    }
    String found = "";
    for (Symbols.Local local : function.locals()) {
      long within = address - frame - local.frameOffset();
      if (local.from() <= code
          && code < local.to()
          && within >= 0
          && within < local.type().size()) {
        String name = Inspection.partAt(local.name(), local.type(), within);
        found = words.get("race.local", name, function.name());
      }
    }
    return found;
  }
}
