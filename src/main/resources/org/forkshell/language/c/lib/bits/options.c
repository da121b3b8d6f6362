/* Options first: arguments that are none are moved behind them, unless POSIXLY_CORRECT is set. */
#include <bits/options.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *optarg;
int optind = 1;
int opterr = 1;
int optopt = '?';

/* Inside an argument with several options, the next of them. */
static char *__next_option;
/* The arguments that are no options and were passed over: from first up to last. */
static int __first_other;
static int __last_other;

/* Exchanges the others with the options behind them. */
static void __exchange(char **argv) {
    int others = __last_other - __first_other;
    int i;
    for (; __last_other < optind; __last_other++) {
        char *option = argv[__last_other];
        for (i = __last_other; i > __last_other - others; i--)
            argv[i] = argv[i - 1];
        argv[__last_other - others] = option;
    }
    __first_other = optind - others;
    __last_other = optind;
}

static int __complain(int report, char **argv, const char *text, const char *dashes, const char *option, const char *end) {
    if (report)
        fprintf(stderr, "%s: %s%s%s%s", argv[0], text, dashes, option, end);
    return '?';
}

/* What stands before its name is "--", or "-" where that is enough. What may be short ones as well is left to them, with -1. */
static int __long_option(int argc, char **argv, const char *options, const struct option *longs, int *index, int report,
                         int colon, const char *dashes, int maybe_short) {
    char *name = __next_option;
    size_t length = strcspn(name, "=");
    int found = -1;
    int ambiguous = 0;
    int i;
    for (i = 0; longs[i].name; i++) {
        if (strncmp(longs[i].name, name, length) == 0) {
            if (strlen(longs[i].name) == length) {
                found = i;
                ambiguous = 0;
                break;
            }
            if (found < 0)
                found = i;
            else if (longs[found].has_arg != longs[i].has_arg || longs[found].flag != longs[i].flag || longs[found].val != longs[i].val)
                ambiguous = 1;
        }
    }
    if (found < 0 && maybe_short && strchr(options, *name))
        return -1;
    __next_option = NULL;
    optind++;
    optopt = 0;
    if (ambiguous) {
        if (report) {
            fprintf(stderr, "%s: option '%s%s' is ambiguous; possibilities:", argv[0], dashes, name);
            for (i = 0; longs[i].name; i++) {
                if (strncmp(longs[i].name, name, length) == 0)
                    fprintf(stderr, " '%s%s'", dashes, longs[i].name);
            }
            fprintf(stderr, "\n");
        }
        return '?';
    }
    if (found < 0)
        return __complain(report, argv, "unrecognized option '", dashes, name, "'\n");
    if (name[length] == '=') {
        if (longs[found].has_arg == no_argument) {
            optopt = longs[found].val;
            return __complain(report, argv, "option '", dashes, longs[found].name, "' doesn't allow an argument\n");
        }
        optarg = name + length + 1;
    } else if (longs[found].has_arg == required_argument) {
        if (optind >= argc) {
            optopt = longs[found].val;
            __complain(report, argv, "option '", dashes, longs[found].name, "' requires an argument\n");
            return colon ? ':' : '?';
        }
        optarg = argv[optind++];
    }
    if (index)
        *index = found;
    if (longs[found].flag) {
        *longs[found].flag = longs[found].val;
        return 0;
    }
    return longs[found].val;
}

static int __complain_of(int report, char **argv, const char *text, char option) {
    char name[2] = {option, 0};
    return __complain(report, argv, text, "", name, "'\n");
}

int __next_of_options(int argc, char **argv, const char *options, const struct option *longs, int *index, int only) {
    int in_order = *options == '+' || getenv("POSIXLY_CORRECT") != NULL;
    int as_ones = *options == '-';
    int colon;
    int report;
    const char *known;
    char c;
    if (*options == '+' || *options == '-')
        options++;
    colon = *options == ':';
    report = opterr && !colon;
    optarg = NULL;
    if (optind == 0) {
        optind = 1;
        __next_option = NULL;
        __first_other = __last_other = 1;
    }
    if (!__next_option || !*__next_option) {
        if (__last_other > optind || __last_other == 0)
            __first_other = __last_other = optind;
        if (!in_order && !as_ones) {
            if (__first_other != __last_other && __last_other != optind)
                __exchange(argv);
            else if (__last_other != optind)
                __first_other = optind;
            while (optind < argc && (argv[optind][0] != '-' || !argv[optind][1]))
                optind++;
            __last_other = optind;
        }
        if (optind < argc && strcmp(argv[optind], "--") == 0) {
            optind++;
            if (__first_other != __last_other && __last_other != optind)
                __exchange(argv);
            else if (__first_other == __last_other)
                __first_other = optind;
            __last_other = argc;
            optind = argc;
        }
        if (optind >= argc) {
            if (__first_other != __last_other)
                optind = __first_other;
            return -1;
        }
        if (argv[optind][0] != '-' || !argv[optind][1]) {
            if (in_order)
                return -1;
            optarg = argv[optind++];
            return 1;
        }
        __next_option = argv[optind] + 1;
        if (longs && *__next_option == '-') {
            __next_option++;
            return __long_option(argc, argv, options, longs, index, report, colon, "--", 0);
        }
        if (longs && only && (__next_option[1] || !strchr(options, *__next_option))) {
            int result = __long_option(argc, argv, options, longs, index, report, colon, "-", 1);
            if (result != -1)
                return result;
        }
    }
    c = *__next_option++;
    known = strchr(options, c);
    if (!*__next_option)
        optind++;
    if (!known || c == ':' || c == ';') {
        optopt = c;
        return __complain_of(report, argv, "invalid option -- '", c);
    }
    if (known[1] != ':')
        return c;
    if (*__next_option) {
        optarg = __next_option;
        optind++;
    } else if (known[2] != ':') {
        if (optind == argc) {
            optopt = c;
            __complain_of(report, argv, "option requires an argument -- '", c);
            c = colon ? ':' : '?';
        } else {
            optarg = argv[optind++];
        }
    }
    __next_option = NULL;
    return c;
}

int getopt(int argc, char *const argv[], const char *options) {
    return __next_of_options(argc, (char **)argv, options, NULL, NULL, 0);
}
