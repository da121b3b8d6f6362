package org.forkshell.machine;

import static org.forkshell.machine.RawMemory.intAt;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.TranslatedCode;

/** How a machine enters what its program was translated to. */
public final class MachineCode {
  private static final long CODE = AddressSpace.ORIGIN + AddressSpace.CODE;
  private static final long TABLE = AddressSpace.ORIGIN + TranslatedCode.TABLE;

  private MachineCode() {}

  /** Whether there is some for the instruction at an address. */
  static boolean isAt(long pc) {
    long distance = pc - CODE;
    return distance >= 0
        && distance < AddressSpace.CONSTANTS - AddressSpace.CODE
        && intAt(TABLE + distance / Opcode.SIZE * 4) != 0;
  }

  /**
   * Executes until an instruction is the interpreter's. Its body is machine code itself, at {@link
   * TranslatedCode#ENTRY}.
   *
   * @param state the address of what {@link TranslatedCode} describes
   */
  public static native void execute(long state);
}
