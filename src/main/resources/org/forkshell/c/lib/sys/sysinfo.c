#include <stdio.h>
#include <string.h>
#include <sys/sysinfo.h>
#include <unistd.h>

/* From the files of /proc, which say the same as sysinfo(2). */
int sysinfo(struct sysinfo *info) {
    FILE *stream;
    char name[64];
    unsigned long kibibytes;
    double seconds, loads[3];
    unsigned running, all;
    int i;
    memset(info, 0, sizeof *info);
    info->mem_unit = 1;
    if ((stream = fopen("/proc/uptime", "re"))) {
        if (fscanf(stream, "%lf", &seconds) == 1)
            info->uptime = seconds;
        fclose(stream);
    }
    if ((stream = fopen("/proc/loadavg", "re"))) {
        if (fscanf(stream, "%lf %lf %lf %u/%u", &loads[0], &loads[1], &loads[2], &running, &all) == 5) {
            for (i = 0; i < 3; i++)
                info->loads[i] = loads[i] * (1 << SI_LOAD_SHIFT);
            info->procs = all;
        }
        fclose(stream);
    }
    if ((stream = fopen("/proc/meminfo", "re"))) {
        while (fscanf(stream, "%63s %lu%*[^\n]", name, &kibibytes) == 2) {
            unsigned long bytes = kibibytes * 1024;
            if (strcmp(name, "MemTotal:") == 0)
                info->totalram = bytes;
            else if (strcmp(name, "MemFree:") == 0)
                info->freeram = bytes;
            else if (strcmp(name, "Shmem:") == 0)
                info->sharedram = bytes;
            else if (strcmp(name, "Buffers:") == 0)
                info->bufferram = bytes;
            else if (strcmp(name, "SwapTotal:") == 0)
                info->totalswap = bytes;
            else if (strcmp(name, "SwapFree:") == 0)
                info->freeswap = bytes;
        }
        fclose(stream);
    }
    return 0;
}

int get_nprocs(void) {
    return sysconf(_SC_NPROCESSORS_ONLN);
}

int get_nprocs_conf(void) {
    return sysconf(_SC_NPROCESSORS_CONF);
}

long get_phys_pages(void) {
    struct sysinfo info;
    sysinfo(&info);
    return info.totalram / getpagesize();
}

long get_avphys_pages(void) {
    struct sysinfo info;
    sysinfo(&info);
    return info.freeram / getpagesize();
}
