"""What a program draws, as pyte sees it: an emulator that shares nothing with tmux or libvterm.

    python3 seen.py WIDTH HEIGHT KEYS TEXT PROGRAM [ARGUMENT...]

Runs the program until the text stands on the screen, types the keys, and prints every cell as JSON
once nothing has been written for a while.
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

import pyte

QUIET = 0.4
PATIENCE = 60.0


def color(name):
    """None is the terminal's own."""
    return None if name == "default" else "#" + name


def line(screen, y):
    return "".join(screen.buffer[y][x].data for x in range(screen.columns))


def cells(screen, y):
    for x in range(screen.columns):
        cell = screen.buffer[y][x]
        yield {
            "character": cell.data,
            "ink": color(cell.fg),
            "paper": color(cell.bg),
            "isBold": cell.bold,
            "isReversed": cell.reverse,
            "isUnderlined": cell.underscore,
        }


def main():
    width, height = int(sys.argv[1]), int(sys.argv[2])
    keys, text = sys.argv[3].encode(), sys.argv[4]
    child, master = pty.fork()
    if child == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        os.execvp(sys.argv[5], sys.argv[5:])
    screen = pyte.Screen(width, height)
    stream = pyte.ByteStream(screen)
    end = time.monotonic() + PATIENCE
    has_typed = False
    while time.monotonic() < end:
        ready, _, _ = select.select([master], [], [], QUIET)
        if ready:
            stream.feed(os.read(master, 65536))
        elif has_typed:
            break
        elif any(text in line(screen, y) for y in range(height)):
            os.write(master, keys)
            has_typed = True
    os.kill(child, signal.SIGTERM)
    json.dump([list(cells(screen, y)) for y in range(height)], sys.stdout)


main()
