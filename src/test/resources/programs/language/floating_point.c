// shows: float and double arithmetic and their conversions

#include <stdio.h>

int main(void)
{
    float f = 0.1f;
    double d = 0.1;
    printf("%.10f %.10f\n", f, d);
    printf("%d\n", f == d);
    printf("%d\n", f == 0.1f);
    printf("%d %.17g\n", 0.1 + 0.2 == 0.3, 0.1 + 0.2);
    printf("%d %d\n", (int) 3.99, (int) -3.99);
    int i = 7;
    printf("%d %f\n", i / 2, i / 2.0);
    i = 2.9 + 2.9;
    printf("%d\n", i);
    i *= 1.5;
    printf("%d\n", i);
    float big = 16777217;
    printf("%.1f\n", big);
    big++;
    printf("%.1f\n", big);
    printf("%zu %zu %zu\n", sizeof(f * f), sizeof(f * d), sizeof(f * 1.0));
    printf("%g %g %g\n", 1e3, .5, 2.);
    printf("%g\n", (float) 1 / 3 * 3);
    double sum = 0;
    for (int k = 0; k < 10; k++) {
        sum += 0.1;
    }
    printf("%d %.20f\n", sum == 1.0, sum);
    unsigned long long huge = 1e18;
    printf("%llu\n", huge);
    printf("%.0f\n", (double) 18446744073709551615ull);
    printf("%g %g\n", 5e-324, 1.7976931348623157e308);
    printf("%g\n", -0.0);
    return 0;
}
