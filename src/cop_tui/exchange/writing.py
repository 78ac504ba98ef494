"""Write files for others: whole or not at all, and never over one that is there unless the member says so."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cop_tui.domain.errors import CopError
from cop_tui.exchange.whole import put_whole

STDOUT = Path("-")
"""How a member names stdout."""


def write_whole(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file whole or not at all; what is no file (a pipe, a terminal, a device) is written to as it is.

    Raises:
        CopError: There is one already and `force` was not given, or the folder can't be written to.
    """
    _check(path, force=force)
    try:
        _write(path, data, force=force)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CopError(f"{path} could not be written: {reason}") from error


@contextmanager
def beside(path: Path | None, content: Callable[[], bytes]) -> Iterator[None]:
    """Write a new file beside what is done in the block, or none where no path is given.

    It is there before the block begins, and gone again where the block fails: both are done, or neither.
    """
    if path is None:
        yield
        return
    _check(path, force=False)
    write_whole(path, content())
    try:
        yield
    except BaseException:
        with suppress(OSError):
            if path.is_file():
                path.unlink()
        raise


def _check(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise CopError(f"{path} is a folder", f"Name a file in it: {path / 'name'}")
    if not force and os.path.lexists(path) and not _is_stream(path):
        raise _exists(path)
    if not path.parent.is_dir():
        raise CopError(f"There is no folder {path.parent}", "Make it first, or name another one")


def _is_stream(path: Path) -> bool:
    """Tell whether a path is something that is written to and never replaced: /dev/stdout, a pipe, a device."""
    return path.exists() and not path.is_file()


def _exists(path: Path) -> CopError:
    return CopError(f"{path} is there already and stays as it is", "Name another file")


def _write(path: Path, data: bytes, *, force: bool) -> None:
    if _is_stream(path):
        with path.open("wb") as stream:
            stream.write(data)
        return
    put_whole(path.resolve() if force else path, data, replace=force)
