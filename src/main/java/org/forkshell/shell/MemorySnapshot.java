package org.forkshell.shell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.forkshell.abi.AddressSpace;
import org.forkshell.execution.Inspector;
import org.forkshell.execution.Inspector.Page;
import org.forkshell.process.ProcessTree.Entry;
import org.jspecify.annotations.Nullable;

/** The pages of all processes as they were at one moment, and what was in some. */
public final class MemorySnapshot {
  /** Of each process's pages, so many are remembered with what was in them. */
  private static final int MOST_CONTENTS = 256;

  /** The parts of a program's memory, in the order of their addresses. */
  public enum Area {
    CODE(AddressSpace.CODE, AddressSpace.DATA),
    VARIABLES(AddressSpace.DATA, AddressSpace.HEAP),
    HEAP(AddressSpace.HEAP, AddressSpace.STACK),
    STACK(AddressSpace.STACK, AddressSpace.STACK_END);

    final long from;
    final long to;

    Area(long from, long to) {
      this.from = AddressSpace.ORIGIN + from;
      this.to = AddressSpace.ORIGIN + to;
    }

    public static Area of(long address) {
      for (Area area : values()) {
        if (address < area.to) {
          return area;
        }
      }
      return STACK;
    }
  }

  /**
   * What one process had.
   *
   * @param pages by their addresses
   * @param contents of pages that can be written
   */
  public record Holding(Map<Long, Page> pages, Map<Long, byte[]> contents) {}

  private final Map<Integer, Holding> holdings = new LinkedHashMap<>();

  /** Null where the kernel tells nothing of single pages. */
  public static @Nullable MemorySnapshot of(List<Entry> entries, Inspector inspector) {
    MemorySnapshot snapshot = new MemorySnapshot();
    for (Entry entry : entries) {
      Map<Long, Page> pages = new LinkedHashMap<>();
      Map<Long, byte[]> contents = new HashMap<>();
      for (Area area : Area.values()) {
        List<Page> found = inspector.pages(entry.pid(), area.from, area.to);
        if (found == null) {
          return null;
        }
        for (Page page : found) {
          pages.put(page.address(), page);
          if (area != Area.CODE && contents.size() < MOST_CONTENTS) {
            byte[] bytes = inspector.memory(entry.pid(), page.address(), Inspector.PAGE_SIZE);
            contents.put(page.address(), bytes == null ? new byte[0] : bytes);
          }
        }
      }
      snapshot.holdings.put(entry.pid(), new Holding(pages, contents));
    }
    return snapshot;
  }

  public @Nullable Holding of(int pid) {
    return holdings.get(pid);
  }
}
