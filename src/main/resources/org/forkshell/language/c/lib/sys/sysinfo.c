#include <sys/sysinfo.h>
#include <unistd.h>

int get_nprocs(void) {
    return sysconf(_SC_NPROCESSORS_ONLN);
}

int get_nprocs_conf(void) {
    return sysconf(_SC_NPROCESSORS_CONF);
}

long get_phys_pages(void) {
    return sysconf(_SC_PHYS_PAGES);
}

long get_avphys_pages(void) {
    return sysconf(_SC_AVPHYS_PAGES);
}
