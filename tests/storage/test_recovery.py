"""Back from a backup: over a whole notebook, in the place of a damaged one, and where there is none any more."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotebookError
from cop_tui.domain.person import Person
from cop_tui.storage import migrations, snapshot
from cop_tui.storage.notebook import Notebook
from cop_tui.storage.recovery import backups_of, bring_back, replace_damaged


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else is writing here, so there is nothing to wait for."""
    monkeypatch.setattr(snapshot, "pause", lambda _: None)


@pytest.fixture
def backup(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> str:
    """Return the name of a backup that holds Ana; Ben came after it."""
    notebook.apply(adding(person("Ana")))
    name = notebook.back_up(now=now).name
    notebook.apply(adding(person("Ben")))
    return name


def names(notebook: Notebook) -> list[str]:
    """Return the names of all people."""
    return sorted(person.name for person in notebook.book.people.values())


@pytest.mark.parametrize("data", [b"{", b"", b'{"_default":{}}', b'{"meta":{"1":{"schema":9}}}'])
def test_a_backup_takes_the_place_of_whatever_stands_there(path: Path, backup: str, now: datetime, data: bytes) -> None:
    """What stood there is kept under another name; undo leads to what could be read of it: nothing."""
    path.write_bytes(data)

    notebook = replace_damaged(path, backup, now=now)

    assert ["Ana"] == names(notebook)
    assert [data] == [one.read_bytes() for one in path.parent.glob("notebook.damaged-*")]
    assert (f"Restored the backup {backup}", now) == (notebook.history()[0].sentence, notebook.history()[0].at)
    assert f"Restored the backup {backup}" == notebook.undo(now=now)
    assert [] == names(notebook)


def test_undo_brings_back_what_could_still_be_read(path: Path, backup: str, now: datetime) -> None:
    """And what was done before can be undone after that."""
    tables = json.loads(path.read_bytes())
    tables["people"]["1"]["name"] = 7
    path.write_text(json.dumps(tables), encoding="utf-8")

    notebook = bring_back(path, backup, now=now + timedelta(hours=1))

    assert ["Ana"] == names(notebook)
    notebook.undo(now=now)
    assert ["Ben"] == names(notebook)
    assert "Added someone" == notebook.history()[0].sentence


def test_a_backup_comes_back_where_the_notebook_is_gone(path: Path, backup: str, now: datetime) -> None:
    """With its own history, and without a copy of what is not there."""
    path.unlink()

    notebook = replace_damaged(path, backup, now=now)

    assert ["Ana"] == names(notebook)
    assert [] == list(path.parent.glob("notebook.damaged-*"))
    assert [f"Restored the backup {backup}", "Added someone"] == [one.sentence for one in notebook.history()]


def test_backups_are_found_newest_first(path: Path, backup: str, now: datetime) -> None:
    """Also through a link, and where the notebook cannot be opened."""
    link = path.with_name("link.json")
    link.symlink_to(path)
    path.write_bytes(b"{")

    assert [backup, "daily"] == [backups_of(link)[0].name, backups_of(path)[-1].why]


def test_a_backup_is_not_put_over_what_cannot_be_kept(
    path: Path, backup: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, and changes nothing."""

    def full(*_: object) -> None:
        raise NotebookError("There is no room")

    path.write_bytes(b"{")
    monkeypatch.setattr(snapshot, "write_whole", full)

    with pytest.raises(NotebookError) as caught:
        replace_damaged(path, backup, now=now)

    assert f"{path} could not be kept under another name; nothing was changed" == caught.value.sentence
    assert b"{" == path.read_bytes()


def test_a_whole_notebook_goes_back_by_a_change(path: Path, backup: str, now: datetime) -> None:
    """That can be undone like any other, and is dated."""
    later = now + timedelta(hours=1)

    notebook = bring_back(path, backup, now=later)

    assert ["Ana"] == names(notebook)
    assert (f"Restored the backup {backup}", later) == (notebook.history()[0].sentence, notebook.history()[0].at)
    notebook.undo(now=later)
    assert ["Ana", "Ben"] == names(notebook)


def test_an_older_notebook_goes_back_too(
    path: Path, backup: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is brought to this schema on the way, with a backup of how it was."""
    monkeypatch.setattr(migrations, "STEPS", [lambda _: None])

    assert ["Ana"] == names(bring_back(path, backup, now=now + timedelta(hours=1)))
    assert "migration" in [one.why for one in backups_of(path)]
