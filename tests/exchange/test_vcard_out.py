"""An address book goes out as vCard 4.0 and comes back the same; other programs can read it."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community, Taker
from cop_tui.domain.person import Channel, Person
from cop_tui.domain.record import fresh
from cop_tui.exchange.vcard import read
from cop_tui.exchange.vcard_out import card, folded, write

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
TEXTS = st.text(LETTERS | st.sampled_from('\n\\;,:"=\t'), max_size=120).map(str.strip)
LINES = st.text(LETTERS | st.sampled_from('\\;,:"='), min_size=1, max_size=60).map(lambda one: " ".join(one.split()))
NAMES = LINES.filter(bool)
MAILS = st.from_regex(r"[A-Za-z0-9.+_'-]{1,30}@[a-z0-9-]{1,30}\.example", fullmatch=True)
KINDS = NAMES | st.sampled_from(
    ["phone", "mobile", "work phone", "home fax", "pager", "page", "chat", "xmpp chat", "other"]
)
ADDRESSES = NAMES | st.sampled_from(
    ["+49 151 2345678", "https://example.org/a,b;c", "xmpp:ana@example.org", "tel:1", "@ana"]
)
CHANNELS = st.builds(Channel, kind=KINDS, address=ADDRESSES)


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Draw a person with everything that a card tells of one."""
    return fresh(
        Person,
        NOW,
        name=draw(NAMES),
        emails=tuple(draw(st.lists(MAILS, max_size=3, unique_by=str.casefold))),
        organisation=draw(LINES),
        channels=tuple(draw(st.lists(CHANNELS, max_size=4, unique=True))),
        note=draw(TEXTS),
    )


def of(*some: Person) -> Book:
    """Return a book of these people."""
    return Book(people={one.id: one for one in some})


def told(book: Book) -> set[tuple[object, ...]]:
    """Return what a card tells of each person."""
    return {(one.id, one.name, one.emails, one.organisation, one.channels, one.note) for one in book.people.values()}


@given(people())
@settings(max_examples=150, deadline=None)
def test_what_goes_out_comes_back(person: Person) -> None:
    """Name, addresses, organisation, channels, note and id are the same; into the same book nothing is new."""
    data = write(of(person), now=NOW).encode()

    back = read(data, "out.vcf", Book(), now=NOW)

    assert told(of(person)) == told(back.book)
    assert (1, ()) == (read(data, "out.vcf", of(person), now=NOW).unchanged, back.skipped)


@given(people())
@settings(max_examples=60, deadline=None)
def test_another_program_reads_what_is_written(person: Person) -> None:
    """Vobject finds the name, the addresses, the note and the organisation as they were."""
    vobject = pytest.importorskip("vobject")

    (found,) = vobject.readComponents(StringIO(card(person)))

    assert (person.name, list(person.emails)) == (
        found.fn.value,
        [one.value for one in found.contents.get("email", [])],
    )
    assert person.note == (found.note.value if person.note else "")
    assert (person.organisation, "4.0") == (found.org.value[0] if person.organisation else "", found.version.value)


@given(st.text(LETTERS, max_size=300))
@settings(max_examples=60, deadline=None)
def test_lines_are_folded_within_75_octets_and_never_inside_a_character(line: str) -> None:
    """Each piece is whole UTF-8, short enough, and the pieces give the line again."""
    pieces = folded(line).split("\r\n")

    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert line == "".join([pieces[0], *(piece[1:] for piece in pieces[1:])])


def test_a_card_is_one_of_version_4() -> None:
    """UID, REV, the preferred address and the marks that other programs know are there."""
    ana = fresh(
        Person,
        NOW,
        id="6f1f5a0e6c1d4b0e9a530c9d6c0e7a11",
        name="Ana Ruiz, Lyon",
        emails=("ana@example.org", "a@example.net"),
        organisation="Acme; Tools",
        channels=(Channel(kind="work mobile", address="+33 1"), Channel(kind="Boat", address="+33 200")),
        note="one\ntwo",
    )

    assert card(ana).splitlines() == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//cop-tui//cop-tui//EN",
        "UID:urn:uuid:6f1f5a0e-6c1d-4b0e-9a53-0c9d6c0e7a11",
        "FN:Ana Ruiz\\, Lyon",
        "N:;Ana Ruiz\\, Lyon;;;",
        "EMAIL;PREF=1:ana@example.org",
        "EMAIL:a@example.net",
        "ORG:Acme\\; Tools",
        "TEL;TYPE=work,cell:+33 1",
        "item2.TEL:+33 200",
        "item2.X-ABLABEL:Boat",
        "NOTE:one\\ntwo",
        "REV:20261123T090000Z",
        "END:VCARD",
    ]


def test_what_no_card_can_hold_is_a_picture_of_itself() -> None:
    """A control character never stands in a card; an id that is no uuid is kept as it is."""
    written = card(fresh(Person, NOW, id="ana", name="A\x1b\0na\x7f", note="a\x85\u2028\ud800b\r\nc"))

    assert ["UID:ana", "FN:A␛␀na␡", "NOTE:a���b\\nc"] == [
        line for line in written.splitlines() if line.startswith(("UID", "FN", "NOTE"))
    ]


def test_the_people_of_one_community_go_out_alone() -> None:
    """Everyone, or those who take part in one community, in the order of their names."""
    ana, bea, cem = (fresh(Person, NOW, name=name) for name in ("Ana", "bea", "Cem"))
    group = fresh(Community, NOW, name="Rust", people=(Taker(person=cem.id), Taker(person=ana.id)))

    everyone, some = (write(of(cem, bea, ana), now=NOW, community=one) for one in (None, group))

    assert (["FN:Ana", "FN:bea", "FN:Cem"], ["FN:Ana", "FN:Cem"]) == tuple(
        [line for line in text.splitlines() if line.startswith("FN")] for text in (everyone, some)
    )


def test_the_command_writes_an_address_book(cop: Callable[..., CompletedProcess[str]], tmp_path: Path) -> None:
    """To a file with the line ends of the standard, to stdout as lines; days mean nothing to it."""
    cop("ask", "Ana Ruiz", "Rust")

    to_file = cop("export", "vcard", "-o", str(tmp_path / "out.vcf"))
    to_stdout = cop("export", "vcard")
    of_days = cop("export", "vcard", "--from", "2026-01-01")

    assert (0, 0, 2) == (to_file.returncode, to_stdout.returncode, of_days.returncode)
    assert b"FN:Ana Ruiz\r\n" in (tmp_path / "out.vcf").read_bytes()
    assert to_stdout.stdout.endswith("END:VCARD\n")


@pytest.fixture
def cop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., CompletedProcess[str]]:
    """Return what runs one command in this process on a notebook of the test's own."""
    from cop_tui.cli.main import run

    monkeypatch.setenv("COP_TUI_DATA", str(tmp_path / "notebook.json"))

    def ran(*words: str) -> CompletedProcess[str]:
        code = run(list(words))
        said = capsys.readouterr()
        return CompletedProcess(words, code, said.out, said.err)

    return ran
