package org.forkshell.codegen;

import org.forkshell.abi.Opcode;
import org.forkshell.ir.Type;

/** Generates functions: what its parts share. The work is theirs. */
final class Generator {
  final InstructionBuffer code;
  final MemoryLayout layout;
  Frame frame = new Frame();

  /** Whether data races are looked for in the program. */
  final boolean findsRaces;

  /** Whether what is generated is the program's own, and not a function of the library. */
  boolean isOwn;

  final ValueGenerator values = new ValueGenerator(this);
  final OperationGenerator operations = new OperationGenerator(this);
  final PlaceGenerator places = new PlaceGenerator(this);
  final ConditionGenerator conditions = new ConditionGenerator(this);
  final AssignmentGenerator assignments = new AssignmentGenerator(this);
  final AtomicGenerator atomics = new AtomicGenerator(this);
  final CallGenerator calls = new CallGenerator(this);
  final StatementGenerator statements = new StatementGenerator(this);
  final AccessNotes notes = new AccessNotes(this);

  Generator(InstructionBuffer code, MemoryLayout layout) {
    this(code, layout, false);
  }

  /**
   * @param findsRaces whether data races are to be looked for
   */
  Generator(InstructionBuffer code, MemoryLayout layout, boolean findsRaces) {
    this.code = code;
    this.layout = layout;
    this.findsRaces = findsRaces;
  }

  /** {@code slot} = a number of 64 bits. */
  void number(int slot, long value) {
    code.emit(Opcode.LDI_L, slot, (int) value, (int) (value >> 32));
  }

  /** {@code slot} = another, as wide as a value of this type is in slots. */
  void move(Type type, int slot, int from) {
    if (slot != from) {
      code.emit(Cell.slotOf(type).get, slot, from);
    }
  }
}
