#!/usr/bin/env python3
"""Measures ForkShell against python3, cc and jshell on this machine, in one run, and prints ratios.

    src/test/scripts/performance.py [--runs N] [--threads | --computing]

Each figure is the median of N runs (default 7), taken in turn with what it is compared with: machines are noisy,
so only the ratio of figures of the same run says something.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
LAUNCHER = os.path.join(HOME, "launcher.sh")
PATIENCE = 30
# The one of the distribution, where there is one: others are built in other ways.
SYSTEM_PYTHON = "/usr/bin/python3" if os.access("/usr/bin/python3", os.X_OK) else "python3"
COMPUTING = os.path.join(os.path.dirname(os.path.abspath(__file__)), "performance", "computing")
# What the work is called, its argument, whether Python does it too.
WORK = [
    ("loop of + ^ | << * on int", "words", False),
    ("loop of + ^ << & on long", "long", False),
    ("fib(27)", "fib", True),
    ("bubble sort of 3,000", "bubble", False),
    ("sieve to 200,000", "sieve", False),
    ("sum of 1.0 / j", "quotients", False),
    ("30,000 sprintf, strcpy, strcat, strlen", "texts", True),
    ("100,000 lines of printf into a pipe", "lines", True),
    ("100,000 malloc and free", "blocks", False),
]
THREADS = [
    ("pthread_create + pthread_join", "µs", "create"),
    ("pthread_mutex_lock + unlock, nobody else there", "µs", "lock"),
    ("two threads, 1,000,000 locked increments each", "ms", "count"),
    ("there and back by a condition variable", "µs", "play"),
]

FORK_WAIT_C = """
#include <stdio.h>
#include <time.h>
#include <unistd.h>
#include <sys/wait.h>
int main(void) {
  struct timespec a, b;
  clock_gettime(CLOCK_MONOTONIC, &a);
  for (int i = 0; i < 500; i++) {
    if (fork() == 0)
      _exit(0);
    wait(NULL);
  }
  clock_gettime(CLOCK_MONOTONIC, &b);
  printf("%f\\n", ((b.tv_sec - a.tv_sec) * 1e9 + (b.tv_nsec - a.tv_nsec)) / 500 / 1e6);
  return 0;
}
"""
FORK_WAIT_PY = """
import os, time
a = time.perf_counter()
for i in range(500):
    if os.fork() == 0:
        os._exit(0)
    os.wait()
print((time.perf_counter() - a) / 500 * 1e3)
"""
LOOP_C = """
#include <stdio.h>
#include <time.h>
int main(void) {
  struct timespec a, b;
  clock_gettime(CLOCK_MONOTONIC, &a);
  int i = 0, s = 0;
  while (i < 5000000) {
    s += i & 7;
    i++;
  }
  clock_gettime(CLOCK_MONOTONIC, &b);
  printf("%f\\n", ((b.tv_sec - a.tv_sec) * 1e9 + (b.tv_nsec - a.tv_nsec)) / 1e6 + (s & 0));
  return 0;
}
"""
LOOP_PY = """
import time
def main():
    a = time.perf_counter()
    i = 0
    s = 0
    while i < 5000000:
        s += i & 7
        i += 1
    print((time.perf_counter() - a) * 1e3)
main()
"""
MEMORY_C = """
#include <stdio.h>
#include <unistd.h>
#include <sys/wait.h>
int main(void) {
  if (fork() == 0) {
    printf("%d\\n", getpid());
    fflush(stdout);
    sleep(2);
    _exit(0);
  }
  wait(NULL);
  return 0;
}
"""
MEMORY_PY = """
import os, time
if os.fork() == 0:
    print(os.getpid(), flush=True)
    time.sleep(2)
    os._exit(0)
os.wait()
"""
HELLO_C = """
#include <stdio.h>
int main(void) {
  printf("hello\\n");
  return 0;
}
"""
TWENTY_C = """
#include <stdio.h>
#include <unistd.h>
#include <sys/wait.h>
int main(void) {
  fork();
  fork() && fork() || fork();
  fork();
  printf("+\\n");
  while (wait(NULL) > 0)
    ;
  return 0;
}
"""
TWENTY_PY = """
import os
os.fork()
os.fork() and os.fork() or os.fork()
os.fork()
print("+", flush=True)
try:
    while True:
        os.wait()
except ChildProcessError:
    os._exit(0)
"""
SIXTY_FOUR_C = """
#include <stdio.h>
#include <unistd.h>
#include <sys/wait.h>
int main(void) {
  for (int i = 0; i < 6; i++)
    fork();
  printf("%d\\n", getppid() > 0);
  while (wait(NULL) > 0)
    ;
  return 0;
}
"""
SIXTY_FOUR_PY = """
import os
for i in range(6):
    os.fork()
print(1 if os.getppid() > 0 else 0, flush=True)
try:
    while True:
        os.wait()
except ChildProcessError:
    os._exit(0)
