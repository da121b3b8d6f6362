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
