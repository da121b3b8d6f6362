// shows: getopt_long_only takes long options after one dash, and short ones where no long one fits
// args: -verbose -file x -ab 3 --nope -q --fi=3 -v -fi y rest
#include <getopt.h>
#include <stdio.h>

int main(int argc, char *argv[])
{
    struct option longs[] = {{"verbose", no_argument, NULL, 'V'}, {"file", required_argument, NULL, 'f'}, {0}};
    int c;
    argv[0] = "program";
    while ((c = getopt_long_only(argc, argv, "ab:v", longs, NULL)) != -1)
        printf("%d %s\n", c, optarg ? optarg : "-");
    for (; optind < argc; optind++)
        printf("%s\n", argv[optind]);
    return 0;
}
