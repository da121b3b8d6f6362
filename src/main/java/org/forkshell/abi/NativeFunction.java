package org.forkshell.abi;

/**
 * Functions that the machine computes itself, on the program's memory alone, because interpreting
 * them would be slow. The constants carry the names that ForkShell's own headers declare with
 * {@code __native}. Arguments lie in the argument slots, results in the first of them, as for any
 * call. What is not said here is as in C; a name that starts with two underscores is for the
 * library alone.
 */
public enum NativeFunction {
  /** {@code int *__errno_location(void)}. */
  __errno_location,

  // string.h, strings.h
  memcpy,
  mempcpy,
  memmove,
  memset,
  memcmp,
  memchr,
  memrchr,
  memmem,
  strlen,
  strnlen,
  strcpy,
  strncpy,
  stpcpy,
  strcat,
  strncat,
  strcmp,
  strncmp,
  strcasecmp,
  strncasecmp,
  strchr,
  strchrnul,
  strrchr,
  strstr,
  strcasestr,
  strspn,
  strcspn,
  strpbrk,
  /** {@code void __error_message(int number, char *to)}: what strerror(3) says. */
  __error_message,
  /** {@code void __signal_message(int number, char *to)}: what strsignal(3) says. */
  __signal_message,

  // stdio.h
  /**
   * {@code void __show_double(double value, int conversion, int precision, int alternative, struct
   * __shown *shown)}: the digits that a conversion of printf shows of a finite double that is not
   * negative.
   */
  __show_double,
  /** {@code char *__last_newline(const char *bytes, size_t count)}: null where there is none. */
  __last_newline,
  /**
   * {@code long __swap_if(void *at, long expected, long value, int size)}: puts {@code value} into
   * the 1, 2, 4 or 8 bytes where {@code expected} stands, in one step also for those who share the
   * memory, and gives what stood there, sign-extended.
   */
  __swap_if,
  /**
   * {@code void __fence(void)}: what was written before is seen by all before what is read after.
   */
  __fence,
  /**
   * {@code void __ordered_after(const void *place)}: what other threads did before they were {@code
   * __ordered_before} the place has happened before what this one does now. Computes nothing, and
   * is no instruction unless data races are looked for.
   */
  __ordered_after,
  /** {@code void __ordered_before(const void *place)}: the other half. */
  __ordered_before,

  // stdlib.h
  malloc(true),
  calloc(true),
  aligned_alloc(true),
  malloc_usable_size(true),
  /** {@code void *__move_break(long by)}: sbrk(2). */
  __move_break(true),
  /** {@code int __release(void *block)}: free(3), or which complaint glibc would make. */
  __release(true),
  /** {@code void *__resize(void *block, size_t size)}: realloc(3), or -1 if that is no block. */
  __resize(true),
  atoi,
  atol,
  atoll,
  atof,
  strtol,
  strtoul,
  strtoll,
  strtoull,
  strtod,
  strtof,
  strtold,

  // math.h
  sqrt,
  cbrt,
  pow,
  exp,
  exp2,
  expm1,
  log,
  log2,
  log10,
  log1p,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  atan2,
  sinh,
  cosh,
  tanh,
  hypot,
  floor,
  ceil,
  trunc,
  round,
  rint,
  nearbyint,
  fabs,
  fmod,
  remainder,
  copysign,
  nextafter,
  ldexp,
  frexp,
  modf,
  lround,
  llround,
  lrint,
  llrint,
  fmin,
  fmax,
  fdim;

  private final boolean usesHeap;

  NativeFunction() {
    this(false);
  }

  NativeFunction(boolean usesHeap) {
    this.usesHeap = usesHeap;
  }

  /** Whether it reads or changes what is known of the heap, which all threads share. */
  public boolean usesHeap() {
    return usesHeap;
  }
}
