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
import org.forkshell.process.SystemClock;
import org.forkshell.process.WaitStatus;
import org.forkshell.view.EventJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data races are told of, and what is none is not. Real processes, real threads. */
class RacesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final String HEADERS =
      """
      #define _GNU_SOURCE
      #include <pthread.h>
      #include <semaphore.h>
      #include <signal.h>
      #include <stdatomic.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <sys/wait.h>
      #include <threads.h>
      #include <unistd.h>
      pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER, k = PTHREAD_MUTEX_INITIALIZER;
      pthread_cond_t c = PTHREAD_COND_INITIALIZER;
      pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
      pthread_spinlock_t spin;
      pthread_barrier_t bar;
      pthread_once_t once = PTHREAD_ONCE_INIT;
      pthread_key_t key;
      sem_t sem;
      int counter, data, ready, word;
      volatile int flag;
      _Atomic int aflag, acount;
      struct { char a, b; struct { int n[2]; } in; } pair;
      struct { int a : 8; int b : 8; int : 0; char d; } bits;
      struct node { struct node *next; int v; } *queue;
      char bytes[16];
      int array[8], table[2][3];
      int *heap;
      int fds[2];
      _Thread_local int mine = 3;
      """;

  private static final String TWO =
      "pthread_t t, u; pthread_create(&t, 0, f, (void *)0); pthread_create(&u, 0, g, (void *)1);"
          + " pthread_join(t, 0); pthread_join(u, 0);";

  private static final String SAME = TWO.replace("g,", "f,");

  /** A thread locks a mutex at one address or at the other. */
  private static final String TWICE =
      """
      #include <sys/mman.h>
      pthread_mutex_t *one, *two;
      FILE *file;
      void *at(void *wanted, int how) {
        return mmap(wanted, 4096, PROT_READ|PROT_WRITE, how, fileno(file), 0);
      }
      void begin(void) {
        pthread_mutexattr_t shared;
        pthread_mutexattr_init(&shared);
        pthread_mutexattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
        pthread_mutex_init(one, &shared);
      }
      void *f(void *x) {
        pthread_mutex_t *lock = x ? one : two;
        for (int i = 0; i < 100; i++) {
          pthread_mutex_lock(lock);
          counter++;
          pthread_mutex_unlock(lock);
        }
        return 0;
      } | file = tmpfile(); ftruncate(fileno(file), 4096);\s""";

  private static ProgramLab lab;

  private final Transcript screen = new Transcript();
  private final List<String> json = new ArrayList<>();
  private WaitStatus status = new WaitStatus(-1);

  @BeforeAll
  static void startTheLab() throws IOException {
    lab = ProgramLab.start();
  }

  @AfterAll
  static void closeTheLab() throws Exception {
    lab.close();
  }

  /** Runs a program; gives the lines on the screen that tell of races. */
  private List<String> run(String text) throws Exception {
    Program program = ProgramLab.compile(text, true);
    LabelledRun run =
        new LabelledRun(lab.lab(), new Settings(Locale.ENGLISH), screen, false, new SystemClock());
    EventJson lines = new EventJson(new ProgramSource(program));
    WaitStatus ended =
        run.run(
            program,
            ProgramLab.entry(program),
            PATIENCE,
            (event, family) -> {
              if (event instanceof Event.Race) {
                json.add(lines.line(event, family));
              }
            });
    assertThat(ended).as(() -> screen.lines().toString()).isNotNull();
    status = ended == null ? status : ended;
    return screen.lines().stream().filter(line -> line.contains("# data race ")).toList();
  }

  /** Functions and the body of main, each on a line of its own. */
  private List<String> run(String functions, String main) throws Exception {
    return run(HEADERS + functions + "\nint main(void) {\n" + main + "\nreturn 3; }\n");
  }

  @RepeatedTest(6)
  void anUnlockedCounterIsNamedWithBothThreadsAndLines() throws Exception {
    String told =
        String.join(
            "",
            run(
                """
                #include <pthread.h>
                int counter;
                void *up(void *x) {
                    for (int i = 0; i < 1000; i++)
                        counter++;
                    return 0;
                }
                void *down(void *x) {
                    for (int i = 0; i < 1000; i++)
                        counter--;
                    return 0;
                }
                int main(void) {
                    pthread_t t, u;
                    pthread_create(&t, 0, up, 0);
                    pthread_create(&u, 0, down, 0);
                    pthread_join(t, 0);
                    pthread_join(u, 0);
                    return 3;
                }
                """));

    assertThat(told)
        .contains("“counter”: written here (program.c:")
        .contains("program.c:5")
        .contains("program.c:10")
        .containsPattern("P/[23] # data race .* by P/[23] \\(")
        .endsWith("; no lock, join or atomic orders the two");
    assertThat(String.join("", json))
        .contains("\"event\":\"race\"")
        .contains("\"variable\":\"counter\"")
        .contains("\"access\":\"write\"")
        .contains("\"otherAccess\":\"write\"");
    assertThat(status.shellStatus()).isEqualTo(3);
    assertThat(screen.lines()).endsWith("1 data race was seen in this run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“counter” | void *f(void *x) { counter++; return 0; } | SAME",
        "“data” | void *f(void *x) { data = 42; flag = 1; return 0; }"
            + " void *g(void *x) { while (!flag) usleep(10); return (void *)(long)data; } | TWO",
        "“pair.in.n[1]” | void *f(void *x) { pair.in.n[1] = (long)x; return 0; } | SAME",
        "“table[1][2]” | void *f(void *x) { table[1][2] = 1; return 0; }"
            + " void *g(void *x) { return (void *)(long)table[1][2]; } | TWO",
        "byte 8 of the block allocated at program.c:33"
            + " | void *f(void *x) { heap[2]++; return 0; } | heap = malloc(40); SAME",
        "byte 1 of the block allocated at program.c:33"
            + " | void *f(void *x) { ((char *)heap)[1]++; return 0; }"
            + " | heap = (int *)strdup(\"text\"); SAME",
        "“mine” of main | void *f(void *x) { ++*(int *)x; return 0; }"
            + " | int mine = 0; pthread_t t; pthread_create(&t, 0, f, &mine); mine++;"
            + " pthread_join(t, 0);",
        // the other one is long over
        "“data” | void *f(void *x) { data = 1; return 0; }"
            + " | pthread_t t; pthread_create(&t, 0, f, 0); usleep(100000); data = 2;"
            + " pthread_join(t, 0);",
        // locks that are none
        "“counter” | void *f(void *x) { pthread_rwlock_rdlock(&rw); counter++;"
            + " pthread_rwlock_unlock(&rw); return 0; } | SAME",
        "“data” | void *f(void *x) { pthread_mutex_lock(&m); data++; pthread_mutex_unlock(&m);"
            + " return 0; } void *g(void *x) { pthread_mutex_lock(&k); data++;"
            + " pthread_mutex_unlock(&k); return 0; } | TWO",
        "“counter” | void *f(void *x) { printf(\"a\"); counter++; printf(\"b\"); return 0; } | SAME",
        // functions of the machine
        "“bytes[5]” | void *f(void *x) { memset(bytes, 1, 16); return 0; }"
            + " void *g(void *x) { bytes[5] = 2; return 0; } | TWO",
        "“bytes[0]” | void *f(void *x) { strcpy(bytes, \"abc\"); return 0; }"
            + " void *g(void *x) { return (void *)strlen(bytes); } | TWO",
        // one of the two is a step that others cannot come between
        "only one of the two is atomic | void *f(void *x) { __sync_fetch_and_add(&counter, 1);"
            + " return 0; } void *g(void *x) { counter++; return 0; } | TWO",
        // bits of one byte
        "“bits.b” | void *f(void *x) { bits.b = 1; return 0; } | SAME",
        // in a child
        "P.1/2 | void *f(void *x) { counter++; return 0; }"
            + " | if (fork() == 0) { SAME _exit(3); } wait(0);",
      })
  void itIsTold(String row) throws Exception {
    String[] parts = row.split(" \\| ");

    assertThat(run(parts[1], body(parts[2])).toString()).contains(parts[0]);

    assertThat(status.shellStatus()).isEqualTo(3);
    assertThat(screen.lines().get(screen.lines().size() - 1)).contains("seen in this run");
  }

  private static String body(String main) {
    return main.replace("SAME", SAME).replace("TWO", TWO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void *f(void *x) { for (int i = 0; i < 1000; i++) { pthread_mutex_lock(&m); counter++;"
            + " pthread_mutex_unlock(&m); } return 0; } | SAME",
        "void *f(void *x) { for (int i = 0; i < 50; i++) { pthread_mutex_lock(&m);"
            + " pthread_mutex_lock(&m); counter++; pthread_mutex_unlock(&m); counter++;"
            + " pthread_mutex_unlock(&m); } return 0; }"
            + " | pthread_mutexattr_t a; pthread_mutexattr_init(&a);"
            + " pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE);"
            + " pthread_mutex_init(&m, &a); SAME",
        "mtx_t mine_too; int f(void *x) { mtx_lock(&mine_too); counter++; mtx_unlock(&mine_too);"
            + " return 0; } | thrd_t t, u; mtx_init(&mine_too, mtx_plain); thrd_create(&t, f, 0);"
            + " thrd_create(&u, f, 0); thrd_join(t, 0); thrd_join(u, 0); counter++;",
        "void *f(void *x) { pthread_mutex_lock(&m); data++; return 0; }"
            + " void *g(void *x) { pthread_mutex_lock(&m); pthread_mutex_consistent(&m); data++;"
            + " pthread_mutex_unlock(&m); return 0; } | pthread_mutexattr_t a; pthread_t t, u;"
            + " pthread_mutexattr_init(&a); pthread_mutexattr_setrobust(&a, 1);"
            + " pthread_mutex_init(&m, &a); pthread_create(&t, 0, f, 0); usleep(100000);"
            + " pthread_create(&u, 0, g, 0); pthread_join(u, 0); pthread_join(t, 0);",
        // atomics
        "void *f(void *x) { for (int i = 0; i < 1000; i++) { acount++;"
            + " atomic_fetch_sub(&acount, 1); } return 0; } | SAME",
        "void *f(void *x) { data = 42; aflag = 1; return 0; }"
            + " void *g(void *x) { while (!aflag) usleep(10); data++; return 0; } | TWO data++;",
        "void *f(void *x) { for (int i = 0; i < 100; i++) {"
            + " while (!__sync_bool_compare_and_swap(&word, 0, 1)) usleep(1); counter++;"
            + " __sync_lock_release(&word); } return 0; } | SAME",
        // whatever else orders
        "void *f(void *x) { data = 1; sem_post(&sem); return 0; }"
            + " void *g(void *x) { sem_wait(&sem); data++; return 0; } | sem_init(&sem, 0, 0); TWO",
        "void *f(void *x) { pthread_mutex_lock(&m); data = 1; ready = 1; pthread_cond_signal(&c);"
            + " pthread_mutex_unlock(&m); return 0; } void *g(void *x) { pthread_mutex_lock(&m);"
            + " while (!ready) pthread_cond_wait(&c, &m); pthread_mutex_unlock(&m); data++;"
            + " return 0; } | TWO",
        "void *f(void *x) { for (int i = 0; i < 20; i++) { array[(long)x]++;"
            + " pthread_barrier_wait(&bar); if (x == 0) data += array[1];"
            + " pthread_barrier_wait(&bar); } return 0; } | pthread_barrier_init(&bar, 0, 2); SAME",
        "void *f(void *x) { data++; return 0; } | pthread_t t; data = 1;"
            + " pthread_create(&t, 0, f, 0); pthread_join(t, 0); data++;"
            + " pthread_create(&t, 0, f, 0); pthread_join(t, 0); data++;",
        "void begin(void) { data = 1; } void *f(void *x) { pthread_once(&once, begin);"
            + " return (void *)(long)data; } | SAME",
        "void *f(void *x) { for (int i = 0; i < 100; i++) { pthread_rwlock_wrlock(&rw); counter++;"
            + " pthread_rwlock_unlock(&rw); pthread_rwlock_rdlock(&rw); array[(long)x] = counter;"
            + " pthread_rwlock_unlock(&rw); } return 0; } | SAME",
        "void *f(void *x) { for (int i = 0; i < 100; i++) { pthread_spin_lock(&spin); counter++;"
            + " pthread_spin_unlock(&spin); } return 0; } | pthread_spin_init(&spin, 0); SAME",
        "void *f(void *x) { for (int i = 0; i < 50; i++) { flockfile(stdout); counter++;"
            + " funlockfile(stdout); } return 0; } | SAME",
        // the kernel
        "void *f(void *x) { data = 7; write(fds[1], \"x\", 1); return 0; }"
            + " void *g(void *x) { char b; read(fds[0], &b, 1); data++; return 0; }"
            + " | pipe(fds); TWO",
        "void h(int s) { data++; aflag = 1; } void *f(void *x) { while (!aflag) usleep(10);"
            + " return 0; } | signal(SIGUSR1, h); pthread_t t; pthread_create(&t, 0, f, 0);"
            + " data = 1; pthread_kill(t, SIGUSR1); pthread_join(t, 0); data++;",
        "void clean(void *x) { data++; } void *f(void *x) { pthread_cleanup_push(clean, 0);"
            + " for (;;) pause(); pthread_cleanup_pop(0); return 0; } | pthread_t t;"
            + " pthread_create(&t, 0, f, 0); data = 3; pthread_cancel(t); pthread_join(t, 0);"
            + " data++;",
        "void *f(void *x) { data++; if (fork() == 0) { data++; counter++; _exit(0); } data++;"
            + " wait(0); return 0; } void *g(void *x) { counter++; return 0; } | TWO",
        // a thread's own
        "void done(void *v) { free(v); } void *f(void *x) { int *p = malloc(4); *p = 1;"
            + " pthread_setspecific(key, p); ++*(int *)pthread_getspecific(key); return 0; }"
            + " | pthread_key_create(&key, done); SAME",
        "void *f(void *x) { for (int i = 0; i < 100; i++) mine++; return 0; } | mine = 4; SAME",
        // neighbours, and readers
        "void *f(void *x) { bytes[(long)x] = 1; ((char *)&pair)[(long)x]++; array[(long)x]++;"
            + " return 0; } | SAME",
        "void *f(void *x) { bits.a = 1; return 0; } void *g(void *x) { bits.d = 2; return 0; }"
            + " | TWO",
        "void *f(void *x) { long s = strlen(\"abc\"); for (int i = 0; i < 8; i++) s += array[i];"
            + " return (void *)s; } | array[2] = 1; SAME",
        // memory that is used again
        "void *f(void *x) { for (int i = 0; i < 500; i++) { int *p = malloc(64 + i % 64);"
            + " p[3] = i; memset(p, 0, 64); char *s = strdup(\"hello\"); s[1] = 0; free(s);"
            + " p = realloc(p, 200); p[40] = 2; free(p); } return 0; } | SAME",
        "int use(int *p) { return ++*p; } void *f(void *x) { int local[16];"
            + " for (int i = 0; i < 16; i++) local[i] = i; use(local); return 0; }"
            + " | for (int i = 0; i < 300; i++) { pthread_t t; pthread_create(&t, 0, f, 0);"
            + " if (i % 2) pthread_join(t, 0); else pthread_detach(t); }",
        "void *f(void *x) { for (int i = 0; i < 200; i++) { struct node *n = malloc(sizeof *n);"
            + " n->v = i; pthread_mutex_lock(&m); n->next = queue; queue = n;"
            + " pthread_cond_signal(&c); pthread_mutex_unlock(&m); } return 0; }"
            + " void *g(void *x) { for (int i = 0; i < 200; i++) { pthread_mutex_lock(&m);"
            + " while (!queue) pthread_cond_wait(&c, &m); struct node *n = queue; queue = n->next;"
            + " pthread_mutex_unlock(&m); data += n->v; n->v = 0; free(n); } return 0; } | TWO",
        // one lock at two addresses
        TWICE + "one = at(0, MAP_SHARED); two = at(0, MAP_SHARED); begin(); SAME",
        TWICE
            + "char *room = mmap(0, 8192, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0);"
            + " one = at(room, MAP_SHARED|MAP_FIXED); two = at(room + 4096, MAP_SHARED|MAP_FIXED);"
            + " begin(); SAME",
      })
  void itIsNone(String row) throws Exception {
    String[] parts = row.split(" \\| ");

    assertThat(run(parts[0], body(parts[1]))).isEmpty();

    assertThat(status.shellStatus()).isEqualTo(3);
    assertThat(screen.lines()).endsWith("no data race was seen in this run");
  }

  @Test
  void whatTheLastThreadLeavesBehindIsOver() throws Exception {
    String functions =
        "void bye(void) { data++; } void *f(void *x) { usleep(20000); data++; return 0; }";
    String main =
        "atexit(bye); pthread_t t; pthread_create(&t, 0, f, 0); pthread_detach(t);"
            + " pthread_exit(0);";

    assertThat(run(functions, main)).isEmpty();
  }

  @Test
  void aFunctionOfAStreamRunsUnderTheStreamsLock() throws Exception {
    String functions =
        "ssize_t take(void *x, const char *b, size_t n) { counter += n; return n; } FILE *out;"
            + " void *f(void *x) { for (int i = 0; i < 50; i++) { fputs(\"text\", out);"
            + " fflush(out); } return 0; }";
    String main =
        "cookie_io_functions_t how = {0, take, 0, 0}; out = fopencookie(0, \"w\", how); " + SAME;

    assertThat(run(functions, main)).isEmpty();
  }

  @Test
  void withMoreThreadsThanCanBeToldApartItSaysSoAndStops() throws Exception {
    String functions = "void *f(void *x) { sem_wait(&sem); counter++; return 0; }";
    String main =
        "sem_init(&sem, 0, 0); pthread_t t[140];"
            + " for (int i = 0; i < 140; i++) pthread_create(&t[i], 0, f, 0);"
            + " for (int i = 0; i < 140; i++) sem_post(&sem);"
            + " for (int i = 0; i < 140; i++) pthread_join(t[i], 0);";

    assertThat(run(functions, main)).isEmpty();

    assertThat(screen.lines().toString())
        .contains("from here on data races are not looked for: more than # threads at once");
    assertThat(screen.lines())
        .endsWith("no data race was seen in this run, and not all of it was looked at");
  }
}
