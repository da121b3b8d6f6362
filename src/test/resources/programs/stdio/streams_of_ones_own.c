// shows: fopencookie, a stream whose other end is functions
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

static ssize_t take(void *cookie, const char *bytes, size_t count)
{
    printf("%s %zu <%.*s>\n", (char *)cookie, count, (int)count, bytes);
    return count;
}

static ssize_t give(void *cookie, char *to, size_t count)
{
    int *left = cookie;
    if (*left == 0)
        return 0;
    memcpy(to, "again\n", 6);
    --*left;
    return 6;
}

static int end(void *cookie)
{
    printf("closed\n");
    return 0;
}

int main(void)
{
    FILE *out = fopencookie("took", "w", (cookie_io_functions_t){.write = take, .close = end});
    fprintf(out, "a line\nand %d", 3);
    fflush(out);
    setvbuf(out, NULL, _IOLBF, 0);
    fputs("one\n", out);
    fputs("two", out);
    printf("%d\n", fileno(out));
    fclose(out);

    int left = 2;
    char line[20];
    FILE *in = fopencookie(&left, "r", (cookie_io_functions_t){.read = give});
    while (fgets(line, sizeof line, in))
        printf("%s", line);
    printf("%d %ld\n", feof(in) != 0, ftell(in));
    fclose(in);
    return 0;
}
