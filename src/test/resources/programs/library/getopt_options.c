// shows: options read by getopt, also joined ones and with arguments
// args: -v -n 5 -ofile -xy first second -- -z

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int option, verbose = 0;
    opterr = 0;
    while ((option = getopt(argc, argv, "vn:o:x")) != -1) {
        switch (option) {
        case 'v':
            verbose++;
            break;
        case 'n':
            printf("n %d\n", atoi(optarg));
            break;
        case 'o':
            printf("o %s\n", optarg);
            break;
        case 'x':
            puts("x");
            break;
        case '?':
            printf("unknown %c\n", optopt);
            break;
        }
    }
    printf("%d\n", verbose);
    for (int i = optind; i < argc; i++) {
        printf("rest %s\n", argv[i]);
    }
    return 0;
}
