package org.forkshell.shell;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.StreamLayout;
import org.forkshell.codegen.SourceMap;
import org.forkshell.codegen.Symbols;
import org.forkshell.execution.Inspector;
import org.forkshell.ir.RecordDefinition;
import org.forkshell.ir.Type;
import org.forkshell.process.Event;
import org.forkshell.process.KernelWait;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.Waits;
import org.forkshell.shell.LockWaits.Fate;
import org.forkshell.shell.LockWaits.Holder;
import org.forkshell.shell.LockWaits.LockWait;
import org.forkshell.source.Span;
import org.forkshell.view.Facts.Parent;
import org.forkshell.view.Facts.Standing;
import org.forkshell.view.Facts.Waiting;
import org.forkshell.view.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learned about a process from outside: from its memory and from what the compiler
 * knows of its code.
 */
final class Inspection {
  private static final int MOST = 1 << 16;
  private static final int GUARD = 4096;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(?=\\s*\\()");

  private Inspection() {}

  /**
   * The bytes that wait in a stream's buffer.
   *
   * @param stream the offset of the stream in the address space, 0 for none
   * @return null where nothing waits
   */
  static @Nullable Waiting waiting(Inspector inspector, int pid, long stream) {
    byte[] file =
        stream == 0 ? null : inspector.memory(pid, AddressSpace.ORIGIN + stream, StreamLayout.SIZE);
    if (file == null) {
      return null;
    }
    ByteBuffer fields = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int flags = fields.getInt(StreamLayout.FLAGS);
    long from = fields.getLong(StreamLayout.WRITE_BASE);
    int count = (int) Math.min(fields.getLong(StreamLayout.WRITE) - from, MOST);
    if ((flags & StreamLayout.PUTTING) == 0 || count <= 0) {
      return null;
    }
    byte[] bytes = inspector.memory(pid, from, count);
    return bytes == null ? null : new Waiting(bytes, (flags & StreamLayout.LINE_BUFFERED) != 0);
  }

  /** What processes, or their threads, wait for now. */
  static Waits waits(
      Inspector inspector, Collection<Integer> tasks, ProcessTree tree, Symbols symbols) {
    Waits others = inspector.waits(tasks, tree);
    return tid -> {
      // Who lives it remembers: not for longer than one question.
      LockWaits locks = new LockWaits(inspector, tree, symbols);
      int pid = locks.processOf(tid);
      LockWait wait = pid == 0 ? null : locks.of(pid, tid);
      return wait == null ? named(others.of(tid), symbols) : kernelWait(wait, symbols);
    };
  }

  private static KernelWait kernelWait(LockWait wait, Symbols symbols) {
    return new KernelWait(
        reason(wait),
        wait.object() == 0 ? "" : nameAt(wait.object(), symbols),
        wait.holders().stream()
            .filter(holder -> holder.fate() != Fate.UNKNOWN)
            .map(holder -> new KernelWait.Ender(holder.tid(), -1))
            .toList());
  }

  private static String reason(LockWait wait) {
    for (Holder holder : wait.holders()) {
      if (holder.fate() == Fate.LEFT_BEHIND) {
        return "lost-lock";
      }
      if (holder.fate() == Fate.ENDED) {
        return "ended-lock";
      }
    }
    return switch (wait.what()) {
      case MUTEX -> "lock";
      // There are others, of the kernel's.
      case SEMAPHORE -> "memory-semaphore";
      case READ_LOCK, WRITE_LOCK, CONDITION, BARRIER, THREAD, ONCE, WORD, CHILD ->
          wait.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /** A wait for what lies at an address: by its name in the program, where it has one. */
  private static @Nullable KernelWait named(@Nullable KernelWait wait, Symbols symbols) {
    if (wait == null || !wait.subject().startsWith("0x")) {
      return wait;
    }
    String name = nameAt(Long.decode(wait.subject()), symbols);
    return new KernelWait(wait.reason(), name, wait.enders(), wait.details());
  }

  /**
   * The name of what lies at an address: {@code table.forks[1]}; the address itself where it is no
   * variable of static storage duration, nor a part of one.
   */
  static String nameAt(long address, Symbols symbols) {
    Symbols.Global global = symbols.globalAt(address - AddressSpace.ORIGIN);
    if (global == null) {
      return "0x" + Long.toHexString(address);
    }
    return partAt(global.name(), global.type(), address - AddressSpace.ORIGIN - global.offset());
  }

  /** The name of the part of a variable that begins so many bytes after it. */
  static String partAt(String variable, Type type, long offset) {
    StringBuilder name = new StringBuilder(variable);
    appendPart(type, offset, name);
    return name.toString();
  }

  private static void appendPart(Type type, long offset, StringBuilder name) {
    if (type instanceof Type.Array array && array.of().size() > 0) {
      name.append('[').append(offset / array.of().size()).append(']');
      appendPart(array.of(), offset % array.of().size(), name);
    } else if (type instanceof Type.Record record) {
      for (RecordDefinition.Member member : record.definition().members()) {
        long within = offset - member.offset();
        // What is the library's own, pthread_mutex_t for one, is not looked into.
        if (within >= begin(member)
            && within < end(member)
            && member.name() != null
            && !member.name().startsWith("__")) {
          name.append('.').append(member.name());
          appendPart(member.type(), within, name);
          return;
        }
      }
    }
  }

  /** Where a member begins after its offset, in bytes: a bit-field may be in some of them only. */
  private static long begin(RecordDefinition.Member member) {
    return member.isBitField() ? member.shift() / Byte.SIZE : 0;
  }

  private static long end(RecordDefinition.Member member) {
    return member.isBitField()
        ? (member.shift() + member.width() - 1) / Byte.SIZE + 1
        : member.type().size();
  }

  /** What a process is by the kernel's word. */
  static Standing standing(Inspector inspector, int pid) {
    return inspector.isZombie(pid)
        ? Standing.ZOMBIE
        : inspector.isGone(pid) ? Standing.GONE : Standing.ALIVE;
  }

  /** Who is the parent of a process now, by the kernel's word; null for a process that is gone. */
  static @Nullable Parent parent(Inspector inspector, int pid) {
    return inspector
        .status(pid)
        .map(status -> new Parent(status.parent(), inspector.program(status.parent())))
        .orElse(null);
  }

  /** Where in the learner's own text something happened, or an empty text. */
  static String place(Event.Origin origin, Symbols symbols, SourceMap map, Messages words) {
    Span span = span(origin, symbols, map);
    return span == null ? "" : place(span, words);
  }

  /** The part of the learner's own text that a process was at, or null. */
  static @Nullable Span span(Event.Origin origin, Symbols symbols, SourceMap map) {
    return span(origin, symbols, map, true);
  }

  /**
   * The same.
   *
   * @param loose whether a line of the prompt, outside any function, counts
   */
  static @Nullable Span span(Event.Origin origin, Symbols symbols, SourceMap map, boolean loose) {
    for (int i = 0; i < origin.calls().size(); i++) {
      int offset = origin.calls().get(i) - (i == 0 ? 0 : 1);
      Symbols.Function function = symbols.functionAt(offset);
      Span span = map.at(offset);
      if (span != null && (function == null ? loose : !function.isLibrary())) {
        return span;
      }
    }
    return null;
  }

  /** The function of the library that the innermost function of the learner's has called. */
  static String libraryCall(Event.Origin origin, Symbols symbols) {
    String call = "";
    for (int i = 0; i < origin.calls().size(); i++) {
      Symbols.Function function = symbols.functionAt(origin.calls().get(i) - (i == 0 ? 0 : 1));
      if (function == null || !function.isLibrary()) {
        return call;
      }
      call = function.name();
    }
    return "";
  }

  /** The same, or the system call that the learner's function itself makes; empty for neither. */
  static String call(Event.Origin origin, Symbols symbols, SourceMap map) {
    String call = libraryCall(origin, symbols);
    Span span = call.isEmpty() && !origin.calls().isEmpty() ? map.at(origin.calls().get(0)) : null;
    if (span == null) {
      return call;
    }
    Matcher name = NAME.matcher(span.text());
    return name.lookingAt() ? name.group() : "";
  }

  /** A line of the log is called by its number, a line of a file by the file's name too. */
  private static String place(Span span, Messages words) {
    String name = span.source().name();
    if (!span.source().isTyped()) {
      return name + ":" + span.line();
    }
    return span.source().lineCount() == 1
        ? words.get("place", name)
        : words.get("place.row", name, span.line());
  }

  /** Whether an address is where the stack would go on: a guard page is its lowest. */
  static boolean isBelowStack(long address) {
    long offset = address - AddressSpace.ORIGIN;
    return offset >= AddressSpace.MAPPINGS_END && offset < AddressSpace.STACK + GUARD;
  }

  /** Whether instructions or string literals are at an address. */
  static boolean isReadOnly(long address) {
    long offset = address - AddressSpace.ORIGIN;
    return offset >= AddressSpace.CODE && offset < AddressSpace.DATA;
  }
}
