"""The file at one moment; and what is said and kept where it is not whole."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.errors import Damaged, NewerNotebook, NotebookError
from cop_tui.domain.person import Person
from cop_tui.storage import migrations, snapshot
from cop_tui.storage.disk import footprint
from cop_tui.storage.json_storage import JsonStorage
from cop_tui.storage.notebook import Notebook
from cop_tui.storage.snapshot import Snapshot, set_aside, take_snapshot

WAITS = list[float]


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> WAITS:
    """Return how long the program waited each time, which it does not do here."""
    waited: WAITS = []
    monkeypatch.setattr(snapshot, "pause", waited.append)
    return waited


@pytest.fixture
def kept(path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person]) -> Path:
    """Return a notebook with somebody in it, of which there is one backup."""
    notebook.apply(adding(person("Ana")))
    return path


def place(path: Path, data: bytes) -> Path:
    """Put these bytes where the notebook is."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def taken(path: Path) -> Snapshot:
    """Read the file."""
    return take_snapshot(JsonStorage(path))


def test_a_whole_file_is_read_with_its_footprint(kept: Path) -> None:
    """What it holds, and what tells whether it was written since."""
    found = taken(kept)

    assert (["Ana"], footprint(kept), None) == (
        [one.name for one in found.book.people.values()],
        found.footprint,
        found.former,
    )
    assert ["1"] == list(found.documents.tables["people"])


def test_where_there_is_no_file_nothing_is_kept_yet(path: Path) -> None:
    """It leaves no footprint; an empty one does."""
    assert (0, None, None) == (len(taken(path).book.people), taken(path).footprint, taken(path).former)
    assert "meta" in taken(path).documents.tables

    place(path, b" \n")
    assert (0, footprint(path), None) == (len(taken(path).book.people), taken(path).footprint, taken(path).former)
    assert "meta" in taken(path).documents.tables


def test_an_older_file_comes_with_its_former_bytes(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that they can be kept before it is written."""
    monkeypatch.setattr(migrations, "STEPS", [lambda _: None])

    found = taken(kept)

    assert (kept.read_bytes(), footprint(kept)) == (found.former, found.footprint)
    assert ["Ana"] == [one.name for one in found.book.people.values()]


def test_a_newer_file_is_refused(path: Path) -> None:
    """It says both schemas, that nothing happened, and what to do."""
    place(path, b'{"meta":{"1":{"schema":3}}}')

    with pytest.raises(NewerNotebook) as caught:
        taken(path)

    assert (
        f"{path} was written by a newer cop-tui (schema 3; this one knows 1). It was left alone",
        "Update cop-tui to open it",
    ) == (caught.value.sentence, caught.value.hint)


def test_a_file_of_another_program_is_refused(path: Path) -> None:
    """It says so, and what to do."""
    place(path, b'{"_default":{"1":{"todo":"milk"}}}')

    with pytest.raises(NotebookError) as caught:
        taken(path)

    assert (f"{path} holds tables of another program; it was left alone", "Name another file with --data") == (
        caught.value.sentence,
        caught.value.hint,
    )


def test_a_damaged_file_is_told_with_its_copy(path: Path) -> None:
    """And with what to do, where there is no backup of it."""
    place(path, b'{"people":{}}')

    with pytest.raises(Damaged) as caught:
        taken(path)

    (copy,) = path.parent.glob("notebook.damaged-*.json")
    assert b'{"people":{}}' == copy.read_bytes()
    assert (
        f"{path} is damaged (it does not say which schema it has); a copy of it is kept as {copy.name}",
        "cop-tui doctor --mend saves what can be read. There is no whole backup of it",
    ) == (caught.value.sentence, caught.value.hint)


def test_a_damaged_file_that_cannot_be_kept_is_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so."""

    def full(*_: object) -> None:
        raise NotebookError("There is no room")

    monkeypatch.setattr(snapshot, "write_whole", full)
    place(path, b'{"people":{}}')

    with pytest.raises(Damaged) as caught:
        taken(path)

    assert f"{path} is damaged (it does not say which schema it has); it was left as it is" == caught.value.sentence


def test_the_newest_whole_backup_of_a_damaged_file_is_named(kept: Path) -> None:
    """Also of one that is empty now; with the command that brings it back."""
    (backup,) = (kept.parent / "backups").iterdir()
    place(kept, b" ")

    with pytest.raises(Damaged) as caught:
        taken(kept)

    assert "is damaged (it is empty, and there are backups of it); a copy" in caught.value.sentence
    assert (
        "cop-tui doctor --mend saves what can be read. "
        f"Or go back to the newest whole backup: cop-tui backup restore {backup.name}"
    ) == caught.value.hint


def test_a_damaged_file_is_looked_at_again_for_a_moment(path: Path, waits: WAITS) -> None:
    """Less than a fifth of a second, longer each time."""
    place(path, b"{")

    with pytest.raises(Damaged):
        taken(path)

    assert [0.02, 0.05, 0.1] == waits


def test_a_file_that_becomes_whole_meanwhile_is_read(
    kept: Path, waits: WAITS, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    """Whoever was writing it is done after the second look."""
    whole = kept.read_bytes()
    place(kept, whole[:-9])

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            place(kept, whole)

    monkeypatch.setattr(snapshot, "pause", wait)

    assert ["Ana"] == [one.name for one in taken(kept).book.people.values()]
    assert [0.02, 0.05] == waits
    assert not list(kept.parent.glob("*damaged*"))


def test_each_state_is_kept_once(path: Path) -> None:
    """By its checksum, beside the notebook; what is kept already is not written again."""
    first, other = set_aside(path, b""), set_aside(path, b"{")
    assert first is not None
    assert other is not None
    first.write_bytes(b"as it is")

    assert first == set_aside(path, b"") == path.with_name("notebook.damaged-00000000.json")
    assert [b"as it is", b"{"] == [one.read_bytes() for one in (first, other)]


def test_what_cannot_be_kept_is_left(path: Path) -> None:
    """A file stands where the folder should be."""
    path.parent.write_bytes(b"")

    assert set_aside(path, b"{") is None


def test_what_a_snapshot_read_can_be_written_as_it_was(kept: Path) -> None:
    """Nothing of the file is lost between the bytes and the documents."""
    tables = {name: list(table) for name, table in taken(kept).documents.tables.items()}

    assert {name: list(table) for name, table in json.loads(kept.read_bytes()).items()} == tables
