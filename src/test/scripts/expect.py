#!/usr/bin/env python3
"""What the system's C compiler and C library make of our conformance programs.

    expect.py --check  [NAME...]     compare with the stored NAME.terminal and NAME.pipe
    expect.py --update [NAME...]     write them anew

NAME is a path below the programs folder without ".c" ("process/wait_status") or a folder ("stdio").
The format of the programs' heads and of the stored files is described in
src/test/resources/programs/README.md.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time

PROGRAMS = pathlib.Path(__file__).resolve().parent.parent / "resources" / "programs"
KEYS = {"shows", "order", "args", "stdin", "env", "mask", "curriculum", "races", "error", "warning"}
ORDERS = {"fixed", "lines", "words"}
MODES = ("terminal", "pipe")
TIMEOUT = 60


class Problem(Exception):
    pass


# --- the head of a program -------------------------------------------------------------------


def read_head(path):
    head = {}
    for line in path.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        match = re.fullmatch(r"// ([a-z]+): (.*)", line)
        if not match:
            break
        key, value = match.groups()
        if key not in KEYS:
            raise Problem(f"unknown key '{key}'")
        head.setdefault(key, []).append(value)
    if "shows" not in head:
        raise Problem("the head lacks 'shows:'")
    if head.get("order", ["fixed"])[0] not in ORDERS:
        raise Problem(f"order must be one of {sorted(ORDERS)}")
    return head


def one(head, key, default=""):
    values = head.get(key, [default])
    if len(values) > 1:
        raise Problem(f"'{key}:' may stand only once")
    return values[0]


# --- bytes as text ---------------------------------------------------------------------------

NAMED = {ord("\\"): "\\\\", ord("\n"): "\\n", ord("\t"): "\\t", ord("\r"): "\\r"}


def escape(data):
    text = "".join(
        NAMED.get(b) or (chr(b) if 32 <= b < 127 else f"\\x{b:02x}") for b in data
    )
    return re.sub(r" $", r"\\x20", text)


def unescape(text):
    values = {"\\\\": b"\\", "\\n": b"\n", "\\t": b"\t", "\\r": b"\r"}
    out = bytearray()
    for part in re.findall(r"\\x[0-9a-f]{2}|\\.|[^\\]", text):
        if part.startswith("\\x"):
            out.append(int(part[2:], 16))
        elif part.startswith("\\"):
            out += values[part]
        else:
            out += part.encode("utf-8")
    return bytes(out)


# --- one run -----------------------------------------------------------------------------------


def prepare():
    """Runs in the new process: the same limits and signals whoever calls, a nohup or a shell's `&` included."""
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    hard = resource.getrlimit(resource.RLIMIT_STACK)[1]
    resource.setrlimit(resource.RLIMIT_STACK, (8 << 20, hard))


def run(binary, head, mode):
    """Runs a program until all its processes have closed stdout and stderr."""
    arguments = [os.fsdecode(unescape(a)) for a in one(head, "args").split()]
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
    for setting in one(head, "env").split():
        name, _, value = setting.partition("=")
        environment[name] = os.fsdecode(unescape(value))

    stdin, feed = os.pipe()
    os.write(feed, unescape(one(head, "stdin")))
    os.close(feed)
    errors, stderr = os.pipe()
    if mode == "terminal":
        output, stdout = os.openpty()
        attributes = termios.tcgetattr(stdout)
        attributes[1] &= ~termios.OPOST
        termios.tcsetattr(stdout, termios.TCSANOW, attributes)
    else:
        output, stdout = os.pipe()

    with tempfile.TemporaryDirectory(prefix="expect") as folder:
        process = subprocess.Popen(
            ["./" + binary.name] + arguments,
            executable=str(binary),
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            env=environment,
            cwd=folder,
            start_new_session=True,
            preexec_fn=prepare,
        )
        for descriptor in (stdin, stdout, stderr):
            os.close(descriptor)
        texts = {output: bytearray(), errors: bytearray()}
        pending = {output, errors}
        deadline = time.monotonic() + TIMEOUT
        try:
            while pending:
                left = deadline - time.monotonic()
                ready = select.select(list(pending), [], [], max(left, 0))[0]
                if not ready:
                    raise Problem(f"not finished after {TIMEOUT} s")
                for descriptor in ready:
                    try:
                        chunk = os.read(descriptor, 65536)
                    except OSError:  # EIO: the last process has left the terminal
                        chunk = b""
                    if not chunk:
                        pending.discard(descriptor)
                    texts[descriptor] += chunk
            code = process.wait(max(deadline - time.monotonic(), 0.1))
        except (Problem, subprocess.TimeoutExpired):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise Problem(f"not finished after {TIMEOUT} s") from None
        finally:
            os.close(output)
            os.close(errors)
    return code, bytes(texts[output]), bytes(texts[errors])


