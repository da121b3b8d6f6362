package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.forkshell.abi.AddressSpace;
import org.forkshell.codegen.Symbols;
import org.forkshell.execution.Inspector;
import org.forkshell.execution.Inspector.Page;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.shell.Family;
import org.forkshell.shell.MemorySnapshot;
import org.forkshell.shell.MemorySnapshot.Area;
import org.forkshell.shell.MemorySnapshot.Holding;
import org.forkshell.view.LineLayout;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.xray.Crowd;
import org.forkshell.view.xray.Medium;
import org.forkshell.view.xray.Pages;
import org.forkshell.view.xray.Pages.Count;
import org.forkshell.view.xray.Pages.Remark;
import org.jspecify.annotations.Nullable;

/**
 * {@code /memory [VARIABLE]}: which pages each process has to itself and which it shares, and what
 * has changed since it was asked last: copy-on-write.
 */
final class MemoryCommand extends FamilyCommand {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  boolean accepts(Family family, Context context, String argument) {
    if (argument.isEmpty() || find(family, context, argument) != null) {
      return true;
    }
    context.display().say(Style.NOTE, context.words("vars.unknown", argument));
    return false;
  }

  private static Symbols.@Nullable Global find(Family family, Context context, String name) {
    for (Symbols.Global global : VarsCommand.globals(family, context)) {
      if (global.name().equals(name)) {
        return global;
      }
    }
    return null;
  }

  @Override
  List<Text> lines(Family family, Context context, String argument) {
    List<Entry> entries = family.readable();
    if (!argument.isEmpty()) {
      return variable(argument, entries, family, context);
    }
    MemorySnapshot now = MemorySnapshot.of(entries, family.inspector());
    if (now == null) {
      return totals(entries, family.inspector(), context);
    }
    MemorySnapshot then = family.remembered(now);
    List<Pages.Holder> holders = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    boolean fresh = true;
    for (Entry entry : entries) {
      Crowd.Member who = new Crowd.Member(entry.name(), entry.pid());
      Holding holding = now.of(entry.pid());
      Holding old = then == null ? null : then.of(entry.pid());
      if (holding == null) {
        continue;
      }
      holders.add(new Pages.Holder(who, counts(holding)));
      if (old != null) {
        fresh = false;
        changes(old, holding, family, context)
            .forEach(text -> remarks.add(new Remark(who, " " + text)));
      }
    }
    List<String> areas = new ArrayList<>();
    for (Area area : Area.values()) {
      areas.add(name(area, context));
    }
    Medium medium = context.medium();
    List<Text> lines = new ArrayList<>(note(context, "memory.head"));
    lines.addAll(Pages.table(areas, holders, medium));
    lines.addAll(Pages.remarks(remarks, medium));
    if (remarks.isEmpty()) {
      lines.addAll(note(context, fresh ? "memory.first" : "memory.same"));
    }
    return lines;
  }

  private static List<Text> note(Context context, String key, Object... arguments) {
    int width = context.display().screen().width();
    return LineLayout.wrapped(Text.of(Style.NOTE, context.words(key, arguments)), 2, width);
  }

  private static String name(Area area, Context context) {
    return context.words("memory." + area.name().toLowerCase(Locale.ROOT));
  }

