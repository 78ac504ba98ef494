"""A disk that is really full: an error that says what is safe; nothing truncated, nothing left behind."""

import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotebookError
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered
from cop_tui.storage.notebook import Notebook

LIMITED = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotebookError
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.storage.notebook import Notebook

path = Path(sys.argv[1])
now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
notebook = Notebook.open(path, now=now)
notebook.apply(Change(sentence="Added Ana", at=now, put=(fresh(Person, now, name="Ana"),)))
before, told = path.read_bytes(), []
notebook.subscribe(told.append)
resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 500, resource.RLIM_INFINITY))
big = fresh(Person, now, name="Ben", note="x" * 5000)
try:
    notebook.apply(Change(sentence="Added Ben", at=now, put=(big,)))
except NotebookError as error:
    assert "no room" in error.sentence and "is safe" in error.sentence and error.hint, error.sentence
else:
    raise AssertionError("it was written")
assert path.read_bytes() == before
assert [one.name for one in notebook.book.people.values()] == ["Ana"] and not told
assert not list(path.parent.rglob("*.tmp"))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
notebook.apply(Change(sentence="Added Ben", at=now, put=(big,)))
print(len(Notebook.open(path, now=now).book.people))
"""


def test_a_file_that_may_grow_no_more_stays_whole(path: Path, run_python: Callable[..., str]) -> None:
    """The system's own limit on the size of a file; when it is lifted, the same change goes through."""
    pytest.importorskip("resource", reason="this system has no limit on the size of a file")

    assert "2" == run_python(LIMITED, path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of 64 kB; skip, saying so, where none can be made."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may make a small disk; the limit on the size of a file is tried all the same")
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip(f"no small disk can be made here: {made.stderr.decode(errors='replace').strip()}")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], capture_output=True, check=True)


def test_a_full_disk_loses_nothing(
    small_disk: Path, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> None:
    """Written until it is full: all that went through is there, and it can be read and undone when there is room."""
    path = small_disk / "notebook.json"
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 20_000)
    notebook = Notebook.open(path, now=now)
    ana = person("Ana")

    def write_on() -> None:
        for number in range(200):
            notebook.apply(Change(sentence="More", at=now, put=(altered(ana, now, note=f"{number}" * 1000),)))

    with pytest.raises(NotebookError, match="no room"):
        write_on()

    assert 1 <= len(notebook.history()) < 200
    assert notebook.book.people == Notebook.open(path, now=now).book.people
    assert [] == list(small_disk.glob(".*.tmp"))
    ballast.unlink()
    notebook.apply(adding(person("Ben")))
    assert 2 == len(Notebook.open(path, now=now).book.people)
