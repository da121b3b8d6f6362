// shows: %g picks the shorter form and drops trailing zeros

#include <stdio.h>

int main(void)
{
    printf("%g %g %g\n", 0.0, 1.0, 100000.0);
    printf("%g %g\n", 1000000.0, 123456789.0);
    printf("%g %g %g\n", 0.0001, 0.00001, 0.00012345678);
    printf("%g %G\n", 1e-10, 1e-10);
    printf("%.3g %.3g %.3g\n", 1234.0, 0.001234, 3.0);
    printf("%.10g %.17g %.0g\n", 0.1, 0.1, 0.15);
    printf("%#g %#.3g\n", 1.0, 1000.0);
    printf("[%10g] [%-10g] [%010g] [%+g]\n", 2.5, 2.5, 2.5, 2.5);
    printf("%g %g\n", 999999.5, 99999.95);
    printf("%.15g %.16g\n", 0.3, 0.3);
    printf("%g %g\n", 1.0 / 3, 2e300 * 1e10);
    return 0;
}