  private static List<Count> counts(Holding holding) {
    long[] own = new long[Area.values().length];
    long[] shared = new long[Area.values().length];
    for (Page page : holding.pages().values()) {
      int area = Area.of(page.address()).ordinal();
      if (page.isOwn() && !page.isCommon()) {
        own[area]++;
      } else {
        shared[area]++;
      }
    }
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < own.length; i++) {
      counts.add(new Count(own[i], shared[i]));
    }
    return counts;
  }

  private static List<Text> totals(List<Entry> entries, Inspector inspector, Context context) {
    List<Pages.Holder> holders = new ArrayList<>();
    long from = AddressSpace.ORIGIN;
    for (Entry entry : entries) {
      Inspector.PageCount count = inspector.pageCount(entry.pid(), from, from + AddressSpace.SIZE);
      if (count != null) {
        holders.add(
            new Pages.Holder(
                new Crowd.Member(entry.name(), entry.pid()),
                List.of(new Count(count.own(), count.shared()))));
      }
    }
    List<Text> lines = new ArrayList<>(note(context, "memory.head"));
    lines.addAll(Pages.table(List.of(context.words("memory.program")), holders, context.medium()));
    lines.addAll(note(context, "memory.refused"));
    return lines;
  }

  /** What happened to the pages of one process, a sentence for each kind of change and area. */
  private static List<String> changes(Holding old, Holding now, Family family, Context context) {
    Map<Area, List<Page>> copied = new EnumMap<>(Area.class);
    Map<Area, List<Page>> left = new EnumMap<>(Area.class);
    Map<Area, List<Page>> touched = new EnumMap<>(Area.class);
    for (Page page : now.pages().values()) {
      Page last = old.pages().get(page.address());
      Map<Area, List<Page>> kind = null;
      if (last == null) {
        kind = touched;
      } else if (!last.isOwn() && !last.isCommon()) {
        // Whoever writes to a page of others gets a new frame; the last one left keeps the old.
        boolean wrote =
            page.frame() == 0
                ? page.isOwn() && !Arrays.equals(content(old, page), content(now, page))
                : page.frame() != last.frame();
        kind = wrote ? copied : page.isOwn() ? left : null;
      }
      if (kind != null) {
        kind.computeIfAbsent(Area.of(page.address()), key -> new ArrayList<>()).add(page);
      }
    }
    List<String> texts = new ArrayList<>();
    copied.forEach(
        (area, pages) -> {
          String what = written(pages, old, now, family);
          String part = what.isEmpty() ? name(area, context) : what;
          String key = area == Area.CODE ? "memory.copied.code" : "memory.copied";
          texts.add(sentence(key, part, pages, context));
        });
    // At the prompt every process puts the code of each line into its memory: nothing to learn.
    left.remove(Area.CODE);
    touched.remove(Area.CODE);
    left.forEach(
        (area, pages) -> texts.add(sentence("memory.left", name(area, context), pages, context)));
    touched.forEach(
        (area, pages) ->
            texts.add(sentence("memory.touched", name(area, context), pages, context)));
    return texts;
  }

  private static byte[] content(Holding holding, Page page) {
    return holding.contents().getOrDefault(page.address(), new byte[0]);
  }

  private static String sentence(String key, String part, List<Page> pages, Context context) {
    String address = "0x" + Long.toHexString(pages.get(0).address());
    return pages.size() == 1
        ? context.words(key, part, address)
        : context.words(key + ".several", part, address, pages.size());
  }

  /** The variables in some pages that have changed. */
  private static String written(List<Page> pages, Holding old, Holding now, Family family) {
    List<String> names = new ArrayList<>();
    for (Symbols.Global global : family.code().symbols().globals()) {
      long from = AddressSpace.ORIGIN + global.offset();
      long to = from + global.type().size();
      for (Page page : pages) {
        byte[] then = content(old, page);
        byte[] today = content(now, page);
        int start = (int) Math.max(0, from - page.address());
        int end = (int) Math.min(Math.min(then.length, today.length), to - page.address());
        boolean changed = start < end && !Arrays.equals(then, start, end, today, start, end);
        if (changed && !names.contains(global.name())) {
          names.add(global.name());
        }
      }
    }
    return String.join(", ", names);
  }

  private static List<Text> variable(
      String name, List<Entry> entries, Family family, Context context) {
    Symbols.Global global = find(family, context, name);
    if (global == null) {
      return List.of();
    }
    long address = AddressSpace.ORIGIN + global.offset();
    long first = address & -Inspector.PAGE_SIZE;
    long size = Math.max(1, global.type().size());
    long end = (address + size + Inspector.PAGE_SIZE - 1) & -Inspector.PAGE_SIZE;
    List<Text> lines =
        new ArrayList<>(
            note(
                context,
                end - first == Inspector.PAGE_SIZE ? "memory.variable" : "memory.variable.several",
                name,
                "0x" + Long.toHexString(address),
                "0x" + Long.toHexString(first),
                (end - first) / Inspector.PAGE_SIZE));
    List<Remark> remarks = new ArrayList<>();
    boolean framesKnown = true;
    for (Entry entry : entries) {
      Crowd.Member who = new Crowd.Member(entry.name(), entry.pid());
      List<Page> pages = family.inspector().pages(entry.pid(), first, end);
      if (pages == null) {
        return note(context, "memory.refused.variable", name);
      }
      framesKnown &= pages.stream().allMatch(page -> page.frame() != 0);
      remarks.add(
          new Remark(
              who,
              context.words("memory.colon")
                  + state(pages, (end - first) / Inspector.PAGE_SIZE, context)));
    }
    lines.addAll(Pages.remarks(remarks, context.medium()));
    if (!framesKnown) {
      lines.addAll(note(context, "memory.frames"));
    }
    return lines;
  }

  private static String state(List<Page> pages, long all, Context context) {
    if (all > 1) {
      long own = pages.stream().filter(page -> page.isOwn() && !page.isCommon()).count();
      return context.words("memory.pages", own, pages.size() - own, all - pages.size());
    }
    if (pages.isEmpty()) {
      return context.words("memory.absent");
    }
    Page page = pages.get(0);
    String frame =
        page.frame() == 0 ? "" : context.words("memory.frame", Long.toHexString(page.frame()));
    String key = page.isCommon() ? "memory.common" : page.isOwn() ? "memory.own" : "memory.shared";
    return context.words(key, frame);
  }

  @Override
  public List<String> completions(Context context, String argument) {
    Family family = context.session().family();
    return family == null
        ? List.of()
        : VarsCommand.globals(family, context).stream().map(Symbols.Global::name).toList();
  }
}
