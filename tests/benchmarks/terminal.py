"""An app in a real terminal: from its start until its content can be read on the screen, and its memory then."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

COLUMNS, ROWS = 120, 36
"""The size of the terminal."""

PATIENCE = 60.0
"""Seconds after which the content is no longer waited for."""

QUIET = 0.25
"""Seconds of output that are still read after the content came, so that what is painted over it is seen."""


@dataclass(frozen=True)
class Shown:
    """What was measured of one start."""

    seconds: float
    """From exec until all the words stood on the screen."""
    megabytes: float
    """The most memory that it had had by then (VmHWM)."""


def first_frame(command: Sequence[str], words: Sequence[str], env: Mapping[str, str]) -> Shown:
    """Start an app in a terminal, wait until all the words stand on its screen, and end it.

    The output is stamped as it comes and read by the terminal afterwards, so that the terminal's own work delays
    nothing. The words must stand there when all was painted, too.

    Raises:
        TimeoutError: They did not come; says what stood there instead.
    """
    begun = perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        sized = {name: value for name, value in env.items() if name not in ("COLUMNS", "LINES")}
        os.execvpe(command[0], list(command), sized)  # noqa: S606 - the one who measures says which
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        chunks, memory = _output(child, terminal, [word.encode() for word in words], begun)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    return Shown(_moment_shown(chunks, words) - begun, memory)


def _output(child: int, terminal: int, words: Sequence[bytes], begun: float) -> tuple[list[tuple[float, bytes]], float]:
    """Return what the app wrote until a little after all the words came, each piece with its time; and its memory."""
    chunks: list[tuple[float, bytes]] = []
    until, missing = begun + PATIENCE, set(words)
    while (left := until - perf_counter()) > 0:
        if not select.select([terminal], [], [], left)[0]:
            break
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            break
        chunks.append((perf_counter(), chunk))
        if missing:
            written = b"".join(chunk for _, chunk in chunks)
            missing = {word for word in missing if word not in written}
            until = until if missing else perf_counter() + QUIET
    return chunks, _peak(child)


def _moment_shown(chunks: Sequence[tuple[float, bytes]], words: Sequence[str]) -> float:
    import pyte

    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    shown: float | None = None
    for stamp, chunk in chunks:
        stream.feed(chunk)
        text = "\n".join(screen.display)
        if not all(word in text for word in words):
            shown = None
        elif shown is None:
            shown = stamp
    if shown is None:
        raise TimeoutError("The content did not come; the screen shows:\n" + "\n".join(screen.display))
    return shown


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
