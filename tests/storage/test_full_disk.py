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


DEEDS = """
import json, resource, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotebookError
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.storage import migrations, snapshot
from cop_tui.storage.mending import mend
from cop_tui.storage.notebook import Notebook
from cop_tui.storage.recovery import bring_back

snapshot.pause = lambda _: None
path = Path(sys.argv[1])
now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
notebook = Notebook.open(path, now=now)
people = tuple(fresh(Person, now, name=f"Person {n}") for n in range(20))
notebook.apply(Change(sentence="Added", at=now, put=people))
backup = notebook.back_up(now=now).name
one = fresh(Person, now, name="One")
notebook.apply(Change(sentence="Added one", at=now, put=(one,)))
whole = path.read_bytes()
tables = json.loads(whole)
tables["people"]["3"]["name"] = 7
spoilt = json.dumps(tables).encode()


def shout(tables):
    for person in migrations.documents_of(tables, "people"):
        person["name"] = person["name"].upper()


def migrating():
    migrations.STEPS.append(shout)
    try:
        Notebook.open(path, now=now)
    finally:
        migrations.STEPS.clear()


two = Change(sentence="Imported", at=now, put=(fresh(Person, now, name="Two"),))
deeds = {
    "import": (whole, lambda: Notebook.open(path, now=now).apply(two, back_up_first=True)),
    "undo": (whole, lambda: Notebook.open(path, now=now).undo(now=now)),
    "restore": (whole, lambda: Notebook.open(path, now=now).restore(backup, now=now)),
    "backup": (whole, lambda: Notebook.open(path, now=now).back_up(now=now)),
    "migrate": (whole, migrating),
    "mend": (spoilt, lambda: mend(path, now=now)),
    "bring back": (spoilt, lambda: bring_back(path, backup, now=now)),
}
for name, (before, deed) in deeds.items():
    path.write_bytes(before)
    backups = {one.name: one.read_bytes() for one in (path.parent / "backups").iterdir()}
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
    try:
        deed()
    except NotebookError as error:
        print(name, "|", error.sentence)
    else:
        print(name, "| was done")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert before == path.read_bytes(), name
    assert backups == {one.name: one.read_bytes() for one in (path.parent / "backups").iterdir()}, name
    assert not list(path.parent.rglob("*.tmp")), name
    deed()
"""


def test_no_deed_half_happens_where_there_is_no_room(path: Path, run_python: Callable[..., str]) -> None:
    """Import, undo, restore, backup, migration, mending: each is refused whole, and goes through when there is room."""
    pytest.importorskip("resource", reason="this system has no limit on the size of a file")

    lines = run_python(DEEDS, path).splitlines()

    assert ["import", "undo", "restore", "backup", "migrate", "mend", "bring back"] == [
        line.split(" | ")[0] for line in lines
    ]
    assert [] == [line for line in lines if "no room" not in line and "could not be kept" not in line]


READ_ONLY = """
import os, sys, tempfile
import _strptime, filelock  # what is loaded when it is used may be out of nobody's reach
from datetime import UTC, datetime
from pathlib import Path
from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotebookError
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.storage.notebook import Notebook

now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
    if os.geteuid() == 0:
        os.chown(name, 65534, 65534)
        os.seteuid(65534)
    path = Path(name) / "notebook.json"
    Notebook.open(path, now=now).apply(Change(sentence="Added", at=now, put=(fresh(Person, now, name="Ana"),)))
    before = path.read_bytes()
    for place, mode in ((path, 0o400), (path.parent, 0o500), (path.parent / ".notebook.json.lock", 0o000)):
        old = place.stat().st_mode & 0o777
        place.chmod(mode)
        notebook = Notebook.open(path, now=now)
        names = sorted(one.name for one in path.parent.iterdir())
        try:
            notebook.apply(Change(sentence="Added", at=now, put=(fresh(Person, now, name="Ben"),)))
        except NotebookError as error:
            print(len(notebook.book.people), error.sentence.replace(name, "FOLDER"))
        assert before == path.read_bytes()
        assert names == sorted(one.name for one in path.parent.iterdir())
        place.chmod(old)
    notebook.apply(Change(sentence="Added", at=now, put=(fresh(Person, now, name="Ben"),)))
    print(len(Notebook.open(path, now=now).book.people))
"""


@pytest.mark.skipif(os.name != "posix", reason="modes are Unix's")
def test_what_may_not_be_written_can_still_be_read(run_python: Callable[..., str]) -> None:
    """A read-only file, folder, lock: as nobody, for root may do everything. One sentence, and nothing left behind."""
    sentence = "1 You may not write FOLDER/notebook.json; what it held before is safe, and this was not saved"

    assert [sentence, sentence, sentence, "2"] == run_python(READ_ONLY).splitlines()
