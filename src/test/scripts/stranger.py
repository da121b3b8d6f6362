#!/usr/bin/env python3
"""Plays another user of the machine who wants ForkShells of others for himself: he polls /proc, binds every name that
looks like one of theirs before they do, and connects to whatever listens under such a name. Run it as that user while
starts are tried, end it with SIGTERM; it says how many names it bound first, who connected to it, and how many of its
own connections were answered with a byte."""
import os, re, select, signal, socket, struct, sys

NAME = re.compile(rb"forkshell-[0-9a-f]{8,}(?:-\d)?")
KINDS = (socket.SOCK_STREAM, socket.SOCK_SEQPACKET)
bound, listeners, callers, answered, over = set(), [], [], 0, False


def stop(*_):
    global over
    over = True


signal.signal(signal.SIGTERM, stop)
while not over:
    seen = set()
    for pid in filter(str.isdigit, os.listdir("/proc")):
        for file in ("cmdline", "environ"):
            try:
                seen.update(NAME.findall(open(f"/proc/{pid}/{file}", "rb").read()))
            except OSError:
                pass
    for name in seen - bound:
        bound.add(name)
        for kind, suffix in zip(KINDS, (b"-1", b"-5")):
            for full in (name, name + suffix):
                s = socket.socket(socket.AF_UNIX, kind)
                try:
                    s.bind(b"\0" + full)
                    s.listen(8)
                    listeners.append(s)
                except OSError:
                    s.close()
    for name in set(NAME.findall(open("/proc/net/unix", "rb").read())):
        for kind in KINDS:
            s = socket.socket(socket.AF_UNIX, kind)
            s.setblocking(False)
            try:
                s.connect(b"\0" + name)
                if select.select([s], [], [], 0.01)[0] and s.recv(1):
                    answered += 1
            except OSError:
                pass
            s.close()
    for s in select.select(listeners, [], [], 0)[0] if listeners else []:
        c, _ = s.accept()
        pid, uid, _ = struct.unpack("3i", c.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        if uid != os.getuid():
            callers.append((pid, uid))
        c.close()
print(f"{len(bound)} names bound first, {len(callers)} others connected, {answered} answers", file=sys.stderr)
