package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.abi.AddressSpace;
import org.forkshell.codegen.Symbols;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.forkshell.shell.Family;
import org.forkshell.shell.Frames;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.xray.Crowd;
import org.forkshell.view.xray.Variables;
import org.forkshell.view.xray.Variables.Row;
import org.forkshell.view.xray.Variables.Section;
import org.jspecify.annotations.Nullable;

/**
 * {@code /vars [NAME]}: the variables, and what each process has in them, read from its memory even
 * while it is blocked; those of the functions too in which it is then.
 */
final class VarsCommand extends FamilyCommand {
  @Override
  public String name() {
    return "vars";
  }

  /**
   * A thread, be it the first of its process or another one.
   *
   * @param line how many lines of the log its process has taken on
   */
  private record Holder(ProcessName name, int pid, int tid, int line, List<Frames.Frame> frames) {
    static List<Holder> of(Entry entry, Family family) {
      List<Holder> holders = new ArrayList<>();
      int pid = entry.pid();
      int line = entry.line();
      holders.add(new Holder(entry.name(), pid, pid, line, Frames.of(entry, family)));
      for (ThreadEntry thread : family.tree().threads(pid)) {
        List<Frames.Frame> frames = Frames.of(thread, family);
        holders.add(new Holder(thread.name(), pid, thread.tid(), line, frames));
      }
      return holders;
    }
  }

  /** What threads in the same function have. */
  private static final class Calls {
    final List<Holder> holders = new ArrayList<>();
    final List<Frames.Frame> frames = new ArrayList<>();
  }

  static List<Symbols.Global> globals(Family family, Context context) {
    return family.program().isEmpty()
        ? context.session().compiler().variables()
        : family.code().symbols().globals();
  }

  @Override
  boolean accepts(Family family, Context context, String argument) {
    if (argument.isEmpty()) {
      return true;
    }
    boolean known = names(family, context).contains(argument);
    if (!known) {
      context.display().say(Style.NOTE, context.words("vars.unknown", argument));
    }
    return known;
  }

  private static List<String> names(Family family, Context context) {
    List<String> names = new ArrayList<>();
    globals(family, context).forEach(global -> names.add(global.name()));
    for (Holder holder : holders(family.readable(), family)) {
      for (Frames.Frame frame : holder.frames()) {
        frame.locals().forEach(local -> names.add(local.name()));
      }
    }
    return names.stream().distinct().toList();
  }

  @Override
  List<Text> lines(Family family, Context context, String argument) {
    List<Entry> entries = family.readable();
    List<Holder> holders = holders(entries, family);
    List<Section> sections = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    List<Row> own = new ArrayList<>();
    for (Symbols.Global global : globals(family, context)) {
      if (argument.isEmpty() || global.name().equals(argument)) {
        if (global.isThreadLocal()) {
          own.add(ownRow(global, holders, family));
        } else {
          rows.add(row(global, entries, family));
        }
      }
    }
    String notYet = context.words("vars.notYet");
    if (!rows.isEmpty()) {
      sections.add(new Section("", members(entries), rows, notYet));
    }
    if (!own.isEmpty()) {
      sections.add(new Section(context.words("vars.own"), names(holders), own, notYet));
    }
    sections.addAll(locals(holders, family, context, argument));
    if (sections.isEmpty()) {
      String key = family.program().isEmpty() ? "vars.none" : "vars.none.program";
      return List.of(Text.of(Style.NOTE, "  " + context.words(key)));
    }
    return Variables.draw(sections, context.medium());
  }

  private static List<Crowd.Member> members(List<Entry> entries) {
    return entries.stream().map(one -> new Crowd.Member(one.name(), one.pid())).toList();
  }

  private static List<Holder> holders(List<Entry> entries, Family family) {
    return entries.stream().flatMap(entry -> Holder.of(entry, family).stream()).toList();
  }

  private static List<Crowd.Member> names(List<Holder> holders) {
    return holders.stream().map(one -> new Crowd.Member(one.name(), one.tid())).toList();
  }

