#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *__users;
static char __line[1024];
static struct passwd __entry;

void setpwent(void) {
    if (__users)
        rewind(__users);
}

void endpwent(void) {
    if (__users)
        fclose(__users);
    __users = NULL;
}

struct passwd *getpwent(void) {
    if (!__users)
        __users = fopen("/etc/passwd", "re");
    while (__users && fgets(__line, sizeof __line, __users)) {
        char *parts[7];
        char *rest = __line;
        int i;
        __line[strcspn(__line, "\n")] = 0;
        for (i = 0; i < 7; i++)
            parts[i] = strsep(&rest, ":");
        if (!parts[6])
            continue;
        __entry.pw_name = parts[0];
        __entry.pw_passwd = parts[1];
        __entry.pw_uid = atoi(parts[2]);
        __entry.pw_gid = atoi(parts[3]);
        __entry.pw_gecos = parts[4];
        __entry.pw_dir = parts[5];
        __entry.pw_shell = parts[6];
        return &__entry;
    }
    return NULL;
}

struct passwd *getpwuid(uid_t user) {
    struct passwd *entry;
    endpwent();
    while ((entry = getpwent()) && entry->pw_uid != user)
        ;
    endpwent();
    return entry;
}

struct passwd *getpwnam(const char *name) {
    struct passwd *entry;
    endpwent();
    while ((entry = getpwent()) && strcmp(entry->pw_name, name) != 0)
        ;
    endpwent();
    return entry;
}

/* The texts of an entry, put into the caller's bytes. */
static int __keep(struct passwd *found, struct passwd *entry, char *bytes, size_t size, struct passwd **result) {
    char **from[5], **to[5];
    int i;
    *result = NULL;
    if (!found)
        return 0;
    *entry = *found;
    from[0] = &found->pw_name, to[0] = &entry->pw_name;
    from[1] = &found->pw_passwd, to[1] = &entry->pw_passwd;
    from[2] = &found->pw_gecos, to[2] = &entry->pw_gecos;
    from[3] = &found->pw_dir, to[3] = &entry->pw_dir;
    from[4] = &found->pw_shell, to[4] = &entry->pw_shell;
    for (i = 0; i < 5; i++) {
        size_t length = strlen(*from[i]) + 1;
        if (length > size)
            return ERANGE;
        *to[i] = memcpy(bytes, *from[i], length);
        bytes += length;
        size -= length;
    }
    *result = entry;
    return 0;
}

int getpwuid_r(uid_t user, struct passwd *entry, char *bytes, size_t size, struct passwd **result) {
    return __keep(getpwuid(user), entry, bytes, size, result);
}

int getpwnam_r(const char *name, struct passwd *entry, char *bytes, size_t size, struct passwd **result) {
    return __keep(getpwnam(name), entry, bytes, size, result);
}
