// shows: switch with fall-through, a default in the middle, nested and with declarations

#include <stdio.h>

static void visit(int n)
{
    printf("%d:", n);
    switch (n) {
    case 1:
        printf(" one");
    case 2:
        printf(" two");
        break;
    default:
        printf(" other");
    case 3:
    case 4:
        printf(" three-or-four");
        break;
    case -5:
        printf(" minus five");
        return;
    case 'x':
        printf(" letter");
    }
    printf(" end\n");
}

int main(void)
{
    for (int i = 0; i < 6; i++) {
        visit(i);
    }
    visit(-5);
    visit('x');
    switch (7) {
        printf("never reached\n");
    }
    switch (3L) {
        int local;
    case 3:
        local = 9;
        printf("local %d\n", local);
    }
    for (int i = 0; i < 4; i++) {
        switch (i) {
        case 0:
            continue;
        case 2:
            switch (i + 1) {
            case 3:
                printf("inner ");
                break;
            }
            printf("outer ");
            break;
        }
        printf("%d\n", i);
    }
    unsigned char byte = 255;
    switch (byte) {
    case -1:
        puts("minus one");
        break;
    case 255:
        puts("255");
        break;
    }
    switch (4) {
    case 1 ... 3:
        puts("low");
        break;
    case 4 ... 9:
        puts("high");
    }
    switch (1)
    case 1:
        puts("no braces");
    return 0;
}
