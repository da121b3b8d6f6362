/* What C leaves open and programs from courses show all the same: which operand, which argument comes first. Each line is one
   case; the expected results are gcc's, without optimisation, on x86-64. */
#include <stdio.h>

int g;
int *gp = &g;
int arr[10];
struct s { int x, y; } ss;

int t(int n, int v) { printf("[%d]", n); return v; }
int f3(int a, int b, int c) { return a * 100 + b * 10 + c; }
int f2(int a, int b) { return a * 10 + b; }
int inc(void) { return ++g; }

static void arguments(void) {
    int i = 5, k, j;
    int *ip = &k;
    printf("1 %d %d\n", i++, i++);
    printf("2 %d %d\n", i, i++);
    printf("3 %d %d\n", i++, i);
    i = 5; printf("4 %d\n", f2(i, ++i));
    i = 5; printf("5 %d\n", f2(++i, i));
    i = 5; printf("6 %d\n", f2(++i, ++i));
    i = 5; printf("7 %d\n", f2(i++, ++i));
    i = 5; printf("8 %d %d %d\n", ++i, i++, i);
    i = 5; printf("9 %d %d %d\n", i, ++i, i + 1);
    k = 5; printf("10 %d %d\n", k, k++);
    k = 5; printf("11 %d %d\n", k++, k);
    k = 5; printf("12 %d %d\n", ++k, ++k);
    g = 5; printf("13 %d %d\n", g, g++);
    g = 5; printf("14 %d %d\n", g++, g);
    g = 5; printf("15 %d %d\n", ++g, g);
    g = 5; printf("16 %d %d\n", ++g, ++g);
    f3(t(1, 1), t(2, 2), t(3, 3)); printf("\n");
    f3(t(1, 1), 2, t(3, t(4, 4))); printf("\n");
    i = 5; printf("17 %d\n", f2((i++, i), i));
    *ip = 1;
    printf("18 %d\n", f3(k, *ip += 2, k));
    j = f2(inc(), g);
    printf("19 %d\n", j);
}

static void operands(void) {
    int i, j, k;
    int *ip = &k;
    char c;
    unsigned u;
    long l;
    double d;
    float f;
    struct s local = {5, 6};
    i = 5; j = i + i++; printf("20 %d\n", j);
    i = 5; j = i++ + i; printf("21 %d\n", j);
    i = 5; j = i++ + ++i; printf("22 %d\n", j);
    i = 5; i = i++ + ++i; printf("23 %d\n", i);
    g = 5; j = g + g++; printf("24 %d\n", j);
    g = 5; j = g++ + g; printf("25 %d\n", j);
    g = 5; j = g + inc(); printf("26 %d\n", j);
    g = 5; j = inc() + g; printf("27 %d\n", j);
    j = t(1, 1) + t(2, 2) * t(3, 3); printf("\n");
    j = t(1, 1) < t(2, 2); printf("\n");
    i = 5; i += i++; printf("28 %d\n", i);
    i = 5; i += ++i; printf("29 %d\n", i);
    i = 5; i = i++; printf("30 %d\n", i);
    i = 5; i = ++i + 1; printf("31 %d\n", i);
    c = 5; j = c + c++; printf("32 %d\n", j);
    c = 5; j = c++ + c; printf("33 %d\n", j);
    k = 5; j = k + k++; printf("34 %d\n", j);
    k = 5; j = k + ++*ip; printf("35 %d\n", j);
    i = 5; j = ++i + ++i; printf("36 %d\n", j);
    i = 5; j = ++i * i++; printf("37 %d\n", j);
    i = 2; j = i++ * i++ + i; printf("38 %d\n", j);
    g = 5; j = ++g + ++g; printf("39 %d\n", j);
    k = 5; j = ++k + ++k; printf("40 %d\n", j);
    k = 5; k = k++ + ++k; printf("41 %d\n", k);
    g = 5; g = g++ + ++g; printf("42 %d\n", g);
    g = 5; g += inc(); printf("43 %d\n", g);
    i = 5; i = i + (i = 3); printf("44 %d\n", i);
    i = 5; j = (i = 3) + i; printf("45 %d\n", j);
    i = 5; j = i - (i = 3); printf("46 %d\n", j);
    ss.x = 5; j = ss.x + ss.x++; printf("47 %d\n", j);
    j = local.x + local.x++; printf("48 %d\n", j);
    i = 5; j = i + i + i++; printf("49 %d\n", j);
    i = 5; j = i + 1 + i++; printf("50 %d\n", j);
    i = 5; j = i < i++; printf("51 %d\n", j);
    i = 5; j = i == i++; printf("52 %d\n", j);
    i = 5; j = -i + i++; printf("53 %d\n", j);
    l = 5; i = 5; l = l + i++ + i; printf("54 %ld\n", l);
    l = 5; j = l + l++; printf("55 %d\n", j);
    i = 5; l = i + (long)i++; printf("56 %ld\n", l);
    u = 5; j = u + u++; printf("57 %d\n", j);
    d = 5; d = d + d++; printf("58 %g\n", d);
    f = 5; f = f + f++; printf("59 %g\n", f);
    i = 5; i ^= i++; printf("60 %d\n", i);
    g = 5; g -= g++; printf("61 %d\n", g);
    k = 5; k += k++; printf("62 %d\n", k);
    i = 5; j = i << i++; printf("63 %d\n", j);
    i = 5; j = i * 2 + i++; printf("64 %d\n", j);
}

static void places(void) {
    int a[20] = {0}, b[20] = {0}, i, j;
    int *p = b;
    i = 1; a[i] = i++; printf("70 %d %d\n", a[1], a[2]);
    i = 1; p[i] = i++; printf("71 %d %d\n", b[1], b[2]);
    i = 4; a[i++] = i; printf("72 %d %d\n", a[4], a[5]);
    i = 1; arr[i] = i++; printf("73 %d %d\n", arr[1], arr[2]);
    g = 4; arr[g] = g++; printf("74 %d %d\n", arr[4], arr[5]);
    g = 7; arr[g] = inc(); printf("75 %d %d\n", arr[7], arr[8]);
    a[t(1, 1)] = t(2, 2); printf("\n");
    p[t(1, 1)] = t(2, 2); printf("\n");
    *(t(1, 1) + p) = t(2, 2) + t(3, 3); printf("\n");
    a[t(1, 1)] += t(2, 2); printf("\n");
    for (j = 0; j < 20; j++) a[j] = j + 7;
    i = 0; j = a[i] + a[i++]; printf("76 %d\n", j);
    i = 0; j = a[i++] + a[i]; printf("77 %d\n", j);
    p = a; i = 0; j = p[i] + p[i++]; printf("78 %d\n", j);
    i = 0; j = a[i] + i++; printf("79 %d\n", j);
    i = 0; p = a; j = *p + *p++; printf("80 %d\n", j);
    p = a; *p++ = *p; printf("81 %d %d\n", a[0], a[1]);
    p = a; *p = (p++, 55); printf("82 %d %d\n", a[0], a[1]);
    i = 5; a[i] = a[i] + i++; printf("83 %d %d\n", a[5], a[6]);
}

int main(void) {
    arguments();
    operands();
    places();
    return 0;
}
