"""Work ahead: its outcome comes back, and nothing else of the second process ever shows."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from cop_tui.cli.ahead import ahead

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no second process on this system")

TWO = "os.sched_getaffinity = lambda _: {0, 1}"
"""However many processors the machine has."""


def run(work: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Do some work ahead in a program that runs one thread, and print its outcome there."""
    script = (
        f"import os, signal, sys\nfrom cop_tui.cli.ahead import ahead\n{TWO}\n{before}\ndef work():\n    {work}\n"
        "print('unfinished', end=' ')\nwait = ahead(work)\nprint(repr(wait()))\n"
        "try:\n    os.waitpid(-1, os.WNOHANG)\n    print('a child is left')\nexcept ChildProcessError:\n    pass\n"
    )
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8", timeout=60
    )


@needs_fork
@pytest.mark.parametrize(
    ("work", "outcome"),
    [
        ("return {'process': os.getpid() != PARENT}", "{'process': True}"),
        ("return None", "None"),
        ("return len('x' * 3_000_000) and [7] * 300_000 and 'x' * 3", "'xxx'"),
        ("raise ValueError('no')", "None"),
        ("sys.exit(3)", "None"),
        ("raise KeyboardInterrupt", "None"),
        ("return lambda: 1", "None"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "None"),
    ],
    ids=[
        "another process",
        "nothing",
        "something",
        "an error",
        "an end",
        "ctrl+c",
        "no outcome to hand over",
        "killed",
    ],
)
def test_the_outcome_comes_back_or_none(work: str, outcome: str) -> None:
    """Whatever happens in the second process: no word of it is printed, none twice, and it is gone afterwards."""
    ran = run(work, "PARENT = os.getpid()")

    assert (f"unfinished {outcome}\n", "") == (ran.stdout, ran.stderr)


@needs_fork
def test_an_outcome_larger_than_a_pipe_comes_whole() -> None:
    """A pipe holds 64 KiB; the second process waits with the rest until it is read."""
    ran = run("return os.urandom(1) and b'x' * 3_000_000", "repr = len")

    assert ran.stdout == "unfinished 3000000\n"


@needs_fork
def test_an_outcome_comes_where_ended_processes_are_not_told_of() -> None:
    """A shell may start us with SIGCHLD ignored: then nobody can wait for the second process."""
    ran = run("return 7", "signal.signal(signal.SIGCHLD, signal.SIG_IGN)")

    assert (ran.stdout, ran.stderr) == ("unfinished 7\n", "")


@needs_fork
def test_an_outcome_that_broke_off_is_none() -> None:
    """What was written in part is not taken for the whole."""
    ran = run("return 7", "import pickle; whole = pickle.dumps; pickle.dumps = lambda *a: whole(*a)[:-1]")

    assert (ran.stdout, ran.stderr) == ("unfinished None\n", "")


def never() -> int:
    """Fail, if it is ever done."""
    pytest.fail("this was to be left undone")


def test_beside_other_threads_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process would have their locks and not them."""
    monkeypatch.setattr(threading, "active_count", lambda: 2)

    assert ahead(never)() is None


@needs_fork
def test_on_one_processor_nothing_is_begun() -> None:
    """Two processes would take longer there than one."""
    assert run("return 7", TWO.replace(", 1", "")).stdout == "unfinished None\n"


@pytest.mark.parametrize(("processors", "begins"), [(4, True), (1, False), (None, False)])
def test_where_processors_are_only_counted_that_is_enough(
    processors: int | None, begins: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So on macOS; where nobody knows, there is one."""
    begun: list[str] = []

    def fork() -> int:
        begun.append("fork")
        return -1

    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    monkeypatch.setattr(os, "fork", fork, raising=False)

    assert ahead(never)() is None
    assert begun == ["fork"] * begins


def test_where_there_are_no_second_processes_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    """So on Windows."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.delattr(os, "fork", raising=False)

    assert ahead(never)() is None


@needs_fork
@pytest.mark.parametrize("call", ["pipe", "fork"])
def test_where_the_system_has_no_room_nothing_is_begun(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many processes or open files: the work is done in another way, and nothing stays open."""

    def full() -> None:
        raise OSError(11, "Resource temporarily unavailable")

    opened: list[int] = []
    pipe: Callable[[], tuple[int, int]] = os.pipe

    def seen_pipe() -> tuple[int, int]:
        opened.extend(ends := pipe())
        return ends

    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(os, "pipe", seen_pipe)
    monkeypatch.setattr(os, call, full)

    assert ahead(never)() is None
    for end in opened:
        with pytest.raises(OSError, match="Bad file"):
            os.fstat(end)
