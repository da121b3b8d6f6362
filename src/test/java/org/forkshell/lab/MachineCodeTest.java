package org.forkshell.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.AtomicOperation;
import org.forkshell.abi.Linux;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.Operand;
import org.forkshell.abi.Segment;
import org.forkshell.abi.TranslatedCode;
import org.forkshell.codegen.translation.Translator;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Machine.Stop;
import org.forkshell.machine.MachineCode;
import org.forkshell.machine.Memory;
import org.forkshell.machine.RawMemory;
import org.forkshell.posix.NativeMethodBody;
import org.forkshell.posix.Posix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Machine code does what the interpreter does: the same code on the same memory, once in each way,
 * leaves the same memory and stops at the same place for the same reason.
 */
class MachineCodeTest {
  private static final long ORIGIN = AddressSpace.ORIGIN;
  private static final int FRAME_SIZE = 512;
  private static final int DATA = (int) AddressSpace.FIRST_OBJECT;
  private static final long HEAP_END = ORIGIN + AddressSpace.HEAP + 8192;

  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    2,
    3,
    7,
    31,
    32,
    33,
    63,
    64,
    100,
    255,
    256,
    4095,
    4096,
    65535,
    0x7FFF_FFFFL,
    0x8000_0000L,
    0xFFFF_FFFFL,
    Integer.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    0x1234_5678_9ABCL
  };

  private static final double[] DOUBLES = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    1.5e10,
    -3e9,
    2147483647.5,
    -2147483648.5,
    2147483648.0,
    0x1p63,
    -0x1p63,
    1e19,
    -1e19,
    1e300,
    1e-320,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private static Memory memory;
  private static MachineCodeRoom room;
  private static Posix posix;

  private final Random random = new Random(5);
  private final Machine machine = new Machine(memory);
  private final List<Integer> code = new ArrayList<>();

  /** What a run came to. */
  private record Outcome(
      List<Stop> stops, long pc, long frame, long fault, List<Long> stack, List<Long> data) {}

  @BeforeAll
  static void map() {
    assumeTrue(Translator.here() != null);
    posix = Posix.load();
    posix.mapAt(ORIGIN, AddressSpace.SIZE, Linux.PROT_READ_WRITE);
    memory = new Memory(ORIGIN);
    memory.heapEnd(HEAP_END);
    room = new MachineCodeRoom(posix, memory);
    NativeMethodBody.set(MachineCode.class, "execute", MachineCodeRoom.ENTRY);
  }

  private void emit(Opcode opcode, int... operands) {
    code.add(opcode.ordinal());
    for (int i = 0; i < 3; i++) {
      code.add(i < operands.length ? operands[i] : 0);
    }
  }

  private void put(long address, long... values) {
    for (int i = 0; i < values.length; i++) {
      memory.pokeLong(address + 8 * i, values[i]);
    }
  }

  private Segment segment() {
    ByteBuffer bytes = ByteBuffer.allocate(4 * code.size()).order(ByteOrder.LITTLE_ENDIAN);
    code.forEach(bytes::putInt);
    return new Segment(AddressSpace.CODE, bytes.array());
  }

  /** Runs the code in one way. */
  private Outcome run(boolean translated, int fuel, Runnable prepare) {
    Segment segment = segment();
    posix
        .libc()
        .madvise(ORIGIN + AddressSpace.STACK, AddressSpace.STACK_END - AddressSpace.STACK, 4);
    posix.libc().madvise(ORIGIN + DATA, 1 << 16, 4);
    posix.libc().madvise(ORIGIN + AddressSpace.HEAP, 1 << 14, 4);
    memory.put(segment);
    room.clear();
    if (translated) {
      load(Translator.here().translate(List.of(segment), true));
    }
    machine.executesMachineCode(translated ? STATE : 0);
    machine.enter(AddressSpace.CODE);
    prepare.run();
    List<Stop> stops = new ArrayList<>();
    Stop stop;
    do {
      stop = machine.run(fuel);
      stops.add(stop);
    } while (stop == Stop.FUEL && stops.size() < 100);
    return new Outcome(
        stops,
        machine.codeOffset(),
        machine.framePointer() - ORIGIN,
        stop == Stop.MEMORY_FAULT ? machine.faultAddress() : 0,
        longs(AddressSpace.ARGUMENTS - 4096, 512),
        longs(DATA, 64));
  }

  private static final long STATE = Posix.reserve(TranslatedCode.STATE_SIZE);

  private static void load(List<Segment> segments) {
    for (Segment segment : segments) {
      long bytes = Posix.reserve(segment.bytes().length + 8);
      for (int i = 0; i < segment.bytes().length; i++) {
        RawMemory.byteAt(bytes + i, segment.bytes()[i]);
      }
      room.put(segment.offset(), bytes, segment.bytes().length);
    }
  }

  private static List<Long> longs(long offset, int count) {
    List<Long> longs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      longs.add(memory.peekLong(ORIGIN + offset + 8L * i));
    }
    return longs;
  }

  private void agree(int fuel, Runnable prepare) {
    Outcome interpreted = run(false, fuel, prepare);
    Outcome executed = run(true, fuel, prepare);
    assertThat(executed).as("%s", code).isEqualTo(interpreted);
  }

  static Stream<Opcode> plain() {
    return Stream.of(Opcode.values())
        .filter(
            opcode ->
                switch (opcode) {
                  case CALL, CALLU, CALLR, RET, ENTER, NATIVE, SYSTEM, HALT -> false;
                  case NOTE, NOTEG, NOTEA, NOTEN, ORDER -> false;
                  default -> true;
                });
  }

  /** Every instruction, on values that are at some edge, followed by uses of its result. */
  @ParameterizedTest
  @MethodSource("plain")
  void instruction(Opcode opcode) {
    for (int round = 0; round < 120; round++) {
      code.clear();
      emit(Opcode.ENTER, FRAME_SIZE);
      int[] operands = operands(opcode, round);
      emit(opcode, operands);
      int result = opcode.operand(0) == Operand.TARGET ? operands[0] : -8;
      emit(Opcode.ADDI_W, -400, result, 1);
      emit(Opcode.MOV_L, -408, result);
      emit(Opcode.HALT);
      long seed = random.nextLong();
      agree(3, () -> fill(opcode, seed));
    }
  }

  private int[] operands(Opcode opcode, int round) {
    int[] operands = new int[3];
    boolean isAtomic = opcode == Opcode.CHANGE || opcode.name().startsWith("SWAP");
    for (int i = 0; i < 3; i++) {
      int slot = -8 - 8 * random.nextInt(20) - (round % 7 == 6 ? 272 : 0);
      operands[i] =
          switch (opcode.operand(i)) {
            case SOURCE, TARGET -> isAddress(opcode, i) ? -8 * (22 + random.nextInt(2)) : slot;
            case NUMBER ->
                switch (opcode) {
                  case COPY, CLEAR -> 8 * random.nextInt(4);
                  case CHANGE -> AtomicOperation.ADD.on(4);
                  default ->
                      isMemory(opcode)
                          ? 8 * random.nextInt(3)
                          : (int) NUMBERS[random.nextInt(NUMBERS.length)];
                };
            case NUMBER_LOW, NUMBER_HIGH -> (int) NUMBERS[random.nextInt(NUMBERS.length)];
            case JUMP -> 1 + random.nextInt(3);
            case ADDRESS -> DATA + 8 * random.nextInt(8);
            default -> 0;
          };
    }
    if (isAtomic) {
      operands[1] = -8 * 22;
    }
    return operands;
  }

  private static boolean isMemory(Opcode opcode) {
    return opcode.name().startsWith("LD_") || opcode.name().startsWith("ST_");
  }

  private static boolean isAddress(Opcode opcode, int operand) {
    String name = opcode.name();
    return name.startsWith("LD_")
        || name.startsWith("ST_") && operand == 0
        || opcode == Opcode.COPY
        || opcode == Opcode.CLEAR;
  }

  private static boolean isDouble(Opcode opcode) {
    return opcode.name().contains("_D") && opcode.name().endsWith("_D")
        || opcode.name().startsWith("D_TO")
        || opcode == Opcode.ROUND_F
        || opcode == Opcode.PUT_F
        || opcode == Opcode.ST_F;
  }

  private void fill(Opcode opcode, long seed) {
    Random values = new Random(seed);
    long fp = machine.framePointer();
    for (int slot = 8; slot <= FRAME_SIZE; slot += 8) {
      if (isDouble(opcode)) {
        memory.pokeDouble(fp - slot, DOUBLES[values.nextInt(DOUBLES.length)]);
      } else {
        put(
            fp - slot,
            values.nextInt(4) == 0 ? values.nextLong() : NUMBERS[values.nextInt(NUMBERS.length)]);
      }
    }
    long[] addresses = {
      ORIGIN + DATA,
      HEAP_END - 24,
      HEAP_END - 8,
      HEAP_END - 4,
      HEAP_END - 17,
      fp - 64,
      0,
      -1,
      ORIGIN + AddressSpace.STACK_END - 8,
      ORIGIN + AddressSpace.STACK_END - 3,
      ORIGIN + AddressSpace.CODE,
      ORIGIN + AddressSpace.CONSTANTS,
      ORIGIN + AddressSpace.DATA - 8,
      ORIGIN + AddressSpace.STACK - 8,
      ORIGIN,
      Long.MAX_VALUE,
      ORIGIN + AddressSpace.CODE - 8
    };
    put(fp - 8 * 22, ORIGIN + DATA);
    if (isMemory(opcode)) {
      put(fp - 8 * 22, addresses[values.nextInt(addresses.length)]);
    }
    put(fp - 8 * 23, ORIGIN + DATA + 64 + values.nextInt(8));
    for (int i = 0; i < 40; i++) {
      put(ORIGIN + DATA + 8 * i, values.nextLong());
      memory.pokeFloat(ORIGIN + DATA + 64 + 4 * i, (float) DOUBLES[i % DOUBLES.length]);
    }
  }

  /**
   * Straight and jumping code at random: what one instruction holds for the next one shows here.
   */
  @Test
  void sequences() {
    List<Opcode> all = plain().filter(opcode -> !isMemory(opcode)).toList();
    for (int round = 0; round < 400; round++) {
      code.clear();
      emit(Opcode.ENTER, FRAME_SIZE);
      int length = 4 + random.nextInt(30);
      for (int i = 0; i < length; i++) {
        Opcode opcode = all.get(random.nextInt(all.size()));
        int[] operands = operands(opcode, 0);
        for (int j = 0; j < 3; j++) {
          Operand kind = opcode.operand(j);
          if (kind == Operand.JUMP) {
            operands[j] = random.nextInt(length) - i;
          } else if (!isAddress(opcode, j) && (kind == Operand.SOURCE || kind == Operand.TARGET)) {
            // Few slots, so that one instruction often takes what the one before made.
            operands[j] = -8 - 8 * random.nextInt(4);
          }
        }
        emit(opcode, operands);
      }
      emit(Opcode.HALT);
      long seed = random.nextLong();
      agree(1 + random.nextInt(20), () -> fill(Opcode.MOV_L, seed));
    }
  }

  /** fib(n) by the function that calls itself. */
  private void fibonacci(int n) {
    emit(Opcode.ENTER, 64);
    emit(Opcode.LDI_W, -64, n);
    emit(Opcode.CALL, 64, at(4));
    emit(Opcode.HALT);
    emit(Opcode.ENTER, 32);
    emit(Opcode.JGEI_W, 16, 2, 2);
    emit(Opcode.RET);
    emit(Opcode.ADDI_W, -32, 16, -1);
    emit(Opcode.CALL, 32, at(4));
    emit(Opcode.MOV_W, -8, -32);
    emit(Opcode.ADDI_W, -32, 16, -2);
    emit(Opcode.CALL, 32, at(4));
    emit(Opcode.ADD_W, 16, -8, -32);
    emit(Opcode.RET);
  }

  private static int at(int index) {
    return (int) AddressSpace.CODE + Opcode.SIZE * index;
  }

  @Test
  void callsWithAnyFuel() {
    fibonacci(7);
    for (int fuel = 1; fuel < 90; fuel++) {
      agree(fuel, () -> {});
    }
    machine.executesMachineCode(STATE);
    run(true, 10_000, () -> {});
    assertThat(memory.peekInt(machine.framePointer() - 64)).isEqualTo(13);
  }

  @Test
  void runsOutOfStack() {
    emit(Opcode.ENTER, 4096);
    emit(Opcode.CALL, 4096, at(0));
    emit(Opcode.HALT);
    agree(100_000, () -> {});
    assertThat(run(true, 100_000, () -> {}).stops()).containsExactly(Stop.MEMORY_FAULT);
  }

  /** A function that writes over where it returns to, or over its caller's frame. */
  @ParameterizedTest
  @MethodSource("linkages")
  void returnsThatAreNotAsTheCallWas(int word, long value) {
    emit(Opcode.ENTER, 64);
    emit(Opcode.CALL, 64, at(5));
    emit(Opcode.LDI_W, -8, 1);
    emit(Opcode.LDI_W, -16, 2);
    emit(Opcode.HALT);
    emit(Opcode.ENTER, 32);
    emit(Opcode.LDI_L, word, (int) value, (int) (value >>> 32));
    emit(Opcode.RET);
    agree(100, () -> {});
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> linkages() {
    long frame = ORIGIN + AddressSpace.ARGUMENTS - 256;
    return Stream.of(0L, 1L, -1L, ORIGIN, ORIGIN + at(3), ORIGIN + at(2) + 4, frame - 16, frame)
        .flatMap(
            value ->
                Stream.of(
                    org.junit.jupiter.params.provider.Arguments.of(0, value),
                    org.junit.jupiter.params.provider.Arguments.of(8, value)));
  }

  @Test
  void callsThroughAPointer() {
    for (long target :
        new long[] {
          ORIGIN + at(4), ORIGIN + at(4) + 1, 0, -1, ORIGIN + AddressSpace.CONSTANTS, ORIGIN + at(6)
        }) {
      code.clear();
      emit(Opcode.ENTER, 64);
      emit(Opcode.LDI_L, -8, (int) target, (int) (target >>> 32));
      emit(Opcode.CALLR, 64, -8);
      emit(Opcode.HALT);
      emit(Opcode.ENTER, 32);
      emit(Opcode.LDI_W, 16, 42);
      emit(Opcode.RET);
      agree(100, () -> {});
    }
  }

  /** What stops for the kernel stops in front of it, and goes on behind it in machine code. */
  @ParameterizedTest
  @EnumSource(
      value = Opcode.class,
      names = {"SYSTEM", "HALT"})
  void stops(Opcode opcode) {
    emit(Opcode.ENTER, 64);
    emit(Opcode.LDI_W, -8, 7);
    emit(opcode, 64, 3, 0);
    emit(Opcode.HALT);
    agree(100, () -> {});
  }

  /** A function that a later line replaces. */
  @Test
  void aReplacedFunctionIsTheNewOne() {
    emit(Opcode.ENTER, 64);
    emit(Opcode.CALL, 64, at(3));
    emit(Opcode.HALT);
    emit(Opcode.ENTER, 32);
    emit(Opcode.LDI_W, 16, 1);
    emit(Opcode.RET);
    Segment first = segment();
    code.clear();
    emit(Opcode.ENTER, 32);
    emit(Opcode.LDI_W, 16, 2);
    emit(Opcode.RET);
    Segment second = new Segment(at(6), segment().bytes());
    code.clear();
    emit(Opcode.JMP, 3);
    Segment redirection = new Segment(at(3), segment().bytes());
    room.clear();
    Translator translator = Translator.here();
    memory.put(first);
    load(translator.translate(List.of(first), false));
    memory.put(second);
    memory.put(redirection);
    load(translator.translate(List.of(second, redirection), false));
    machine.executesMachineCode(STATE);
    machine.enter(AddressSpace.CODE);
    assertThat(machine.run(100)).isEqualTo(Stop.HALTED);
    assertThat(memory.peekInt(machine.framePointer() - 64)).isEqualTo(2);
  }

  @Test
  void itIsReallyExecuted() {
    fibonacci(5);
    run(true, 10_000, () -> {});
    // The last that machine code left to the interpreter is the HALT.
    assertThat(RawMemory.longAt(STATE + TranslatedCode.PC)).isEqualTo(ORIGIN + at(3));
  }
}
