package org.forkshell.cli;

import java.util.Random;

/**
 * A program of threads that lock, wait for each other, hand on, start others, fork and are
 * cancelled at random places. What it prints does not depend on who runs when: what threads do to
 * what they share commutes, or takes turns, or lies on either side of a barrier.
 */
record RandomThreadProgram(long seed, String text) {
  /** The same seed, the same program. */
  static RandomThreadProgram of(long seed) {
    return new RandomThreadProgram(seed, new Writer(new Random(seed)).program());
  }

  @Override
  public String toString() {
    return "program " + seed;
  }

  private static final class Writer {
    private static final String HEAD =
        """
        #include <errno.h>
        #include <pthread.h>
        #include <sched.h>
        #include <semaphore.h>
        #include <signal.h>
        #include <stdatomic.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/wait.h>
        #include <unistd.h>

        static pthread_mutex_t locks[3] = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER };
        static pthread_mutex_t strict, again, turns = PTHREAD_MUTEX_INITIALIZER;
        static pthread_cond_t next = PTHREAD_COND_INITIALIZER;
        static pthread_rwlock_t book = PTHREAD_RWLOCK_INITIALIZER;
        static pthread_spinlock_t spin;
        static pthread_barrier_t all;
        static pthread_once_t once = PTHREAD_ONCE_INIT;
        static pthread_key_t key;
        static sem_t pool, done;
        static long sums[3], spun, left = 100, right = 100, torn, crowd, onces, destroyed, cleaned;
        static _Atomic long counted;
        static long added;
        static _Atomic int inside;
        static int turn, length;
        static char said[4000];
        static __thread long own;
        struct work { int number; long result; };

        static void first(void) { onces++; }
        static void destroy(void *value) { __atomic_fetch_add(&destroyed, (long)value, __ATOMIC_SEQ_CST); }
        static void clean(void *value) { __atomic_fetch_add(&cleaned, (long)value, __ATOMIC_SEQ_CST); }
        static long depth(int n) { char room[200]; memset(room, n, sizeof room); return n ? room[n] + depth(n - 1) : 0; }
        static void *small(void *value) { own += (long)value; return (void *)(own * 2); }
        static void *loose(void *value) { __atomic_fetch_add(&added, (long)value, __ATOMIC_RELAXED); sem_post(&done); return NULL; }
        static void *sleeper(void *value) {
          pthread_cleanup_push(clean, value);
          for (;;) pause();
          pthread_cleanup_pop(0);
          return NULL;
        }
        static void *waiter(void *value) {
          int ends[2]; char c;
          pthread_cleanup_push(clean, value);
          pipe(ends);
          read(ends[0], &c, 1);
          pthread_cleanup_pop(0);
          return NULL;
        }
        """;

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int rounds;

    Writer(Random random) {
      this.random = random;
    }

    String program() {
      int threads = 2 + random.nextInt(4);
      int phases = 1 + random.nextInt(3);
      text.append(HEAD);
      for (int i = 0; i < threads; i++) {
        text.append("static void *thread").append(i).append("(void *p) {\n");
        text.append("struct work *my = p;\nlong s = my->number; (void)s;\n");
        text.append("pthread_setspecific(key, (void *)")
            .append(1 + random.nextInt(9))
            .append("L);\n");
        for (int phase = 0; phase < phases; phase++) {
          for (int j = random.nextInt(6); j >= 0; j--) {
            statement();
          }
          meet(phase);
          if (phase % 2 == 0) {
            takeTurn(i, threads, phase / 2);
          }
        }
        text.append("my->result = s;\n");
        text.append(pick("return (void *)own;\n", "pthread_exit((void *)(s & 255));\n"));
        text.append("}\n");
      }
      main(threads);
      return text.toString();
    }

    private void main(int threads) {
      text.append(
          """
          int main(void) {
          pthread_mutexattr_t kind;
          pthread_mutexattr_init(&kind);
          pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_ERRORCHECK);
          pthread_mutex_init(&strict, &kind);
          pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_RECURSIVE);
          pthread_mutex_init(&again, &kind);
          pthread_spin_init(&spin, 0);
          sem_init(&done, 0, 0);
          pthread_key_create(&key, destroy);
          """);
      text.append("sem_init(&pool, 0, ").append(1 + random.nextInt(3)).append(");\n");
      text.append("pthread_barrier_init(&all, NULL, ").append(threads).append(");\n");
      text.append("pthread_t t[")
          .append(threads)
          .append("];\nstruct work w[")
          .append(threads)
          .append("];\n");
      for (int i = 0; i < threads; i++) {
        text.append(
            "w[%d].number = %d; pthread_create(&t[%d], NULL, thread%d, &w[%d]);\n"
                .formatted(i, 1 + random.nextInt(20), i, i, i));
      }
      text.append("for (int i = 0; i < ").append(threads).append("; i++) {\n");
      text.append("void *value; int e = pthread_join(t[i], &value);\n");
      text.append("printf(\"%d: %d %ld %ld\\n\", i, e, (long)value, w[i].result);\n}\n");
      text.append(
          """
          for (int i = 0; i < 3; i++) printf("sum %ld\\n", sums[i]);
          printf("%ld %ld %ld %ld %ld %ld\\n", spun, left + right, torn, crowd, onces, destroyed);
          printf("%ld %ld %ld %s\\n", counted, added, cleaned, said);
          """);
      text.append("return ").append(random.nextInt(200)).append(";\n}\n");
    }

