// shows: %e and %E: one digit before the point and at least two in the exponent

#include <stdio.h>

int main(void)
{
    printf("%e %E\n", 12345.678, 0.00012);
    printf("%e %e\n", 0.0, -0.0);
    printf("%.0e %.1e %.10e\n", 5.5, 5.55, 1.0 / 3);
    printf("%e %e\n", 1e100, 1e-100);
    printf("[%12.2e] [%-12.2e] [%012.2e] [%+.1e]\n", 1234.5, 1234.5, 1234.5, 1234.5);
    printf("%e\n", 9.9999999);
    printf("%.2e\n", 9.999);
    printf("%e\n", 5e-324);
    printf("%#.0e\n", 7.0);
    return 0;
}
