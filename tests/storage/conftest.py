"""What the tests of the storage share: a place for a notebook, people to put into it."""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, derived_id, fresh
from cop_tui.storage.notebook import Notebook

Adding = Callable[..., Change]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a notebook goes; its folder is not there yet."""
    return tmp_path / "notes" / "notebook.json"


@pytest.fixture
def notebook(path: Path, now: datetime) -> Notebook:
    """Return a notebook in which nothing is kept yet."""
    return Notebook.open(path, now=now)


@pytest.fixture
def person(now: datetime) -> Callable[[str], Person]:
    """Return what makes a person of this name, whose id follows from it."""
    return lambda name: fresh(Person, now, id=derived_id(name), name=name)


@pytest.fixture
def adding(now: datetime) -> Adding:
    """Return what makes a change that adds these records."""

    def make(*records: Record, sentence: str = "Added someone", at: datetime = now) -> Change:
        return Change(sentence=sentence, at=at, put=records)

    return make


@pytest.fixture
def run_python(tmp_path: Path) -> Callable[..., str]:
    """Return what runs a program in a Python of its own and gives back what it says."""

    def run(program: str, *arguments: object) -> str:
        done = subprocess.run(
            [sys.executable, "-c", program, *map(str, arguments)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert (0, "") == (done.returncode, done.stderr)
        return done.stdout.strip()

    return run
