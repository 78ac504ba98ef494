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
from cop_tui.storage.doctor import MANY, examine
from cop_tui.storage.notebook import Notebook


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


def alter(path: Path, change: Callable[[dict[str, dict[str, dict[str, object]]]], object]) -> None:
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

    assert "whole, schema unknown" in texts(path)
    assert "There is no whole backup" in texts(path)


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

    def break_two(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["people"]["1"]["name"] = 7
        tables["stories"]["1"]["on"] = "yesterday"

    alter(filled, break_two)

    assert "Record 1 of people cannot be read" in texts(filled)
    assert "Record 1 of stories cannot be read" in texts(filled)
    assert "NOT whole" in texts(filled)


def test_doubles_strays_and_strangers_are_told(filled: Path, now: datetime) -> None:
    """An id twice, a record that is among the gone too, a reference to nothing, a table of somebody else's."""
    ana = json.loads(filled.read_bytes())["people"]["1"]

    def disorder(tables: dict[str, dict[str, dict[str, object]]]) -> None:
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
