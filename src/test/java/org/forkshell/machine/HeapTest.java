package org.forkshell.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.forkshell.abi.NativeFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapTest {
  private final NativeCalls calls = new NativeCalls();

  @AfterEach
  void freeMemory() {
    calls.close();
  }

  private long malloc(long size) {
    return calls.call(NativeFunction.malloc, size);
  }

  private int free(long block) {
    return (int) calls.call(NativeFunction.__release, block);
  }

  @Test
  void smallBlocksLieThirtyTwoBytesApart() {
    long first = malloc(4);
    assertThat(first & 0xFFF).isEqualTo(0x2a0);
    assertThat(malloc(24)).isEqualTo(first + 32);
    assertThat(malloc(25)).isEqualTo(first + 64);
    assertThat(malloc(0)).isEqualTo(first + 112);
  }

  @Test
  void theBlockFreedLastIsGivenFirst() {
    long a = malloc(10);
    long b = malloc(10);
    free(a);
    free(b);
    assertThat(malloc(20)).isEqualTo(b);
    assertThat(malloc(5)).isEqualTo(a);
  }

  @Test
  void aBlockFreedTwiceIsNoticed() {
    long a = malloc(10);
    long b = malloc(10);
    assertThat(free(a)).isZero();
    assertThat(free(b)).isZero();
    assertThat(free(a)).isEqualTo(1);
  }

  @Test
  void whatMallocDidNotGiveIsNoticed() {
    long a = malloc(100);
    assertThat(free(a + 1)).isEqualTo(2);
    assertThat(free(a + 16)).isEqualTo(2);
    assertThat(free(NativeCalls.SLOTS)).isEqualTo(2);
    assertThatThrownBy(() -> free(8)).isInstanceOf(MemoryFault.class);
  }

  @Test
  void tooMuchIsRefused() {
    assertThat(malloc(1L << 40)).isZero();
    assertThat(calls.errno()).isEqualTo(12);
    assertThat(malloc(-1)).isZero();
    assertThat(calls.call(NativeFunction.calloc, 1L << 33, 1L << 33)).isZero();
  }

  @Test
  void callocGivesZerosWhereOthersHaveBeen() {
    long block = malloc(5000);
    calls.memory.fill(block, 7, 5000);
    malloc(10);
    free(block);
    long zeros = calls.call(NativeFunction.calloc, 50, 90);
    assertThat(zeros).isEqualTo(block);
    for (int i = 0; i < 4500; i++) {
      assertThat(calls.memory.peekByte(zeros + i)).isZero();
    }
  }

  @Test
  void alignedBlocksAreAlignedAndCanBeFreed() {
    for (long alignment = 16; alignment <= 1 << 16; alignment *= 2) {
      malloc(40);
      long block = calls.call(NativeFunction.aligned_alloc, alignment, 3000);
      assertThat(block % alignment).isZero();
      calls.memory.fill(block, 1, 3000);
      assertThat(free(block)).isZero();
    }
  }

  @Test
  void blocksNeverOverlapAndKeepTheirContent() {
    Random random = new Random(1);
    Map<Long, Integer> blocks = new HashMap<>();
    for (int i = 0; i < 60_000; i++) {
      int size = random.nextInt(10) == 0 ? random.nextInt(100_000) : random.nextInt(300);
      if (random.nextBoolean() || blocks.isEmpty()) {
        put(blocks, malloc(size), size);
      } else {
        long block = List.copyOf(blocks.keySet()).get(0);
        int old = blocks.remove(block);
        verify(block, old);
        if (random.nextInt(3) == 0) {
          long larger = calls.call(NativeFunction.__resize, block, size);
          byte tag = (byte) (block >> 4 ^ old);
          for (int j = 0; j < Math.min(old, size); j++) {
            assertThat(calls.memory.peekByte(larger + j)).isEqualTo(tag);
          }
          put(blocks, larger, size);
        } else {
          assertThat(free(block)).isZero();
        }
      }
      if (blocks.size() > 300) {
        for (long block : List.copyOf(blocks.keySet()).subList(0, 250)) {
          verify(block, blocks.remove(block));
          assertThat(free(block)).isZero();
        }
      }
    }
    assertThat(calls.memory.heapEnd() - malloc(1)).isLessThan(100L << 20);
  }

  /** What the program takes by moving the break is nobody else's, until it moves it back. */
  @Test
  void theBreakMovesAmongBlocks() {
    Random random = new Random(2);
    Map<Long, Integer> blocks = new HashMap<>();
    Map<Long, Integer> taken = new HashMap<>();
    int given = 0;
    for (int i = 0; i < 20_000; i++) {
      int size = random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(3000);
      switch (random.nextInt(8)) {
        case 0 -> {
          long end = calls.call(NativeFunction.__move_break, 0);
          assertThat(calls.call(NativeFunction.__move_break, size)).isEqualTo(end);
          assertThat(calls.call(NativeFunction.__move_break, 0)).isEqualTo(end + size);
          for (int j = 0; j < size; j += Math.max(1, size / 50)) {
            assertThat(calls.memory.peekByte(end + j)).isZero();
          }
          calls.memory.fill(end, (byte) (end >> 4 ^ size), size);
          if (random.nextBoolean()) {
            assertThat(calls.call(NativeFunction.__move_break, -size)).isEqualTo(end + size);
            given++;
          } else {
            taken.put(end, size);
          }
        }
        case 1, 2, 3 -> put(blocks, malloc(size), size);
        default -> {
          if (!blocks.isEmpty()) {
            long block = List.copyOf(blocks.keySet()).get(random.nextInt(blocks.size()));
            int old = blocks.remove(block);
            verify(block, old);
            assertThat(free(block)).isZero();
          }
        }
      }
      if (i % 1000 == 0) {
        taken.forEach(this::verify);
        blocks.forEach(this::verify);
      }
    }
    taken.forEach(this::verify);
    blocks.forEach(this::verify);
    assertThat(given).isGreaterThan(100);
  }

  @Test
  void theBreakDoesNotMoveIntoWhatMallocGave() {
    long block = malloc(1000);
    long end = calls.call(NativeFunction.__move_break, 0);
    assertThat(calls.call(NativeFunction.__move_break, block - end)).isEqualTo(-1);
    assertThat(calls.errno()).isEqualTo(12);
    assertThat(calls.call(NativeFunction.__move_break, 1L << 46)).isEqualTo(-1);
    assertThat(calls.call(NativeFunction.__move_break, 0)).isEqualTo(end);
  }

  private void put(Map<Long, Integer> blocks, long block, int size) {
    assertThat(block % 16).isZero();
    assertThat(block).isNotZero();
    calls.memory.fill(block, (byte) (block >> 4 ^ size), size);
    blocks.put(block, size);
  }

  private void verify(long block, int size) {
    byte tag = (byte) (block >> 4 ^ size);
    for (int i = 0; i < size; i += Math.max(1, size / 50)) {
      assertThat(calls.memory.peekByte(block + i)).isEqualTo(tag);
    }
  }

  /** Small blocks, no more than seven of a size freed at a time: then glibc keeps lists as here. */
  @Test
  void theSystemsLibraryGivesTheSameDistances(@TempDir Path directory) throws Exception {
    Random random = new Random(7);
    StringBuilder source = new StringBuilder("#include <stdio.h>\n#include <stdlib.h>\n");
    source.append("char *p[400]; char b[65536];\nint main() { setvbuf(stdout, b, 0, sizeof b);\n");
    StringBuilder mine = new StringBuilder();
    long[] blocks = new long[400];
    long base = 0;
    int used = 0;
    for (int round = 0; round < 60; round++) {
      int first = used;
      for (int i = 0; i < 6; i++) {
        int size = random.nextInt(1000);
        blocks[used] = malloc(size);
        base = base == 0 ? blocks[0] : base;
        source.append("p[" + used + "] = malloc(" + size + "); ");
        source.append("printf(\"%ld\\n\", (long)(p[" + used + "] - p[0]));\n");
        mine.append(blocks[used] - base).append("\n");
        used++;
      }
      for (int i = first; i < used; i++) {
        if (random.nextInt(6) == 0 && i > 0) {
          free(blocks[i]);
          source.append("free(p[" + i + "]);\n");
        }
      }
    }
    source.append("}\n");
    assertThat(mine)
        .hasToString(
            new String(
                SystemCompiler.run(directory, source.toString()), StandardCharsets.US_ASCII));
  }
}
