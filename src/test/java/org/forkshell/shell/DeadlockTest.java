package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.cli.ProgramLab;
import org.forkshell.codegen.Program;
import org.forkshell.process.Event;
import org.forkshell.process.Impasse;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.SystemClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that can never go on are told of, and those that can are not. Real processes. */
class DeadlockTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final String HEADERS =
      """
      #define _GNU_SOURCE
      #include <errno.h>
      #include <pthread.h>
      #include <semaphore.h>
      #include <signal.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <sys/mman.h>
      #include <sys/time.h>
      #include <sys/wait.h>
      #include <time.h>
      #include <unistd.h>
      pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER;
      pthread_cond_t ready = PTHREAD_COND_INITIALIZER;
      pthread_rwlock_t table = PTHREAD_RWLOCK_INITIALIZER;
      pthread_barrier_t both, three;
      sem_t items;
      volatile int n;
      struct { int seats; pthread_mutex_t forks[5]; } dinner;
      int real_main(void);
      pthread_t start(void *(*function)(void *), long x) {
          pthread_t t;
          pthread_create(&t, NULL, function, (void *)x);
          return t;
      }
      void *busy(void *x) { for (;;) n++; }
      void *first(void *x) {
          pthread_mutex_lock(&a);
          pthread_barrier_wait(&both);
          pthread_mutex_lock(&b);
          return NULL;
      }
      void *second(void *x) {
          pthread_mutex_lock(&b);
          pthread_barrier_wait(&both);
          pthread_mutex_lock(&a);
          return NULL;
      }
      void *want(void *x) {
          pthread_barrier_wait(&both);
          pthread_mutex_lock(&a);
          return NULL;
      }
      void *leave_with_it(void *x) {
          pthread_mutex_lock(&a);
          return NULL;
      }
      void *hold(void *x) {
          pthread_mutex_lock(&a);
          pthread_barrier_wait(&both);
          for (;;) pause();
      }
      void *upgrade(void *x) {
          pthread_rwlock_rdlock(&table);
          pthread_barrier_wait(&both);
          pthread_rwlock_wrlock(&table);
          return NULL;
      }
      void *read_then_a(void *x) {
          pthread_rwlock_rdlock(&table);
          pthread_barrier_wait(&both);
          pthread_mutex_lock(&a);
          return NULL;
      }
      void *a_then_write(void *x) {
          pthread_mutex_lock(&a);
          pthread_barrier_wait(&both);
          pthread_rwlock_wrlock(&table);
          return NULL;
      }
      void *unsignalled(void *x) {
          pthread_mutex_lock(&a);
          pthread_cond_wait(&ready, &a);
          return NULL;
      }
      void *meet(void *x) {
          pthread_barrier_wait(&three);
          return NULL;
      }
      void *take_item(void *x) {
          sem_wait(&items);
          return NULL;
      }
      void *philosopher(void *x) {
          long i = (long)x;
          pthread_mutex_lock(&dinner.forks[i]);
          pthread_barrier_wait(&three);
          pthread_mutex_lock(&dinner.forks[(i + 1) % 3]);
          return NULL;
      }
      """;

  private static ProgramLab lab;

  private final Transcript screen = new Transcript();

  @BeforeAll
  static void startTheLab() throws IOException {
    lab = ProgramLab.start();
  }

  @AfterAll
  static void closeTheLab() throws Exception {
    lab.close();
  }

  /** Runs a main function until a deadlock is told, or it ends; gives what was told. */
  private List<String> run(String main) throws Exception {
    Program program =
        ProgramLab.compile(
            HEADERS
                + "int main(void) { pthread_barrier_init(&both, NULL, 2);"
                + " pthread_barrier_init(&three, NULL, 3);\n"
                + main
                + "\n}");
    List<String> told = new ArrayList<>();
    LabelledRun run =
        new LabelledRun(lab.lab(), new Settings(Locale.ENGLISH), screen, false, new SystemClock());
    run.run(
        program,
        ProgramLab.entry(program),
        PATIENCE,
        (event, family) -> {
          if (event instanceof Event.Deadlock deadlock) {
            told.add(text(deadlock.impasse(), family));
            // Who has been told of need not wait for the end of the time.
            family
                .alive()
                .forEach(
                    entry ->
                        ProcessHandle.of(entry.pid()).ifPresent(ProcessHandle::destroyForcibly));
          }
        });
    return told;
  }

  private static String text(Impasse impasse, ProcessTree family) {
    StringBuilder text = new StringBuilder(impasse.kind().toString());
    for (Impasse.Wait wait : impasse.waits()) {
      text.append(' ').append(family.nameOf(wait.waiter()).orElseThrow());
      text.append(':').append(wait.name().startsWith("0x") ? "0x" : wait.name());
      family.nameOf(wait.holder()).ifPresent(holder -> text.append('>').append(holder));
    }
    return text.toString();
  }

  @RepeatedTest(6)
  void twoThreadsWithTwoLocksAreToldOfWhileOthersCompute() throws Exception {
    String main = "start(busy, 0); start(busy, 0); start(first, 0); start(second, 0); busy(NULL);";

    assertThat(run(main)).containsExactly("CYCLE P/4:b>P/5 P/5:a>P/4");

    assertThat(screen.lines().toString().replace('\u00a0', ' '))
        .contains("deadlock none of them can ever go on: each waits for what the next one has")
        .contains("P/4 ──waits for “b”──▶P/5 ──waits for “a”──▶P/4");
  }

  @Test
  void philosophersAreDrawnAllAround() throws Exception {
    String main =
        "start(philosopher, 0); start(philosopher, 1);"
            + " pthread_join(start(philosopher, 2), NULL);";

    assertThat(run(main))
        .containsExactly(
            "CYCLE P/2:dinner.forks[1]>P/3 P/3:dinner.forks[2]>P/4 P/4:dinner.forks[0]>P/2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the lock that it has itself
        "CYCLE P:a>P | pthread_mutex_lock(&a); pthread_mutex_lock(&a);",
        "CYCLE P:a>P | pthread_mutexattr_t r; pthread_mutexattr_init(&r);"
            + " pthread_mutexattr_setrobust(&r, 1); pthread_mutex_init(&a, &r);"
            + " pthread_mutex_lock(&a); pthread_mutex_lock(&a);",
        "CYCLE P.1:a>P.1 | pthread_mutex_lock(&a); if (fork() == 0) pthread_mutex_lock(&a);"
            + " wait(NULL);",
        "CYCLE P.1.1:a>P.1.1 | pthread_mutex_lock(&a); if (fork() == 0) { if (fork() == 0)"
            + " pthread_mutex_lock(&a); wait(NULL); } wait(NULL);",
        // joins
        "CYCLE P:>P/2 P/2:a>P | pthread_mutex_lock(&a); pthread_t t = start(want, 0);"
            + " pthread_barrier_wait(&both); pthread_join(t, NULL);",
        // owners that are not there
        "LOST P.1:a>P/2 | start(hold, 0); pthread_barrier_wait(&both);"
            + " if (fork() == 0) pthread_mutex_lock(&a); wait(NULL);",
        "ENDED P:a>P/2 | pthread_join(start(leave_with_it, 0), NULL); pthread_mutex_lock(&a);",
        // locks for reading
        "CYCLE P/2:a>P/3 P/3:table>P/2 | start(read_then_a, 0); start(a_then_write, 0);"
            + " busy(NULL);",
        // nobody is left
        "ALL P:>P/2 P/2:ready | pthread_join(start(unsignalled, 0), NULL);",
        "ALL P:>P/2 P/2:items | pthread_join(start(take_item, 0), NULL);",
        "ALL P:three P/2:three | start(meet, 0); pthread_barrier_wait(&three);",
        "ALL P:>P.1 P.1:items | if (fork() == 0) sem_wait(&items); wait(NULL);",
        "ALL P:>P.1 P.1:0x | sem_t *s = mmap(NULL, 4096, PROT_READ | PROT_WRITE,"
            + " MAP_SHARED | MAP_ANONYMOUS, -1, 0); if (fork() == 0) sem_wait(s); wait(NULL);",
        // between processes
        "CYCLE P:0x>P.1 P.1:0x>P | pthread_mutexattr_t s; pthread_mutexattr_init(&s);"
            + " pthread_mutexattr_setpshared(&s, 1); pthread_barrierattr_t t;"
            + " pthread_barrierattr_init(&t); pthread_barrierattr_setpshared(&t, 1);"
            + " struct { pthread_mutex_t l[2]; pthread_barrier_t b; } *m = mmap(NULL, 4096,"
            + " PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);"
            + " pthread_mutex_init(&m->l[0], &s); pthread_mutex_init(&m->l[1], &s);"
            + " pthread_barrier_init(&m->b, &t, 2); int i = fork() == 0;"
            + " pthread_mutex_lock(&m->l[i]); pthread_barrier_wait(&m->b);"
            + " pthread_mutex_lock(&m->l[1 - i]);",
      })
  void itIsTold(String expected) throws Exception {
    int bar = expected.indexOf(" | ");

    assertThat(run(expected.substring(bar + 3))).containsExactly(expected.substring(0, bar));
  }

  /** Each of them alone waits for its own lock; whether the other one does so yet is open. */
  @Test
  void readersThatWantToWriteAreToldOf() throws Exception {
    assertThat(run("start(upgrade, 0); pthread_join(start(upgrade, 0), NULL);"))
        .singleElement()
        .isIn("CYCLE P/2:table>P/2", "CYCLE P/3:table>P/3", "CYCLE P/2:table>P/3 P/3:table>P/2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a handler posts
        "signal(SIGALRM, post); alarm(2); sem_wait(&items);",
        // another process does
        "sem_t *s = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);"
            + " if (fork() == 0) { sleep(2); sem_post(s); return 0; } sem_wait(s); wait(NULL);",
        // a time limit ends it
        "struct timespec t; clock_gettime(CLOCK_REALTIME, &t); t.tv_sec += 2;"
            + " pthread_mutex_lock(&a); pthread_mutex_timedlock(&a, &t);",
        "struct timespec t; clock_gettime(CLOCK_REALTIME, &t); t.tv_sec += 2;"
            + " pthread_mutex_lock(&a); pthread_cond_timedwait(&ready, &a, &t);",
        // somebody gives it back after a while
        "start(hold_for_a_while, 0); pthread_barrier_wait(&both); pthread_mutex_lock(&a);",
        "start(hold_for_a_while, 0); pthread_barrier_wait(&both);"
            + " if (fork() == 0) return 0; wait(NULL); pthread_mutex_lock(&a);",
        // a child ends
        "if (fork() == 0) { sleep(2); return 0; } start(take_item, 0); wait(NULL);",
        // one joins what another one cancels, which has a lock that it wants
        "pthread_t t = start(join_sleeper, 0); sleep(2); pthread_cancel(t);"
            + " pthread_join(t, NULL);",
        // contention
        "pthread_t t[8]; for (long i = 0; i < 8; i++) t[i] = start(eater, i);"
            + " for (int i = 0; i < 8; i++) pthread_join(t[i], NULL);",
        "pthread_t t = start(producer, 0); consumer(NULL); pthread_join(t, NULL);",
      })
  void itIsNotTold(String main) throws Exception {
    String functions =
        """
        void post(int s) { sem_post(&items); }
        void *hold_for_a_while(void *x) {
            pthread_mutex_lock(&a);
            pthread_barrier_wait(&both);
            sleep(2);
            pthread_mutex_unlock(&a);
            return NULL;
        }
        void *sleeper(void *x) { sleep(100); return NULL; }
        void *join_sleeper(void *x) { pthread_join(start(sleeper, 0), NULL); return NULL; }
        void *eater(void *x) {
            int i = (long)x % 5, j = (i + 1) % 5, low = i < j ? i : j, high = i < j ? j : i;
            time_t end = time(NULL) + 3;
            while (time(NULL) < end) {
                pthread_mutex_lock(&dinner.forks[low]);
                pthread_mutex_lock(&dinner.forks[high]);
                n++;
                pthread_mutex_unlock(&dinner.forks[high]);
                pthread_mutex_unlock(&dinner.forks[low]);
            }
            return NULL;
        }
        int full, over;
        void *producer(void *x) {
            time_t end = time(NULL) + 3;
            while (time(NULL) < end) {
                pthread_mutex_lock(&a);
                while (full) pthread_cond_wait(&ready, &a);
                full = 1;
                pthread_cond_broadcast(&ready);
                pthread_mutex_unlock(&a);
            }
            pthread_mutex_lock(&a);
            over = 1;
            pthread_cond_broadcast(&ready);
            pthread_mutex_unlock(&a);
            return NULL;
        }
        void *consumer(void *x) {
            for (;;) {
                pthread_mutex_lock(&a);
                while (!full && !over) pthread_cond_wait(&ready, &a);
                if (!full && over) break;
                full = 0;
                pthread_cond_broadcast(&ready);
                pthread_mutex_unlock(&a);
            }
            pthread_mutex_unlock(&a);
            return NULL;
        }
        """;

    assertThat(
            run(
                "return real_main(); }\n"
                    + functions
                    + "int real_main(void) {"
                    + main
                    + " return 0;"))
        .isEmpty();
    assertThat(screen.lines().toString()).contains("P # exited with 0");
  }
}
