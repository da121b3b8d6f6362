package org.forkshell.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.forkshell.abi.Opcode;
import org.forkshell.cli.ProgramLab;
import org.junit.jupiter.api.Test;

/** Who does not look for data races pays nothing for it. */
class AccessNotesTest {
  private static final Set<Opcode> NOTES =
      Set.of(Opcode.NOTE, Opcode.NOTEG, Opcode.NOTEA, Opcode.NOTEN, Opcode.ORDER);

  private static final String PROGRAM =
      """
      #include <pthread.h>
      #include <semaphore.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      struct pair { int a : 5; int b : 9; char name[40]; } pair, other;
      int counter, table[10];
      _Atomic long steps;
      pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
      pthread_once_t once = PTHREAD_ONCE_INIT;
      pthread_barrier_t barrier;
      pthread_rwlock_t lock;
      sem_t semaphore;
      void begin(void) { strcpy(pair.name, "begin"); }
      void *work(void *given) {
          int *n = given, here = 3, *at = &here;
          pthread_once(&once, begin);
          pthread_mutex_lock(&m);
          counter += ++*n + (*at)--;
          table[here] = table[counter % 10] ? here : here++;
          other = pair;
          pair.b = other.a + 1;
          steps++;
          __sync_synchronize();
          pthread_mutex_unlock(&m);
          return memset(malloc(strlen(pair.name) + 1), 0, 3);
      }
      int main(void) {
          pthread_t t;
          int n = 0;
          pthread_barrier_init(&barrier, NULL, 1);
          pthread_barrier_wait(&barrier);
          sem_init(&semaphore, 0, 1);
          sem_wait(&semaphore);
          pthread_rwlock_rdlock(&lock);
          pthread_create(&t, NULL, work, &n);
          pthread_join(t, NULL);
          printf("%d %d\\n", n, counter);
          return n;
      }
      """;

  private static List<Opcode> opcodes(boolean findsRaces) throws IOException {
    ByteBuffer code =
        ByteBuffer.wrap(ProgramLab.compile(PROGRAM, findsRaces).segments().get(0).bytes())
            .order(ByteOrder.LITTLE_ENDIAN);
    List<Opcode> opcodes = new ArrayList<>();
    for (int at = 0; at < code.capacity(); at += Opcode.SIZE) {
      opcodes.add(Opcode.values()[code.getInt(at)]);
    }
    return opcodes;
  }

  @Test
  void aProgramWithoutThemHasNoneOfTheseInstructions() throws IOException {
    assertThat(opcodes(false)).doesNotContainAnyElementsOf(NOTES);
  }

  @Test
  void aProgramWithThemHasTheOthersAsWell() throws IOException {
    List<Opcode> all = opcodes(true);
    assertThat(all).containsAll(NOTES);

    // What an argument of the library's own calls for it takes is there with them only.
    List<Opcode> others = new ArrayList<>(all);
    others.removeIf(NOTES::contains);
    assertThat(others.size()).isBetween(opcodes(false).size(), opcodes(false).size() + 100);
  }
}
