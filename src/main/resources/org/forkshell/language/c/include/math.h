#ifndef _MATH_H
#define _MATH_H
typedef float float_t;
typedef double double_t;
#define HUGE_VAL (1.0 / 0.0)
#define HUGE_VALF (1.0f / 0.0f)
#define INFINITY (1.0f / 0.0f)
#define NAN (-(0.0f / 0.0f))
#define M_E 2.7182818284590452354
#define M_LOG2E 1.4426950408889634074
#define M_LOG10E 0.43429448190325182765
#define M_LN2 0.69314718055994530942
#define M_LN10 2.30258509299404568402
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_1_PI 0.31830988618379067154
#define M_2_PI 0.63661977236758134308
#define M_2_SQRTPI 1.12837916709551257390
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.70710678118654752440
#define HUGE_VALL ((long double)HUGE_VAL)
#define MAXFLOAT 3.40282347e+38F
#define FP_ILOGB0 (-2147483647 - 1)
#define FP_ILOGBNAN (-2147483647 - 1)
#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#define math_errhandling (MATH_ERRNO | MATH_ERREXCEPT)
#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4
int __fpclassify(double x);
int __signbit(double x);
int __isinf(double x);
#define fpclassify(x) __fpclassify(x)
#define signbit(x) __signbit(x)
#define isinf(x) __isinf(x)
#define isnan(x) (__fpclassify(x) == 0)
#define isfinite(x) (__fpclassify(x) > 1)
#define isnormal(x) (__fpclassify(x) == 4)
#define isgreater(x, y) ((x) > (y))
#define isless(x, y) ((x) < (y))
#define isgreaterequal(x, y) ((x) >= (y))
#define islessequal(x, y) ((x) <= (y))
#define islessgreater(x, y) ((x) < (y) || (x) > (y))
#define isunordered(x, y) (isnan(x) || isnan(y))
__native double sqrt(double x);
__native double cbrt(double x);
__native double exp(double x);
__native double exp2(double x);
__native double expm1(double x);
__native double log(double x);
__native double log2(double x);
__native double log10(double x);
__native double log1p(double x);
__native double sin(double x);
__native double cos(double x);
__native double tan(double x);
__native double asin(double x);
__native double acos(double x);
__native double atan(double x);
__native double sinh(double x);
__native double cosh(double x);
__native double tanh(double x);
__native double floor(double x);
__native double ceil(double x);
__native double trunc(double x);
__native double round(double x);
__native double rint(double x);
__native double nearbyint(double x);
__native double fabs(double x);
__native double pow(double x, double y);
__native double atan2(double x, double y);
__native double hypot(double x, double y);
__native double fmod(double x, double y);
__native double remainder(double x, double y);
__native double copysign(double x, double y);
__native double nextafter(double x, double y);
__native double fmin(double x, double y);
__native double fmax(double x, double y);
__native double fdim(double x, double y);
__native double ldexp(double x, int exponent);
__native double frexp(double x, int *exponent);
__native double modf(double x, double *whole);
__native long lround(double x);
__native long long llround(double x);
__native long lrint(double x);
__native long long llrint(double x);
double asinh(double x);
double acosh(double x);
double atanh(double x);
double exp10(double x);
double scalbn(double x, int exponent);
int ilogb(double x);
double logb(double x);
double drem(double x, double y);
float sqrtf(float x);
float cbrtf(float x);
float expf(float x);
float exp2f(float x);
float expm1f(float x);
float logf(float x);
float log2f(float x);
float log10f(float x);
float log1pf(float x);
float sinf(float x);
float cosf(float x);
float tanf(float x);
float asinf(float x);
float acosf(float x);
float atanf(float x);
float sinhf(float x);
float coshf(float x);
float tanhf(float x);
float floorf(float x);
float ceilf(float x);
float truncf(float x);
float roundf(float x);
float rintf(float x);
float nearbyintf(float x);
float fabsf(float x);
float powf(float x, float y);
float atan2f(float x, float y);
float hypotf(float x, float y);
float fmodf(float x, float y);
float remainderf(float x, float y);
float copysignf(float x, float y);
float fminf(float x, float y);
float fmaxf(float x, float y);
float fdimf(float x, float y);
float ldexpf(float x, int exponent);
extern int signgam;
double erf(double x);
double erfc(double x);
double tgamma(double x);
double lgamma(double x);
double lgamma_r(double x, int *sign);
double gamma(double x);
double fma(double x, double y, double z);
double remquo(double x, double y, int *quotient);
double scalbln(double x, long exponent);
double scalb(double x, double exponent);
double nexttoward(double x, long double y);
double nan(const char *text);
double significand(double x);
int finite(double x);
void sincos(double x, double *sine, double *cosine);
float asinhf(float x);
float acoshf(float x);
float atanhf(float x);
float exp10f(float x);
float logbf(float x);
float erff(float x);
float erfcf(float x);
float tgammaf(float x);
float lgammaf(float x);
float significandf(float x);
float lgammaf_r(float x, int *sign);
float fmaf(float x, float y, float z);
float frexpf(float x, int *exponent);
float scalbnf(float x, int exponent);
float scalblnf(float x, long exponent);
float nanf(const char *text);
float remquof(float x, float y, int *quotient);
int ilogbf(float x);
long lroundf(float x);
long lrintf(float x);
long long llroundf(float x);
long long llrintf(float x);
int finitef(float x);
float modff(float x, float *whole);
float nextafterf(float x, float y);
float nexttowardf(float x, long double y);
void sincosf(float x, float *sine, float *cosine);
long double sqrtl(long double x);
long double cbrtl(long double x);
long double expl(long double x);
long double exp2l(long double x);
long double exp10l(long double x);
long double expm1l(long double x);
long double logl(long double x);
long double log2l(long double x);
long double log10l(long double x);
long double log1pl(long double x);
long double sinl(long double x);
long double cosl(long double x);
long double tanl(long double x);
long double asinl(long double x);
long double acosl(long double x);
long double atanl(long double x);
long double sinhl(long double x);
long double coshl(long double x);
long double tanhl(long double x);
long double asinhl(long double x);
long double acoshl(long double x);
long double atanhl(long double x);
long double floorl(long double x);
long double ceill(long double x);
long double truncl(long double x);
long double roundl(long double x);
long double rintl(long double x);
long double nearbyintl(long double x);
long double fabsl(long double x);
long double logbl(long double x);
long double erfl(long double x);
long double erfcl(long double x);
long double tgammal(long double x);
long double lgammal(long double x);
long double powl(long double x, long double y);
long double atan2l(long double x, long double y);
long double hypotl(long double x, long double y);
long double fmodl(long double x, long double y);
long double remainderl(long double x, long double y);
long double copysignl(long double x, long double y);
long double nextafterl(long double x, long double y);
long double nexttowardl(long double x, long double y);
long double fminl(long double x, long double y);
long double fmaxl(long double x, long double y);
long double fdiml(long double x, long double y);
long double fmal(long double x, long double y, long double z);
long double ldexpl(long double x, int exponent);
long double scalbnl(long double x, int exponent);
long double scalblnl(long double x, long exponent);
long double frexpl(long double x, int *exponent);
long double modfl(long double x, long double *whole);
long double remquol(long double x, long double y, int *quotient);
long double nanl(const char *text);
int ilogbl(long double x);
long lroundl(long double x);
long lrintl(long double x);
long long llroundl(long double x);
long long llrintl(long double x);
#endif
