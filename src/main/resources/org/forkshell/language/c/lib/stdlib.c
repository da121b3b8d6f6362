#include <bits/terminal.h>
#include <bits/actions.h>
#include <bits/heap.h>
#include <bits/shell.h>
#include <bits/stream.h>
#include <bits/temporary.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

__system void __raise_default(int signal);

/* What exit is to call, the last registered first. */
struct __handler {
    struct __handler *next;
    void (*plain)(void);
    void (*with_status)(int, void *);
    void *argument;
};
static struct __handler *__handlers;
static struct __handler __first_handlers[32];
static int __handlers_used;

static struct __handler *__new_handler(void) {
    struct __handler *handler;
    if (__handlers_used < 32)
        handler = &__first_handlers[__handlers_used++];
    else
        handler = malloc(sizeof *handler);
    if (handler) {
        handler->plain = NULL;
        handler->next = __handlers;
        __handlers = handler;
    }
    return handler;
}

int atexit(void (*plain)(void)) {
    struct __handler *handler = __new_handler();
    if (!handler)
        return -1;
    handler->plain = plain;
    return 0;
}

int on_exit(void (*with_status)(int, void *), void *argument) {
    struct __handler *handler = __new_handler();
    if (!handler)
        return -1;
    handler->with_status = with_status;
    handler->argument = argument;
    return 0;
}

void exit(int status) {
    while (__handlers) {
        struct __handler *handler = __handlers;
        __handlers = handler->next;
        if (handler->plain)
            handler->plain();
        else
            handler->with_status(status, handler->argument);
    }
    __close_down();
    _exit(status);
}

void _Exit(int status) {
    _exit(status);
}

static void (*__quick_handlers[32])(void);
static int __quick_handlers_used;

int at_quick_exit(void (*handler)(void)) {
    if (__quick_handlers_used == 32)
        return -1;
    __quick_handlers[__quick_handlers_used++] = handler;
    return 0;
}

void quick_exit(int status) {
    while (__quick_handlers_used > 0)
        __quick_handlers[--__quick_handlers_used]();
    _exit(status);
}

/* A handler may run first; who returns from it, or ignores the signal, is ended all the same. */
void abort(void) {
    unsigned long set = 1ul << (SIGABRT - 1);
    struct __action action;
    __sigprocmask(SIG_UNBLOCK, &set, NULL);
    if (__sigaction(SIGABRT, NULL, &action) == 0 && action.handler > 1)
        raise(SIGABRT);
    __raise_default(SIGABRT);
}


void free(void *block) {
    if (block) {
        int problem = __release(block);
        if (problem)
            __heap_is_broken(problem);
    }
}

void *realloc(void *block, size_t size) {
    void *result;
    if (!block)
        return malloc(size);
    if (size == 0) {
        free(block);
        return NULL;
    }
    result = __resize(block, size);
    if (result == (void *)-1)
        __heap_is_broken(_RESIZE_INVALID);
    return result;
}

void *reallocarray(void *block, size_t count, size_t size) {
    if (size && count > (size_t)-1 / size) {
        errno = ENOMEM;
        return NULL;
    }
    return realloc(block, count * size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
    int error = errno;
    void *result;
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & alignment - 1) != 0)
        return EINVAL;
    result = aligned_alloc(alignment, size);
    errno = error;
    if (!result)
        return ENOMEM;
    *block = result;
    return 0;
}

void *valloc(size_t size) {
    return aligned_alloc(4096, size);
}

int abs(int n) {
    return n < 0 ? -n : n;
}

long labs(long n) {
    return n < 0 ? -n : n;
}

long long llabs(long long n) {
    return n < 0 ? -n : n;
}

div_t div(int n, int by) {
    div_t result;
    result.quot = n / by;
    result.rem = n % by;
    return result;
}

ldiv_t ldiv(long n, long by) {
    ldiv_t result;
    result.quot = n / by;
    result.rem = n % by;
    return result;
}

lldiv_t lldiv(long long n, long long by) {
    lldiv_t result;
    result.quot = n / by;
    result.rem = n % by;
    return result;
}

/* The generator x(i) = x(i-3) + x(i-31), as rand(3) has been since 1983. */
static unsigned __random_state[31];
static int __random_front;
static int __random_rear;
static int __random_seeded;

void srandom(unsigned seed) {
    int word = seed == 0 ? 1 : (int)seed;
    int i;
    __random_state[0] = word;
    for (i = 1; i < 31; i++) {
        word = (int)(16807l * word % 2147483647);
        if (word < 0)
            word += 2147483647;
        __random_state[i] = word;
    }
    __random_front = 3;
    __random_rear = 0;
    __random_seeded = 1;
    for (i = 0; i < 310; i++)
        random();
}

