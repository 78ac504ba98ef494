"""A notebook of the test's own, and the command line to write in it."""

import io
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from cop_tui.cli.main import run
from cop_tui.domain.book import Book
from cop_tui.storage.notebook import Notebook

Cop = Callable[..., CompletedProcess[str]]


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the notebook of this test is; there is none yet."""
    path = tmp_path / "mine" / "notebook.json"
    monkeypatch.setenv("COP_TUI_DATA", str(path))
    return path


@pytest.fixture
def cop(notebook: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cop:
    """Return what runs one command in this process, as a shell would see it."""

    def ran(*words: str, stdin: bytes = b"") -> CompletedProcess[str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = run(list(words))
        said = capsys.readouterr()
        return CompletedProcess(words, code, said.out, said.err)

    return ran


@pytest.fixture
def did(cop: Cop) -> Callable[..., str]:
    """Return what runs a command that must succeed, and gives what it printed."""

    def ran(*words: str, stdin: bytes = b"") -> str:
        result = cop(*words, stdin=stdin)
        assert (result.returncode, result.stderr) == (0, ""), result
        return result.stdout

    return ran


@pytest.fixture
def data(did: Callable[..., str]) -> Callable[..., Any]:
    """Return what runs a command with `--json` and gives the document."""
    return lambda *words: json.loads(did(*words, "--json"))


@pytest.fixture
def book(notebook: Path, now: datetime) -> Callable[[], Book]:
    """Return what reads the notebook anew."""
    return lambda: Notebook.open(notebook, now=now).book


@pytest.fixture
def asked(now: datetime, notebook: Path) -> Callable[..., str]:
    """Return what puts an invitation into the notebook, as an import does, and gives its id."""
    from cop_tui.domain.change import Change
    from cop_tui.domain.invitation import Invitation
    from cop_tui.domain.record import fresh

    def received(title: str, start: datetime | None = None, **fields: Any) -> str:
        zone = "Europe/Berlin" if start else ""
        invitation = fresh(Invitation, now, title=title, start=start, timezone=zone, uid=f"{title}@test", **fields)
        Notebook.open(notebook, now=now).apply(Change(sentence="Was invited", at=now, put=(invitation,)))
        return invitation.id

    return received
