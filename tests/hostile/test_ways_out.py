"""Whatever got into a notebook, nothing obeys it on the way out: no terminal, browser, calendar or spreadsheet."""

import csv
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import msgspec
import pytest

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.member import ME, Member
from cop_tui.domain.record import Record, derived_id
from cop_tui.exchange import registry
from cop_tui.exchange.jrnl import read as read_journal
from cop_tui.exchange.json_book import read, write
from cop_tui.practice.demo.year import demo_book
from cop_tui.storage.notebook import Notebook

Cop = Callable[..., CompletedProcess[str]]
KEPT = {"id", "timezone", "recurrence", "kind", "level"}
"""Fields whose strings are no free text."""
LISTS = (
    "communities",
    "people",
    "interests",
    "invitations",
    "commitments",
    "goals",
    "learning",
    "stories",
    "check-ins",
)
SINGLE = [one.name for one in registry.FORMATS if one.writer and not one.folder]
FOLDERS = [one.name for one in registry.FORMATS if one.folder]


def with_text(value: Any, text: str, ids: frozenset[str], field: str = "") -> Any:
    """Return a record's document with a text in the place of each free text in it."""
    if isinstance(value, dict):
        return {key: with_text(one, text, ids, key) for key, one in value.items()}
    if isinstance(value, list):
        return [with_text(one, text, ids, field) for one in value]
    return text if isinstance(value, str) and value not in ids and field not in KEPT else value


def hostile(record: Record, text: str, ids: frozenset[str], own_id: str) -> Record:
    """Return a record like this one whose every free text is another; what the types don't allow stays."""
    made: dict[str, Any] = msgspec.to_builtins(record)
    for name, value in list(made.items()):
        told = made | {name: with_text(value, text, ids, name)}
        try:
            msgspec.convert(told, type(record))
        except msgspec.ValidationError:
            continue
        made = told
    changed: Record = msgspec.convert(made | {"id": own_id}, type(record))
    return changed


def book_of(texts: dict[str, str], now: datetime) -> Book:
    """Return a book in which each text stands in every field of one record of each kind."""
    sample = demo_book(now)
    ids = frozenset(one.id for one in sample.records())
    fullest = [
        max(sample.of(kind).values(), key=lambda one: len(write(Book().apply(changing(now, one)))))
        for kind in KINDS
        if sample.of(kind)
    ]
    made = [
        hostile(record, text, ids, derived_id(type(record).table, name))
        for name, text in texts.items()
        for record in fullest
        if not isinstance(record, Member)
    ]
    me = msgspec.structs.replace(sample.me, id=ME, name=" ".join(texts.values())[:2_000])
    known = (*sample.people.values(), *sample.communities.values())
    return Book().apply(changing(now, *known, *fullest, me)).apply(changing(now, *made))


def changing(now: datetime, *records: Record) -> Change:
    """Return a change that puts these records."""
    return Change(sentence="Put what somebody wrote", at=now, put=records)


@pytest.fixture(scope="module")
def now_here() -> datetime:
    """Return the moment of the tests, for what is made once."""
    return datetime.fromisoformat("2026-11-23T09:00:00+01:00")


@pytest.fixture(scope="module")
def full(written: dict[str, str], now_here: datetime) -> Book:
    """Return a book full of hostile texts."""
    return book_of(written, now_here)


@pytest.fixture(scope="module")
def harmless(written: dict[str, str], now_here: datetime) -> Book:
    """Return the same book with one friendly word in the place of every hostile text."""
    return book_of(dict.fromkeys(written, "friendly"), now_here)


@pytest.fixture
def notebook(full: Book, tmp_path: Path, now: datetime) -> Path:
    """Return a notebook file with the hostile book in it."""
    path = tmp_path / "mine" / "notebook.json"
    change = Change(sentence="\x1b[2J".join(one.id for one in full.records())[:500], at=now, put=tuple(full.records()))
    Notebook.open(path, now=now).apply(change)
    return path


def test_the_notebook_gives_every_text_back(full: Book, notebook: Path, now: datetime) -> None:
    """From the file and from an export, to the letter."""
    expected = {one.id: one for one in full.records()}

    assert expected == {one.id: one for one in Notebook.open(notebook, now=now).book.records()}
    assert expected == {one.id: one for one in read(write(full), "x", Book(), now=now).book.records()}


@pytest.mark.parametrize("is_terminal", [False, True])
@pytest.mark.usefixtures("notebook", "untouched")
def test_no_command_prints_what_steers_a_terminal(
    cop: Cop, texts: dict[str, str], full: Book, monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool
) -> None:
    """Every list, page, search and export that can come to a terminal; the fixture looks at all that is printed."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal, raising=False)
    lines = [
        ("today",),
        ("today", "--short"),
        ("history",),
        ("doctor",),
        ("sparks",),
        ("where",),
        ("me",),
        ("backup", "list"),
    ]
    lines += [("list", kind) for kind in LISTS] + [("list", kind, "--csv") for kind in LISTS]
    lines += [("community", "list")]
    lines += [(*one, "--json") for one in lines if one[0] != "list" or "--csv" not in one if "--short" not in one]
    lines += [("search", "--", text) for text in texts.values() if "\ud800" > max(text)]
    shown = [one.id for one in full.records() if one.table not in ("member", "gone")]
    lines += [("show", one) for one in shown[:: 9 if is_terminal else 25]]
    if is_terminal:
        lines += [("export", one) for one in SINGLE if one not in ("html", "yearly-html")]

    assert [] == [line for line in lines if cop(*line).returncode]


class Page(HTMLParser):
    """What a page has in it that acts."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, its attributes and where it leads."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {
            (value or "").split(":")[0].lower() for name, value in attrs if name in ("href", "src", "action")
        }


