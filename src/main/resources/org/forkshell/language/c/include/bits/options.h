#ifndef _BITS_OPTIONS_H
#define _BITS_OPTIONS_H
extern char *optarg;
extern int optind, opterr, optopt;
int getopt(int argc, char *const argv[], const char *options);
struct option;
int __next_of_options(int argc, char **argv, const char *options, const struct option *longs, int *index, int only);
#endif
