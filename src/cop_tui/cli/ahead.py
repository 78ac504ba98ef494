"""Work that a second process does ahead, while this one is busy with something else."""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


def ahead(work: Callable[[], T | None]) -> Callable[[], T | None]:
    """Begin some work in a second process, and return what waits for its outcome.

    Args:
        work: What to do. It must change nothing, for it may be in vain.

    Returns:
        What is to be called once. It returns none where a second process can't be (as on Windows) or would only be in
        the way, and where the work failed, for whatever reason: then the caller does it in another way, and comes upon
        the reason.
    """
    if not _helps():
        return lambda: None
    try:
        reading, writing = os.pipe()
    except OSError:
        return lambda: None
    process = _forked(work, reading, writing)
    os.close(writing)
    return lambda: _outcome(process, reading)


def _helps() -> bool:
    """Tell whether a second process can be begun here, and has a processor of its own."""
    import threading

    if not hasattr(os, "fork") or threading.active_count() > 1:
        return False
    return (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1) > 1


def _forked(work: Callable[[], object], reading: int, writing: int) -> int:
    """Do the work in a second process and end that whatever happens; return its number, -1 where there is no room."""
    process = -1
    try:
        process = os.fork()
        if process == 0:
            os.close(reading)
            _write(work(), writing)
    except OSError:
        pass
    finally:
        if process == 0:
            os._exit(0)
    return process


def _write(outcome: object, writing: int) -> None:
    import pickle

    with os.fdopen(writing, "wb") as pipe:
        pipe.write(pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))


def _outcome(process: int, reading: int) -> T | None:
    import pickle

    with os.fdopen(reading, "rb") as pipe:
        written = pipe.read()
    if process > 0:
        with suppress(ChildProcessError):
            os.waitpid(process, 0)
    try:
        outcome: T = pickle.loads(written)  # noqa: S301 - we wrote it
    except (EOFError, pickle.UnpicklingError):
        return None
    return outcome
