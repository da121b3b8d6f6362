#include <bits/shm.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

int __shm_path(const char *prefix, const char *name, char *to, size_t size) {
    while (*name == '/')
        name++;
    if (!*name || strchr(name, '/') || strlen(name) + strlen(prefix) > NAME_MAX) {
        errno = EINVAL;
        return -1;
    }
    snprintf(to, size, "/dev/shm/%s%s", prefix, name);
    return 0;
}