long random(void) {
    unsigned sum;
    if (!__random_seeded)
        srandom(1);
    sum = __random_state[__random_front] += __random_state[__random_rear];
    if (++__random_front == 31)
        __random_front = 0;
    if (++__random_rear == 31)
        __random_rear = 0;
    return sum >> 1;
}

int rand(void) {
    return (int)random();
}

void srand(unsigned seed) {
    srandom(seed);
}

int rand_r(unsigned *seed) {
    unsigned next = *seed * 1103515245u + 12345u;
    unsigned result = next / 65536 % 2048;
    next = next * 1103515245u + 12345u;
    result = result << 10 ^ next / 65536 % 1024;
    next = next * 1103515245u + 12345u;
    result = result << 10 ^ next / 65536 % 1024;
    *seed = next;
    return result;
}

/* The generators of 48 bits, as POSIX defines them. */
static unsigned short __state48[3];

static unsigned long __next48(unsigned short state[3]) {
    unsigned long x = (unsigned long)state[2] << 32 | (unsigned long)state[1] << 16 | state[0];
    x = x * 0x5deece66dul + 11 & 0xfffffffffffful;
    state[0] = x;
    state[1] = x >> 16;
    state[2] = x >> 32;
    return x;
}

void srand48(long seed) {
    __state48[0] = 0x330e;
    __state48[1] = seed;
    __state48[2] = seed >> 16;
}

double erand48(unsigned short state[3]) {
    return (double)(long)__next48(state) / 281474976710656.0;
}

double drand48(void) {
    return erand48(__state48);
}

long nrand48(unsigned short state[3]) {
    return __next48(state) >> 17;
}

long lrand48(void) {
    return nrand48(__state48);
}

long mrand48(void) {
    return (int)(__next48(__state48) >> 16);
}

/* Merge sort with the same comparisons in the same order as glibc's. */
static void __merge_sort(char *base, size_t count, size_t size, int (*compare)(const void *, const void *, void *), void *argument, char *spare) {
    size_t left = count / 2;
    size_t right = count - left;
    char *a = base;
    char *b = base + left * size;
    char *to = spare;
    if (count <= 1)
        return;
    __merge_sort(a, left, size, compare, argument, spare);
    __merge_sort(b, right, size, compare, argument, spare);
    while (left > 0 && right > 0) {
        if (compare(a, b, argument) <= 0) {
            memcpy(to, a, size);
            a += size;
            left--;
        } else {
            memcpy(to, b, size);
            b += size;
            right--;
        }
        to += size;
    }
    if (left > 0)
        memcpy(to, a, left * size);
    memcpy(base, spare, (count - right) * size);
}

void qsort_r(void *base, size_t count, size_t size, int (*compare)(const void *, const void *, void *), void *argument) {
    char few[1024];
    char *spare = few;
    if (count < 2 || size == 0)
        return;
    if (count * size > sizeof few) {
        spare = malloc(count * size);
        if (!spare)
            return;
    }
    __merge_sort(base, count, size, compare, argument, spare);
    if (spare != few)
        free(spare);
}

static int __compare_plainly(const void *a, const void *b, void *compare) {
    return ((int (*)(const void *, const void *))compare)(a, b);
}

void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *)) {
    qsort_r(base, count, size, __compare_plainly, (void *)compare);
}

void *bsearch(const void *key, const void *base, size_t count, size_t size, int (*compare)(const void *, const void *)) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const void *item = (const char *)base + middle * size;
        int order = compare(key, item);
        if (order < 0)
            high = middle;
        else if (order > 0)
            low = middle + 1;
        else
            return (void *)item;
    }
    return NULL;
}

char *getenv(const char *name) {
    size_t length = strlen(name);
    char **entry;
    if (length == 0)
        return NULL;
    for (entry = environ; entry && *entry; entry++) {
        if (strncmp(*entry, name, length) == 0 && (*entry)[length] == '=')
            return *entry + length + 1;
    }
    return NULL;
}

char *secure_getenv(const char *name) {
    return getenv(name);
}

/* The array that environ names once it had to grow. */
static char **__own_environ;

static int __set_entry(char *assignment, size_t length, int overwrite) {
    char **entry;
    char **larger;
    size_t count = 0;
    for (entry = environ; entry && *entry; entry++) {
        if (strncmp(*entry, assignment, length) == 0 && (*entry)[length] == '=') {
            if (overwrite)
                *entry = assignment;
            return 0;
        }
        count++;
    }
    larger = realloc(environ == __own_environ ? __own_environ : NULL, (count + 2) * sizeof(char *));
    if (!larger)
        return -1;
    if (environ != __own_environ && count > 0)
        memcpy(larger, environ, count * sizeof(char *));
    larger[count] = assignment;
    larger[count + 1] = NULL;
    environ = __own_environ = larger;
    return 0;
}

