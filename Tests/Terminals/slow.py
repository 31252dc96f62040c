"""Runs a program behind a slow line, as a desk is that is used over SSH from far away.

    python3 slow.py MILLISECONDS PROGRAM [ARGUMENT...]

What is typed and what the program writes each take so long. A sequence of the keyboard is cut
behind its introducer, and a paste into pieces, and each piece is a packet of its own that comes
a third of that time after the one before.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
import tty

LONGEST_PIECE = 512
INTRODUCER = b"\x1b["


def pieces(data):
    """Cuts what was typed where a network may."""
    while data:
        start = data.find(INTRODUCER)
        end = start + len(INTRODUCER) if start >= 0 else LONGEST_PIECE
        end = min(end, LONGEST_PIECE)
        yield data[:end]
        data = data[end:]


class Line:
    """One direction: what was put in comes out later, in order."""

    def __init__(self, target, delay, gap):
        self.target, self.delay, self.gap = target, delay, gap
        self.packets = []
        self.last = 0.0

    def put(self, data):
        due = max(time.monotonic() + self.delay, self.last + self.gap)
        self.packets.append((due, data))
        self.last = due

    def deliver(self):
        """Hands on what is due; answers how long it is to the next, None where nothing waits."""
        while self.packets:
            due, data = self.packets[0]
            wait = due - time.monotonic()
            if wait > 0:
                return wait
            os.write(self.target, data)
            self.packets.pop(0)
        return None


def copy_size(source, target):
    size = fcntl.ioctl(source, termios.TIOCGWINSZ, struct.pack("HHHH", 0, 0, 0, 0))
    fcntl.ioctl(target, termios.TIOCSWINSZ, size)


def relay(master, delay):
    """Carries bytes both ways until the program has closed its terminal."""
    typed = Line(master, delay, delay / 3)
    written = Line(1, delay, 0)
    is_open = True
    while True:
        waits = [wait for wait in (typed.deliver(), written.deliver()) if wait is not None]
        if not is_open and not written.packets:
            return
        sources = [0, master] if is_open else []
        ready, _, _ = select.select(sources, [], [], min(waits, default=None))
        if 0 in ready:
            for piece in pieces(os.read(0, 65536)):
                typed.put(piece)
        if master in ready:
            try:
                data = os.read(master, 65536)
            except OSError:
                data = b""
            if data:
                written.put(data)
            else:
                is_open = False
                typed.packets.clear()


def main():
    delay = int(sys.argv[1]) / 1000
    child, master = pty.fork()
    if child == 0:
        os.execvp(sys.argv[2], sys.argv[2:])
    copy_size(0, master)
    signal.signal(signal.SIGWINCH, lambda *_: copy_size(0, master))
    before = termios.tcgetattr(0)
    # What was typed already stays.
    tty.setraw(0, termios.TCSANOW)
    try:
        relay(master, delay)
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, before)
    _, status = os.waitpid(child, 0)
    sys.exit(os.waitstatus_to_exitcode(status))


main()
