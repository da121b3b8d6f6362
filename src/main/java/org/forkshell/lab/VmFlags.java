package org.forkshell.lab;

import static org.forkshell.machine.RawMemory.byteAt;
import static org.forkshell.machine.RawMemory.longAt;

import org.forkshell.posix.Posix;

/**
 * The flags of this JVM, in its own memory. HotSpot describes its structures to debuggers in tables
 * that its library exports, {@code gHotSpotVMStructs} and {@code gHotSpotVMTypes}; the flags are
 * among them. That is the one way to change a flag which was good for the start but not for what
 * comes after.
 */
final class VmFlags {
  private final Posix posix;

  VmFlags(Posix posix) {
    this.posix = posix;
  }

  /**
   * Turns a flag off.
   *
   * @return whether it is off now: another JVM may have no such flag, or not say where it is
   */
  boolean clear(String name) {
    long flags = staticField("JVMFlag", "flags");
    long count = staticField("JVMFlag", "numFlags");
    long nameOffset = offset("JVMFlag", "_name");
    long addressOffset = offset("JVMFlag", "_addr");
    long size = typeSize("JVMFlag");
    if (flags == 0 || count == 0 || nameOffset < 0 || addressOffset < 0 || size <= 0) {
      return false;
    }
    long flag = longAt(flags);
    for (long i = longAt(count); i > 0; i--, flag += size) {
      if (is(longAt(flag + nameOffset), name)) {
        byteAt(longAt(flag + addressOffset), 0);
        return byteAt(longAt(flag + addressOffset)) == 0;
      }
    }
    return false;
  }

  /** The address of a static field, or 0. */
  private long staticField(String type, String field) {
    long entry = entry(type, field);
    return entry == 0 ? 0 : longAt(entry + exported("gHotSpotVMStructEntryAddressOffset"));
  }

  /** The offset of a field in its structure, or -1. */
  private long offset(String type, String field) {
    long entry = entry(type, field);
    return entry == 0 ? -1 : longAt(entry + exported("gHotSpotVMStructEntryOffsetOffset"));
  }

  private long entry(String type, String field) {
    long typeName = exported("gHotSpotVMStructEntryTypeNameOffset");
    long fieldName = exported("gHotSpotVMStructEntryFieldNameOffset");
    long stride = exported("gHotSpotVMStructEntryArrayStride");
    long entry = exported("gHotSpotVMStructs");
    if (entry == 0 || stride == 0) {
      return 0;
    }
    for (; longAt(entry + typeName) != 0; entry += stride) {
      if (is(longAt(entry + typeName), type) && is(longAt(entry + fieldName), field)) {
        return entry;
      }
    }
    return 0;
  }

  private long typeSize(String type) {
    long name = exported("gHotSpotVMTypeEntryTypeNameOffset");
    long stride = exported("gHotSpotVMTypeEntryArrayStride");
    long entry = exported("gHotSpotVMTypes");
    if (entry == 0 || stride == 0) {
      return 0;
    }
    for (; longAt(entry + name) != 0; entry += stride) {
      if (is(longAt(entry + name), type)) {
        return longAt(entry + exported("gHotSpotVMTypeEntrySizeOffset"));
      }
    }
    return 0;
  }

  /** The value of one of the library's exported words, or 0. */
  private long exported(String name) {
    long address = posix.function(name);
    return address == 0 ? 0 : longAt(address);
  }

  /** Whether a C string is {@code text}. */
  private static boolean is(long string, String text) {
    if (string == 0) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (byteAt(string + i) != text.charAt(i)) {
        return false;
      }
    }
    return byteAt(string + text.length()) == 0;
  }
}
