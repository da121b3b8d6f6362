// shows: a file written, appended, read back line by line, positioned and removed

#include <errno.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    FILE *f = fopen("notes.txt", "w");
    fprintf(f, "%s %d\n", "line", 1);
    fputs("line 2\n", f);
    printf("%d\n", fclose(f));
    f = fopen("notes.txt", "a");
    fputs("line 3", f);
    fclose(f);
    f = fopen("notes.txt", "r");
    char line[20];
    while (fgets(line, sizeof line, f)) {
        printf("[%s]", line);
    }
    printf("\n%ld %d\n", ftell(f), feof(f) != 0);
    rewind(f);
    int number;
    fscanf(f, "%s %d", line, &number);
    printf("%s %d\n", line, number);
    fseek(f, -1, SEEK_END);
    printf("%c\n", fgetc(f));
    fseek(f, 5, SEEK_SET);
    size_t n = fread(line, 1, 4, f);
    printf("%zu %d\n", n, line[0]);
    fclose(f);
    printf("%d\n", remove("notes.txt"));
    f = fopen("notes.txt", "r");
    printf("%d %s\n", f == NULL, strerror(errno));
    return 0;
}
