package org.forkshell.repl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.forkshell.compile.SourceMap;
import org.forkshell.compile.Symbols;
import org.forkshell.machine.code.AddressSpace;
import org.forkshell.machine.code.StreamLayout;
import org.forkshell.process.Event;
import org.forkshell.session.ProcessMemory;
import org.forkshell.source.Span;
import org.forkshell.view.Facts.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learned about a process from outside: from its memory and from what the compiler
 * knows of its code.
 */
final class Inspection {
  private static final int MOST = 1 << 16;

  private Inspection() {}

  /**
   * The bytes that wait in a stream's buffer.
   *
   * @param stream the offset of the stream in the address space, 0 for none
   * @return null where nothing waits
   */
  static @Nullable Waiting waiting(int pid, long stream) {
    byte[] file =
        stream == 0
            ? null
            : ProcessMemory.read(pid, AddressSpace.ORIGIN + stream, StreamLayout.SIZE);
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
    byte[] bytes = ProcessMemory.read(pid, from, count);
    return bytes == null ? null : new Waiting(bytes, (flags & StreamLayout.LINE_BUFFERED) != 0);
  }

  /** Where in the learner's own text something happened, or an empty text. */
  static String place(Event.Origin origin, Symbols symbols, SourceMap map) {
    for (int i = 0; i < origin.calls().size(); i++) {
      int offset = origin.calls().get(i) - (i == 0 ? 0 : 1);
      Symbols.Function function = symbols.functionAt(offset);
      Span span = map.at(offset);
      if (span != null && (function == null || !function.isLibrary())) {
        return span.source().name() + ":" + span.line();
      }
    }
    return "";
  }
}
