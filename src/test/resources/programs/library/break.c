// shows: sbrk and brk: what a program takes beyond the break is its own, zero, and stays where it is while malloc goes on
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void check(const char *what, int so) { printf("%s: %s\n", what, so ? "yes" : "no"); }

/* The allocator of every course: first fit in a list, sbrk when there is none. */
struct block { size_t size; struct block *next; int free; };
static struct block *first;
static void *take(size_t size) {
    struct block *block, *last = NULL;
    size = (size + 15) & -16;
    for (block = first; block; last = block, block = block->next)
        if (block->free && block->size >= size) { block->free = 0; return block + 1; }
    block = sbrk(size + sizeof *block);
    if (block == (void *)-1) return NULL;
    block->size = size; block->next = NULL; block->free = 0;
    if (last) last->next = block; else first = block;
    return block + 1;
}
static void give(void *p) { if (p) ((struct block *)p - 1)->free = 1; }

int main(void) {
    // The first one takes its buffer from malloc, which moves the break.
    puts("break");
    char *start = sbrk(0), *grown, *mine;
    check("a break", start != (void *)-1 && start != NULL);
    grown = sbrk(10000);
    check("the old one is given", grown == start);
    check("it has moved", (char *)sbrk(0) == start + 10000);
    int zeros = 1;
    for (int i = 0; i < 10000; i++) zeros &= grown[i] == 0;
    check("zeros", zeros);
    memset(grown, 'x', 10000);
    char *blocks[40];
    for (int i = 0; i < 40; i++) { blocks[i] = malloc(20000); memset(blocks[i], i, 20000); }
    int whole = 1;
    for (int i = 0; i < 10000; i++) whole &= grown[i] == 'x';
    for (int i = 0; i < 40; i++) for (int j = 0; j < 20000; j++) whole &= blocks[i][j] == i;
    check("whole", whole);
    for (int i = 0; i < 40; i += 2) free(blocks[i]);
    blocks[1] = realloc(blocks[1], 500000);
    check("moved with its content", blocks[1][0] == 1 && blocks[1][19999] == 1);
    for (int i = 1; i < 40; i += 2) free(blocks[i]);
    char *top = sbrk(0);
    check("brk", brk(top + 5000) == 0 && (char *)sbrk(0) == top + 5000);
    strcpy(top, "here");
    check("and back", brk(top) == 0 && sbrk(0) == top);
    check("again zeros", sbrk(100) == top && top[0] == 0);
    errno = 0;
    check("not so much", sbrk((intptr_t)1 << 46) == (void *)-1 && errno == ENOMEM);
    char *a = take(100), *b = take(200);
    strcpy(a, "first"); strcpy(b, "second");
    give(a);
    char *c = take(50);
    check("first fit", a == c);
    printf("%s %td\n", b, b - a);
    fflush(stdout);
    if (fork() == 0) {
        mine = sbrk(4096);
        strcpy(mine, "the child's");
        strcpy(b, "changed");
        _exit(sbrk(0) == mine + 4096 ? 7 : 8);
    }
    int status;
    wait(&status);
    printf("%d %s\n", WEXITSTATUS(status), b);
    return 0;
}
