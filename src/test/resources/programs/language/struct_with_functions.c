// shows: structs holding functions: a small state machine and a stack

#include <stdio.h>

struct stack {
    int items[8];
    int top;
    void (*push)(struct stack *, int);
    int (*pop)(struct stack *);
};

static void push(struct stack *s, int n)
{
    if (s->top < sizeof s->items / sizeof s->items[0])
        s->items[s->top++] = n;
}

static int pop(struct stack *s) { return s->top ? s->items[--s->top] : -1; }

typedef const char *(*state)(char);

static const char *red(char c) { return c == 't' ? "green" : "red"; }

static int evaluate(const char *text)
{
    struct stack s = {.push = push, .pop = pop};
    for (; *text; text++) {
        int a, b;
        if (*text >= '0' && *text <= '9') {
            s.push(&s, *text - '0');
            continue;
        }
        b = s.pop(&s);
        a = s.pop(&s);
        switch (*text) {
        case '+': s.push(&s, a + b); break;
        case '-': s.push(&s, a - b); break;
        case '*': s.push(&s, a * b); break;
        }
    }
    return s.pop(&s);
}

int main(void)
{
    printf("%d\n", evaluate("34+2*"));
    printf("%d\n", evaluate("92-3-"));
    printf("%d\n", evaluate("+"));
    state now = red;
    printf("%s %s\n", now('t'), now('x'));
    return 0;
}