def arrange(data, head):
    """Masks what differs from run to run and brings free order into one order."""
    mask = one(head, "mask")
    if mask:
        data = re.sub(mask.encode(), b"#", data)
    order = one(head, "order", "fixed")
    if order == "lines":
        return b"".join(sorted(data.splitlines(keepends=True)))
    if order == "words":
        return b"".join(sorted(re.findall(rb"\S*\s+|\S+", data)))
    return data


def describe(code, output, errors, head):
    """The text of a NAME.terminal or NAME.pipe file."""
    lines = [f"exit {code}" if code >= 0 else f"exit {128 - code} {signal.Signals(-code).name}"]
    for stream, data in (("out", output), ("err", errors)):
        for line in re.findall(rb"[^\n]*\n|[^\n]+", arrange(data, head)):
            lines.append(f"{stream} {escape(line)}")
    return "\n".join(lines) + "\n"


# --- one program -------------------------------------------------------------------------------


def compile_program(path, binary):
    """Returns the compiler's messages, empty when it made a binary."""
    command = ["cc", "-std=gnu17", "-w", "-pthread", "-o", str(binary), path.name, "-lm"]
    done = subprocess.run(command, cwd=path.parent, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    return "" if done.returncode == 0 else done.stderr or "cc failed"


def check_places(path, head, key):
    lines = path.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    if key not in head:
        raise Problem(f"the head lacks '{key}:'")
    for value in head[key]:
        match = re.fullmatch(r"(\d+):(\d+) (\S.*)", value)
        if not match:
            raise Problem(f"'{key}: {value}' should read LINE:COLUMN WORDS")
        line, column = int(match[1]), int(match[2])
        if line > len(lines) or column > len(lines[line - 1]) + 1:
            raise Problem(f"'{key}: {value}' names a place outside the file")


def check_rejected(path, folder, verbose):
    head = read_head(path)
    check_places(path, head, "error")
    messages = compile_program(path, folder / path.stem)
    if not messages:
        raise Problem("the compiler accepts it")
    if verbose:
        first = [m for m in messages.splitlines() if "error:" in m or "undefined reference" in m]
        print(f"{path.stem}: {head['error'][0]}\n    cc: {first[0] if first else messages.splitlines()[0]}")


def work(path, options, folder):
    folder = folder / path.parent.name
    folder.mkdir(exist_ok=True)
    if path.parent.name == "rejected":
        check_rejected(path, folder, options.verbose)
        return
    head = read_head(path)
    if path.parent.name == "warned":
        check_places(path, head, "warning")
    binary = folder / path.stem
    messages = compile_program(path, binary)
    if messages:
        raise Problem("does not compile\n" + messages)
    for mode in MODES:
        stored = path.with_suffix("." + mode)
        if options.check and not stored.exists():
            raise Problem(f"{stored.name} is missing: run --update")
        expected = stored.read_text(encoding="ascii") if options.check else None
        for _ in range(options.repeat):
            found = describe(*run(binary, head, mode), head)
            if expected is None:
                expected = found
            if found != expected:
                wanted = "what is stored" if options.check else "the run before"
                raise Problem(f"{mode}: differs from {wanted}\n--- expected\n{expected}+++ found\n{found}")
        if options.update:
            stored.write_text(expected, encoding="ascii")
    binary.unlink()


def chosen(names):
    everything = sorted(PROGRAMS.rglob("*.c"))
    if not names:
        return everything
    picked = []
    for name in names:
        name = name.removesuffix(".c")
        found = [
            p
            for p in everything
            if (n := p.relative_to(PROGRAMS).with_suffix("").as_posix()) == name
            or n.startswith(name.rstrip("/") + "/")
        ]
        if not found:
            sys.exit(f"no program '{name}' below {PROGRAMS}")
        picked += found
    return picked


def strays():
    return [
        p
        for mode in MODES
        for p in sorted(PROGRAMS.rglob("*." + mode))
        if not p.with_suffix(".c").exists()
    ]


def spin():
    pid = os.fork()
    if pid == 0:
        while True:
            pass
    return pid


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--check", action="store_true")
    task.add_argument("--update", action="store_true")
    parser.add_argument("--repeat", type=int, default=1, metavar="N", help="run each program N times a mode")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N", help="programs at once")
    parser.add_argument("--load", type=int, default=0, metavar="N", help="N spinning processes beside it")
    parser.add_argument("--verbose", action="store_true", help="what cc says about rejected programs")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    if not shutil.which("cc"):
        sys.exit("no C compiler 'cc' on this machine")

    failures = [f"{p.relative_to(PROGRAMS)}: belongs to no program" for p in strays()]
    programs = chosen(options.names)
    spinning = [spin() for _ in range(options.load)]
    try:
        with tempfile.TemporaryDirectory(prefix="expect") as folder:
            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                jobs = {pool.submit(work, p, options, pathlib.Path(folder)): p for p in programs}
                for job, path in jobs.items():
                    try:
                        job.result()
                    except Problem as problem:
                        failures.append(f"{path.relative_to(PROGRAMS)}: {problem}")
    finally:
        for pid in spinning:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{len(programs)} programs, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
