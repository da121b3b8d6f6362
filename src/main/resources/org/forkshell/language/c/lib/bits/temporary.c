/* Names that nobody has yet. */
#include <bits/files.h>
#include <bits/temporary.h>
#include <bits/time.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static unsigned long __chance;

static void __put_letters(char *to) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    long now[2];
    unsigned long value;
    int i;
    __clock(0, now);
    __chance = (__chance + now[0] * 1000000007 + now[1] + getpid()) * 6364136223846793005ul + 1442695040888963407ul;
    value = __chance >> 16;
    for (i = 0; i < 6; i++) {
        to[i] = letters[value % 62];
        value /= 62;
    }
}

int __make_temporary(char *name, int kept, int kind, int flags) {
    size_t length = strlen(name);
    char *letters = name + length - kept - 6;
    int before = errno;
    int tries;
    if (kept < 0 || length < kept + 6ul || strncmp(letters, "XXXXXX", 6) != 0) {
        errno = EINVAL;
        return -1;
    }
    for (tries = 0; tries < 10000; tries++) {
        int made;
        struct stat there;
        __put_letters(letters);
        if (kind == _A_FILE)
            made = __open(name, flags & ~O_ACCMODE | O_RDWR | O_CREAT | O_EXCL, 0600);
        else if (kind == _A_DIRECTORY)
            made = mkdir(name, 0700);
        else if (lstat(name, &there) == 0)
            continue;
        else
            made = errno == ENOENT ? 0 : -1;
        if (made >= 0) {
            errno = before;
            return made;
        }
        if (errno != EEXIST)
            return -1;
    }
    return -1;
}

FILE *__temporary_stream(void) {
    char name[] = "/tmp/tmpfXXXXXX";
    int fd = __make_temporary(name, 0, _A_FILE, 0);
    if (fd < 0)
        return NULL;
    unlink(name);
    return __stream_on(fd, "w+");
}

char *__temporary_name(char *to) {
    strcpy(to, "/tmp/fileXXXXXX");
    return __make_temporary(to, 0, _A_NAME, 0) < 0 ? NULL : to;
}

/* TMPDIR, the folder that is asked for, or /tmp: the first that there is. */
char *__temporary_name_in(const char *folder, const char *prefix) {
    const char *wish = getenv("TMPDIR");
    char *name;
    if (!wish || access(wish, F_OK) < 0)
        wish = folder && access(folder, F_OK) == 0 ? folder : "/tmp";
    if (asprintf(&name, "%s/%.5sXXXXXX", wish, prefix ? prefix : "file") < 0)
        return NULL;
    if (__make_temporary(name, 0, _A_NAME, 0) < 0) {
        free(name);
        return NULL;
    }
    return name;
}