    /** All of them have written what another reads then. */
    private void meet(int phase) {
      text.append("pthread_barrier_wait(&all);\n");
      if (phase == 0) {
        text.append("s += sums[").append(random.nextInt(3)).append("] & 1023;\n");
        text.append("pthread_barrier_wait(&all);\n");
      }
    }

    /** One after the other, each says its word. */
    private void takeTurn(int thread, int threads, int round) {
      text.append(
          """
          pthread_mutex_lock(&turns);
          while (turn != %d) pthread_cond_wait(&next, &turns);
          length += sprintf(said + length, "<%d %%ld>", s);
          turn++;
          pthread_cond_broadcast(&next);
          pthread_mutex_unlock(&turns);
          """
              .formatted(round * threads + thread, thread));
    }

    private void statement() {
      int n = 1 + random.nextInt(9);
      int lock = random.nextInt(3);
      switch (random.nextInt(20)) {
        case 0, 1, 2 ->
            loop(
                "pthread_mutex_lock(&locks[%d]); sums[%d] += %d; pthread_mutex_unlock(&locks[%d]);"
                    .formatted(lock, lock, n, lock));
        case 3 ->
            loop(
                "while (pthread_mutex_trylock(&locks[%d])) sched_yield(); sums[%d] += %d; pthread_mutex_unlock(&locks[%d]);"
                    .formatted(lock, lock, n, lock));
        case 4 -> loop("counted++; counted += %d;".formatted(n));
        case 5 -> loop("__sync_fetch_and_add(&added, %d);".formatted(n));
        case 6 ->
            loop(
                "long old = atomic_load(&counted); while (!atomic_compare_exchange_weak(&counted, &old, old + %d)) ;"
                    .formatted(n));
        case 7 -> loop("sem_wait(&pool); if (++inside > 3) crowd++; inside--; sem_post(&pool);");
        case 8 ->
            loop(
                "pthread_rwlock_rdlock(&book); if (left + right != 200) torn++; pthread_rwlock_unlock(&book);");
        case 9 ->
            loop(
                "pthread_rwlock_wrlock(&book); left -= %d; right += %d; pthread_rwlock_unlock(&book);"
                    .formatted(n, n));
        case 10 ->
            loop("pthread_spin_lock(&spin); spun += %d; pthread_spin_unlock(&spin);".formatted(n));
        case 11 -> text.append("pthread_once(&once, first);\n");
        case 12 -> loop("own += %d;".formatted(n));
        case 13 -> text.append("s += depth(%d);\n".formatted(20 + n));
        case 14 ->
            text.append(
                "{ pthread_t t; void *v; pthread_create(&t, NULL, small, (void *)%dL); s += pthread_join(t, &v); s += (long)v; }\n"
                    .formatted(n));
        case 15 ->
            text.append(
                "{ pthread_t t; pthread_create(&t, NULL, loose, (void *)%dL); pthread_detach(t); sem_wait(&done); }\n"
                    .formatted(n));
        case 16 ->
            text.append(
                "{ pthread_t t; void *v; pthread_create(&t, NULL, %s, (void *)%dL); %s pthread_cancel(t); pthread_join(t, &v); s += v == PTHREAD_CANCELED; }\n"
                    .formatted(
                        pick("sleeper", "waiter"), n, pick("", "usleep(1000);", "sched_yield();")));
        case 17 ->
            text.append(
                "{ int status; pid_t child = fork(); if (child == 0) _exit(own + %d & 63); waitpid(child, &status, 0); s += WEXITSTATUS(status); }\n"
                    .formatted(n));
        case 18 ->
            text.append(
                "pthread_mutex_lock(&strict); s += pthread_mutex_lock(&strict) == EDEADLK; pthread_mutex_unlock(&strict); s += pthread_mutex_trylock(&again) == 0 ? (pthread_mutex_lock(&again), pthread_mutex_unlock(&again), pthread_mutex_unlock(&again), 1) : 1;\n");
        default ->
            text.append(
                "{ char *copy = malloc(%d); snprintf(copy, %d, \"%%ld\", s); s += strlen(copy); free(copy); }\n"
                    .formatted(n * 100, n * 100));
      }
    }

    private void loop(String body) {
      String i = "i" + ++rounds;
      text.append(
          "for (int %s = 0; %s < %d; %s++) { %s }\n"
              .formatted(i, i, 1 + random.nextInt(random.nextInt(4) == 0 ? 300 : 20), i, body));
    }

    private String pick(String... from) {
      return from[random.nextInt(from.length)];
    }
  }
}
