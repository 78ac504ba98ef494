"""Undo of everything: each command that writes, one after the other, and all the way back, a process for each step."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from cop_tui.cli.commands import SECTIONS
from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.gone import Gone
from cop_tui.storage.history import LENGTH

Did = Callable[..., str]
Cop = Callable[..., CompletedProcess[str]]
Content = dict[str, dict[str, object]]

CALENDAR = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:circle@example.org
DTSTAMP:20261101T080000Z
DTSTART:20261126T170000Z
DTEND:20261126T180000Z
SUMMARY:Compiler circle
RRULE:FREQ=WEEKLY;COUNT=5
ORGANIZER:mailto:li@example.org
ATTENDEE:mailto:maya@example.org
END:VEVENT
END:VCALENDAR
"""

WRITING: tuple[tuple[str, ...], ...] = (
    ("me", "--name", "Maya", "--email", "maya@example.org"),
    ("ask", "Ana", "compilers", "--org", "TU"),
    ("share", "compilers", "--depth", "can-help"),
    ("community", "add", "Rust study group", "--subject", "Rust"),
    ("community", "join", "Rust study group"),
    ("community", "level", "Rust study group", "core"),
    ("community", "rhythm", "Rust study group", "7"),
    ("community", "stage", "Rust study group", "coalescing"),
    ("community", "with", "Rust study group", "--person", "Ana"),
    ("goal", "add", "Speak Dutch"),
    ("goal", "add", "Write a parser"),
    ("goal", "reached", "Speak Dutch"),
    ("goal", "drop", "Write a parser"),
    ("import", "CALENDAR"),
    ("yes", "Compiler circle"),
    ("maybe", "Compiler circle"),
    ("no", "Compiler circle"),
    ("yes", "bring cake", "--on", "yesterday"),
    ("showed-up", "bring cake", "--note", "they liked it"),
    ("yes", "water the ferns", "--on", "yesterday"),
    ("missed", "water the ferns"),
    ("yes", "call Ana", "--on", "yesterday"),
    ("excuse", "call Ana"),
    ("yes", "rust evening", "--on", "yesterday"),
    ("release", "rust evening"),
    ("yes", "write notes", "--on", "tomorrow"),
    ("move", "write notes", "--on", "next friday"),
    ("invite", "Breakfast", "--to", "Ana", "--on", "sat 9:00"),
    ("revise", "Breakfast", "--where", "Town hall"),
    ("withdraw", "Breakfast"),
    ("learn", "knots hold", "-c", "Rust study group"),
    ("climb", "knots hold"),
    ("tell", "A long day", "-c", "Rust study group", "--with", "Ana"),
    ("contact", "Ana", "met at the station"),
    ("skip",),
    ("pause",),
    ("resume",),
    ("remove", "Ana"),
    ("community", "leave", "Rust study group"),
    ("community", "join", "Rust study group"),
    ("community", "archive", "Rust study group"),
    ("backup", "restore", "BACKUP"),
)
"""Each command that writes, on what those before it wrote."""

READING = {"today", "checkin", "sparks", "list", "show", "search", "history", "export", "doctor", "where", "demo"}
"""The commands that write nothing into the notebook; of the doctor's mending there are tests of its own."""


def content(book: Book) -> Content:
    """Return all records of a book but the tombstones, comparable."""
    return {kind.table: dict(book.of(kind)) for kind in KINDS if kind is not Gone}


def test_every_command_that_writes_is_undone_here() -> None:
    """A new command has to be put into one list or the other."""
    there = {name for section in SECTIONS.values() for name in section}

    assert there == READING | {words[0] for words in WRITING} | {"undo"}


def test_everything_is_undone_step_by_step_to_the_beginning(
    did: Did, cop: Cop, book: Callable[[], Book], tmp_path: Path
) -> None:
    """A hundred steps deep; after each the book is what it was, and the history tells what is left."""
    calendar = tmp_path / "circle.ics"
    calendar.write_text(CALENDAR.replace("\n", "\r\n"), encoding="utf-8")
    for number in range(LENGTH - len(WRITING)):
        did("tell", f"Day {number}")
    backup = Path(did("backup", "make").strip()).name
    states, sentences = [], list[str]()
    places = {"CALENDAR": str(calendar), "BACKUP": backup}

    for words in WRITING:
        states.append(content(book()))
        result = cop(*(places.get(word, word) for word in words))
        assert 0 == result.returncode, (words, result.stderr)
        assert states[-1] != content(book()), words
        sentences.append(did("history").splitlines()[0].split("  ", 1)[1])

    assert LENGTH == len(did("history").splitlines())
    assert [] == [one for one in sentences if not one[0].isupper() or one.endswith(".")]
    while states:
        sentence = sentences.pop()
        assert f"Took back: {sentence}\n" == did("undo")
        assert states.pop() == content(book()), sentence
    for _ in range(LENGTH - len(WRITING)):
        did("undo")
    assert [] == list(book().records())
    assert "There is nothing to undo" in cop("undo").stderr
    assert "Nothing was done yet\n" == cop("history").stderr
