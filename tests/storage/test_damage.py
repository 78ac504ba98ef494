"""A damaged file: opened, or refused with a sentence; kept, and never written over."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.errors import Damaged, NewerNotebook, NotebookError, NotFound
from cop_tui.domain.person import Person
from cop_tui.storage import snapshot
from cop_tui.storage.notebook import Notebook
from cop_tui.storage.recovery import backups_of, bring_back

GOOD = '{"id":"1","created":"2026-11-23T08:00:00Z","updated":"2026-11-23T08:00:00Z","name":"Ana"}'

NOTE = {"id": "1", "at": "2026-11-23T09:00:00Z", "sentence": "A"}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else is writing here, so there is nothing to wait for."""
    monkeypatch.setattr(snapshot, "pause", lambda _: None)


def people(*documents: str, meta: str = '{"schema":1}') -> bytes:
    """Return the bytes of a notebook with these documents among the people."""
    numbered = ",".join(f'"{number}":{document}' for number, document in enumerate(documents, start=1))
    return f'{{"meta":{{"1":{meta}}},"people":{{{numbered}}}}}'.encode()


BROKEN = {
    "cut short": (people(GOOD)[:-5], "not whole JSON"),
    "no JSON": (b"Dear diary", "not whole JSON"),
    "two in one": (people(GOOD) * 2, "not whole JSON"),
    "not a number": (people(GOOD.replace('"Ana"', "NaN")), "not whole JSON"),
    "half a character": (people(GOOD.replace("Ana", "\\ud83d")), "not whole JSON"),
    "bytes that are no text": (people(GOOD).replace(b"Ana", b"\xff\xfe"), "record 1 of people"),
    "a list": (b"[1,2]", "not tables"),
    "a table that is a list": (b'{"meta":{"1":{"schema":1}},"people":[]}', "not tables"),
    "nested without end": (b'{"meta":{"1":' + b"[" * 200_000, "not whole JSON"),
    "a word for a list": (people(GOOD.replace("}", ',"emails":"a@b"}')), "record 1 of people"),
    "a number for a name": (people(GOOD, GOOD.replace('"Ana"', "7")), "record 2 of people"),
    "no name": (people('{"id":"1"}'), "record 1 of people"),
    "no object": (people("null"), "record 1 of people"),
    "a moment without an offset": (people(GOOD.replace("Z", "")), "record 1 of people"),
    "no schema": (people(GOOD, meta="{}"), "which schema"),
    "a schema that is no number": (people(GOOD, meta='{"schema":true}'), "which schema"),
    "a schema below one": (people(GOOD, meta='{"schema":0}'), "which schema"),
    "a meta that is no object": (people(GOOD, meta="[]"), "meta table"),
    "a number with a line in it": (b'{"meta":{"1":{"schema":1}},"people":{"1\\n2":{}}}', r"record '1\\n2' of people"),
    "no meta": (b'{"people":{}}', "which schema"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_damaged_file_is_refused_and_kept(path: Path, now: datetime, name: str) -> None:
    """One sentence with the reason; the file as it was, and a copy beside it, however often it is tried."""
    data, why = BROKEN[name]
    path.parent.mkdir()
    path.write_bytes(data)

    for _ in range(2):
        with pytest.raises(Damaged, match=why) as caught:
            Notebook.open(path, now=now)

    aside = list(path.parent.glob("notebook.damaged-*.json"))
    assert [data] == [one.read_bytes() for one in aside]
    assert data == path.read_bytes()
    assert aside[0].name in caught.value.sentence
    assert "no whole backup" in str(caught.value.hint)
    assert "\n" not in caught.value.sentence


def test_the_newest_whole_backup_is_named_and_brought_back(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> None:
    """One that is newer but not whole is passed over; the damaged file is kept under another name."""
    notebook.apply(adding(person("Ana")))
    good = notebook.back_up(now=now + timedelta(hours=1))
    bad = notebook.back_up(now=now + timedelta(hours=2))
    bad.write_bytes(b"{")
    path.write_bytes(b"{")

    with pytest.raises(Damaged) as caught:
        Notebook.open(path, now=now)
    again = bring_back(path, good.name, now=now)

    assert f"cop-tui backup restore {good.name}" in str(caught.value.hint)
    assert (bad.name, False) == (backups_of(path)[0].name, backups_of(path)[0].whole)
    assert {"Ana"} == {one.name for one in again.book.people.values()}
    assert [b"{"] == [one.read_bytes() for one in path.parent.glob("notebook.damaged-*")]
    with pytest.raises(NotFound):
        bring_back(path, "nothing", now=now)


def test_bringing_back_over_a_whole_notebook_can_be_undone(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> None:
    """It is a change like any other."""
    notebook.apply(adding(person("Ana")))
    name = notebook.back_up(now=now).name
    notebook.apply(adding(person("Ben")))

    again = bring_back(path, name, now=now)

    assert 1 == len(again.book.people)
    again.undo(now=now)
    assert 2 == len(again.book.people)


def test_a_damaged_file_that_cannot_be_kept_is_not_replaced(
    *,
    path: Path,
    notebook: Notebook,
    adding: Callable[..., Change],
    person: Callable[[str], Person],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rather not brought back than lost."""
    notebook.apply(adding(person("Ana")))
    name = notebook.back_up(now=now).name
    path.write_bytes(b"{")

    def full(*_: object) -> None:
        raise NotebookError("There is no room")

    with monkeypatch.context() as patch:
        patch.setattr(snapshot, "write_whole", full)
        with pytest.raises(Damaged, match="it was left as it is"):
            Notebook.open(path, now=now)
        with pytest.raises(NotebookError, match="could not be kept"):
            bring_back(path, name, now=now)

    assert b"{" == path.read_bytes()


def test_an_empty_file_with_backups_is_damage(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> None:
    """Something was in it once."""
    notebook.apply(adding(person("Ana")))
    path.write_bytes(b"")

    with pytest.raises(Damaged, match="empty, and there are backups"):
        Notebook.open(path, now=now)

    assert 1 == len(bring_back(path, backups_of(path)[0].name, now=now).book.people)


def test_a_backup_can_be_brought_back_where_the_notebook_is_gone(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> None:
    """The folder with the backups is all that is left."""
    notebook.apply(adding(person("Ana")))
    path.unlink()

    assert 1 == len(bring_back(path, backups_of(path)[0].name, now=now).book.people)


def test_a_newer_notebook_is_left_alone(path: Path, now: datetime) -> None:
    """Neither read nor written nor copied."""
    data = people(GOOD, meta='{"schema":2}')
    path.parent.mkdir()
    path.write_bytes(data)

    with pytest.raises(NewerNotebook, match=r"newer cop-tui \(schema 2; this one knows 1\)"):
        Notebook.open(path, now=now)

    assert [(path, data)] == [(one, one.read_bytes()) for one in path.parent.iterdir()]


def test_another_programs_tinydb_is_left_alone(path: Path, now: datetime) -> None:
    """It is whole, but not ours."""
    path.parent.mkdir()
    path.write_text('{"_default":{"1":{"todo":"milk"}}}', encoding="utf-8")

    with pytest.raises(NotebookError, match="another program"):
        Notebook.open(path, now=now)

    assert [path] == list(path.parent.iterdir())


def test_the_history_tells_what_was_done_before_a_damaged_note(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> None:
    """The note alone is passed over."""
    notebook.apply(adding(person("Ana"), sentence="Added Ana"))
    tables = json.loads(path.read_bytes())
    tables["history"]["2"] = {"sentence": 7}
    path.write_text(json.dumps(tables), encoding="utf-8")
    notebook.refresh()

    assert ["Added Ana"] == [one.sentence for one in notebook.history()]


def test_a_damaged_note_of_a_change_stops_undo_and_nothing_else(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> None:
    """The records are whole; undo says why it can't; the history passes over what it can't read."""
    notebook.apply(adding(person("Ana")))
    for note, told in (
        ({"sentence": 7}, 0),
        (NOTE | {"before": {}, "after": {}}, 1),
        (NOTE | {"before": {"x": [1]}, "after": {}, "added": {}}, 1),
        (NOTE | {"before": {}, "after": {}, "added": {"x": {"1": ""}}}, 1),
    ):
        tables = json.loads(path.read_bytes())
        tables["history"] = {"1": note}
        path.write_text(json.dumps(tables), encoding="utf-8")
        notebook.refresh()

        with pytest.raises(NotebookError, match=r"can no longer be undone: its note is damaged \(\S.*\)$") as stopped:
            notebook.undo(now=now)
        assert "(None)" not in stopped.value.sentence
        assert "Nothing was changed. A backup from before it may help: cop-tui backup list" == stopped.value.hint
        assert told == len(notebook.history())
        assert 1 == len(notebook.book.people)
