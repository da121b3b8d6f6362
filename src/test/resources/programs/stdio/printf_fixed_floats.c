// shows: %f: precision, width, rounding to even, large and small values

#include <stdio.h>

int main(void)
{
    printf("%f %f %f\n", 0.0, 1.0, -1.5);
    printf("%.0f %.0f %.0f %.0f\n", 0.5, 1.5, 2.5, 3.5);
    printf("%.1f %.1f %.1f\n", 0.25, 0.35, 0.45);
    printf("%.2f %.2f\n", 1.005, 2.675);
    printf("%.3f %.10f\n", 2.0 / 3, 1.0 / 3);
    printf("[%8.2f] [%-8.2f] [%08.2f] [%+.2f] [% .2f]\n", 3.14159, 3.14159, 3.14159, 3.14159, 3.14159);
    printf("[%8.2f] [%08.2f]\n", -3.14159, -3.14159);
    printf("%f\n", 1e15);
    printf("%f\n", 123456789012345678.0);
    printf("%.0f\n", 1e22);
    printf("%.3f\n", 1e23);
    printf("%f\n", 1e-7);
    printf("%.15f\n", 0.1);
    printf("%.25f\n", 0.1);
    printf("%.50f\n", 0.5);
    printf("%f %f\n", -0.0, 1e-300);
    printf("%5.1f|%-7.3f|%3.0f\n", 99.95, 99.95, 99.95);
    printf("%f\n", 3.0f);
    printf("%.0f\n", 1.7976931348623157e308);
    return 0;
}
