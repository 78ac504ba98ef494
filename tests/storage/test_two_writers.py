"""Two programs write at once; one holds the lock and lives, or is dead."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.errors import Busy, NotebookError
from cop_tui.domain.person import Person
from cop_tui.storage import lock
from cop_tui.storage.notebook import Notebook

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from cop_tui.domain.change import Change
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.storage.notebook import Notebook

now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
notebook = Notebook.open(Path(sys.argv[1]), now=now)
for number in range(60):
    person = fresh(Person, now, name=f"{sys.argv[2]}{number}")
    notebook.apply(Change(sentence=f"Added {person.name}", at=now, put=(person,)))
"""

HOLDER = """
import sys
from pathlib import Path
from cop_tui.storage.lock import held

with held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def start(program: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start a program of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
def test_two_programs_that_write_at_once_lose_nothing(path: Path, now: datetime) -> None:
    """All hundred and twenty are there, none twice, and the history is whole."""
    writers = [start(WRITER, path, name) for name in ("a", "b")]
    ends = [writer.communicate(timeout=90) for writer in writers]

    assert [("", ""), ("", "")] == ends
    notebook = Notebook.open(path, now=now)
    expected = sorted(f"{name}{number}" for name in ("a", "b") for number in range(60))
    assert expected == sorted(person.name for person in notebook.book.people.values())
    assert 100 == len({done.id for done in notebook.history()})


def test_a_living_holder_is_named(
    path: Path,
    notebook: Notebook,
    adding: Callable[..., Change],
    person: Callable[[str], Person],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After a short wait: who holds it, and that nothing was saved; when they let go, it goes on."""
    monkeypatch.setattr(lock, "WAIT", 0.05)
    holder = start(HOLDER, path)
    assert holder.stdout is not None
    assert "held\n" == holder.stdout.readline()

    with pytest.raises(
        Busy, match=rf"process {holder.pid}\) is writing to notebook.json; this was not saved"
    ) as caught:
        notebook.apply(adding(person("Ana")))

    assert f"end process {holder.pid}" in str(caught.value.hint)
    assert {} == notebook.book.people
    holder.communicate(timeout=30)
    assert 1 == len(notebook.apply(adding(person("Ana"))).people)


def test_a_holder_whose_name_is_not_known_is_another_program(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence is as clear without a number."""
    monkeypatch.setattr(lock, "WAIT", 0.05)
    holder = start(HOLDER, path)
    assert holder.stdout is not None
    holder.stdout.readline()
    path.with_name(".notebook.json.holder").unlink()

    with pytest.raises(Busy, match=r"^Another program is writing") as caught, lock.held(path):
        pass

    assert "Try again in a moment" == caught.value.hint
    holder.communicate(timeout=30)


@pytest.mark.parametrize(
    ("file", "name"), [("cop-tui", "cop-tui"), ("__main__.py", "cop-tui"), ("-x", "Another program")]
)
def test_a_living_holder_is_named_by_its_program(
    *, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, name: str
) -> None:
    """As the member started it; a name that could be anything else is not repeated."""
    monkeypatch.setattr(lock, "WAIT", 0.05)
    script = tmp_path / file
    script.write_text(HOLDER, encoding="utf-8")
    holder = subprocess.Popen(
        [sys.executable, str(script), str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert "held\n" == holder.stdout.readline()

    with pytest.raises(Busy) as caught, lock.held(path):
        pass

    assert f"{name} (process {holder.pid}) is writing to notebook.json; this was not saved" == caught.value.sentence
    holder.communicate(timeout=30)


@pytest.mark.parametrize("signature", ["", "x", "12 \x1b[31m", "-1 cop-tui", "9" * 5000, "12\n13", "\x00"])
def test_a_signature_that_is_none_is_not_repeated(path: Path, monkeypatch: pytest.MonkeyPatch, signature: str) -> None:
    """Somebody may have written anything there: no control character reaches the member."""
    monkeypatch.setattr(lock, "WAIT", 0.05)
    holder = start(HOLDER, path)
    assert holder.stdout is not None
    holder.stdout.readline()
    path.with_name(".notebook.json.holder").write_text(signature, encoding="utf-8")

    with pytest.raises(Busy, match=r"^Another program ") as caught, lock.held(path):
        pass

    assert caught.value.sentence.isprintable()
    holder.communicate(timeout=30)


def test_a_dead_holder_blocks_nobody(
    path: Path,
    notebook: Notebook,
    adding: Callable[..., Change],
    person: Callable[[str], Person],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The system takes the lock from the dead, and its name with the next who holds it."""
    monkeypatch.setattr(lock, "WAIT", 0.5)
    holder = start(HOLDER, path)
    assert holder.stdout is not None
    holder.stdout.readline()
    os.kill(holder.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    holder.communicate(timeout=30)

    notebook.apply(adding(person("Ana")))

    assert not path.with_name(".notebook.json.holder").exists()


def test_reading_needs_no_lock(path: Path, run_python: Callable[..., str], now: datetime) -> None:
    """Nor the library for it, which takes long to load."""
    program = (
        "import sys\nfrom datetime import datetime\nfrom pathlib import Path\n"
        "from cop_tui.storage.notebook import Notebook\n"
        "notebook = Notebook.open(Path(sys.argv[1]), now=datetime.fromisoformat(sys.argv[2]))\n"
        "notebook.refresh(), notebook.history(), notebook.backups()\n"
        "print('filelock' in sys.modules)\n"
    )

    assert "False" == run_python(program, path, now.isoformat())


def test_a_lock_that_cannot_be_made_is_said(path: Path) -> None:
    """A folder stands where the lock should be."""
    path.with_name(".notebook.json.lock").mkdir(parents=True)

    with pytest.raises(NotebookError, match="could not be written"), lock.held(path):
        pass


def test_a_holder_that_cannot_sign_holds_all_the_same(path: Path) -> None:
    """The name is a kindness; nothing depends on it."""
    path.with_name(".notebook.json.holder").mkdir(parents=True)

    with lock.held(path):
        held = True

    assert held