int setenv(const char *name, const char *value, int overwrite) {
    size_t length;
    char *assignment;
    if (!name || !*name || strchr(name, '=')) {
        errno = EINVAL;
        return -1;
    }
    if (!overwrite && getenv(name))
        return 0;
    length = strlen(name);
    assignment = malloc(length + strlen(value) + 2);
    if (!assignment)
        return -1;
    memcpy(assignment, name, length);
    assignment[length] = '=';
    strcpy(assignment + length + 1, value);
    return __set_entry(assignment, length, 1);
}

int unsetenv(const char *name) {
    size_t length;
    char **entry;
    char **to;
    if (!name || !*name || strchr(name, '=')) {
        errno = EINVAL;
        return -1;
    }
    length = strlen(name);
    if (environ) {
        for (entry = to = environ; *entry; entry++) {
            if (strncmp(*entry, name, length) != 0 || (*entry)[length] != '=')
                *to++ = *entry;
        }
        *to = NULL;
    }
    return 0;
}

int putenv(char *assignment) {
    char *sign = strchr(assignment, '=');
    if (!sign)
        return unsetenv(assignment);
    return __set_entry(assignment, sign - assignment, 1);
}

int clearenv(void) {
    environ = NULL;
    return 0;
}

int system(const char *command) {
    return __run_shell(command);
}

int mkstemp(char *name) {
    return __make_temporary(name, 0, _A_FILE, 0);
}

int mkstemps(char *name, int kept) {
    return __make_temporary(name, kept, _A_FILE, 0);
}

int mkostemp(char *name, int flags) {
    return __make_temporary(name, 0, _A_FILE, flags);
}

char *mkdtemp(char *name) {
    return __make_temporary(name, 0, _A_DIRECTORY, 0) < 0 ? NULL : name;
}

char *mktemp(char *name) {
    if (__make_temporary(name, 0, _A_NAME, 0) < 0)
        *name = 0;
    return name;
}

/* The kernel finds the way to what a path means; it is asked for the name of what it found. */
char *realpath(const char *path, char *to) {
    char found[PATH_MAX];
    char link[32];
    int fd;
    ssize_t length;
    if (!path) {
        errno = EINVAL;
        return NULL;
    }
    fd = __open(path, O_PATH | O_CLOEXEC, 0);
    if (fd < 0)
        return NULL;
    sprintf(link, "/proc/self/fd/%d", fd);
    length = readlink(link, found, sizeof found - 1);
    close(fd);
    if (length < 0)
        return NULL;
    found[length] = 0;
    return to ? strcpy(to, found) : strdup(found);
}

long jrand48(unsigned short state[3]) {
    return (int)(__next48(state) >> 16);
}

unsigned short *seed48(unsigned short seed[3]) {
    static unsigned short before[3];
    memcpy(before, __state48, sizeof before);
    memcpy(__state48, seed, sizeof __state48);
    return before;
}

void arc4random_buf(void *to, size_t count) {
    int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    char *at = to;
    while (count > 0) {
        ssize_t done = fd < 0 ? -1 : read(fd, at, count);
        if (done <= 0)
            abort();
        at += done;
        count -= done;
    }
    close(fd);
}

unsigned arc4random(void) {
    unsigned value;
    arc4random_buf(&value, sizeof value);
    return value;
}

/* Without the first values, of which some remainders would have one more than others. */
unsigned arc4random_uniform(unsigned bound) {
    unsigned value;
    if (bound < 2)
        return 0;
    do
        value = arc4random();
    while (value < -bound % bound);
    return value % bound;
}

