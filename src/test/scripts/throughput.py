#!/usr/bin/env python3
"""Measures how many lines of program output a second ForkShell shows, labelled, and that none is missing.

    src/test/scripts/throughput.py [--lines N] [--runs N]

One writer and four, by `run` into a pipe, by `run` at a terminal and at the prompt. The time is that from the first
line shown to the last, so that no start-up is in it. Beside it a python3 that reads the same lines, printed by the
same program compiled by cc, from a pipe and writes each with a label, and cat. Only the ratio of figures of one run
says something; the least that is wanted is 10,000 lines a second.
"""

import argparse
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
import fcntl

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
LAUNCHER = os.path.join(HOME, "launcher.sh")
PATIENCE = 120

PROGRAM = r"""
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>
int main(int argc, char **argv) {
  int writers = atoi(argv[1]), lines = atoi(argv[2]);
  setvbuf(stdout, NULL, _IOLBF, 0);
  for (int w = 0; w < writers; w++)
    if (fork() == 0) {
      for (int i = 0; i < lines; i++)
        printf("writer %d says line %d of many\n", w, i);
      exit(0);
    }
  while (wait(NULL) > 0)
    ;
  return 0;
}
"""
LABELLER = r"""
import sys
for line in sys.stdin:
    sys.stdout.write("  P.%s 12345  %s" % (line[7], line))
"""
LINE = re.compile(rb"writer \d says line (\d+) of many")


class Reader:
    """Reads until so many lines were seen, and measures from the first to the last."""

    def __init__(self, fd, wanted):
        self.fd, self.wanted, self.seen, self.rest = fd, wanted, 0, b""
        self.first = self.last = None

    def read(self):
        end = time.monotonic() + PATIENCE
        while self.seen < self.wanted and time.monotonic() < end:
            if not select.select([self.fd], [], [], 1)[0]:
                continue
            try:
                data = os.read(self.fd, 1 << 16)
            except OSError:
                break
            if not data:
                break
            data = self.rest + data
            cut = data.rfind(b"\n") + 1
            self.rest = data[cut:]
            found = len(LINE.findall(data, 0, cut))
            if found:
                self.last = time.monotonic()
                self.first = self.first or self.last
                self.seen += found
        if self.seen != self.wanted:
            sys.exit("of %d lines %d were seen" % (self.wanted, self.seen))
        return self.wanted / max(self.last - self.first, 1e-9)


def by_pipe(command, lines):
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, shell=isinstance(command, str)) as child:
        rate = Reader(child.stdout.fileno(), lines).read()
        child.stdout.read()
        return rate


def by_terminal(command, lines, typed=b""):
    pid, fd = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)
    try:
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        if typed:
            seen, end = b"", time.monotonic() + PATIENCE
            while "❯".encode() not in seen and time.monotonic() < end:
                seen += os.read(fd, 4096)
            os.write(fd, typed)
        return Reader(fd, lines).read()
    finally:
        os.kill(pid, signal.SIGTERM)
        # What is still on its way must not keep it from ending.
        try:
            while os.read(fd, 1 << 16):
                pass
        except OSError:
            pass
        os.close(fd)
        os.waitpid(pid, 0)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--lines", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=3)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, binary, labeller = (os.path.join(folder, n) for n in ("flood.c", "flood", "label.py"))
        with open(source, "w") as file:
            file.write(PROGRAM)
        with open(labeller, "w") as file:
            file.write(LABELLER)
        subprocess.run(["cc", "-O1", "-o", binary, source], check=True)
        print("| writers | how | lines/s | python3's labels | ratio | cat |\n|---|---|---|---|---|---|")
        for writers in (1, 4):
            each = options.lines // writers
            total = each * writers
            ways = {
                "`run`, into a pipe": lambda: by_pipe([LAUNCHER, "run", source, str(writers), str(each)], total),
                "`run`, at a terminal": lambda: by_terminal(
                    [LAUNCHER, "run", source, str(writers), str(each)], total),
                "the prompt, `/run`": lambda: by_terminal(
                    [LAUNCHER], total, b"/run %s %d %d\r" % (source.encode(), writers, each)),
            }
            for name, way in ways.items():
                ours, python, cat = [], [], []
                for _ in range(options.runs):
                    ours.append(way())
                    python.append(by_pipe("%s %d %d | python3 %s" % (binary, writers, each, labeller), total))
                    cat.append(by_pipe("%s %d %d | cat" % (binary, writers, each), total))
                a, b, c = (statistics.median(x) for x in (ours, python, cat))
                print("| %d | %s | %d | %d | %.2f | %d |" % (writers, name, a, b, a / b, c), flush=True)


if __name__ == "__main__":
    main()
