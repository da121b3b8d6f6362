// shows: the formats of printf and scanf that a course shows, and some that it does not
#include <stdio.h>
#include <limits.h>
#include <stdint.h>
#include <inttypes.h>
#include <stddef.h>
#include <math.h>
#include <float.h>
#include <string.h>
#include <wchar.h>
int main(void)
{
	int i = 42, n; unsigned u = 3000000000u; double d = 3.14159265358979; char s[] = "string"; long long ll = -1234567890123LL; size_t z = 77; ptrdiff_t pd = -8; intmax_t im = INTMAX_MIN; char buf[100];
	printf("[%d] [%5d] [%-5d] [%05d] [%+d] [% d] [%x] [%#x] [%X] [%#o] [%o]\n", i, i, i, i, i, i, i, i, i, i, i);
	printf("[%u] [%lu] [%lld] [%zu] [%td] [%jd]\n", u, ULONG_MAX, ll, z, pd, im);
	printf("[%hhd] [%hd] [%hhu] [%c] [%5c] [%-3c]|\n", 300, 70000, -1, 'x', 'y', 'z');
	printf("[%f] [%.2f] [%10.3f] [%-10.1f] [%+.0f] [%e] [%.3E] [%g] [%G] [%a]\n", d, d, d, d, d, d, d * 1e10, d, d * 1e-10, d);
	printf("[%g] [%g] [%g] [%g] [%#g] [%.0e]\n", 100000.0, 1000000.0, 0.0001, 0.00001, 1.0, 12345.0);
	printf("[%s] [%10s] [%-10s] [%.3s] [%10.2s] [%*s] [%-*s] [%.*s]\n", s, s, s, s, s, 8, s, 8, s, 2, s);
	printf("[%p] [%p] [%%] [%s]\n", (void *) 0x1234, NULL, (char *) NULL);
	printf("%d%n", 12345, &n); printf(" n=%d\n", n);
	printf("[%f] [%F] [%e] [%g] [%5f] [%-6f] [%06f]\n", INFINITY, -INFINITY, NAN, NAN, INFINITY, -INFINITY, INFINITY);
	printf("[%.20f] [%.15g] [%.17g] [%.1f] [%.1f] [%.0f] [%.0f]\n", 0.1, 0.1, 0.1, 0.25, 0.35, 0.5, 1.5);
	printf("[%Lf] [%" PRId64 "] [%" PRIx32 "] [%" PRIu8 "] [%5" PRId16 "]\n", 1.5L, INT64_MIN, 0xdeadbeefu, (uint8_t) 200, (int16_t) -5);
	printf("[%+5d] [%+-5d] [%-+5d] [% 05d] [%#010x] [%#.3x] [%.0d] [%.5d] [%8.5d]\n", 7, 7, 7, 7, 255, 5, 0, 42, -42);
	printf("[%'d] [%i] [%5%] [%m]\n", 1234567, 5); 
	n = snprintf(buf, 5, "%s", "truncated"); printf("%d %s\n", n, buf); n = snprintf(NULL, 0, "%d-%d", 10, 20); printf("%d\n", n); n = sprintf(buf, "%c%c%c", 'a', 0, 'b'); printf("%d %d\n", n, (int) strlen(buf));
	printf("%d %d %d\n", sscanf("12 abc 3.5", "%d %s %lf", &i, buf, &d), i, d == 3.5); int a, b, c; char w[10];
	printf("%d\n", sscanf("10:20:30", "%d:%d:%d", &a, &b, &c)); printf("%d %d %d\n", a, b, c); printf("%d [%s]\n", sscanf("  key = value", " %[a-z] = %9s", buf, w), w); printf("%d %x\n", sscanf("0x1f 077", "%i %i", &a, &b), a + b); printf("%d\n", sscanf("abc", "%d", &a)); printf("%d\n", sscanf("", "%d", &a)); printf("%d %d\n", sscanf("123456", "%3d%n", &a, &n), a * 10 + n); printf("%d %s\n", sscanf("a,b;c", "%*[^,],%[^;]", buf), buf); printf("%d %c\n", sscanf("  x", "%c", w), w[0]);
	printf("%s %d\n", "tail", printf("inner ")); puts(""); printf("%5s|%-5s|%05d|%x\n", "é", "é", -3, -1); printf("%.3f %.3f %g %g\n", 1e15, -0.0, 1e100, DBL_MIN); printf("%c%c", '\101', '\x42'); printf("\tTab\\ \"q\" \a?\?/\n");
	return 0;
}