@pytest.mark.parametrize("name", ["html", "yearly-html"])
@pytest.mark.parametrize("discreet", [False, True])
def test_a_page_has_no_tag_and_no_link_of_theirs(
    full: Book, harmless: Book, now: datetime, name: str, *, discreet: bool
) -> None:
    """A page of hostile words has the tags of one of friendly words; links lead to the web, to mail or within it."""
    taken = dict.fromkeys(registry.format_called(name).takes) | {"now": now, "discreet": discreet}
    page, plain = (Page(registry.writer_of(name)(book, **taken)) for book in (full, harmless))

    assert (
        not page.tags
        - plain.tags
        - {
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "ul",
            "ol",
            "li",
            "pre",
            "code",
            "em",
            "strong",
            "a",
            "br",
            "p",
            "input",
            "blockquote",
        }
    )
    assert not {one for one in page.attributes if one.startswith("on")}
    assert not {one for one in page.links if not one.startswith("#")} - {"http", "https", "mailto", ""}


def lines_in(book: Book, name: str, now: datetime) -> Counter[bytes]:
    """Return how often each kind of line is in an export."""
    taken = {one: False if one in ("stories", "reflections") else None for one in registry.format_called(name).takes}
    document = registry.writer_of(name)(book, **taken | ({"now": now} if "now" in taken else {}))
    data = document.encode() if isinstance(document, str) else document
    return Counter(line.split(b":")[0].split(b";")[0] for line in data.replace(b"\r\n ", b"").splitlines())


@pytest.mark.parametrize(
    ("name", "marks"),
    [("ics", (b"BEGIN", b"END", b"ATTENDEE", b"METHOD")), ("vcard", (b"BEGIN", b"END", b"FN", b"VERSION", b"AGENT"))],
)
def test_no_text_begins_an_item_of_its_own(
    full: Book, harmless: Book, now: datetime, name: str, marks: tuple[bytes, ...]
) -> None:
    """A calendar and an address book of hostile words have as many events and cards as those of friendly ones."""
    theirs, ours = (lines_in(book, name, now) for book in (full, harmless))

    assert {mark: ours[mark] for mark in marks} == {mark: theirs[mark] for mark in marks}


def test_no_line_of_a_text_begins_an_entry(full: Book, now: datetime) -> None:
    """A journal that was written for jrnl comes back with the stories that went out."""
    document = registry.writer_of("jrnl")(full, now=now, since=None, until=None, community=None)

    again = read_journal(document.encode(), "x", full, now=now)

    assert registry.recognise(document.encode(), Path("x")).name == "jrnl"
    assert not again.added
    assert again.unchanged >= len(full.stories)


@pytest.mark.usefixtures("notebook")
def test_no_cell_of_a_table_is_a_formula(cop: Cop, full: Book) -> None:
    """A table has a row for each record, and no cell that a spreadsheet would reckon."""
    for kind in LISTS:
        rows = list(csv.reader(io.StringIO(cop("list", kind, "--csv").stdout.removeprefix("\ufeff"))))

        assert len(getattr(full, kind.replace("-", "_"))) + 1 == len(rows)
        assert not [
            cell
            for row in rows
            for cell in row
            if cell.lstrip().startswith(tuple("=+@\t\r")) or cell[:2] in ("-=", "--")
        ]


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.usefixtures("notebook", "untouched")
def test_no_file_lands_outside_its_folder(cop: Cop, tmp_path: Path, name: str) -> None:
    """Names of devices, ways up and names of 300 bytes become names that every system takes."""
    assert cop("export", name, str(tmp_path / "out")).returncode == 0

    made = [one for one in (tmp_path / "out").rglob("*") if one.name != ".cop-tui.json"]
    assert len(made) > 30
    for one in made:
        assert len(one.name.encode()) <= 130
        assert one.name.split(".")[0].upper() not in ("NUL", "CON", "PRN", "AUX", "COM1", "LPT1")
        assert one.name == one.name.strip(". ")
        assert not set(one.name) & set('\\:*?"<>|\n\r\t\x1b\x00')
    again = cop("export", name, str(tmp_path / "out"))
    assert "written" not in again.stderr


def leaves(value: object) -> Iterator[str]:
    """Go through the texts of a document."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, str):
        yield value


def test_every_text_stands_in_every_kind(full: Book, written: dict[str, str]) -> None:
    """The book of these tests is as hostile as it is meant to be."""
    for kind in KINDS:
        found = {text for one in full.of(kind).values() for text in leaves(msgspec.to_builtins(one))}
        assert (
            kind is Member or not full.of(kind) or kind.table in ("gone", "check_ins") or set(written.values()) <= found
        ), kind
