#include <errno.h>
#include <math.h>

int __fpclassify(double x) {
    double magnitude = fabs(x);
    if (x != x)
        return FP_NAN;
    if (magnitude == 0)
        return FP_ZERO;
    if (magnitude < 2.2250738585072014e-308)
        return FP_SUBNORMAL;
    return magnitude <= 1.7976931348623157e308 ? FP_NORMAL : FP_INFINITE;
}

int __signbit(double x) {
    return copysign(1, x) < 0 ? 128 : 0;
}

int __isinf(double x) {
    if (fabs(x) <= 1.7976931348623157e308 || x != x)
        return 0;
    return x > 0 ? 1 : -1;
}

double asinh(double x) {
    double magnitude = fabs(x);
    if (magnitude > 1e150)
        return copysign(log(magnitude) + M_LN2, x);
    return copysign(log1p(magnitude + magnitude * magnitude / (1 + sqrt(magnitude * magnitude + 1))), x);
}

double acosh(double x) {
    if (x > 1e150)
        return log(x) + M_LN2;
    return log1p(x - 1 + sqrt((x - 1) * (x + 1)));
}

double atanh(double x) {
    return 0.5 * log1p(2 * x / (1 - x));
}

double exp10(double x) {
    return pow(10, x);
}

double scalbn(double x, int exponent) {
    return ldexp(x, exponent);
}

double logb(double x) {
    int exponent;
    if (x == 0)
        return -1 / fabs(x);
    if (fabs(x) > 1.7976931348623157e308 || x != x)
        return x * x;
    frexp(x, &exponent);
    return exponent - 1;
}

int ilogb(double x) {
    if (x == 0)
        return -2147483647 - 1;
    if (x != x)
        return -2147483647 - 1;
    if (fabs(x) > 1.7976931348623157e308)
        return 2147483647;
    return logb(x);
}

double drem(double x, double y) {
    return remainder(x, y);
}

float sqrtf(float x) {
    return sqrt(x);
}

float cbrtf(float x) {
    return cbrt(x);
}

float expf(float x) {
    return exp(x);
}

float exp2f(float x) {
    return exp2(x);
}

float expm1f(float x) {
    return expm1(x);
}

float logf(float x) {
    return log(x);
}

float log2f(float x) {
    return log2(x);
}

float log10f(float x) {
    return log10(x);
}

float log1pf(float x) {
    return log1p(x);
}

float sinf(float x) {
    return sin(x);
}

float cosf(float x) {
    return cos(x);
}

float tanf(float x) {
    return tan(x);
}

float asinf(float x) {
    return asin(x);
}

float acosf(float x) {
    return acos(x);
}

float atanf(float x) {
    return atan(x);
}

float sinhf(float x) {
    return sinh(x);
}

float coshf(float x) {
    return cosh(x);
}

float tanhf(float x) {
    return tanh(x);
}

float floorf(float x) {
    return floor(x);
}

float ceilf(float x) {
    return ceil(x);
}

float truncf(float x) {
    return trunc(x);
}

float roundf(float x) {
    return round(x);
}

float rintf(float x) {
    return rint(x);
}

float nearbyintf(float x) {
    return nearbyint(x);
}

float fabsf(float x) {
    return fabs(x);
}

float powf(float x, float y) {
    return pow(x, y);
}

float atan2f(float x, float y) {
    return atan2(x, y);
}

float hypotf(float x, float y) {
    return hypot(x, y);
}

float fmodf(float x, float y) {
    return fmod(x, y);
}

float remainderf(float x, float y) {
    return remainder(x, y);
}

float copysignf(float x, float y) {
    return copysign(x, y);
}

float fminf(float x, float y) {
    return fmin(x, y);
}

float fmaxf(float x, float y) {
    return fmax(x, y);
}

float fdimf(float x, float y) {
    return fdim(x, y);
}

float ldexpf(float x, int exponent) {
    return ldexp(x, exponent);
}

