// shows: limits, priority, names of the machine and of the user

#include <errno.h>
#include <pwd.h>
#include <grp.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

int main(void)
{
    struct rlimit limit;
    struct rusage usage;
    struct utsname names;
    char host[256];
    int nice_value;

    getrlimit(RLIMIT_STACK, &limit);
    printf("%lu\n", (unsigned long)limit.rlim_cur);
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = 100;
    printf("%d\n", setrlimit(RLIMIT_NOFILE, &limit));
    printf("%ld %d\n", sysconf(_SC_OPEN_MAX), getdtablesize());
    // Who runs the test may be a reniced process: the expectations hold for any nice value.
    nice_value = getpriority(PRIO_PROCESS, 0) + 5;
    printf("%d\n", setpriority(PRIO_PROCESS, 0, nice_value));
    printf("%d\n", getpriority(PRIO_PROCESS, 0) == (nice_value < 19 ? nice_value : 19));
    getrusage(RUSAGE_SELF, &usage);
    printf("%d\n", usage.ru_maxrss > 0);
    uname(&names);
    printf("%s\n", names.sysname);
    gethostname(host, sizeof host);
    printf("%d\n", strcmp(host, names.nodename));
    printf("%d\n", gethostname(host, 1) == -1 && (errno == ENAMETOOLONG));
    printf("%s %d\n", getpwuid(0)->pw_name, (int)getpwnam("root")->pw_uid);
    printf("%s\n", getgrgid(0)->gr_name);
    printf("%d\n", getpwnam("nobody at all") == NULL);
    printf("%ld %ld\n", pathconf("/", _PC_NAME_MAX), sysconf(_SC_PAGESIZE));
    return 0;
}
