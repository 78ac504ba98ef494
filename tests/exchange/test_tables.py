"""A list of any kind goes out as a table: field names as in JSON, names beside references, no formula in it."""

import csv
import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.community import Community, Level, Place, Taker
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation, Recipient
from cop_tui.domain.member import ME
from cop_tui.domain.person import Channel, Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.exchange.communities_file import read
from cop_tui.exchange.tables import harmless, table
from cop_tui.practice.demo import demo_book

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ANA = fresh(Person, NOW, name="Ana Ruiz", emails=("ana@example.org", "a@example.net"))
BEN = fresh(Person, NOW, name="ben@example.org", emails=("ben@example.org",))
TEA = fresh(
    Community,
    NOW,
    name="Tea, hot",
    subject="=HYPERLINK(1)",
    organisations=("Acme", "Bolt, Inc."),
    rhythm=14,
    people=(Taker(person=ANA.id, level=Level.CORE, part="convenes"), Taker(person=BEN.id)),
    places=(Place(kind="room", text="2.14"),),
)
BOOK = Book(people={one.id: one for one in (ANA, BEN)}, communities={TEA.id: TEA})


def rows(kind: type[Record], *records: Record, book: Book = BOOK) -> list[dict[str, str]]:
    """Return a table as a spreadsheet reads it."""
    return list(csv.DictReader(StringIO(table(kind, records, book), newline="")))


def test_a_row_holds_every_field_and_the_names_of_whom_it_refers_to() -> None:
    """Several words stand with a semicolon between them, parts as JSON, references as ids and as names."""
    (row,) = rows(Community, TEA)

    assert ("Tea, hot", "14", "false", "") == (row["name"], row["rhythm"], row["archived"], row["why"])
    assert ("Acme; Bolt, Inc.", '[{"kind":"room","text":"2.14"}]') == (row["organisations"], row["places"])
    assert ANA.id == json.loads(row["people"])[0]["person"]
    assert "Ana Ruiz <ana@example.org> (core; convenes); ben@example.org (peripheral)" == row["people_names"]


def test_references_have_names_beside_them() -> None:
    """Of an interest, an invitation and a story; who is gone is someone, and what is gone nothing."""
    invitation = fresh(
        Invitation, NOW, title="Tea", community=TEA.id, sender=ANA.id, recipients=(Recipient(person=BEN.id),)
    )
    story = fresh(Story, NOW, on=NOW, community="gone", people=(ANA.id, "gone"))

    (mine,) = rows(Interest, fresh(Interest, NOW, who=ME, subject="Rust", on=NOW))
    (asked,) = rows(Invitation, invitation)
    (told,) = rows(Story, story)

    assert ("me", "you") == (mine["who"], mine["who_name"])
    assert ("Tea, hot", "Ana Ruiz", "ben@example.org") == (
        asked["community_name"],
        asked["sender_name"],
        asked["recipients_names"],
    )
    assert (f"{ANA.id}; gone", "Ana Ruiz; someone", "", "") == (
        told["people"],
        told["people_names"],
        told["community_name"],
        told["commitment_name"],
    )


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """What a spreadsheet would reckon gets an apostrophe before it."""
    (row,) = rows(Person, fresh(Person, NOW, name=text))

    assert f"'{text}" == row["name"]


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_out_of_its_cell(name: str, note: str) -> None:
    """Commas, quotes, line ends and control characters stay in their cell, and none begins like a formula."""
    person = fresh(Person, NOW, name=name, note=note, channels=(Channel(kind=note, address=name),))

    (row,) = rows(Person, person)

    assert (harmless(name), harmless(note)) == (row["name"], row["note"])
    assert [{"kind": note, "address": name}] == (json.loads(row["channels"]))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row.values())


@pytest.mark.parametrize("kind", KINDS[1:-1])
def test_every_kind_of_the_demo_is_a_table(kind: type[Record]) -> None:
    """As many rows as there are records, the first line as JSON names the fields; without records that line alone."""
    book = demo_book(NOW)
    records = book.of(kind).values()

    found = rows(kind, *records, book=book)

    assert [one.id for one in records] == [row["id"] for row in found]
    assert table(kind, (), book).startswith(",".join(kind.__struct_fields__))


def test_communities_come_back_out_of_their_table() -> None:
    """What `list communities --csv` prints is a list of communities to another notebook."""
    took = read(table(Community, [TEA], BOOK).encode(), "tea.csv", Book(), now=NOW)

    (tea,) = took.book.communities.values()
    names = [took.book.people[one.person].name for one in tea.people]
    assert ("Tea, hot", "=HYPERLINK(1)", 14) == (tea.name, tea.subject, tea.rhythm)
    assert (TEA.organisations, TEA.places, ["Ana Ruiz", "ben@example.org"]) == (tea.organisations, tea.places, names)
    assert [(Level.CORE, "convenes"), (Level.PERIPHERAL, "")] == [(one.level, one.part) for one in tea.people]


def test_the_command_prints_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """UTF-8 on stdout, nothing that steers a terminal; JSON and a table at once is wrong use."""
    from cop_tui.cli.main import run

    monkeypatch.setenv("COP_TUI_DATA", str(tmp_path / "notebook.json"))
    assert 0 == run(["ask", "Zoë \x1b[31m", "Rust"])
    capsys.readouterr()

    assert 0 == run(["list", "people", "--csv"])
    printed = capsys.readouterr().out
    assert 0 == run(["list", "check-ins", "--csv"])
    empty = capsys.readouterr()
    assert 2 == run(["list", "people", "--csv", "--json"])

    assert "Zoë" in printed
    assert "\x1b" not in printed
    assert (1, "") == (empty.out.count("\n"), empty.err)