/* The series without subtractions: 2 / sqrt(pi) exp(-x^2) (x + 2x^3/3 + 4x^5/15 ...). */
static double __erf_series(double x) {
    double term = x;
    double sum = x;
    int n;
    for (n = 1; term > sum * 1e-17; n++) {
        term *= 2 * x * x / (2 * n + 1);
        sum += term;
    }
    return M_2_SQRTPI * exp(-x * x) * sum;
}

/* The continued fraction, from its end: exp(-x^2) / sqrt(pi) / (x + 1/2 / (x + 1 / (x + 3/2 / (x + ...)))). */
static double __erfc_fraction(double x) {
    double fraction = x;
    double high = (float)x;
    int n;
    for (n = 120; n > 0; n--)
        fraction = x + n / 2.0 / fraction;
    /* x squared in two parts, since exp makes a large error of a small one. */
    return exp(-high * high) * exp((high - x) * (high + x)) * M_2_SQRTPI / 2 / fraction;
}

double erf(double x) {
    double magnitude = fabs(x);
    if (x != x || x == 0)
        return x;
    if (magnitude > 6)
        return copysign(1, x);
    if (magnitude < 1e-8)
        return x * M_2_SQRTPI;
    return copysign(magnitude < 2.5 ? __erf_series(magnitude) : 1 - __erfc_fraction(magnitude), x);
}

double erfc(double x) {
    if (x < 0.5)
        return 1 - erf(x);
    if (x < 2)
        return 1 - __erf_series(x);
    return x > 27.3 ? 0 : __erfc_fraction(x);
}

/* Stirling's series for the logarithm of gamma, from 10 on, but for its first two terms. */
static double __stirling_rest(double x) {
    double square = x * x;
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - (691.0 / 360360 - 1.0 / 156 / square) / square) / square) / square) / square) / square) / x;
}

static double __gamma_of_positive(double x) {
    double product = 1;
    double half;
    if (x == floor(x) && x < 171) {
        for (; x > 2; x--)
            product *= x - 1;
        return product;
    }
    if (x > 171.7)
        return HUGE_VAL;
    while (x < 10)
        product *= x++;
    /* In two halves, so that neither is too large. */
    half = pow(x, 0.5 * x - 0.25);
    return half * exp(-x) * half * 2.50662827463100050242 * exp(__stirling_rest(x)) / product;
}

double tgamma(double x) {
    if (x != x || x > 1.7976931348623157e308)
        return x;
    if (x == 0) {
        errno = ERANGE;
        return 1 / x;
    }
    if (x < 0 && x == floor(x)) {
        errno = EDOM;
        return NAN;
    }
    if (x < 0.5) {
        double sine = sin(M_PI * fmod(x, 2));
        return x < -184 ? copysign(0, sine) : M_PI / (sine * __gamma_of_positive(1 - x));
    }
    if (x > 171.7)
        errno = ERANGE;
    return __gamma_of_positive(x);
}

int signgam;

/* The logarithm of gamma close to 1, by its Taylor series. */
static double __lgamma_at_one(double e) {
    return e == 0 ? 0 : e * (-0.57721566490153286061 + e * (0.82246703342411321824 + e * (-0.40068563438653142847 + e * (0.27058080842778454788 - e * 0.20738555102867398527))));
}

double lgamma_r(double x, int *sign) {
    *sign = 1;
    if (x != x)
        return x;
    if (fabs(x) > 1.7976931348623157e308)
        return HUGE_VAL;
    if (x <= 0 && x == floor(x)) {
        if (x == 0 && copysign(1, x) < 0)
            *sign = -1;
        errno = ERANGE;
        return HUGE_VAL;
    }
    if (x < 0.5) {
        double sine = sin(M_PI * fmod(x, 2));
        int positive;
        if (sine < 0)
            *sign = -1;
        return log(M_PI / fabs(sine)) - lgamma_r(1 - x, &positive);
    }
    if (fabs(x - 1) < 1e-3)
        return __lgamma_at_one(x - 1);
    if (fabs(x - 2) < 1e-3)
        return log1p(x - 2) + __lgamma_at_one(x - 2);
    if (x < 10) {
        double gamma = __gamma_of_positive(x);
        return fabs(gamma - 1) < 0.5 ? log1p(gamma - 1) : log(gamma);
    }
    return (x - 0.5) * (log(x) - 1) - 0.5 + 0.91893853320467274178 + __stirling_rest(x);
}

