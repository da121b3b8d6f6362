// shows: fmemopen and open_memstream, streams whose other end is memory
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    fprintf(out, "hello %d", 3);
    fflush(out);
    printf("%s %zu\n", text, size);
    for (int i = 0; i < 3000; i++)
        fprintf(out, ",%d", i);
    fclose(out);
    printf("%zu %.20s %s\n", size, text, text + size - 9);
    free(text);

    char bytes[40] = "12 words 7\nsecond line\n";
    int first, last, c;
    char word[20], line[40];
    FILE *in = fmemopen(bytes, strlen(bytes), "r");
    printf("%d ", fscanf(in, "%d %19s %d", &first, word, &last));
    printf("%d %s %d %ld\n", first, word, last, ftell(in));
    while (fgets(line, sizeof line, in))
        printf("<%s>", line);
    printf("%d\n", feof(in) != 0);
    rewind(in);
    printf("%c", getc(in));
    fseek(in, -5, SEEK_END);
    printf("%c", getc(in));
    ungetc('!', in);
    printf("%c\n", getc(in));
    fclose(in);

    memset(bytes, 'x', sizeof bytes);
    out = fmemopen(bytes, 10, "w");
    printf("%d", fprintf(out, "0123456789abc"));
    printf(" %d", fflush(out));
    printf(" %.12s\n", bytes);
    fclose(out);

    strcpy(bytes, "begin");
    out = fmemopen(bytes, sizeof bytes, "a");
    fputs(" and end", out);
    fclose(out);
    printf("%s\n", bytes);

    FILE *both = fmemopen(NULL, 20, "w+");
    fputs("in memory", both);
    rewind(both);
    while ((c = getc(both)) != EOF && c)
        putchar(c);
    putchar('\n');
    fclose(both);
    printf("%d\n", fmemopen(bytes, 10, "?") == NULL && errno == EINVAL);
    return 0;
}
