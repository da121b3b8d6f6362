/* Prints how many milliseconds of processor time the work takes that its argument names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int numbers[3000];
static char composite[200001];

static int fib(int n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

static long words(void) {
  int k = 0, y = 1;
  for (int j = 0; j < 5000000; j++) {
    k += j;
    k ^= y | j;
    y = (k << 3) * 5;
  }
  return k;
}

static long long_words(void) {
  long x = 0;
  for (long i = 0; i < 5000000; i++) {
    x += i ^ (x << 1);
    x &= 0xffffff;
  }
  return x;
}

static long bubble_sort(void) {
  for (int j = 0; j < 3000; j++)
    numbers[j] = j * 7919 % 3001;
  for (int j = 0; j < 2999; j++)
    for (int k = 0; k < 2999 - j; k++)
      if (numbers[k] > numbers[k + 1]) {
        int h = numbers[k];
        numbers[k] = numbers[k + 1];
        numbers[k + 1] = h;
      }
  return numbers[7];
}

static long sieve(void) {
  int primes = 0;
  memset(composite, 0, sizeof composite);
  for (int j = 2; j <= 200000; j++)
    if (!composite[j]) {
      primes++;
      for (long m = (long)j * j; m <= 200000; m += j)
        composite[m] = 1;
    }
  return primes;
}

static long quotients(void) {
  double sum = 0;
  for (int j = 1; j < 2000000; j++)
    sum += 1.0 / j;
  return sum;
}

static long texts(void) {
  char number[100], whole[200];
  long length = 0;
  for (int j = 0; j < 30000; j++) {
    sprintf(number, "%d:%s", j, "abc");
    strcpy(whole, "x");
    strcat(whole, number);
    length += strlen(whole);
  }
  return length;
}

static long lines(void) {
  for (int i = 0; i < 100000; i++)
    printf("line %d of many\n", i);
  return fflush(stdout);
}

static long blocks(void) {
  void *all[100];
  for (int i = 0; i < 1000; i++) {
    for (int j = 0; j < 100; j++)
      all[j] = malloc(16 + j);
    for (int j = 0; j < 100; j++)
      free(all[j]);
  }
  return 0;
}

int main(int argc, char **argv) {
  struct timespec a, b;
  const char *what = argv[1];
  long result = 0;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
  if (!strcmp(what, "words"))
    result = words();
  else if (!strcmp(what, "long"))
    result = long_words();
  else if (!strcmp(what, "fib"))
    result = fib(27);
  else if (!strcmp(what, "bubble"))
    result = bubble_sort();
  else if (!strcmp(what, "sieve"))
    result = sieve();
  else if (!strcmp(what, "quotients"))
    result = quotients();
  else if (!strcmp(what, "texts"))
    result = texts();
  else if (!strcmp(what, "lines"))
    result = lines();
  else
    result = blocks();
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
  printf("%f\n", (b.tv_sec - a.tv_sec) * 1e3 + (b.tv_nsec - a.tv_nsec) / 1e6);
  return result == 4711;
}
