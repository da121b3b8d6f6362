// shows: atoi and its kin skip space, read what they can and never complain

#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("%d %d %d\n", atoi("42"), atoi("  -17abc"), atoi("+8"));
    printf("%d %d %d %d\n", atoi(""), atoi("x1"), atoi("- 5"), atoi("--5"));
    printf("%d %d\n", atoi("007"), atoi("0x1f"));
    printf("%d\n", atoi("\t\n 12 34"));
    printf("%ld %lld\n", atol("5000000000"), atoll("-9000000000000000000"));
    printf("%g %g %g\n", atof("3.25xyz"), atof("1e3"), atof(".5"));
    printf("%g %g\n", atof("abc"), atof("-inf"));
    printf("%d\n", atoi("3.99"));
    return 0;
}
