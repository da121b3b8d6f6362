#!/usr/bin/env python3
"""Runs programs and replays lessons on a machine that is much too busy, and holds what they show against what must have
happened: docs/soak.md.

    src/test/scripts/truth.py [--runs N] [--at-once N] [--stop] [--spin N] [--seconds N]

All of them share one processor with --spin busy loops. With --stop the console and the processes of the program are
stopped and continued at random while they run. With --seconds no run begins after that time. Shows a line for each kind
of run; fails when a byte was lost, a line was false, or a run ended otherwise than it should.
"""

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[3]
ROWS = "lessons/04-a-loop-of-forks/rows.c"
LIMIT = 600

# A shell's children tell nothing, a grandchild's parent is killed between two words.
SILENT = r"""
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  for (int i = 0; i < 4; i++) {
    if (fork() == 0) {
      execlp("sh", "sh", "-c", "echo one $0; /bin/echo two $0; exit $0", (char[]){'1' + i, 0}, NULL);
    }
    int status;
    wait(&status);
    printf("after %d\n", WEXITSTATUS(status));
    fflush(stdout);
  }
  write(1, "end\n", 4);
}
"""

LABEL = re.compile(r"^  P(\.\d+)* +\d+  ")


def output(shown):
    """What the programs wrote, without labels and notes."""
    lines = []
    for line in shown.splitlines():
        label = LABEL.match(line)
        if label:
            lines.append(re.split(r"  (?=the newline|by the newline)", line[label.end():].strip())[0].strip())
    return lines


def rows(shown):
    lines = output(shown)
    wrong = []
    written = [line for line in lines if re.fullmatch(r"\d  (child|parent)  +\d+  \d+  \d+", line)]
    if len(written) != 6 or sum(line.startswith("i  who") for line in lines) != 1:
        wrong.append(f"{len(written)} rows")
    if len([line for line in lines if "child" in line.split()[1:2]]) != 3:
        wrong.append("not three children")
    if not shown.rstrip().endswith("all exited with 0"):
        wrong.append("another end")
    # Everyone waits for its children: there are no orphans, and nobody is killed.
    wrong += [line for line in shown.splitlines() if re.search(r"killed|orphan|gone|dead|not known", line)]
    return wrong


def silent(shown):
    expected = []
    for i in range(1, 5):
        expected += [f"one {i}", f"two {i}", f"after {i}"]
    expected.append("end")
    written = [line for line in output(shown) if line.split(" ")[0] in ("one", "two", "after", "end")]
    wrong = [] if written == expected else [f"output {written}"]
    wrong += [line for line in shown.splitlines() if re.search(r"killed|orphan|gone|dead|not known", line)]
    return wrong


def replay(shown):
    # Nobody in this lesson is killed.
    return [line for line in shown.splitlines() if re.search(r"killed|not known", line)]


KINDS = {
    "rows": (["run", "--lang=en", ROWS, "wait"], rows),
    "silent": (["run", "--lang=en", "SILENT"], silent),
    "replay": (["replay", "4", "--lang=en", "--speed=50", "--no-typing"], replay),
}


def descendants(pid):
    found = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            for child in Path(f"/proc/{pid}/task/{task}/children").read_text().split():
                found += [int(child)] + descendants(int(child))
    except OSError:
        pass
    return found


def send(pid, number):
    try:
        os.kill(pid, number)
    except OSError:
        pass


def stop_at_random(process, kind, chance):
    """Stops the console or one of the program's processes for up to half a second.

    At a prompt, and so in a lesson, a process that is stopped is one that nobody waits for: there it is the console alone.
    """
    while process.poll() is None:
        time.sleep(chance.uniform(0, 0.05))
        family = descendants(process.pid)
        # The first two are the zygote and who watches over it.
        victims = [process.pid] + ([] if kind == "replay" else family[2:])
        victim = chance.choice(victims)
        send(victim, signal.SIGSTOP)
        time.sleep(chance.choice([0.001, 0.01, 0.1, 0.5]))
        send(victim, signal.SIGCONT)


def one(kind, folder, stopping, failures, totals, lock, number):
    arguments, check = KINDS[kind]
    arguments = [str(folder / "silent.c") if word == "SILENT" else word for word in arguments]
    shown = folder / f"{kind}-{number}.txt"
    with open(shown, "wb") as out:
        process = subprocess.Popen(["./launcher.sh", *arguments], cwd=HOME, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.STDOUT)
        if stopping:
            threading.Thread(target=stop_at_random, args=(process, kind, random.Random(number)), daemon=True).start()
        try:
            status = process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            status = "did not end"
    text = shown.read_text(errors="replace")
    wrong = check(text) + ([] if status == 0 else [f"status {status}"])
    with lock:
        totals[kind] = totals.get(kind, 0) + 1
        if wrong:
            failures.setdefault(kind, []).append((number, wrong, text))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--at-once", type=int, default=16)
    parser.add_argument("--spin", type=int, default=0)
    parser.add_argument("--stop", action="store_true")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--kinds", default="rows,silent,replay")
    options = parser.parse_args()
    subprocess.run(["./launcher.sh", "--version"], cwd=HOME, check=True, stdout=subprocess.DEVNULL)
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    spinners = [subprocess.Popen(["sh", "-c", "while :; do :; done"]) for _ in range(options.spin)]
    failures, totals, lock = {}, {}, threading.Lock()
    kinds = options.kinds.split(",")
    numbers = iter(range(options.runs))
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "silent.c").write_text(SILENT)

        def work():
            while True:
                with lock:
                    number = next(numbers, None)
                if number is None or time.monotonic() - began > options.seconds:
                    return
                one(kinds[number % len(kinds)], folder, options.stop, failures, totals, lock, number)

        workers = [threading.Thread(target=work) for _ in range(options.at_once)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    for spinner in spinners:
        spinner.kill()
    print("| kind | runs | wrong |\n|---|--:|--:|")
    for kind in kinds:
        print(f"| {kind} | {totals.get(kind, 0)} | {len(failures.get(kind, []))} |")
    print(f"{options.at_once} at once on one processor, {options.spin} busy loops, "
          f"{'stopped at random, ' if options.stop else ''}{time.monotonic() - began:.0f} s")
    for kind, wrong in failures.items():
        for number, reasons, text in wrong[:3]:
            print(f"--- {kind} {number}: {reasons}")
            Path(f"target/truth-{kind}-{number}.txt").write_text(text)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
