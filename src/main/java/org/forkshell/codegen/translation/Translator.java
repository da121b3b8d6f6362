package org.forkshell.codegen.translation;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Cpu;
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
    List<Templates> parts = new ArrayList<>();
    for (Segment segment : segments) {
      if (segment.offset() < AddressSpace.CONSTANTS) {
        Templates part = new Templates(assembler, segment, isFinal, -from);
        part.translate();
        parts.add(part);
      }
    }
    byte[] code = assembler.finish();
    if (parts.isEmpty() || next + code.length > TranslatedCode.END) {
      return List.of();
    }
    List<Segment> made = new ArrayList<>();
    made.add(new Segment(next, code));
    for (Templates part : parts) {
      made.add(part.table(from));
    }
    next += (code.length + TranslatedCode.PAGE - 1) & -TranslatedCode.PAGE;
    return made;
  }
}
