#include <limits.h>
#include <grp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *__groups;
static char __group_line[4096];
static char *__members[256];
static struct group __group;

void setgrent(void) {
    if (__groups)
        rewind(__groups);
}

void endgrent(void) {
    if (__groups)
        fclose(__groups);
    __groups = NULL;
}

static void __split_members(char *names) {
    int count = 0;
    while (names && *names && count < 255)
        __members[count++] = strsep(&names, ",");
    __members[count] = NULL;
}

struct group *getgrent(void) {
    if (!__groups)
        __groups = fopen("/etc/group", "re");
    while (__groups && fgets(__group_line, sizeof __group_line, __groups)) {
        char *parts[4];
        char *rest = __group_line;
        int i;
        __group_line[strcspn(__group_line, "\n")] = 0;
        for (i = 0; i < 4; i++)
            parts[i] = strsep(&rest, ":");
        if (!parts[3])
            continue;
        __split_members(parts[3]);
        __group.gr_name = parts[0];
        __group.gr_passwd = parts[1];
        __group.gr_gid = atoi(parts[2]);
        __group.gr_mem = __members;
        return &__group;
    }
    return NULL;
}

struct group *getgrgid(gid_t group) {
    struct group *entry;
    endgrent();
    while ((entry = getgrent()) && entry->gr_gid != group)
        ;
    endgrent();
    return entry;
}

struct group *getgrnam(const char *name) {
    struct group *entry;
    endgrent();
    while ((entry = getgrent()) && strcmp(entry->gr_name, name) != 0)
        ;
    endgrent();
    return entry;
}

int setgroups(size_t count, const gid_t *list) {
    return __setgroups(count, list);
}

/* The group given, and those that /etc/group says the user belongs to. */
int initgroups(const char *user, gid_t group) {
    gid_t list[NGROUPS_MAX];
    struct group *entry;
    size_t count = 1;
    list[0] = group;
    setgrent();
    while (count < NGROUPS_MAX && (entry = getgrent())) {
        char **member;
        for (member = entry->gr_mem; *member; member++) {
            if (strcmp(*member, user) == 0 && entry->gr_gid != group) {
                list[count++] = entry->gr_gid;
                break;
            }
        }
    }
    endgrent();
    return setgroups(count, list);
}