double lgamma(double x) {
    return lgamma_r(x, &signgam);
}

double gamma(double x) {
    return lgamma_r(x, &signgam);
}

/* The product's rounding error is added as well. */
double fma(double x, double y, double z) {
    double product = x * y;
    double split = 134217729.0;
    double x_high, x_low, y_high, y_low, error, sum, lost;
    if (!(fabs(product) < 1e290) || !(fabs(x) < 1e290) || !(fabs(y) < 1e290) || !(fabs(z) < 1e290))
        return product + z;
    x_high = x * split - (x * split - x);
    x_low = x - x_high;
    y_high = y * split - (y * split - y);
    y_low = y - y_high;
    error = x_low * y_low - (product - x_high * y_high - x_low * y_high - x_high * y_low);
    sum = product + z;
    lost = sum - product;
    return sum + (product - (sum - lost) + (z - lost) + error);
}

double remquo(double x, double y, int *quotient) {
    double rest = remainder(x, y);
    double whole = fabs(fmod((x - rest) / y, 8));
    *quotient = whole == whole ? (int)(whole + 0.5) & 7 : 0;
    if (signbit(x) != signbit(y))
        *quotient = -*quotient;
    return rest;
}

double scalbln(double x, long exponent) {
    return ldexp(x, exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent);
}

double scalb(double x, double exponent) {
    return x * exp2(exponent);
}

double nexttoward(double x, long double y) {
    return nextafter(x, y);
}

double nan(const char *text) {
    return -NAN;
}

double significand(double x) {
    int exponent;
    return x == 0 || !isfinite(x) ? x : 2 * frexp(x, &exponent);
}

int finite(double x) {
    return isfinite(x) != 0;
}

void sincos(double x, double *sine, double *cosine) {
    *sine = sin(x);
    *cosine = cos(x);
}

float asinhf(float x) {
    return asinh(x);
}

float acoshf(float x) {
    return acosh(x);
}

float atanhf(float x) {
    return atanh(x);
}

float exp10f(float x) {
    return exp10(x);
}

float logbf(float x) {
    return logb(x);
}

float erff(float x) {
    return erf(x);
}

float erfcf(float x) {
    return erfc(x);
}

float tgammaf(float x) {
    return tgamma(x);
}

float lgammaf(float x) {
    return lgamma(x);
}

float significandf(float x) {
    return significand(x);
}

float lgammaf_r(float x, int *sign) {
    return lgamma_r(x, sign);
}

float fmaf(float x, float y, float z) {
    return (double)x * y + z;
}

float frexpf(float x, int *exponent) {
    return frexp(x, exponent);
}

float scalbnf(float x, int exponent) {
    return scalbn(x, exponent);
}

float scalblnf(float x, long exponent) {
    return scalbln(x, exponent);
}

float nanf(const char *text) {
    return -NAN;
}

float remquof(float x, float y, int *quotient) {
    return remquo(x, y, quotient);
}

int ilogbf(float x) {
    return ilogb(x);
}

long lroundf(float x) {
    return lround(x);
}

long lrintf(float x) {
    return lrint(x);
}

long long llroundf(float x) {
    return llround(x);
}

long long llrintf(float x) {
    return llrint(x);
}

int finitef(float x) {
    return finite(x);
}

float modff(float x, float *whole) {
    double part;
    double rest = modf(x, &part);
    *whole = part;
    return rest;
}

float nextafterf(float x, float y) {
    union { float number; int bits; } next;
    if (x != x || y != y)
        return x + y;
    if (x == y)
        return y;
    next.number = x;
    if (x == 0)
        next.bits = signbit(y) ? (int)0x80000001 : 1;
    else if (x < y == x > 0)
        next.bits++;
    else
        next.bits--;
    return next.number;
}

