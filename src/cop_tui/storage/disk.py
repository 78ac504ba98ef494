"""Bytes to and from the disk: whole or not at all, and private.

A file is never written in place: a temporary one beside it is filled, brought safely to the disk and renamed. Whoever
reads sees the old one or the new one. What only some systems can (modes, the sync of a folder) is done where it can be.
"""

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cop_tui.storage.trouble import cannot_read, cannot_write, not_a_file

_TRIES = 5
_TEMPORARY = re.compile(r"\.(.+)\.\d+-[0-9a-f]{8}\.tmp")
_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


Data = bytes | Iterable[bytes | memoryview]
"""What is put into a file: all of it, or piece by piece, so that not all of it is held at once."""


class Footprint(NamedTuple):
    """What tells whether somebody else has written a file since."""

    device: int
    """The device that it is on."""
    inode: int
    """Its number there; a rename over it changes this."""
    size: int
    """Its length in bytes."""
    written: int
    """When it was last written, in nanoseconds."""


def footprint(path: Path) -> Footprint | None:
    """Return the footprint of a file; none where there is no file."""
    try:
        return _footprint_of(path.stat())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise cannot_read(path, error) from error


def real_path(path: Path) -> Path:
    """Return the file that a path stands for: the end of its links, so that a link is written through."""
    return Path(os.path.realpath(path))


def read_whole(path: Path) -> tuple[bytes, Footprint] | None:
    """Return a file's bytes as they stood at one moment, and its footprint; none where there is no file."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise not_a_file(path)
        for _ in range(_TRIES):
            with path.open("rb") as file:
                before = _footprint_of(os.fstat(file.fileno()))
                data = file.read()
                if before == _footprint_of(os.fstat(file.fileno())):
                    break
        return data, before
    except FileNotFoundError:
        return None
    except OSError as error:
        raise cannot_read(path, error) from error


def write_whole(path: Path, data: Data) -> Footprint:
    """Put these bytes in the place of a file, at once and for good; return the new footprint.

    Notes:
        Makes the folder where it is missing. Where anything fails, the old file stands untouched.
    """
    try:
        return replace_whole(path, data)
    except OSError as error:
        raise cannot_write(path, error) from error


def replace_whole(path: Path, data: Data) -> Footprint:
    """Do the same for a file that is no notebook, whose errors have sentences of their own.

    Raises:
        OSError: The system does not let us; the old file stands untouched.
    """
    make_folder(path.parent)
    _refuse_read_only(path)
    return _replace(path, [data] if isinstance(data, bytes) else data)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, so that only the member may look inside."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)


def sweep(folder: Path, names: re.Pattern[str]) -> None:
    """Remove the temporary files that a killed program left of files with such names.

    Notes:
        Only to be called by whoever holds the lock: then nobody is at work on any of them.
    """
    with suppress(OSError):
        for entry in os.scandir(folder):
            match = _TEMPORARY.fullmatch(entry.name)
            if match and names.fullmatch(match[1]):
                with suppress(OSError):
                    Path(entry).unlink()


def _footprint_of(status: os.stat_result) -> Footprint:
    return Footprint(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _refuse_read_only(path: Path) -> None:
    """A rename would replace a file that the member set to read-only; that is not what they meant."""
    with suppress(FileNotFoundError):
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise not_a_file(path)
        if not status.st_mode & 0o222:
            raise PermissionError(13, "read-only", str(path))


def _replace(path: Path, pieces: Iterable[bytes | memoryview]) -> Footprint:
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        with os.fdopen(os.open(temporary, _NEW_FILE, _PRIVATE_FILE), "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
            written = _footprint_of(os.fstat(file.fileno()))
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return written


def _sync_folder(folder: Path) -> None:
    """Bring the rename itself to the disk, on systems where a folder can be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
