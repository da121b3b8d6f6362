package org.forkshell.codegen.translation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Cpu;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.Segment;
import org.forkshell.abi.TranslatedCode;
import org.jspecify.annotations.Nullable;

/**
 * Translates a program's instructions, or those of one line after another, to the machine code of
 * this computer. What is translated may be called by what comes later, and replaced by it.
 */
public final class Translator {
  private final Cpu cpu;
  private long next = TranslatedCode.START;

  private Translator(Cpu cpu) {
    this.cpu = cpu;
  }

  /** For this computer; null where its processor is none that is known. */
  public static @Nullable Translator here() {
    return of(Cpu.CURRENT);
  }

  /** For a processor; null where it is none that is known. */
  public static @Nullable Translator of(Cpu cpu) {
    return cpu == Cpu.OTHER ? null : new Translator(cpu);
  }

  /**
   * Translates the code among some segments.
   *
   * @param isFinal whether none of the functions there will be replaced by what comes later
   * @return what has to be put into memory besides: machine code, then parts of its table; nothing
   *     if there is no room left
   */
  public List<Segment> translate(List<Segment> segments, boolean isFinal) {
    Assembler assembler = cpu == Cpu.X86_64 ? new X86Assembler() : new ArmAssembler();
    if (next == TranslatedCode.START) {
      assembler.entry();
    }
    int from = (int) (next - TranslatedCode.START);
    List<Segment> tables = new ArrayList<>();
    List<Unit> units = new ArrayList<>();
    for (Segment segment : segments) {
      if (segment.offset() < AddressSpace.CONSTANTS) {
        Unit unit = new Unit(assembler, from, segment, isFinal);
        unit.translate();
        units.add(unit);
      }
    }
    byte[] code = assembler.finish();
    if (units.isEmpty() || next + code.length > TranslatedCode.END) {
      return List.of();
    }
    for (Unit unit : units) {
      tables.add(unit.table());
    }
    List<Segment> made = new ArrayList<>();
    made.add(new Segment(next, code));
    made.addAll(tables);
    next += (code.length + TranslatedCode.PAGE - 1) & -TranslatedCode.PAGE;
    return made;
  }

  /** The code of one segment. */
  private static final class Unit {
    private static final Opcode[] OPCODES = Opcode.values();

    private final int from;
    private final Segment segment;
    private final ByteBuffer code;
    private final int count;
    private final Templates templates;
    private final Assembler assembler;

    Unit(Assembler assembler, int from, Segment segment, boolean isFinal) {
      this.assembler = assembler;
      this.from = from;
      this.segment = segment;
      this.code = ByteBuffer.wrap(segment.bytes()).order(ByteOrder.LITTLE_ENDIAN);
      this.count = segment.bytes().length / Opcode.SIZE;
      int first = (int) (segment.offset() - AddressSpace.CODE) / Opcode.SIZE;
      this.templates = new Templates(assembler, first, count, isFinal, -from);
    }

    void translate() {
      for (int i = 0, at = 0; i < count; i++, at += Opcode.SIZE) {
        templates.look(
            OPCODES[code.getInt(at)],
            i,
            code.getInt(at + 4),
            code.getInt(at + 8),
            code.getInt(at + 12));
      }
      for (int i = 0, at = 0; i < count; i++, at += Opcode.SIZE) {
        templates.translate(
            OPCODES[code.getInt(at)],
            i,
            code.getInt(at + 4),
            code.getInt(at + 8),
            code.getInt(at + 12));
      }
      templates.end();
    }

    Segment table() {
      ByteBuffer table = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < count; i++) {
        table.putInt(templates.isEntry(i) ? from + assembler.place(templates.label(i)) : 0);
      }
      long number = (segment.offset() - AddressSpace.CODE) / Opcode.SIZE;
      return new Segment(TranslatedCode.TABLE + 4 * number, table.array());
    }
  }
}
