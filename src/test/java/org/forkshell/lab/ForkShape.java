package org.forkshell.lab;

/**
 * Ways in which programs fork. Each checks itself as well as it can and then ends with 42.
 *
 * <p>How many forks it makes, how many bytes all its processes write, and the program.
 */
enum ForkShape {
  NESTED(
      50,
      0,
      """
      static int below(int depth) {
        if (depth == 0)
          return 0;
        pid_t child = fork();
        if (child == 0)
          exit(below(depth - 1) + 1);
        return ended(child);
      }
      int main(void) { return below(50) == 50 ? 42 : 1; }
      """),
  ONE_AFTER_ANOTHER(
      60,
      0,
      """
      int main(void) {
        for (int i = 0; i < 60; i++) {
          pid_t child = fork();
          if (child == 0)
            _exit(i);
          if (ended(child) != i)
            return 1;
        }
        return 42;
      }
      """),
  SIDE_BY_SIDE(
      50,
      0,
      """
      int main(void) {
        int sum = 0, status;
        for (int i = 0; i < 50; i++)
          if (fork() == 0)
            return i;
        while (wait(&status) > 0)
          sum += WEXITSTATUS(status);
        return sum == 49 * 50 / 2 ? 42 : 1;
      }
      """),
  TREE(
      62,
      0,
      """
      static int grow(int depth) {
        if (depth == 0)
          return 0;
        pid_t a = fork();
        if (a == 0)
          exit(grow(depth - 1));
        pid_t b = fork();
        if (b == 0)
          exit(grow(depth - 1));
        return ended(a) + ended(b) + 2;
      }
      int main(void) { return grow(5) == 62 ? 42 : 1; }
      """),
  EVERYONE_FORKS(
      31,
      32 * 5,
      """
      int main(void) {
        for (int i = 0; i < 5; i++) {
          printf("%d", i);
          fork();
        }
        while (wait(NULL) > 0)
          ;
        return 42;
      }
      """),
  PRINTING(
      20,
      20 * (8 + 10),
      """
      int main(void) {
        for (int i = 0; i < 20; i++) {
          if (fork() == 0) {
            printf("%3d %3.1f\\n", i, i / 40.0);
            fprintf(stderr, "%5s%4x\\n", "err", i);
            fflush(stdout);
            exit(0);
          }
        }
        while (wait(NULL) > 0)
          ;
        return 42;
      }
      """),
  ALLOCATING(
      20,
      0,
      """
      int main(void) {
        char *inherited = malloc(100000);
        memset(inherited, 'x', 100000);
        for (int i = 0; i < 20; i++) {
          if (fork() == 0) {
            char *own = calloc(100, 1000);
            for (int j = 0; j < 50; j++) {
              char *more = malloc(j * 100 + 1);
              strcpy(more, "");
              own = realloc(own, 100000 + j * 1000);
              free(more);
            }
            inherited[i] = 'y';
            exit(own[0] == 0 && own[99999] == 0 && inherited[99999] == 'x' ? i : 99);
          }
        }
        int status, sum = 0;
        while (wait(&status) > 0)
          sum += WEXITSTATUS(status);
        return sum == 19 * 20 / 2 && inherited[3] == 'x' ? 42 : 1;
      }
      """),
  HANDLERS(
      20,
      21 * 3,
      """
      static void first(void) { putchar('a'); }
      static void second(void) { printf("b"); }
      static void third(void) { write(1, "c", 1); }
      int main(void) {
        atexit(first);
        atexit(second);
        atexit(third);
        for (int i = 0; i < 10; i++) {
          if (fork() == 0) {
            if (fork() == 0)
              exit(7);
            wait(NULL);
            exit(0);
          }
        }
        while (wait(NULL) > 0)
          ;
        return 42;
      }
      """),
  ORPHANS(
      40,
      0,
      """
      int main(void) {
        for (int i = 0; i < 20; i++) {
          pid_t child = fork();
          if (child == 0) {
            pid_t parent = getpid();
            if (fork() == 0) {
              while (getppid() == parent)
                usleep(500);
              exit(5);
            }
            exit(i);
          }
          if (ended(child) != i)
            return 1;
        }
        return 42;
      }
      """),
  UNCOLLECTED(
      40,
      0,
      """
      int main(void) {
        for (int i = 0; i < 40; i++)
          if (fork() == 0)
            _exit(0);
        return 42;
      }
      """),
  SIGNALLED(
      24,
      0,
      """
      int main(void) {
        int signals[6] = { SIGABRT, SIGSEGV, SIGFPE, SIGTERM, SIGKILL, SIGUSR1 };
        for (int i = 0; i < 24; i++) {
          int number = signals[i % 6], status;
          volatile int zero = 0;
          pid_t child = fork();
          if (child == 0) {
            if (i % 6 == 0)
              abort();
            if (i % 6 == 1)
              *(int *)8 = 1;
            if (i % 6 == 2)
              exit(i / zero);
            for (;;)
              if (i % 4 == 0)
                pause();
          }
          if (i % 6 > 2)
            kill(child, number);
          if (waitpid(child, &status, 0) != child || !WIFSIGNALED(status) || WTERMSIG(status) != number)
            return 1;
        }
        return 42;
      }
      """),
  EXECUTING(
      16,
      8 * 3,
      """
      int main(void) {
        for (int i = 0; i < 16; i++) {
          if (fork() == 0) {
            char *echo[] = { "echo", "hi", NULL };
            char *no[] = { "false", NULL };
            execve(i % 2 ? "/bin/echo" : "/bin/false", i % 2 ? echo : no, environ);
            exit(9);
          }
        }
        int status, sum = 0;
        while (wait(&status) > 0)
          sum += WEXITSTATUS(status);
        return sum == 8 ? 42 : 1;
      }
      """),
  RACING(
      60,
      0,
      """
      static int work(int n) { int sum = 0; for (int i = 0; i < n; i++) sum += i; return sum; }
      int main(void) {
        int left = 0;
        for (int i = 0; i < 30; i++) {
          if (fork() == 0) {
            work(i * 300);
            if (fork() == 0) {
              work(3000 - i * 50);
              exit(0);
            }
            work(1000);
            exit(0);
          }
          work(i * 100);
          while (waitpid(-1, NULL, WNOHANG) > 0)
            left++;
        }
        while (wait(NULL) > 0)
          left++;
        return left == 30 ? 42 : 1;
      }
      """),
  /** One forks while 2 to 8 others lock, allocate, print, start and end further ones. */
  AMONG_THREADS(
      40,
      0,
      """
      static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
      static pthread_cond_t more = PTHREAD_COND_INITIALIZER;
      static atomic_int over;
      static long count;
      static FILE *nowhere;
      static void *brief(void *value) {
        pthread_mutex_lock(&lock);
        count++;
        pthread_cond_signal(&more);
        pthread_mutex_unlock(&lock);
        return value;
      }
      static void *busy(void *value) {
        while (!over) {
          pthread_t thread;
          void *same;
          char *room = malloc(100 + count % 1000);
          if (pthread_create(&thread, NULL, brief, value) == 0)
            pthread_join(thread, &same);
          fprintf(nowhere, "%ld", count);
          free(room);
        }
        return NULL;
      }
      int main(void) {
        pthread_t threads[8];
        nowhere = fopen("/dev/null", "w");
        for (int round = 0; round < 4; round++) {
          int number = 2 * (round + 1);
          over = 0;
          for (int i = 0; i < number; i++)
            pthread_create(&threads[i], NULL, busy, &threads[i]);
          for (int i = 0; i < 10; i++) {
            pthread_mutex_lock(&lock);
            pthread_cond_wait(&more, &lock);
            pthread_mutex_unlock(&lock);
            pid_t child = fork();
            if (child == 0) {
              char *room = malloc(1000);
              pthread_t thread;
              pthread_mutex_t own = PTHREAD_MUTEX_INITIALIZER;
              pthread_mutex_lock(&own);
              fprintf(nowhere, "%d", snprintf(room, 1000, "%d", i));
              free(room);
              lock = own;
              pthread_mutex_unlock(&lock);
              if (i % 3 == 0 && (pthread_create(&thread, NULL, brief, NULL) != 0 || pthread_join(thread, NULL) != 0))
                _exit(99);
              _exit(i);
            }
            if (ended(child) != i)
              return 1;
          }
          over = 1;
          for (int i = 0; i < number; i++)
            pthread_join(threads[i], NULL);
        }
        return 42;
      }
      """),
  /** Several fork at the same time, each its own. */
  FORKING_THREADS(
      48,
      0,
      """
      static void *parent(void *value) {
        long good = 0;
        for (int i = 0; i < 8; i++) {
          pid_t child = fork();
          if (child == 0) {
            free(malloc(100));
            _exit((long)value * 8 + i);
          }
          good += ended(child) == (long)value * 8 + i;
        }
        return (void *)good;
      }
      int main(void) {
        pthread_t threads[6];
        long good = 0;
        for (long i = 0; i < 6; i++)
          pthread_create(&threads[i], NULL, parent, (void *)i);
        for (int i = 0; i < 6; i++) {
          void *value;
          pthread_join(threads[i], &value);
          good += (long)value;
        }
        return good == 48 ? 42 : 1;
      }
      """),
  /** Everything so often that a JVM which still could would compile it, in the children too. */
  LIVELY(
      6,
      0,
      """
      static int number(const void *a, const void *b) { return *(int *)a - *(int *)b; }
      static int live(int rounds) {
        char text[200], copy[200];
        int ends[2], a, b, sum = 0;
        double d;
        pipe(ends);
        for (int i = 0; i < rounds; i++) {
          int all[5] = { i, 3, i % 7, 1, 9 };
          sum += getpid() > 0;
          sum += getppid() >= 0;
          sum += kill(getpid(), 0) == 0;
          sum += waitpid(-1, NULL, WNOHANG) <= 0;
          sum += snprintf(text, sizeof text, "%5d %-8x %lo %+.3f %e %g %s %c %p %%", i, i, (long)i, i / 3.0,
                          i * 1e9, i / 7.0, "word", 'c', (void *)text) > 0;
          sum += sscanf("12 0x1f 2.5 word", "%d %x %lf %s", &a, &b, &d, copy) == 4;
          sum += write(ends[1], text, 10) == 10;
          sum += read(ends[0], copy, 10) == 10;
          qsort(all, 5, sizeof *all, number);
          char *p = strdup(text);
          p = realloc(p, 300 + i % 50);
          strcat(p, copy);
          sum += strchr(p, 'w') != NULL && strstr(p, "word") != NULL && strcmp(p, copy) != 0;
          sum += strtol("077", NULL, 0) == 63 && strtod("1.5e3", NULL) == 1500 && atoi("42") == 42;
          sum += strlen(strerror(i % 30)) > 0 && memcmp(p, text, 5) == 0;
          free(p);
          sum += *(char *)memchr(text, ' ', 20) == ' ' && toupper('a') == 'A' && abs(-i) == i;
          sum += getenv("NOT_THERE") == NULL && isatty(ends[0]) == 0 && close(-1) == -1;
          sum += lseek(ends[0], 0, SEEK_CUR) == -1 && access("/", F_OK) == 0;
          usleep(0);
          if (i % 100 == 0 && i > 0 && i < 300 && rounds == 400) {
            pid_t child = fork();
            if (child == 0)
              exit(live(300) == 300 * 14 ? 7 : 8);
            if (ended(child) != 7)
              return -1;
          }
        }
        close(ends[0]);
        close(ends[1]);
        return sum;
      }
      int main(void) {
        pid_t a = fork();
        if (a == 0)
          exit(live(400) == 400 * 14 ? 5 : 6);
        pid_t b = fork();
        if (b == 0)
          exit(live(400) == 400 * 14 ? 5 : 6);
        return ended(a) == 5 && ended(b) == 5 && live(50) == 50 * 14 ? 42 : 1;
      }
      """);

  private static final String HEAD =
      """
      #include <ctype.h>
      #include <errno.h>
      #include <pthread.h>
      #include <signal.h>
      #include <stdatomic.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <sys/wait.h>
      #include <unistd.h>
      extern char **environ;
      static int ended(pid_t child) {
        int status;
        if (waitpid(child, &status, 0) != child || !WIFEXITED(status))
          _exit(1);
        return WEXITSTATUS(status);
      }
      """;

  private final int forks;
  private final int bytes;
  private final String body;

  ForkShape(int forks, int bytes, String body) {
    this.forks = forks;
    this.bytes = bytes;
    this.body = body;
  }

  int forks() {
    return forks;
  }

  int bytes() {
    return bytes;
  }

  String program() {
    return HEAD + body;
  }
}
