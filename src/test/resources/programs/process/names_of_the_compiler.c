// shows: gcc's names of library functions, and what it says of types and constants
#include <stdio.h>
#define likely(x) __builtin_expect(!!(x), 1)
#define max(a, b) \
    __builtin_choose_expr(__builtin_types_compatible_p(typeof(a), typeof(b)), (a) > (b) ? (a) : (b), (void)0)

int main(void) {
    int a = 1, x[4];
    if (likely(a))
        puts("likely");
    printf("%d %d %d\n", __builtin_constant_p(3 * 4), __builtin_constant_p(a), max(a, 7));
    printf("%d %d\n", __builtin_types_compatible_p(int, int), __builtin_types_compatible_p(int, long));
    puts(__builtin_strchr("abc", 'b'));
    __builtin_printf("%zu %d %f\n", __builtin_strlen("abc"), __builtin_abs(-3), __builtin_fabs(-1.5));
    __builtin_prefetch(x, 1, 3);
    int *q = __builtin_alloca(8);
    __builtin_memset(q, 0, 8);
    printf("%d %zu\n", q[1], __builtin_offsetof(struct { int a; int b; }, b));
    fflush(stdout);
    __builtin_trap();
}
