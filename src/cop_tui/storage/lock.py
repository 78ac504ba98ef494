"""One writer at a time: a lock beside the notebook, and the name of whoever holds it.

The system lets go of the lock when its holder ends, however it ends; so a dead program never blocks a living one.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cop_tui.domain.errors import Busy
from cop_tui.storage.disk import make_folder
from cop_tui.storage.trouble import cannot_write

WAIT = 5.0
"""How long to wait for another writer, in seconds."""

PROGRAM = "cop-tui"
"""How the holder signs that was started as a module."""

_POLL = 0.002
_SIGNATURE = re.compile(r"(\d{1,10})(?: ([A-Za-z][\w.-]{0,39}))?(?: .*)?")
_PRIVATE = 0o600


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock on this file.

    Raises:
        Busy: another program holds it for longer than `WAIT`.

    Notes:
        Makes the folder of the file where it is missing, and two small files beside it: the lock, which stays, and,
        while it is held, the process number and the program of its holder.
    """
    import filelock

    lock = filelock.FileLock(_beside(path, "lock"), mode=_PRIVATE)
    try:
        make_folder(path.parent)
        lock.acquire(timeout=WAIT, poll_interval=_POLL)
    except filelock.Timeout as error:
        raise _busy(path) from error
    except OSError as error:
        raise cannot_write(path, error) from error
    try:
        _sign(path)
        yield
    finally:
        with suppress(OSError):
            _beside(path, "holder").unlink(missing_ok=True)
        lock.release()


def _beside(path: Path, what: str) -> Path:
    return path.with_name(f".{path.name}.{what}")


def _sign(path: Path) -> None:
    """Say who holds the lock, for whoever waits; nothing depends on it."""
    with suppress(OSError):
        signature = os.open(_beside(path, "holder"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE)
        try:
            os.write(signature, f"{os.getpid()} {_program()}".encode("ascii", "replace"))
        finally:
            os.close(signature)


def _program() -> str:
    """Return what this program is called by whoever started it."""
    name = Path(sys.argv[0]).stem if sys.argv else ""
    return PROGRAM if name == "__main__" else name


def _busy(path: Path) -> Busy:
    """Return the error that names the holder, as far as it signed with a name that can be shown."""
    signature = ""
    with suppress(OSError):
        signature = _beside(path, "holder").read_text(encoding="ascii", errors="replace")[:80]
    match = _SIGNATURE.fullmatch(signature.strip())
    if match is None:
        return Busy(f"Another program is writing to {path.name}; this was not saved", "Try again in a moment")
    number, program = match.groups()
    return Busy(
        f"{program or 'Another program'} (process {number}) is writing to {path.name}; this was not saved",
        f"Try again in a moment, or end process {number} if it hangs",
    )