"""

THREADS_C = """
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int turn, counter;
static void *nothing(void *unused) { return NULL; }
static void *count(void *unused) {
  for (int i = 0; i < 1000000; i++) {
    pthread_mutex_lock(&lock);
    counter++;
    pthread_mutex_unlock(&lock);
  }
  return NULL;
}
static void *play(void *own) {
  int me = own != NULL;
  for (int i = 0; i < 5000; i++) {
    pthread_mutex_lock(&lock);
    while (turn != me)
      pthread_cond_wait(&changed, &lock);
    turn = !me;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
  }
  return NULL;
}
static void both(void *(*function)(void *)) {
  pthread_t a, b;
  pthread_create(&a, NULL, function, NULL);
  pthread_create(&b, NULL, function, "b");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
}
int main(int argc, char **argv) {
  struct timespec a, b;
  double count_of = 1;
  clock_gettime(CLOCK_MONOTONIC, &a);
  if (strcmp(argv[1], "create") == 0) {
    pthread_t thread;
    for (int i = 0; i < 2000; i++) {
      pthread_create(&thread, NULL, nothing, NULL);
      pthread_join(thread, NULL);
    }
    count_of = 2000;
  } else if (strcmp(argv[1], "lock") == 0) {
    for (int i = 0; i < 1000000; i++) {
      pthread_mutex_lock(&lock);
      pthread_mutex_unlock(&lock);
    }
    count_of = 1000000;
  } else if (strcmp(argv[1], "count") == 0) {
    both(count);
    count_of = 1000;
  } else {
    both(play);
    count_of = 5000;
  }
  clock_gettime(CLOCK_MONOTONIC, &b);
  printf("%f\\n", ((b.tv_sec - a.tv_sec) * 1e9 + (b.tv_nsec - a.tv_nsec)) / count_of / 1e3);
  return counter != 0 && counter != 2000000;
}
"""
THREADS_PY = """
import sys, threading, time
lock = threading.Lock()
changed = threading.Condition(lock)
turn = counter = 0
def nothing():
    pass
def count(me):
    global counter
    for i in range(1000000):
        lock.acquire()
        counter += 1
        lock.release()
def play(me):
    global turn
    for i in range(5000):
        with changed:
            while turn != me:
                changed.wait()
            turn = 1 - me
            changed.notify()
