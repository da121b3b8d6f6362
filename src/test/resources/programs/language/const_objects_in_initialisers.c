// shows: gcc computes with const objects in initialisers of static objects

#include <stdio.h>

const int k = 7;
const int square = k * k;
const long wide = k;
char narrow = wide * 100;
static const double pi = 3.5;
double tau = pi * 2;
const char *const name = "abc";
const char *same = name;
int chosen = k > 3 && k < 9 ? k : -k;
const int table[3] = {1, 2, 3};
int second = table[1];
struct point { int x, y; };
const struct point corner = {4, 5};
int height = corner.y;
int row[] = {k, k + 1, [2] = k * 2};
struct { int count; const char *text; } entries[] = {{k, "x"}};
static int *tail = &row[k - 6];

int main(void)
{
    const int local = 3;
    static int copy = local + k;
    printf("%d %ld %d %.1f %s %d %d %d\n", square, wide, narrow, tau, same, chosen, second, height);
    printf("%d %d %s %d %d\n", row[2], entries[0].count, entries[0].text, *tail, copy);
    return 0;
}
