package org.forkshell.shell.command;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.StreamLayout;
import org.forkshell.codegen.Symbols;
import org.forkshell.execution.Inspector;
import org.forkshell.ir.RuntimeObject;
import org.forkshell.ir.Type;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.shell.Family;
import org.forkshell.shell.Frames;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.xray.Buffers;
import org.forkshell.view.xray.Buffers.Holder;
import org.forkshell.view.xray.Buffers.Mode;
import org.forkshell.view.xray.Buffers.Stream;
import org.forkshell.view.xray.Crowd;
import org.forkshell.view.xray.Literal;
import org.jspecify.annotations.Nullable;

/** {@code /buffers [all]}: what waits in the buffers of stdio, read from each process's memory. */
final class BuffersCommand extends FamilyCommand {
  /** The streams that every program has; those that it uses are objects of the library. */
  private static final Map<RuntimeObject, String> STANDARD = new EnumMap<>(RuntimeObject.class);

  static {
    STANDARD.put(RuntimeObject.STANDARD_INPUT, "stdin");
    STANDARD.put(RuntimeObject.STANDARD_OUTPUT, "stdout");
    STANDARD.put(RuntimeObject.STANDARD_ERROR, "stderr");
  }

  private static final int MOST_STREAMS = 1000;
  private static final int MOST_BYTES = 400;
  private static final int ALL_BYTES = 1 << 20;

  @Override
  public String name() {
    return "buffers";
  }

  @Override
  List<Text> lines(Family family, Context context, String argument) {
    Map<Long, String> standard = new LinkedHashMap<>();
    STANDARD.forEach(
        (object, name) -> {
          long offset = family.code().offsetOf(object);
          if (offset != 0) {
            standard.put(AddressSpace.ORIGIN + offset, name);
          }
        });
    if (standard.isEmpty()) {
      return List.of(Text.of(Style.NOTE, "  " + context.words("buffers.none")));
    }
    int most = argument.equals("all") ? ALL_BYTES : MOST_BYTES;
    List<Holder> holders = new ArrayList<>();
    for (Entry entry : family.readable()) {
      List<Stream> streams = streams(entry, family, standard, most);
      if (!streams.isEmpty()) {
        holders.add(new Holder(new Crowd.Member(entry.name(), entry.pid()), streams));
      }
    }
    return Buffers.draw(holders, context.medium());
  }

  private static List<Stream> streams(
      Entry entry, Family family, Map<Long, String> standard, int most) {
    Inspector inspector = family.inspector();
    List<Stream> streams = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    List<Long> heads = new ArrayList<>(standard.keySet());
    long list = family.code().offsetOf(RuntimeObject.STREAMS);
    if (list != 0) {
      // Without fopen and its like there is no list, only what the program names.
      heads.add(inspector.pointer(entry.pid(), AddressSpace.ORIGIN + list));
    }
    for (long head : heads) {
      long at = head;
      while (at != 0 && streams.size() < MOST_STREAMS && seen.add(at)) {
        byte[] bytes = inspector.memory(entry.pid(), at, StreamLayout.SIZE);
        if (bytes == null) {
          break;
        }
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        String name = standard.get(at);
        streams.add(
            stream(
                name == null ? nameOf(at, entry, family) : name,
                file,
                inspector,
                entry.pid(),
                most));
        at = file.getLong(StreamLayout.NEXT);
      }
    }
    streams.sort(Comparator.comparingInt(Stream::descriptor));
    return streams;
  }

  private static Stream stream(
      String name, ByteBuffer file, Inspector inspector, int pid, int most) {
    int flags = file.getInt(StreamLayout.FLAGS);
    int descriptor = file.getInt(StreamLayout.DESCRIPTOR);
    long buffer = file.getLong(StreamLayout.BUFFER);
    boolean writes = (flags & StreamLayout.PUTTING) != 0;
    byte[] bytes = new byte[0];
    long count;
    if (writes) {
      long from = file.getLong(StreamLayout.WRITE_BASE);
      count = Math.max(0, file.getLong(StreamLayout.WRITE) - from);
      bytes = read(inspector, pid, from, count, most);
    } else {
      long from = file.getLong(StreamLayout.READ);
      count = Math.max(0, file.getLong(StreamLayout.READ_END) - from);
      bytes = read(inspector, pid, from, count, most);
      if ((flags & StreamLayout.PUSHED_BACK) != 0) {
        long saved = file.getLong(StreamLayout.SAVED);
        long more = Math.max(0, file.getLong(StreamLayout.SAVED_END) - saved);
        bytes = joined(bytes, read(inspector, pid, saved, more, most));
        count += more;
      }
    }
    boolean none = (flags & StreamLayout.UNBUFFERED) != 0;
    return new Stream(
        name,
        descriptor,
        target(inspector.openFile(pid, descriptor), descriptor),
        none
            ? Mode.NONE
            : buffer == 0
                ? Mode.UNUSED
                : (flags & StreamLayout.LINE_BUFFERED) != 0 ? Mode.LINE : Mode.FULL,
        !writes && ((flags & StreamLayout.NO_WRITES) != 0 || count > 0),
        count,
        Literal.of(bytes, bytes.length == count),
        none || buffer == 0 ? 0 : file.getLong(StreamLayout.BUFFER_END) - buffer);
  }

  private static byte[] read(Inspector inspector, int pid, long from, long count, int most) {
    byte[] bytes = count == 0 ? null : inspector.memory(pid, from, (int) Math.min(count, most));
    return bytes == null ? new byte[0] : bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /** ForkShell's own sockets, which stand for the terminal, are not worth telling. */
  private static String target(String file, int descriptor) {
    boolean own = descriptor <= 2 && !file.startsWith("/");
    if (own || file.startsWith("/dev/pts/")) {
      return "";
    }
    return file.startsWith("/") ? file.substring(file.lastIndexOf('/') + 1) : file;
  }

  /** The variable that points to a stream. */
  private static String nameOf(long stream, Entry entry, Family family) {
    String name = "FILE 0x" + Long.toHexString(stream);
    for (Symbols.Global global : family.code().symbols().globals()) {
      long address = AddressSpace.ORIGIN + global.offset();
      if (points(global.type(), address, stream, entry, family.inspector())) {
        name = global.name();
      }
    }
    for (Frames.Frame frame : Frames.of(entry, family)) {
      for (Symbols.Local local : frame.locals()) {
        if (points(
            local.type(),
            frame.address() + local.frameOffset(),
            stream,
            entry,
            family.inspector())) {
          name = local.name();
        }
      }
    }
    return name;
  }

  private static boolean points(
      @Nullable Type type, long address, long stream, Entry entry, Inspector inspector) {
    return type instanceof Type.Pointer && inspector.pointer(entry.pid(), address) == stream;
  }

  @Override
  public List<String> completions(Context context, String argument) {
    return List.of("all");
  }
}
