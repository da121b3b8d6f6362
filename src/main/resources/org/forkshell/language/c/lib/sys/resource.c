#include <sys/resource.h>

int prlimit(pid_t pid, int resource, const struct rlimit *limit, struct rlimit *old) {
    return __prlimit(pid, resource, limit, old);
}
