// shows: strtok cuts its argument at runs of delimiters and remembers where it was

#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[] = "  ls  -l   /tmp ";
    int n = 0;
    for (char *word = strtok(line, " "); word; word = strtok(NULL, " ")) {
        printf("%d [%s]\n", n++, word);
    }
    printf("[%s] %d\n", line, line[4]);
    char list[] = "a,b;c,,d";
    printf("%s", strtok(list, ",;"));
    printf(" %s", strtok(NULL, ";"));
    printf(" %s", strtok(NULL, ","));
    printf(" %s", strtok(NULL, ","));
    printf(" %d\n", strtok(NULL, ",") == NULL);
    char none[] = ",,,";
    printf("%d\n", strtok(none, ",") == NULL);
    char outer[] = "x=1 y=2", *save_outer, *save_inner;
    for (char *pair = strtok_r(outer, " ", &save_outer); pair; pair = strtok_r(NULL, " ", &save_outer)) {
        char *name = strtok_r(pair, "=", &save_inner);
        printf("%s is %s\n", name, strtok_r(NULL, "=", &save_inner));
    }
    char fields[] = "a::b", *rest = fields, *field;
    while ((field = strsep(&rest, ":"))) {
        printf("<%s>", field);
    }
    putchar('\n');
    return 0;
}
