"""The whole book goes out as JSON and comes back, record for record."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.errors import Unreadable
from cop_tui.domain.gone import Gone
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.json_book import read, write
from cop_tui.exchange.marks import is_own_json
from cop_tui.practice.remove import remove

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MOMENTS = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
WORDS = st.text(max_size=12) | st.sampled_from(["[/x]", "\0", "e\u0301\u202e", "\x1b[31m", "👩‍👩‍👧", '"\\'])
PLAIN: dict[type, st.SearchStrategy[Any]] = {
    datetime: MOMENTS,
    date: st.dates(date(1970, 1, 1), date(2100, 1, 1)),
    int: st.integers(-(10**6), 10**6),
    str: WORDS,
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for the values of a field's type."""
    inner = get_args(kind)
    if get_origin(kind) is Annotated:
        found = values(inner[0])
    elif get_origin(kind) in (Union, UnionType):
        found = st.one_of(*map(values, inner))
    elif get_origin(kind) is tuple:
        found = st.lists(values(inner[0]), max_size=3).map(tuple)
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        found = structs(kind)
    else:
        found = PLAIN[kind] if kind in PLAIN else st.from_type(kind)
    return found


def structs(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    """Return a strategy for a record or a part of one."""
    fields = {one.name: values(one.type) for one in msgspec.structs.fields(kind)}
    if issubclass(kind, Record):
        fields["id"] = st.just(ME) if kind is Member else st.uuids().map(lambda one: one.hex)
    return st.builds(kind, **fields)


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Draw a book with a few records of every kind."""
    tables: dict[str, dict[str, Any]] = {}
    for kind in KINDS:
        some = draw(st.lists(structs(kind), max_size=1 if kind is Member else 2))
        tables[kind.table] = {one.id: one for one in some}
    return Book(**tables)


def back(data: bytes, book: Book | None = None) -> Intake:
    """Read a document into a book, an empty one unless one is given."""
    return read(data, "book.json", book or Book(), now=NOW)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(book=books())
def test_a_whole_book_comes_back_record_for_record(book: Book) -> None:
    """Whatever is in the records, the empty notebook that imports the export is the same; twice changes nothing."""
    took = back(write(book))

    assert {kind.table: dict(book.of(kind)) for kind in KINDS} == {
        kind.table: dict(took.book.of(kind)) for kind in KINDS
    }
    assert took.items == sum(len(book.of(kind)) for kind in KINDS)
    assert not back(write(book), took.book).change
    assert back(write(book), took.book).unchanged == took.items


def person(**fields: Any) -> Person:
    """Return Ana as she is now."""
    return fresh(Person, NOW, id="a" * 32, name="Ana", **fields)


def of(*people: Person) -> Book:
    """Return a book with these people."""
    return Book(people={one.id: one for one in people})


def test_the_newer_record_counts() -> None:
    """A record with a later `updated` replaces; the same or an older one changes nothing."""
    old, new = person(), altered(person(), NOW + timedelta(hours=1), name="Ana Ruiz")

    newer, older = back(write(of(new)), of(old)), back(write(of(old)), of(new))

    assert ({"people": 1}, "Ana Ruiz") == (newer.changed, newer.book.people[old.id].name)
    assert (1, False) == (older.unchanged, bool(older.change))
    assert newer.change.sentence == "Imported 1 item from book.json"


def test_what_was_removed_since_stays_removed() -> None:
    """An older export does not bring back what the member took out; that is said."""
    book = of(person())
    removed = book.apply(remove(book, person(), now=NOW + timedelta(hours=1)))

    took = back(write(book), removed)

    assert (1, False, 1) == (took.unchanged, bool(took.change), len(took.notes))


def test_a_tombstone_takes_nothing_away() -> None:
    """An import adds: the grave of a record that is here leaves the record where it is."""
    grave = Gone(id=person().id, created=NOW, updated=NOW + timedelta(hours=1), kind="people", on=NOW)

    took = back(write(Book(gone={grave.id: grave})), of(person()))

    assert (1, of(person()).people) == (took.unchanged, took.book.people)


@pytest.mark.parametrize(
    "broken",
    [
        {"id": ""},
        {"id": 7},
        {"name": None},
        {"created": "yesterday"},
        {"updated": "2026-11-23T09:00:00"},
        {"contacts": [{"on": "2026-11-23T09:00:00"}]},
        {"created": "0001-01-01T00:00:00+14:00"},
        {"reconnect_every": "often"},
    ],
)
def test_a_record_that_cannot_be_is_named_and_its_neighbours_are_taken(broken: dict[str, Any]) -> None:
    """One bad record is skipped with its id and the reason."""
    tables = json.loads(write(of(person(), altered(person(), NOW, id="b" * 32))))
    tables["people"][0].update(broken)

    took = back(json.dumps(tables).encode())

    assert ({"people": 1}, 1) == (took.added, len(took.skipped))
    assert took.skipped[0].item.startswith("people ")
    assert took.skipped[0].why


@pytest.mark.parametrize("table", [7, "x", None, [7], {"1": 7}, [[]], [{}]])
def test_a_table_that_is_none_is_named(table: object) -> None:
    """What is no table, or holds no records, is skipped; the other tables are read."""
    tables = json.loads(write(of(person())))
    tables["goals"] = table

    took = back(json.dumps(tables).encode())

    assert ({"people": 1}, 1) == (took.added, len(took.skipped))


def test_an_id_belongs_to_one_record() -> None:
    """A record whose id is another kind's is skipped."""
    tables = json.loads(write(of(person())))
    tables["goals"] = [tables["people"][0] | {"text": "Learn"}]

    took = back(json.dumps(tables).encode())

    assert [one.why for one in took.skipped] == ["its id belongs to something else"]


def test_a_notebook_file_is_read_too() -> None:
    """The tables of a TinyDB file hold the same documents under numbers; meta and history are its own."""
    tables = json.loads(write(of(person())))
    notebook = {"meta": {"1": {"schema": 1}}, "history": {"1": {}}, "people": {"1": tables["people"][0]}}

    took = back(json.dumps(notebook).encode())

    assert (took.book.people, took.notes) == (of(person()).people, ())
    assert is_own_json(json.dumps(notebook | {"goals": {}, "stories": {}}).encode())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "not a whole JSON document"),
        (b"[]", "not a whole JSON document"),
        (b'{"cop-tui": ' + b"[" * 100_000, "not a whole JSON document"),
        (b'{"cop-tui": {"schema": 99}}', "newer"),
        (b'{"meta": {"1": {"schema": 99}}}', "newer"),
        (b"\xff\xfe{}", "not a whole JSON document"),
    ],
)
def test_what_is_not_whole_or_too_new_is_refused(data: bytes, words: str) -> None:
    """Nothing is taken from a file that can't be read as a whole."""
    with pytest.raises(Unreadable, match=words):
        back(data)


def test_what_a_newer_version_added_is_noted() -> None:
    """A table that this version knows nothing of is left out, and said so."""
    took = back(b'{"cop-tui": {"schema": 1}, "dreams": []}')

    assert took.notes == ("book.json: “dreams” is nothing that this version knows; it was left out",)


def test_progress_is_told_to_the_end() -> None:
    """The last word is that all is read."""
    people = [altered(person(), NOW, id=f"{number:032x}") for number in range(1, 1201)]
    steps: list[tuple[int, int]] = []

    read(write(of(*people)), "book.json", Book(), now=NOW, progress=lambda *step: steps.append(step))

    assert steps == [(500, 1200), (1000, 1200), (1200, 1200)]
