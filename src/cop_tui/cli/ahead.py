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
    process = _forked()
    if process == 0:
        _work(work, writing)
    os.close(writing)
    return lambda: _outcome(process, reading)


def _helps() -> bool:
    """Tell whether a second process can be begun here, and has a processor of its own."""
    import threading

    may_use = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return hasattr(os, "fork") and threading.active_count() == 1 and may_use > 1


def _forked() -> int:
    """Go on in two processes: return 0 in the second, its number in this one; -1 where the system has no room."""
    try:
        return os.fork()
    except OSError:
        return -1


def _work(work: Callable[[], object], writing: int) -> None:
    """Do the work in the second process, and end it whatever happens: nothing else is to be done there."""
    try:
        import pickle

        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)


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