float nexttowardf(float x, long double y) {
    return nextafterf(x, y > x ? HUGE_VALF : y < x ? -HUGE_VALF : x);
}

void sincosf(float x, float *sine, float *cosine) {
    *sine = sin(x);
    *cosine = cos(x);
}

/* A long double is a double here. */
long double sqrtl(long double x) {
    return sqrt(x);
}

long double cbrtl(long double x) {
    return cbrt(x);
}

long double expl(long double x) {
    return exp(x);
}

long double exp2l(long double x) {
    return exp2(x);
}

long double exp10l(long double x) {
    return exp10(x);
}

long double expm1l(long double x) {
    return expm1(x);
}

long double logl(long double x) {
    return log(x);
}

long double log2l(long double x) {
    return log2(x);
}

long double log10l(long double x) {
    return log10(x);
}

long double log1pl(long double x) {
    return log1p(x);
}

long double sinl(long double x) {
    return sin(x);
}

long double cosl(long double x) {
    return cos(x);
}

long double tanl(long double x) {
    return tan(x);
}

long double asinl(long double x) {
    return asin(x);
}

long double acosl(long double x) {
    return acos(x);
}

long double atanl(long double x) {
    return atan(x);
}

long double sinhl(long double x) {
    return sinh(x);
}

long double coshl(long double x) {
    return cosh(x);
}

long double tanhl(long double x) {
    return tanh(x);
}

long double asinhl(long double x) {
    return asinh(x);
}

long double acoshl(long double x) {
    return acosh(x);
}

long double atanhl(long double x) {
    return atanh(x);
}

long double floorl(long double x) {
    return floor(x);
}

long double ceill(long double x) {
    return ceil(x);
}

long double truncl(long double x) {
    return trunc(x);
}

long double roundl(long double x) {
    return round(x);
}

long double rintl(long double x) {
    return rint(x);
}

long double nearbyintl(long double x) {
    return nearbyint(x);
}

long double fabsl(long double x) {
    return fabs(x);
}

long double logbl(long double x) {
    return logb(x);
}

long double erfl(long double x) {
    return erf(x);
}

long double erfcl(long double x) {
    return erfc(x);
}

long double tgammal(long double x) {
    return tgamma(x);
}

long double lgammal(long double x) {
    return lgamma(x);
}

long double powl(long double x, long double y) {
    return pow(x, y);
}

long double atan2l(long double x, long double y) {
    return atan2(x, y);
}

long double hypotl(long double x, long double y) {
    return hypot(x, y);
}

long double fmodl(long double x, long double y) {
    return fmod(x, y);
}

long double remainderl(long double x, long double y) {
    return remainder(x, y);
}

long double copysignl(long double x, long double y) {
    return copysign(x, y);
}

long double nextafterl(long double x, long double y) {
    return nextafter(x, y);
}

long double nexttowardl(long double x, long double y) {
    return nexttoward(x, y);
}

long double fminl(long double x, long double y) {
    return fmin(x, y);
}

long double fmaxl(long double x, long double y) {
    return fmax(x, y);
}

long double fdiml(long double x, long double y) {
    return fdim(x, y);
}

long double fmal(long double x, long double y, long double z) {
    return fma(x, y, z);
}

long double ldexpl(long double x, int exponent) {
    return ldexp(x, exponent);
}

long double scalbnl(long double x, int exponent) {
    return scalbn(x, exponent);
}

long double scalblnl(long double x, long exponent) {
    return scalbln(x, exponent);
}

long double frexpl(long double x, int *exponent) {
    return frexp(x, exponent);
}

long double modfl(long double x, long double *whole) {
    return modf(x, (double *)whole);
}

long double remquol(long double x, long double y, int *quotient) {
    return remquo(x, y, quotient);
}

long double nanl(const char *text) {
    return -NAN;
}

int ilogbl(long double x) {
    return ilogb(x);
}

long lroundl(long double x) {
    return lround(x);
}

long lrintl(long double x) {
    return lrint(x);
}

long long llroundl(long double x) {
    return llround(x);
}

long long llrintl(long double x) {
    return llrint(x);
}
