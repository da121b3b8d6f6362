// shows: a program may declare the library's functions and objects itself instead of including a header
extern int printf(const char *format, ...);
extern char *optarg;
extern int optind, opterr;
extern char **environ;
extern int getopt();
extern double sqrt(double);
int atoi(const char *);
void *malloc(unsigned long);

int main(void) {
    char *arguments[] = {"p", "-x", "1", "rest", 0};
    int *p = malloc(sizeof *p);
    opterr = 0;
    *p = getopt(4, arguments, "x:");
    printf("%c %d %d %s\n", *p, atoi(optarg), optind, arguments[optind]);
    printf("%d %.1f\n", environ != 0, sqrt(2.25));
    return 0;
}
