"""Prints how many milliseconds of processor time the work takes that its argument names."""

import sys
import time


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def texts():
    length = 0
    for j in range(30000):
        length += len("x" + "%d:%s" % (j, "abc"))


def lines():
    for i in range(100000):
        print("line %d of many" % i)
    sys.stdout.flush()


WORK = {"fib": lambda: fib(27), "texts": texts, "lines": lines}
start = time.process_time()
WORK[sys.argv[1]]()
print((time.process_time() - start) * 1e3)
