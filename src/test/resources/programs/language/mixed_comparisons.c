// shows: comparing signed with unsigned converts the signed side

#include <stdio.h>
#include <string.h>

int main(void)
{
    int minus = -1;
    unsigned one = 1;
    unsigned char small = 1;
    long wide = -1;
    printf("%d\n", minus < one);
    printf("%d\n", minus < small);
    printf("%d\n", wide < one);
    printf("%d\n", minus < sizeof(int));
    printf("%d\n", wide < 1ul);
    printf("%d\n", -1 == 4294967295u);
    printf("%d\n", -1L == 4294967295u);
    printf("%d\n", (int) strlen("ab") - 3 < 0);
    printf("%d\n", strlen("ab") - 3 < 0);
    printf("%d\n", -1 > 0x7fffffff);
    printf("%d\n", -1 > 0x80000000);
    unsigned countdown = 3;
    int rounds = 0;
    while (countdown-- > 0) {
        rounds++;
    }
    printf("%d %u\n", rounds, countdown);
    return 0;
}
