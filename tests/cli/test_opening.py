"""Opening the app: with what, on what, and what is left afterwards."""

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace
from typing import Any

import pytest

from cop_tui.cli.app import look_first, run_app
from cop_tui.cli.context import Here
from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.errors import NotebookError
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.desk import Desk

Cop = Callable[..., CompletedProcess[str]]
Opened = list[dict[str, Any]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Put something in the place of the app that remembers with what it was opened; return its memory."""
    memory: Opened = []

    def run_app(desk: Desk, *, start: str) -> int:
        desk.settle()
        path = vars(desk._notebook)["path"]
        memory.append({"path": path, "book": desk.book, "now": desk.now(), "settings": desk.settings, "start": start})
        return 0

    monkeypatch.setitem(sys.modules, "cop_tui.tui.app", SimpleNamespace(run_app=run_app))
    monkeypatch.setattr("cop_tui.cli.app.need_a_terminal", lambda _: None)
    return memory


@pytest.mark.parametrize(("words", "start"), [([], "today"), (["checkin"], "check-in")])
def test_the_app_opens_on_the_members_notebook(
    cop: Cop, opened: Opened, notebook: Path, words: list[str], start: str
) -> None:
    """On Today, or on the check-in; with the member's clock and settings."""
    assert cop(*words).returncode == 0

    (with_what,) = opened
    assert (with_what["path"], with_what["start"]) == (notebook, start)
    assert with_what["now"].isoformat() == "2026-11-23T09:00:00+01:00"
    assert with_what["settings"].theme == "hearth"


def test_what_is_seen_first_is_seen_as_the_member_has_it(notebook: Path, now: datetime, tmp_path: Path) -> None:
    """In their zone, with the days that they look ahead; without a notebook there is nothing to be seen."""
    here = Here()
    here.config = tmp_path / "config.toml"
    here.config.write_text("days = 3", encoding="utf-8")
    assert look_first(here) is None
    maya = fresh(Member, now, id=ME, name="Maya", timezone="Pacific/Auckland")
    far = [fresh(Commitment, now, what="x", start=now + timedelta(days=days)) for days in (2, 5)]
    Notebook.open(notebook, now=now).apply(Change(sentence="Began", at=now, put=(maya, *far)))

    seen = look_first(here)

    assert seen is not None
    assert str(seen.now.tzinfo) == "Pacific/Auckland"
    assert seen.agenda.upcoming == tuple(far[:1])
    assert seen.version == Notebook.open(notebook, now=now).version


def test_a_notebook_that_was_seen_is_never_begun_anew(
    opened: Opened, notebook: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is gone a moment later, that is said, and there is no new one in its place."""

    def vanishing(work: Callable[[], object]) -> Callable[[], object]:
        outcome = work()
        notebook.unlink()
        return lambda: outcome

    Notebook.open(notebook, now=now).apply(Change(sentence="Began", at=now, put=(fresh(Person, now, name="Ana"),)))
    monkeypatch.setattr("cop_tui.cli.app.ahead", vanishing)

    with pytest.raises(NotebookError, match="was there a moment ago and is gone"):
        run_app(Here(), "today")
    assert opened == []
    assert not notebook.exists()


def test_opening_writes_nothing(cop: Cop, opened: Opened, notebook: Path) -> None:
    """To look is not to change."""
    cop()

    assert len(opened) == 1
    assert not notebook.parent.exists()


def test_an_error_code_of_the_app_is_the_commands(cop: Cop, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the app ends with the shell gets."""
    monkeypatch.setattr(sys.modules["cop_tui.tui.app"], "run_app", lambda *_, **__: 3)

    assert cop().returncode == 3


def test_the_demo_leaves_nothing_behind(
    cop: Cop, opened: Opened, notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sample notebook in a temporary folder; the member's own stays closed."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert cop("demo").returncode == 0

    (with_what,) = opened
    assert len(with_what["book"].people) >= 40
    assert not with_what["path"].parent.exists()
    assert not notebook.exists()


def test_the_demo_changes_no_settings(
    cop: Cop, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It begins with the member's settings; what is tried in it is written to a copy of them."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    config = tmp_path / "config.toml"
    config.write_text("days = 3")

    assert cop("--config", str(config), "demo").returncode == 0

    settings = opened[0]["settings"]
    assert settings.days == 3
    assert settings.file.parent == opened[0]["path"].parent
    assert settings.file != config


def test_the_demo_may_be_written_to_a_file(cop: Cop, tmp_path: Path, now: datetime) -> None:
    """For scripts and pictures: its path is printed, a file that is there stays."""
    path = tmp_path / "demo.json"

    result = cop("demo", "--to", str(path))

    assert (result.returncode, result.stdout) == (0, f"{path}\n")
    book: Book = Notebook.open(path, now=now).book
    assert len(book.stories) >= 150
    assert Notebook.open(path, now=now).history() == ()
    assert cop("demo", "--to", str(path)).returncode == 1
    assert cop("--data", str(path), "today").returncode == 0
