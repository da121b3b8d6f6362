// shows: erf, erfc, tgamma, lgamma and kin
#define _GNU_SOURCE
#include <errno.h>
#include <math.h>
#include <stdio.h>

int main(void)
{
    for (double x = -5.3; x < 30; x += 0.73)
        printf("%g: %.10g %.10g %.10g %.10g\n", x, erf(x), erfc(x), tgamma(x), lgamma(x));
    for (int i = 1; i < 19; i++)
        printf("%.0f ", tgamma(i));
    printf("\n%g %g %g\n", lgamma(1), lgamma(2), lgamma(0.5));
    lgamma(-0.5);
    printf("%d", signgam);
    lgamma(-1.5);
    printf(" %d\n", signgam);
    errno = 0;
    printf("%g", tgamma(0.0));
    printf(" %s\n", errno == ERANGE ? "ERANGE" : "-");
    errno = 0;
    printf("%d", isnan(tgamma(-3)) != 0);
    printf(" %s\n", errno == EDOM ? "EDOM" : "-");
    printf("%.6g %.6g %g %g %g\n", tgamma(170.5), tgamma(-170.5), tgamma(180), erf(INFINITY), erfc(INFINITY));
    printf("%.6f %.6f %.6f\n", erff(0.5f), tgammaf(4.5f), lgammaf(9.5f));
    printf("%.17g %g %g\n", fma(0.1, 10, -1), fma(2, 3, 4), (double)fmaf(2, 3, 4));
    int quotient;
    double rest = remquo(29, 3, &quotient);
    printf("%g %d %g %g\n", rest, quotient & 7, scalbln(1.5, 4), significand(12));
    printf("%g %g %.9g\n", (double)modff(2.75f, &(float){0}), (double)frexpf(12, &quotient), (double)nextafterf(1, 2));
    printf("%ld %ld %lld %d %d\n", lroundf(2.5f), lrintf(2.5f), llroundf(-2.5f), ilogbf(8), isgreaterequal(2.0, 1.0));
    printf("%.10Lg %.10Lg %.10Lg\n", sqrtl(2), powl(2, 0.5L), sinl(1));
    return 0;
}