static const char __digits64[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

long a64l(const char *text) {
    unsigned value = 0;
    int i;
    for (i = 0; i < 6 && text[i]; i++) {
        const char *digit = strchr(__digits64, text[i]);
        if (!digit)
            break;
        value |= (unsigned)(digit - __digits64) << 6 * i;
    }
    return (int)value;
}

char *l64a(long value) {
    static char text[7];
    unsigned rest = value;
    int i;
    for (i = 0; rest > 0; i++) {
        text[i] = __digits64[rest & 63];
        rest >>= 6;
    }
    text[i] = 0;
    return text;
}

/* The digits alone of what printf shows; where the point is. */
static char *__digits_of(char *text, int *point) {
    char *from = text;
    char *to = text;
    int seen = 0;
    *point = 0;
    if (*from == '-')
        from++;
    for (; *from && *from != 'e'; from++) {
        if (*from == '.') {
            seen = 1;
            continue;
        }
        if (!seen)
            ++*point;
        *to++ = *from;
    }
    if (*from == 'e')
        *point += atoi(from + 1);
    *to = 0;
    return text;
}

static char __converted[400];

char *ecvt(double x, int digits, int *point, int *sign) {
    *sign = x < 0;
    if (digits > 17)
        digits = 17;
    if (digits <= 0) {
        *point = 0;
        *__converted = 0;
        return __converted;
    }
    sprintf(__converted, "%.*e", digits - 1, x);
    __digits_of(__converted, point);
    if (x == 0)
        *point = 1;
    return __converted;
}

char *fcvt(double x, int digits, int *point, int *sign) {
    char *text = __converted;
    *sign = x < 0;
    snprintf(__converted, sizeof __converted, "%.*f", digits < 0 ? 0 : digits, x);
    __digits_of(__converted, point);
    if (x != 0 && *text == '0') {
        /* Zeros after the point are told by where it is. */
        *point = 0;
        while (*++text == '0')
            --*point;
    }
    return text;
}

char *gcvt(double x, int digits, char *to) {
    sprintf(to, "%.*g", digits > 17 ? 17 : digits, x);
    return to;
}

/* There is the C locale only: a byte is a character. */
int mbtowc(wchar_t *to, const char *text, size_t count) {
    if (!text)
        return 0;
    if (count == 0)
        return -1;
    if (*text < 0) {
        errno = EILSEQ;
        return -1;
    }
    if (to)
        *to = *text;
    return *text != 0;
}

int mblen(const char *text, size_t count) {
    return mbtowc(NULL, text, count);
}

int wctomb(char *to, wchar_t c) {
    if (!to)
        return 0;
    if (c < 0 || c > 127) {
        errno = EILSEQ;
        return -1;
    }
    *to = c;
    return 1;
}

size_t mbstowcs(wchar_t *to, const char *from, size_t most) {
    size_t done;
    for (done = 0; !to || done < most; done++) {
        wchar_t c;
        if (mbtowc(&c, from + done, 1) < 0)
            return -1;
        if (to)
            to[done] = c;
        if (!c)
            break;
    }
    return done;
}

size_t wcstombs(char *to, const wchar_t *from, size_t most) {
    size_t done;
    for (done = 0; !to || done < most; done++) {
        char c;
        if (wctomb(&c, from[done]) < 0)
            return -1;
        if (to)
            to[done] = c;
        if (!c)
            break;
    }
    return done;
}

int mkostemps(char *name, int kept, int flags) {
    return __make_temporary(name, kept, _A_FILE, flags);
}

int getsubopt(char **options, char *const *known, char **value) {
    char *option = *options;
    char *end = option + strcspn(option, ",");
    char *equals;
    int i;
    if (!*option)
        return -1;
    *options = *end ? end + 1 : end;
    *end = 0;
    equals = strchr(option, '=');
    for (i = 0; known[i]; i++) {
        size_t length = equals ? equals - option : strlen(option);
        if (strncmp(option, known[i], length) == 0 && !known[i][length]) {
            *value = equals ? equals + 1 : NULL;
            return i;
        }
    }
    *value = option;
    return -1;
}

int rpmatch(const char *answer) {
    return *answer == 'y' || *answer == 'Y' ? 1 : *answer == 'n' || *answer == 'N' ? 0 : -1;
}

int getloadavg(double averages[], int count) {
    FILE *stream = fopen("/proc/loadavg", "re");
    int i;
    if (!stream)
        return -1;
    for (i = 0; i < count && i < 3; i++) {
        if (fscanf(stream, "%lf", &averages[i]) != 1)
            break;
    }
    fclose(stream);
    return i;
}

long long strtoq(const char *text, char **end, int base) {
    return strtol(text, end, base);
}

unsigned long long strtouq(const char *text, char **end, int base) {
    return strtoul(text, end, base);
}

int posix_openpt(int flags) {
    return __open("/dev/ptmx", flags, 0);
}

int getpt(void) {
    return posix_openpt(O_RDWR);
}

/* The kernel gives the right owner by itself. */
int grantpt(int fd) {
    int number;
    return __ioctl(fd, TIOCGPTN, (long)&number);
}

int unlockpt(int fd) {
    int locked = 0;
    return __ioctl(fd, TIOCSPTLCK, (long)&locked);
}

int ptsname_r(int fd, char *name, size_t size) {
    char path[32];
    int number;
    if (__ioctl(fd, TIOCGPTN, (long)&number) < 0)
        return errno;
    sprintf(path, "/dev/pts/%d", number);
    if (strlen(path) >= size)
        return errno = ERANGE;
    strcpy(name, path);
    return 0;
}

static char __pts_name[32];

char *ptsname(int fd) {
    return ptsname_r(fd, __pts_name, sizeof __pts_name) ? NULL : __pts_name;
}
