"""The doctor: tells what is there and what could be better, raises nothing and touches nothing."""

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Taker
from cop_tui.domain.interest import Interest
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered, fresh
from cop_tui.domain.story import Story
from cop_tui.storage import migrations
from cop_tui.storage.doctor import MANY, Finding, examine
from cop_tui.storage.notebook import Notebook

MOMENT = "2026-11-23T09:00:00Z"

Tables = dict[str, dict[str, dict[str, object]]]


@pytest.fixture
def filled(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> Path:
    """Return a notebook in which all is well."""
    ana = person("Ana")
    rust = fresh(Community, now, name="Rust", people=(Taker(person=ana.id),))
    mine = fresh(Interest, now, who="me", subject="Rust", on=now)
    theirs = fresh(Interest, now, who=ana.id, subject="Rust", on=now)
    notebook.apply(adding(ana, rust, mine, theirs, fresh(Story, now, on=now, community=rust.id, people=(ana.id,))))
    return path


def texts(path: Path) -> str:
    """Return all that the doctor found, as one text; the file must be as it was."""
    before = path.read_bytes()
    report = examine(path)
    assert before == path.read_bytes()
    assert msgspec.json.encode(report)
    return "\n".join(report.lines)


def alter(path: Path, change: Callable[[Tables], object]) -> None:
    """Alter the tables in the file by hand."""
    tables = json.loads(path.read_bytes())
    change(tables)
    path.write_text(json.dumps(tables), encoding="utf-8")


def test_a_whole_notebook_has_nothing_to_mend(filled: Path) -> None:
    """Its counts, its undo, its backups."""
    report = examine(filled)

    assert (True, True, 1, 1, 1, ()) == (
        report.exists,
        report.whole,
        report.schema,
        report.undo,
        report.backups,
        report.findings,
    )
    assert (1, 2, 0) == (report.records["people"], report.records["interests"], report.records["goals"])
    assert "nothing to mend" in report.lines[-1]
    assert any("1 people, 2 interests, 1 communities, 1 stories" in line for line in report.lines)


def test_a_notebook_that_is_not_there_is_no_ailment(path: Path) -> None:
    """It begins with the first thing that is kept."""
    report = examine(path)

    assert (False, True, None, ()) == (report.exists, report.whole, report.schema, report.findings)
    assert "not there yet" in report.lines[1]
    assert not path.parent.exists()


@pytest.mark.parametrize("data", [b"", b" \n", b"{}"])
def test_an_empty_file_is_whole(path: Path, data: bytes) -> None:
    """A stock TinyDB leaves one."""
    path.parent.mkdir(mode=0o700)
    path.write_bytes(data)
    path.chmod(0o600)

    assert "          whole, schema unknown" in texts(path)
    assert (Finding(text="There is no whole backup", hint="cop-tui backup make"),) == examine(path).findings


@pytest.mark.parametrize("data", [b"", b" \n"])
def test_an_empty_file_with_backups_is_damage(filled: Path, data: bytes) -> None:
    """As whoever opens it is told."""
    filled.write_bytes(data)

    assert "It is not whole: it is empty, and there are backups of it" in texts(filled)
    assert not examine(filled).whole


def test_a_damaged_file_is_told(filled: Path) -> None:
    """With what to do, and without a copy set aside: that is for whoever opens it."""
    filled.write_bytes(filled.read_bytes()[:-3])

    assert "NOT whole" in texts(filled)
    assert "It is not whole: it is not whole JSON" in texts(filled)
    assert [] == list(filled.parent.glob("*damaged*"))


def test_a_newer_file_and_an_older_one_are_told(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One is for another version, one is for the next opening."""
    alter(filled, lambda tables: tables["meta"]["1"].update(schema=2))
    assert "A newer cop-tui wrote it (schema 2)" in texts(filled)

    def stumble(_: object) -> None:
        raise KeyError

    monkeypatch.setattr(migrations, "STEPS", [lambda _: None, stumble])
    assert "It has schema 2; it is brought to 3" in texts(filled)


def test_a_folder_is_told(tmp_path: Path) -> None:
    """As whoever opens it is told."""
    report = examine(tmp_path)

    assert not report.whole
    assert "is a folder" in report.findings[0].text


def test_every_record_that_cannot_be_read_is_told(filled: Path) -> None:
    """Not only the first one."""

    def break_two(tables: Tables) -> None:
        tables["people"]["1"]["name"] = 7
        tables["stories"]["1"]["on"] = "yesterday"

    alter(filled, break_two)

    assert "Record 1 of people cannot be read" in texts(filled)
    assert "Record 1 of stories cannot be read" in texts(filled)
    assert "NOT whole" in texts(filled)


def test_doubles_strays_and_strangers_are_told(filled: Path, now: datetime) -> None:
    """An id twice, a record that is among the gone too, a reference to nothing, a table of somebody else's."""
    ana = json.loads(filled.read_bytes())["people"]["1"]

    def disorder(tables: Tables) -> None:
        tables["people"]["2"] = ana
        tables["gone"]["1"] = ana | {"kind": "people", "on": now.isoformat()}
        tables["stories"]["1"]["community"] = "nowhere"
        tables["_default"] = {"1": {"theirs": True}}

    alter(filled, disorder)
    told = texts(filled)

    assert f"Two documents of people have the id {ana['id']}" in told
    assert f"{ana['id']} of people is there, and noted as removed as well" in told
    assert "refers to nowhere of communities, which is not there" in told
    assert "The table _default is not one of cop-tui's" in told
    assert examine(filled).whole


def test_many_findings_are_counted(
    filled: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> None:
    """The first ten are told, the others counted."""
    notebook.apply(adding(altered(fresh(Community, now, name="x"), now, people=tuple(
        Taker(person=f"nobody{number}") for number in range(MANY + 3)
    ))))  # fmt: skip

    assert "And 3 more like these" in texts(filled)


def test_what_lies_around_is_told(filled: Path) -> None:
    """A backup that is not whole, a damaged state that was kept, a file that others may read."""
    next((filled.parent / "backups").iterdir()).write_bytes(b"{")
    (filled.parent / "notebook.damaged-0123abcd.json").write_bytes(b"{")
    filled.chmod(0o644)
    told = texts(filled)

    assert "is not whole" in told
    assert "There is no whole backup" in told
    assert "A damaged state is kept as notebook.damaged-0123abcd.json" in told
    assert ("Others on this machine may look into it" in told) == (os.name == "posix")


MEND = "cop-tui doctor --mend puts it right"
SAVE = "cop-tui doctor --mend saves what can be read; cop-tui backup list shows what can be brought back"
LATER = "Remove it when you need it no longer"


def backup_of(path: Path) -> Path:
    """Return the one backup of a notebook."""
    (backup,) = (path.parent / "backups").iterdir()
    return backup


def test_a_report_is_read_line_by_line(filled: Path) -> None:
    """Where the notebook is, how it is, what it holds, its backups, and what to do."""
    assert [
        f"notebook  {filled}",
        f"          whole, schema 1, {filled.stat().st_size:,} bytes, can undo 1",
        "holds     1 people, 2 interests, 1 communities, 1 stories",
        f"backups   1, the newest whole one {backup_of(filled).name}",
        "note      nothing to mend",
    ] == texts(filled).splitlines()


def test_a_report_of_nothing_is_read_line_by_line(path: Path) -> None:
    """It says how it begins."""
    assert (
        f"notebook  {path}",
        "          not there yet; it begins with the first thing you keep",
        "holds     nothing yet",
        "backups   0, the newest whole one none",
        "note      nothing to mend",
    ) == examine(path).lines


def test_a_report_of_damage_is_read_line_by_line(filled: Path) -> None:
    """With what to do below each thing that was found."""
    filled.write_bytes(b'{"people":{}}' + b" " * 1000)

    assert [
        f"notebook  {filled}",
        "          NOT whole, schema unknown, 1,013 bytes, can undo 0",
        "holds     nothing yet",
        f"backups   1, the newest whole one {backup_of(filled).name}",
        "note      It is not whole: it does not say which schema it has",
        f"          {SAVE}",
    ] == texts(filled).splitlines()


def test_a_notebook_that_is_gone_is_told_with_its_backups(filled: Path) -> None:
    """Nothing of it is open to others, nor lost."""
    filled.unlink()
    report = examine(filled)

    assert (False, 0, 1, backup_of(filled).name, ()) == (
        report.exists,
        report.size,
        report.backups,
        report.newest_backup,
        report.findings,
    )


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b" ", Finding(text="It is not whole: it is empty, and there are backups of it", hint=SAVE)),
        (b"{", Finding(text="It is not whole: it is not whole JSON: Input data was truncated", hint=SAVE)),
        (b'{"meta":{"1":{"schema":7}}}', Finding(text="A newer cop-tui wrote it (schema 7)", hint="Update cop-tui")),
    ],
)
def test_what_cannot_be_opened_is_told_with_a_way_on(filled: Path, data: bytes, finding: Finding) -> None:
    """One reason, and nothing else is looked at."""
    filled.write_bytes(data)

    assert ((finding,), False) == (examine(filled).findings, examine(filled).whole)