def both(function):
    threads = [threading.Thread(target=function, args=(me,)) for me in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
def pairs():
    for i in range(1000000):
        lock.acquire()
        lock.release()
a = time.perf_counter()
if sys.argv[1] == "create":
    for i in range(2000):
        thread = threading.Thread(target=nothing)
        thread.start()
        thread.join()
    count_of = 2000
elif sys.argv[1] == "lock":
    pairs()
    count_of = 1000000
elif sys.argv[1] == "count":
    both(count)
    count_of = 1000
else:
    both(play)
    count_of = 5000
print((time.perf_counter() - a) / count_of * 1e6)
"""


class Terminal:
    """A program on a pseudo-terminal of 80 columns."""

    def __init__(self, *command):
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.text = ""

    def until(self, pattern):
        """Milliseconds from the start until the pattern has appeared."""
        while not re.search(pattern, self.text):
            if not select.select([self.fd], [], [], PATIENCE)[0]:
                raise SystemExit("nothing like %r appeared: %r" % (pattern, self.text))
            self.text += os.read(self.fd, 65536).decode("utf-8", "replace")
        return (time.perf_counter() - self.start) * 1e3

    def type(self, text):
        os.write(self.fd, text.encode())

    def close(self):
        os.kill(self.pid, signal.SIGHUP)
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def forkshell_prompt():
    terminal = Terminal(LAUNCHER)
    try:
        return terminal.until("❯")
    finally:
        terminal.close()


def forkshell_first_fork():
    terminal = Terminal(LAUNCHER)
    try:
        # A learner would see the prompt first; the keys are in the terminal's queue at once.
        terminal.until("❯")
        terminal.type("fork\r")
        return terminal.until("the child got 0")
    finally:
        terminal.close()


class Session:
    """A session that is up, and has run something."""

    def __init__(self, source):
        self.line = "/run %s\r" % source
        self.terminal = Terminal(LAUNCHER)
        self.terminal.until("❯")
        self.run()

    def run(self):
        self.terminal.text = ""
        start = time.perf_counter()
        self.terminal.type(self.line)
        self.terminal.until("back at the prompt")
        took = (time.perf_counter() - start) * 1e3
        self.terminal.until("back at the prompt[^❯]*❯")
        return took

    def close(self):
        self.terminal.close()


def jshell_prompt():
    terminal = Terminal("jshell")
    try:
        return terminal.until("jshell>")
    finally:
        terminal.close()


def output(*command):
    return float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.split()[-1])


def whole(*command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1e3


def cc_and_run(source):
    return "cc -w -o %s.out %s && %s.out" % (source, source, source)


def private_memory(*command):
    """Kilobytes that only the forked child has, when it sleeps."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    child = process.stdout.readline().strip()
    with open("/proc/%s/smaps_rollup" % child) as rollup:
        private = sum(int(line.split()[1]) for line in rollup if line.startswith("Private_"))
    process.wait()
    return private


def compare(name, unit, aim, ours, *others):
    """Rows of: our median, theirs, the ratio."""
    figures = [[] for _ in range(1 + len(others))]
    for _ in range(RUNS):
        for at, measure in enumerate([ours] + [other for _, other in others]):
            figures[at].append(measure())
    medians = [statistics.median(column) for column in figures]
    for at, (label, _) in enumerate(others):
        ratio = medians[0] / medians[at + 1]
        print("| %s | %.4g %s | %s %.4g %s | %.2f | %s |" % (name, medians[0], unit, label, medians[at + 1], unit, ratio, aim if at == 0 else ""))
        sys.stdout.flush()


def main():
    with tempfile.TemporaryDirectory() as folder:

        def file(name, text):
            path = os.path.join(folder, name)
            with open(path, "w") as out:
                out.write(text)
            return path

        def compiled(source):
            subprocess.run(["cc", "-O0", "-w", "-pthread", "-o", source[:-2], source], check=True)
            return source[:-2]

        def run(source, *arguments):
            return (LAUNCHER, "run", "--raw", source, *arguments)

        def threads():
            source, script = file("threads.c", THREADS_C), file("threads.py", THREADS_PY)
            binary = compiled(source)
            for name, unit, what in THREADS:
                others = ("python3", lambda: output(SYSTEM_PYTHON, script, what)), ("cc -O0", lambda: output(binary, what))
                compare(name, unit, "", lambda: output(*run(source, what)), *others)

        def computing():
            source, binary = COMPUTING + ".c", os.path.join(folder, "computing")
            subprocess.run(["cc", "-O0", "-w", "-o", binary, source], check=True)
            for name, what, in_python in WORK:
                others = [("cc -O0", lambda: output(binary, what))]
                if shutil.which("tcc"):
                    others.append(("tcc -run", lambda: output("tcc", "-run", source, what)))
                if in_python:
                    others.append(("python3", lambda: output(SYSTEM_PYTHON, COMPUTING + ".py", what)))
                compare(name, "ms", "", lambda: output(*run(source, what)), *others)

        fork_wait, loop, memory = file("forkwait.c", FORK_WAIT_C), file("loop.c", LOOP_C), file("memory.c", MEMORY_C)
        fork_wait_py, loop_py, memory_py = file("forkwait.py", FORK_WAIT_PY), file("loop.py", LOOP_PY), file("memory.py", MEMORY_PY)
        programs = [("twenty processes (B7)", file("b7.c", TWENTY_C), file("b7.py", TWENTY_PY)), ("64 processes", file("many.c", SIXTY_FOUR_C), file("many.py", SIXTY_FOUR_PY))]
        subprocess.run([LAUNCHER, "-c", "1"], stdout=subprocess.DEVNULL, check=True)
        print("| what | ForkShell | other | ratio | aim |\n|---|---|---|---|---|")
        if ONLY != "computing":
            threads()
        if ONLY != "threads":
            computing()
        if ONLY:
            return
        compare("start to prompt", "ms", "0.25", forkshell_prompt, ("jshell", jshell_prompt))
        compare("start to first answered fork", "ms", "0.5", forkshell_first_fork, ("jshell to its prompt", jshell_prompt))
        compare("fork + exit + wait", "ms", "1", lambda: output(*run(fork_wait)), ("python3", lambda: output(SYSTEM_PYTHON, fork_wait_py)), ("cc", lambda: output(compiled(fork_wait))))
        compare("counting loop, 5 million", "ms", "0.2", lambda: output(*run(loop)), ("python3", lambda: output(SYSTEM_PYTHON, loop_py)), ("cc -O0", lambda: output(compiled(loop))))
        compare("private memory of a forked child", "kB", "", lambda: private_memory(*run(memory)), ("python3", lambda: private_memory(SYSTEM_PYTHON, memory_py)))
        hello = file("hello.c", HELLO_C)
        session = Session(hello)
        compare("/run of a hello in a session", "ms", "0.6", session.run, ("cc && ./a.out", lambda: whole("sh", "-c", cc_and_run(hello))))
        session.close()
        for name, source, script in programs:
            compare(name + ", whole command", "ms", "", lambda: whole(*run(source)), ("python3", lambda: whole(SYSTEM_PYTHON, script)), ("cc && ./a.out", lambda: whole("sh", "-c", cc_and_run(source))), ("jshell to its prompt", jshell_prompt))


if __name__ == "__main__":
    # Python's print is to be buffered, as it is unless somebody has said otherwise.
    os.environ.pop("PYTHONUNBUFFERED", None)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--threads", dest="only", action="store_const", const="threads", default="", help="only what threads do")
    parser.add_argument("--computing", dest="only", action="store_const", const="computing", help="only what computes")
    RUNS = parser.parse_args().runs
    ONLY = parser.parse_args().only
    main()
