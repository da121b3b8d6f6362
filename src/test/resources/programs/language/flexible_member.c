// shows: a struct may end in an array whose length the allocation decides

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct message {
    size_t length;
    char text[];
};

static struct message *make(const char *text)
{
    size_t n = strlen(text);
    struct message *m = malloc(sizeof *m + n + 1);
    m->length = n;
    strcpy(m->text, text);
    return m;
}

int main(void)
{
    struct message *m = make("as long as it takes");
    printf("%zu %s %zu\n", m->length, m->text, sizeof *m);
    m->text[2] = '\0';
    printf("%s|%s\n", m->text, m->text + 3);
    free(m);
    return 0;
}
