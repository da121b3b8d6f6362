/* What the rows of calls.txt may use; each row runs in processes of its own. */
static char text[256] = "some text", other[256] = "text", room[16384];
static int n, status, fds[2], values[8] = {3, 1, 2, 5, 4, 0, 7, 6};
static long l, two[2], five[5], three[3] = {0, 0, 0};
static double x = 0.75, y = 2.5;
static float e = 0.75f;
static char *end, *line;
static size_t size;
static void *p;
static FILE *f;
static struct stat st;
static struct tm parts;
static time_t moment = 1700000000;
static sigset_t set, old;
static siginfo_t info;
static struct timespec soon = {0, 1000000}, at_once = {0, 0};
static struct timeval no_time = {0, 0};
static struct sockaddr_un place;
static socklen_t length;
static char *words[] = {"prog", "-a", "-b", "value", "rest", NULL};
static char *echo[] = {"sh", "-c", "exit 7", NULL};
static char *environment[] = {"PATH=/usr/bin:/bin", NULL};
static jmp_buf here;
static sigjmp_buf there;
static sem_t semaphore;
static wchar_t wide[32] = {97, 98, 99, 0};
static double averages[3];
static struct termios modes;
static posix_spawnattr_t spawned;
static posix_spawn_file_actions_t actions;
static struct sched_param priority;
static cpu_set_t processors;
static struct iovec piece = {room, 10};
static struct msghdr message = {NULL, 0, &piece, 1};
static struct epoll_event happening;
static struct itimerspec times_left;

static pthread_t thread;
static pthread_attr_t attributes;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutexattr_t kind;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static pthread_condattr_t how;
static pthread_rwlock_t readers = PTHREAD_RWLOCK_INITIALIZER;
static pthread_rwlockattr_t order;
static pthread_barrier_t barrier;
static pthread_barrierattr_t meeting_kind;
static pthread_spinlock_t spin;
static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *worker(void *given) { free(malloc(100)); printf("%d\n", n); return given; }
static int started(void *given) { return 3; }
static void *sleeper(void *given) { sleep(1000); return given; }
static void *waker(void *given) { pthread_mutex_lock(&mutex); pthread_cond_signal(&condition); pthread_mutex_unlock(&mutex); return given; }
static void *meeting(void *given) { pthread_barrier_wait(&barrier); return given; }

static int smaller(const void *a, const void *b) { return *(int *)a - *(int *)b; }
static int smaller_with(const void *a, const void *b, void *with) { return *(int *)a - *(int *)b; }
static void farewell(void) { write(1, "bye\n", 4); }
static void farewell_with(int status, void *with) { write(1, "bye\n", 4); }
static int cloned(void *with) { return 7; }
static void caught(int signal) { n = signal; }

static int visited(const char *path, const struct stat *status, int kind) { return 0; }
static int visited_at(const char *path, const struct stat *status, int kind, struct FTW *where) { return 0; }
static ssize_t swallow(void *cookie, const char *bytes, size_t count) { return count; }

/* A name below /tmp that no other process has. */
static char *fresh(void) {
  static char name[64];
  static int count;
  snprintf(name, sizeof name, "/tmp/forkshell-calls-%d-%d", getpid(), count++);
  return name;
}

/* A stream on a file that is gone when it is closed, with two lines in it. */
static FILE *lines(void) {
  FILE *stream = tmpfile();
  fputs("12 word 2.5\nsecond\n", stream);
  rewind(stream);
  return stream;
}

/* Functions that take a va_list. */
static void spread(const char *which, FILE *stream, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  if (!strcmp(which, "vprintf")) vprintf(format, arguments);
  else if (!strcmp(which, "vfprintf")) vfprintf(stream, format, arguments);
  else if (!strcmp(which, "vdprintf")) vdprintf(1, format, arguments);
  else if (!strcmp(which, "vsprintf")) vsprintf(room, format, arguments);
  else if (!strcmp(which, "vsnprintf")) vsnprintf(room, 5, format, arguments);
  else if (!strcmp(which, "vasprintf")) vasprintf(&line, format, arguments);
  else if (!strcmp(which, "vscanf")) vscanf(format, arguments);
  else if (!strcmp(which, "vfscanf")) vfscanf(stream, format, arguments);
  else if (!strcmp(which, "vsscanf")) vsscanf("12 word", format, arguments);
  else if (!strcmp(which, "vsyslog")) vsyslog(LOG_DEBUG, format, arguments);
  else if (!strcmp(which, "vwarn")) vwarn(format, arguments);
  else if (!strcmp(which, "vwarnx")) vwarnx(format, arguments);
  else if (!strcmp(which, "verr")) verr(3, format, arguments);
  else if (!strcmp(which, "verrx")) verrx(3, format, arguments);
  else abort();
  va_end(arguments);
}
