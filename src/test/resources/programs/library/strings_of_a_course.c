// shows: what exercises on strings use, from strtok to bit tricks
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <strings.h>
#define SIZE(a) (sizeof(a)/sizeof((a)[0]))
#define SWAP(t,a,b) do { t tmp_ = (a); (a) = (b); (b) = tmp_; } while (0)
#define STR(x) #x
#define XSTR(x) STR(x)
#define CAT(a,b) a##b
char *reverse(char *s) { char *p = s, *q = s + strlen(s) - 1; while (p < q) { SWAP(char, *p, *q); p++; q--; } return s; }
void itoa(int n, char s[]) { int i = 0, sign; if ((sign = n) < 0) n = -n; do s[i++] = n % 10 + '0'; while ((n /= 10) > 0); if (sign < 0) s[i++] = '-'; s[i] = '\0'; reverse(s); }
char *trim(char *s) { while (isspace((unsigned char) *s)) s++; char *e = s + strlen(s); while (e > s && isspace((unsigned char) e[-1])) *--e = 0; return s; }
int icmp(const void *a, const void *b) { return (*(int *) a > *(int *) b) - (*(int *) a < *(int *) b); }
int scmp(const void *a, const void *b) { return strcasecmp(*(const char **) a, *(const char **) b); }
int main(void)
{
	char a[50] = "Hello", *p, *save, line[] = "one,two,,three;four"; const char *days[] = { "mon", "Tue", "wed", "THU", "fri" }; int v[] = { 5, 3, 9, -1, 0, 42, 7 }, key = 42, CAT(x, 1) = 1; char num[20];
	strcat(strcpy(a + 5, ", "), "world"); puts(a); printf("%zu %zu\n", strlen(a), sizeof a); strncpy(a, "abcdefgh", 3); puts(a); memmove(a + 2, a, 5); puts(a);
	for (p = strtok(line, ","); p; p = strtok(NULL, ",;")) printf("<%s>", p); putchar('\n');
	char l2[] = "a b  c"; while ((p = strsep((save = l2, &save), " "))) { printf("{%s}", p); break; } putchar('\n'); char *q = strdup("x:y::z"), *r = q; while ((p = strsep(&r, ":"))) printf("(%s)", p); putchar('\n'); free(q);
	printf("%s %s %s\n", strchr("abcabc", 'b'), strrchr("abcabc", 'b'), strstr("needle in haystack", "in")); printf("%d %d %d\n", strcmp("a", "b") < 0, strncmp("abc", "abd", 2), strcasecmp("ABC", "abc")); printf("%zu %zu %s\n", strspn("129th", "0123456789"), strcspn("hello", "l"), strpbrk("test,it", ",."));
	itoa(-1234, num); puts(num); itoa(0, num); puts(num); char t[] = "  padded \t\n"; printf("[%s]\n", trim(t)); printf("%s %s\n", XSTR(INT_MAX), STR(a + b "q"));
	qsort(v, SIZE(v), sizeof v[0], icmp); for (size_t i = 0; i < SIZE(v); i++) printf("%d ", v[i]); int *f = bsearch(&key, v, SIZE(v), sizeof(int), icmp); printf("at %td\n", f - v); qsort(days, 5, sizeof *days, scmp); for (int i = 0; i < 5; i++) printf("%s%s", days[i], i < 4 ? "," : "\n");
	errno = 0; long n = strtol("99999999999999999999", &p, 10); printf("%d %d [%s]\n", n == LONG_MAX, errno == ERANGE, p); printf("%ld %ld %ld %lu\n", strtol("0x1F", NULL, 0), strtol("077", NULL, 0), strtol("zz", NULL, 36), strtoul("-1", NULL, 10)); printf("%d %d %g %g\n", atoi("42abc"), atoi("abc"), atof("1e3x"), strtod(".5e-2", &p)); printf("%g [%s]\n", strtod("nope", &p), p);
	for (int c = 0; c < 128; c++) if (ispunct(c) && !isalnum(c)) putchar(c); putchar('\n'); printf("%d%d%d%d\n", !!isxdigit('f'), !!isupper('a'), !!isblank('\t'), !!iscntrl(127)); printf("%c%c\n", toupper('q'), tolower('Q'));
	char *d; asprintf(&d, "%s-%d", "fmt", 7); puts(d); printf("%s\n", strndup("abcdef", 3)); printf("%d %d\n", memcmp("ab\0c", "ab\0d", 4) < 0, (int) (strchrnul("abc", 'x') - (char *) 0 != 0)); printf("%s\n", strerror(ENOENT)); printf("%s|%s\n", strerror(0), strerror(9999)); char *dd = malloc(10); memset(dd, '*', 9); dd[9] = 0; dd = realloc(dd, 20); strcat(dd, "!"); puts(dd); printf("%s\n", memccpy(num, "path/to", '/', 10) ? "found" : "no"); printf("%d\n", ffs(40)); printf("%s\n", basename("/usr/lib/x.c"));
	union { float f; unsigned u; unsigned char b[4]; } un = { 1.0f }; printf("%08x %d\n", un.u, un.b[3]); unsigned bits = 0xF0F0; int cnt = 0; for (; bits; bits &= bits - 1) cnt++; printf("%d %d %u %d\n", cnt, ~0, 1u << 31, -17 >> 2); printf("%d %d %d\n", -7 / 2, -7 % 2, (unsigned char) 300); printf("%s\n", x1 & 1 ? "odd" : "even"); return 0;
}
