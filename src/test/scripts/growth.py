#!/usr/bin/env python3
"""Measures how the cost of a run grows with what it has to do, and prints the slope.

    src/test/scripts/growth.py [--most SHARE]

Each row is a size, the wall time, the processor time of all processes, and what one more unit costs in processor
time, as the difference to the row above says it. Where growth is linear the last column stays the same. SHARE,
from 0 to 1, leaves out the larger sizes.
"""

import argparse
import os
import resource
import subprocess
import tempfile
import time

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
LAUNCHER = os.path.join(HOME, "launcher.sh")
PROCESSES = """
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>
int main(int argc, char **argv) {
  int ends[2];
  char c;
  pipe(ends);
  for (int i = 0; i < atoi(argv[1]); i++)
    if (fork() == 0) {
      close(ends[1]);
      read(ends[0], &c, 1);
      return 0;
    }
  close(ends[1]);
  while (wait(NULL) > 0)
    ;
  return 0;
}
"""
OUTPUT = """
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
  for (long i = 0; i < atol(argv[1]) * 12500; i++)
    printf("%079ld\\n", i);
  return 0;
}
"""


def cost(command, given=""):
    """Seconds of wall time and of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, input=given, text=True, stdout=subprocess.DEVNULL, check=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def program_of(lines):
    """Functions of ten lines, each of which calls the one before."""
    text = ["#include <stdio.h>", "static int f0(int n) { return n; }"]
    for i in range(1, max(2, lines // 10)):
        text += ["static int f%d(int n) {" % i, "  int k = n;", "  if (k > %d)" % i, "    k = k - 1;", "  else", "    k = k + 2;"]
        text += ["  while (k > 100)", "    k -= 7;", "  return f%d(k);" % (i - 1), "}"]
    return "\n".join(text) + '\nint main(void) { printf("%%d\\n", f%d(3)); return 0; }\n' % (max(2, lines // 10) - 1)


def table(what, unit, sizes, command_for):
    print("\n| %s | wall | processor | one more %s |\n|---|---|---|---|" % (what, unit))
    last = None
    for size in sizes[: max(2, round(len(sizes) * SHARE))]:
        wall, processor = min((cost(*command_for(size)) for _ in range(3)), key=lambda pair: pair[1])
        slope = "" if last is None else "%.3f ms" % ((processor - last[1]) / (size - last[0]) * 1e3)
        print("| %s | %.3f s | %.3f s | %s |" % (size, wall, processor, slope), flush=True)
        last = size, processor


def main():
    with tempfile.TemporaryDirectory() as folder:

        def file(name, text):
            path = os.path.join(folder, name)
            with open(path, "w") as out:
                out.write(text)
            return path

        processes, output = file("processes.c", PROCESSES), file("output.c", OUTPUT)
        page = os.path.join(folder, "page.html")
        cost([LAUNCHER, "-c", "1"])
        table("live processes", "process", [8, 64, 256, 1000, 2000], lambda n: ([LAUNCHER, "run", "--limit", str(n + 2), processes, str(n)],))
        table("prompt lines", "line", [1, 100, 500, 1000, 2000, 5000], lambda n: ([LAUNCHER], "".join("int v%d = %d;\n" % (i, i) for i in range(n))))
        table("lines of a program", "line", [100, 1000, 5000, 10000, 20000], lambda n: ([LAUNCHER, "run", file("p%d.c" % n, program_of(n))],))
        table("megabytes of output in a page", "MB", [1, 5, 20, 50, 100], lambda n: ([LAUNCHER, "run", "--html", page, output, str(n)],))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=float, default=1)
    SHARE = parser.parse_args().most
    main()