def test_what_is_no_file_is_told_with_a_way_on(tmp_path: Path) -> None:
    """As whoever opens it is told."""
    report = examine(tmp_path)

    assert (
        Finding(text=f"{tmp_path} is a folder, so it cannot be a notebook", hint="Name a file with --data")
        == (report.findings[0])
    )
    assert (True, 0, str(tmp_path)) == (report.exists, report.size, report.path)


def test_an_older_notebook_is_not_looked_into(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is brought to this schema first; it is whole as far as can be told, and its records are counted."""
    monkeypatch.setattr(migrations, "STEPS", [lambda _: None])
    alter(filled, lambda tables: tables["people"]["1"].update(name=7))
    report = examine(filled)

    assert Finding(text="It has schema 1; it is brought to 2 when it is opened") == report.findings[0]
    assert (True, 1, 1) == (report.whole, report.schema, report.records["people"])


@pytest.mark.parametrize(
    ("change", "finding", "whole"),
    [
        (
            lambda tables: tables["people"]["1"].update(name=7),
            Finding(text="Record 1 of people cannot be read: Expected `str`, got `int` - at `$.name`", hint=MEND),
            False,
        ),
        (
            lambda tables: tables["people"].update({"x": {}}),
            Finding(text="Record 'x' of people cannot be read: Object missing required field `id`", hint=MEND),
            False,
        ),
        (
            lambda tables: tables["people"].update({"2": tables["people"]["1"]}),
            Finding(text="Two documents of people have the id ANA; the one updated last counts", hint=MEND),
            True,
        ),
        (
            lambda tables: tables["gone"].update({"1": tables["people"]["1"] | {"kind": "people", "on": MOMENT}}),
            Finding(text="ANA of people is there, and noted as removed as well", hint=MEND),
            True,
        ),
        (
            lambda tables: tables["communities"]["1"].update(people=[{"person": "nobody"}]),
            Finding(text="RUST of communities refers to nobody of people, which is not there", hint=MEND),
            True,
        ),
        (
            lambda tables: tables.update({"theirs": {}}),
            Finding(text="The table theirs is not one of cop-tui's; it is kept as it is"),
            True,
        ),
        (
            lambda tables: tables.pop("goals"),
            Finding(text="The table goals is missing", hint=f"{MEND} where a backup has it"),
            True,
        ),
        (
            lambda tables: tables["people"].update({"one": tables["people"].pop("1")}),
            Finding(text="A document of people has no number, and TinyDB wants one", hint=MEND),
            True,
        ),
        (
            lambda tables: tables["history"]["1"].update(sentence=7),
            Finding(text="Note 1 of the history cannot be read", hint=MEND),
            True,
        ),
    ],
)
def test_each_thing_that_is_wrong_is_told_once(
    *, filled: Path, change: Callable[[Tables], object], finding: Finding, whole: bool
) -> None:
    """With what to do about it, and whether the notebook can be opened all the same."""
    tables = json.loads(filled.read_bytes())
    ids = {"ANA": tables["people"]["1"]["id"], "RUST": tables["communities"]["1"]["id"]}
    alter(filled, change)
    report = examine(filled)

    told = [one.text.replace(ids["ANA"], "ANA").replace(ids["RUST"], "RUST") for one in report.findings]
    assert finding in [Finding(text=text, hint=one.hint) for text, one in zip(told, report.findings, strict=True)]
    assert 1 == told.count(finding.text)
    assert whole is report.whole


def test_what_a_backup_has_and_nothing_says_was_removed_is_counted(filled: Path, now: datetime) -> None:
    """Of the newest whole one; where it is damaged for another reason that goes first."""
    made = Notebook.open(filled, now=now).back_up(now=now).name
    alter(filled, lambda tables: tables.update(stories={}, interests={}))

    assert (
        Finding(text=f"3 of the records in {made} are not there, and nothing says that they were removed", hint=MEND),
    ) == examine(filled).findings

    alter(filled, lambda tables: tables["people"]["1"].update(name=7))
    assert not any("of the records in" in one.text for one in examine(filled).findings)


@pytest.mark.parametrize(("strays", "last"), [(MANY, None), (MANY + 1, "And 1 more like these")])
def test_the_first_ten_findings_are_told_one_by_one(filled: Path, strays: int, last: str | None) -> None:
    """The others are counted."""
    alter(filled, lambda tables: tables.update({f"theirs{number}": {} for number in range(strays)}))
    findings = examine(filled).findings

    assert MANY == len([one for one in findings if one.text.startswith("The table theirs")])
    assert ([Finding(text=last)] if last else []) == list(findings[MANY:])


def test_what_lies_around_is_told_with_a_way_on(filled: Path) -> None:
    """In a fixed order: backups, damaged states, what was set aside, who may look."""
    backup_of(filled).write_bytes(b"{")
    asides = ("damaged-0a.json", "damaged-0b.json", "set-aside-0a.json", "set-aside-0b.json")
    for name in reversed(asides):
        filled.with_name(f"notebook.{name}").write_bytes(b"{")
    filled.with_name("other.damaged-0a.json").write_bytes(b"{")
    filled.chmod(0o604)

    assert [
        Finding(text=f"The backup {backup_of(filled).name} is not whole"),
        Finding(text="There is no whole backup", hint="cop-tui backup make"),
        *(Finding(text=f"A damaged state is kept as notebook.{name}", hint=LATER) for name in asides[:2]),
        *(Finding(text=f"What could not be read is kept as notebook.{name}", hint=LATER) for name in asides[2:]),
        *(
            [Finding(text="Others on this machine may look into it", hint=f"chmod 600 {filled}")]
            if os.name == "posix"
            else []
        ),
    ] == list(examine(filled).findings)
    assert examine(filled).newest_backup is None


def test_a_notebook_without_a_history_is_whole(filled: Path) -> None:
    """Nothing can be undone in it."""
    alter(filled, lambda tables: tables.pop("history"))
    report = examine(filled)

    assert (True, 0, ()) == (report.whole, report.undo, report.findings)
