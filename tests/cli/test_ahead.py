"""Work ahead: its outcome comes back, and nothing else of the second process ever shows."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from cop_tui.cli.ahead import ahead

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no second process on this system")

TWO = "os.sched_getaffinity = lambda _: {0, 1}"
"""However many processors the machine has."""


LONG = """
class Long(bytes):
    def __repr__(self):
        return f"{len(self)} bytes"
"""
"""An outcome that is told by its length."""


def run(work: str, before: str = "", after: str = "") -> subprocess.CompletedProcess[str]:
    """Do some work ahead in a program that runs one thread, and print its outcome there."""
    script = (
        f"import os, signal, sys\nfrom cop_tui.cli.ahead import ahead\n{TWO}\n{before}\ndef work():\n    {work}\n"
        f"print('unfinished', end=' ')\nwait = ahead(work)\n{after}\nprint(repr(wait()))\n"
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
        ("return ['a', 7]", "['a', 7]"),
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
    ran = run("return Long(3_000_000 * b'x')", LONG)

    assert ran.stdout == "unfinished 3000000 bytes\n"


@pytest.mark.skipif(sys.platform != "linux", reason="it is seen in /proc what became of a process")
def test_nobody_is_left_where_the_first_process_ends(tmp_path: Path) -> None:
    """Who has more to tell than a pipe holds, and nobody to read it, ends too."""
    work = f"open({str(tmp_path / 'number')!r}, 'w').write(str(os.getpid())); return Long(3_000_000 * b'x')"
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        run(work, LONG + "\nimport time", after="time.sleep(0.3); os.kill(os.getpid(), signal.SIGKILL)")

    assert stopped.value.returncode == -signal.SIGKILL
    process = Path("/proc") / (tmp_path / "number").read_text(encoding="utf-8")
    for _ in range(200):
        if not process.exists() or ") Z " in (process / "stat").read_text(encoding="utf-8"):
            return
        time.sleep(0.05)
    pytest.fail("the second process is still there")


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


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let one thread run on two processors, and no process be begun; return what is, where one would be."""
    calls: list[str] = []

    def fork() -> int:
        calls.append("fork")
        return -1

    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(os, "fork", fork, raising=False)
    return calls


def outcome() -> int | None:
    """Return the outcome of some work, which would be seven."""
    wait = ahead(lambda: 7)
    return wait()


def test_by_itself_a_process_is_begun(begun: list[str]) -> None:
    """Where nothing speaks against it; that it could not be is not told."""
    assert (outcome(), begun) == (None, ["fork"])


def test_beside_other_threads_nothing_is_begun(begun: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process would have their locks and not them."""
    monkeypatch.setattr(threading, "active_count", lambda: 2)

    assert (outcome(), begun) == (None, [])


def test_where_there_are_no_second_processes_nothing_is_begun(
    begun: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So on Windows."""
    monkeypatch.delattr(os, "fork")

    assert (outcome(), begun) == (None, [])


def test_on_one_processor_nothing_is_begun(begun: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes would take longer there than one."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3}, raising=False)

    assert (outcome(), begun) == (None, [])


@pytest.mark.parametrize(("processors", "begins"), [(4, ["fork"]), (1, []), (None, [])])
def test_where_processors_are_only_counted_that_is_enough(
    begun: list[str], processors: int | None, begins: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So on macOS; where nobody knows, there is one."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)

    assert (outcome(), begun) == (None, begins)


@pytest.mark.parametrize("call", ["pipe", "fork"])
def test_where_the_system_has_no_room_nothing_stays_open(
    begun: list[str], call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too many processes or open files: the work is done in another way."""

    def full() -> None:
        raise OSError(11, "Resource temporarily unavailable")

    opened: list[int] = []
    pipe = os.pipe

    def seen_pipe() -> tuple[int, int]:
        opened.extend(ends := pipe())
        return ends

    monkeypatch.setattr(os, "pipe", seen_pipe)
    monkeypatch.setattr(os, call, full)

    assert (outcome(), begun) == (None, [])
    assert len(opened) == (2 if call == "fork" else 0)
    for end in opened:
        with pytest.raises(OSError, match="Bad file"):
            os.fstat(end)
