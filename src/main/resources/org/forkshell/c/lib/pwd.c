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
