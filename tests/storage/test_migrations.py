"""From an older schema: backed up, converted in memory, validated whole, and only then written."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.errors import Damaged, NewerNotebook
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered
from cop_tui.storage import migrations, snapshot
from cop_tui.storage.codec import decode_tables, encode_tables
from cop_tui.storage.migrations import Plain, current_schema, documents_of, migrate
from cop_tui.storage.notebook import Notebook

FILLING = Callable[[], bytes]


def names_in_capitals(plain: Plain) -> None:
    """Lead from schema 1 to 2, as an example: every person's name in capitals, in the history too."""
    for person in documents_of(plain, "people"):
        person["name"] = person["name"].upper()


def stumble(_: Plain) -> None:
    """Fail, as a step may on a file that nobody foresaw."""
    raise KeyError("colour")


def break_names(plain: Plain) -> None:
    """Do something that comes out as no person."""
    for person in plain["people"].values():
        person["name"] = None


@pytest.fixture
def old(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> bytes:
    """Return the bytes of a notebook of schema 1, with something to undo."""
    ana = person("Ana")
    notebook.apply(adding(ana, sentence="Added Ana"))
    notebook.apply(adding(altered(ana, now, note="met"), sentence="Changed Ana"))
    return path.read_bytes()


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what makes this version one with such steps."""

    def take(*taken: migrations.Step) -> None:
        monkeypatch.setattr(migrations, "STEPS", list(taken))
        monkeypatch.setattr(snapshot, "pause", lambda _: None)

    return take


def test_an_older_notebook_is_brought_to_this_schema(
    path: Path, old: bytes, steps: Callable[..., None], now: datetime
) -> None:
    """Backed up as it was, written once, and read as it is from then on."""
    steps(names_in_capitals)

    notebook = Notebook.open(path, now=now)

    assert ["ANA"] == [one.name for one in notebook.book.people.values()]
    tables = json.loads(path.read_bytes())
    assert 2 == tables["meta"]["1"]["schema"]
    backups = {one.why: one for one in notebook.backups()}
    assert old == backups["migration"].path.read_bytes()
    written = path.read_bytes()
    assert ["ANA"] == [one.name for one in Notebook.open(path, now=now).book.people.values()]
    assert written == path.read_bytes()


def test_what_was_done_before_can_be_undone_after(
    path: Path, old: bytes, steps: Callable[..., None], now: datetime
) -> None:
    """The history is brought along."""
    steps(names_in_capitals)
    notebook = Notebook.open(path, now=now)

    assert "Changed Ana" == notebook.undo(now=now)
    assert [("ANA", "")] == [(one.name, one.note) for one in notebook.book.people.values()]
    assert "Added Ana" == notebook.undo(now=now)
    assert {} == notebook.book.people


@pytest.mark.parametrize("failing", [stumble, break_names])
def test_a_step_that_fails_leaves_the_file_untouched(
    path: Path, old: bytes, steps: Callable[..., None], now: datetime, failing: migrations.Step
) -> None:
    """It fails in memory, whether in the step or in the validation of what came of it."""
    steps(names_in_capitals, failing)

    with pytest.raises(Damaged, match=r"from schema 2 to 3: KeyError: 'colour'|record 1 of people") as caught:
        Notebook.open(path, now=now)

    assert old == path.read_bytes()
    assert "backup" in str(caught.value.hint)


def test_an_older_backup_can_be_restored(
    path: Path, notebook: Notebook, old: bytes, steps: Callable[..., None], now: datetime
) -> None:
    """It is brought to this schema on its way."""
    name = notebook.back_up(now=now).name
    steps(names_in_capitals)
    newer = Notebook.open(path, now=now)
    newer.undo(now=now)

    newer.restore(name, now=now)

    assert [("ANA", "met")] == [(one.name, one.note) for one in newer.book.people.values()]


def test_a_newer_backup_is_not_whole_for_us(path: Path, notebook: Notebook, old: bytes, now: datetime) -> None:
    """It is shown, and not restored."""
    backup = notebook.back_up(now=now)
    backup.write_bytes(old.replace(b'"schema":1', b'"schema":9'))

    assert [False] == [one.whole for one in notebook.backups() if one.name == backup.name]


def test_an_older_file_put_in_the_place_of_an_open_one_is_brought_along(
    *,
    path: Path,
    old: bytes,
    steps: Callable[..., None],
    adding: Callable[..., Change],
    person: Callable[[str], Person],
    now: datetime,
) -> None:
    """Seen by the next refresh, written by the next change, with a backup of what it was."""
    steps(names_in_capitals)
    notebook = Notebook.open(path, now=now)
    path.write_bytes(old)

    assert notebook.refresh()
    assert ["ANA"] == [one.name for one in notebook.book.people.values()]
    assert old == path.read_bytes()
    notebook.apply(adding(person("Ben"), at=now + timedelta(days=1)))

    assert 2 == json.loads(path.read_bytes())["meta"]["1"]["schema"]
    assert [old, old] == [one.path.read_bytes() for one in notebook.backups() if one.why == "migration"]


def test_two_programs_that_open_an_older_notebook_migrate_it_once(
    path: Path, old: bytes, steps: Callable[..., None], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one finds it done when it gets the lock."""
    steps(names_in_capitals)
    first_come = Notebook._write_migrated

    def overtaken(notebook: Notebook, now: datetime) -> None:
        monkeypatch.setattr(Notebook, "_write_migrated", first_come)
        Notebook.open(path, now=now)
        first_come(notebook, now)

    monkeypatch.setattr(Notebook, "_write_migrated", overtaken)

    notebook = Notebook.open(path, now=now)

    assert ["ANA"] == [one.name for one in notebook.book.people.values()]
    assert 1 == len([one for one in notebook.backups() if one.why == "migration"])
    assert not notebook.refresh()


def test_a_document_that_is_no_json_stops_a_migration(
    path: Path, old: bytes, steps: Callable[..., None], now: datetime
) -> None:
    """Raw documents pass through unread where nothing is to be converted; here they must be read."""
    steps(names_in_capitals)
    path.write_bytes(old.replace(b'"note":"met"', b'"nota":"\xff\xfe"'))

    with pytest.raises(Damaged, match=r"not whole JSON: .*utf-8"):
        Notebook.open(path, now=now)


def test_an_older_program_leaves_what_a_newer_one_migrated(
    path: Path, old: bytes, steps: Callable[..., None], now: datetime
) -> None:
    """Both are on the machine; the older one has the notebook open, and writes nothing any more."""
    older = Notebook.open(path, now=now)
    steps(names_in_capitals)
    Notebook.open(path, now=now)
    steps()
    before = path.read_bytes()

    with pytest.raises(NewerNotebook):
        older.undo(now=now)

    assert before == path.read_bytes()


def test_a_step_is_given_every_document_with_its_former_states() -> None:
    """Those in the table first, then those that undo brings back; there may be none of either."""
    now, before, after = {"name": "now"}, {"name": "before"}, {"name": "after"}
    plain: Plain = {
        "people": {"1": now},
        "history": {"1": {"before": {"people": [before], "goals": [{}]}, "after": {"people": [after]}}, "2": {}},
    }

    assert [now, before, after] == list(documents_of(plain, "people"))
    assert [] == list(documents_of(plain, "stories"))
    assert [] == list(documents_of({}, "people"))


@pytest.mark.parametrize(
    ("history", "after"),
    [
        ("", {}),
        (',"history":{}', {"history": {}}),
        (',"history":{"1":{"sentence":"A"}}', {"history": {"1": {"sentence": "A"}}}),
        (
            ',"history":{"1":{"added":{"people":{"1":"a mark","2":""}}}}',
            {"history": {"1": {"added": {"people": {"1": "", "2": ""}}}}},
        ),
    ],
)
def test_a_history_is_brought_along_as_far_as_there_is_one(
    steps: Callable[..., None], history: str, after: dict[str, object]
) -> None:
    """The marks of what was added are forgotten: what was added is another by now."""
    steps(lambda _: None, lambda plain: plain["people"].clear())
    old = decode_tables(f'{{"meta":{{"1":{{"schema":1}}}},"people":{{"1":{{}}}}{history}}}'.encode())

    assert {"meta": {"1": {"schema": 3}}, "people": {}} | after == json.loads(encode_tables(migrate(old, 1)))


def test_only_the_steps_from_a_schema_on_are_taken(steps: Callable[..., None]) -> None:
    """The first ones lead to it."""
    steps(stumble, lambda plain: plain["people"].update({"1": {"name": "ANA"}}))

    new = migrate(decode_tables(b'{"meta":{"1":{"schema":2}},"people":{}}'), 2)

    assert (3, b'{"name":"ANA"}') == (current_schema(), bytes(new["people"]["1"]))