  /** Each thread's own is at another address. */
  private static Row ownRow(Symbols.Global global, List<Holder> holders, Family family) {
    int entry = family.entryOf(global);
    List<@Nullable String> values = new ArrayList<>();
    for (Holder holder : holders) {
      long address =
          AddressSpace.ORIGIN + global.offset() + family.tree().threadLocals(holder.tid());
      values.add(holder.line() < entry ? null : family.text(global.type(), address, holder.pid()));
    }
    return new Row(family.declaration(global.type(), global.name()), 0, values);
  }

  private static Row row(Symbols.Global global, List<Entry> entries, Family family) {
    int entry = family.entryOf(global);
    List<@Nullable String> values = new ArrayList<>();
    for (Entry process : entries) {
      values.add(process.line() < entry ? null : family.text(global, process.pid()));
    }
    return new Row(
        family.declaration(global.type(), global.name()),
        AddressSpace.ORIGIN + global.offset(),
        values);
  }

  /** A section for each function that somebody is in; for a function that calls itself, more. */
  private static List<Section> locals(
      List<Holder> holders, Family family, Context context, String argument) {
    Map<String, Calls> all = new LinkedHashMap<>();
    for (Holder holder : holders) {
      Map<String, Integer> depths = new LinkedHashMap<>();
      for (Frames.Frame frame : holder.frames()) {
        String name = frame.function().name();
        int depth = depths.merge(name, 1, Integer::sum);
        String title = context.words(depth == 1 ? "vars.in" : "vars.in.again", name, depth);
        Calls calls = all.computeIfAbsent(title, key -> new Calls());
        calls.holders.add(holder);
        calls.frames.add(frame);
      }
    }
    List<Section> sections = new ArrayList<>();
    all.forEach(
        (title, calls) -> {
          List<Row> rows = rows(calls, family, argument);
          if (!rows.isEmpty()) {
            String missing = context.words("vars.notHere");
            sections.add(new Section(title, names(calls.holders), rows, missing));
          }
        });
    return sections;
  }

  private static List<Row> rows(Calls calls, Family family, String argument) {
    Map<String, @Nullable String[]> values = new LinkedHashMap<>();
    Map<String, Long> addresses = new LinkedHashMap<>();
    for (int i = 0; i < calls.frames.size(); i++) {
      Frames.Frame frame = calls.frames.get(i);
      for (Symbols.Local local : frame.locals()) {
        if (!argument.isEmpty() && !local.name().equals(argument)) {
          continue;
        }
        String declaration = family.declaration(local.type(), local.name());
        long address = frame.address() + local.frameOffset();
        values.computeIfAbsent(declaration, key -> new @Nullable String[calls.frames.size()])[i] =
            family.text(local.type(), address, calls.holders.get(i).pid());
        addresses.merge(declaration, address, (a, b) -> a.equals(b) ? a : 0L);
      }
    }
    List<Row> rows = new ArrayList<>();
    values.forEach(
        (declaration, texts) -> {
          List<@Nullable String> list = new ArrayList<>();
          for (String text : texts) {
            list.add(text);
          }
          rows.add(new Row(declaration, addresses.getOrDefault(declaration, 0L), list));
        });
    return rows;
  }

  /** What there was, without values: they went with the processes. */
  @Override
  List<Text> past(Family family, Context context) {
    List<Row> rows = new ArrayList<>();
    if (family.program().isEmpty()) {
      for (Symbols.Global global : globals(family, context)) {
        rows.add(row(global, List.of(), family));
      }
    }
    return rows.isEmpty()
        ? List.of()
        : Variables.draw(List.of(new Section("", List.of(), rows, "")), context.medium());
  }

  @Override
  public List<String> completions(Context context, String argument) {
    Family family = context.session().family();
    if (family != null) {
      return names(family, context);
    }
    return context.session().compiler().variables().stream().map(Symbols.Global::name).toList();
  }
}
