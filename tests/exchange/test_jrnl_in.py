"""Journals of jrnl come in entry for entry, whatever their dates look like, and nothing in them is lost."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Unreadable
from cop_tui.domain.record import altered
from cop_tui.domain.story import Story
from cop_tui.exchange import jrnl
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.registry import read_files, recognise
from cop_tui.practice.remove import remove

Read = Callable[[str | bytes], Intake]
OfJrnl = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def read(tmp_path: Path, now: datetime) -> Read:
    """Return what reads a text or bytes as a file, into an empty book."""

    def reading(content: str | bytes, book: Book | None = None) -> Intake:
        path = tmp_path / "my.txt"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_files([path], book or Book(), now=now)

    return reading


def stories(intake: Intake) -> list[Story]:
    """Return the stories that came in, in the order of the file."""
    return [one for one in intake.change.put if isinstance(one, Story)]


def walls(intake: Intake) -> list[str]:
    """Return when they were, on the clock of where that was."""
    return [one.on.replace(tzinfo=None).isoformat(" ", "minutes") for one in stories(intake)]


COUNTS = {
    "basic_onefile": 3,
    "brackets": 1,
    "little_endian_dates": 2,
    "markdown-headings-335": 1,
    "mostlyreadabledates": 3,
    "multiline": 1,
    "tags-216": 1,
    "unreadabledates": 1,
}


@pytest.mark.parametrize("name", COUNTS)
def test_a_real_journal_comes_in_as_jrnl_has_it(
    cases: Path, tmp_path: Path, read: Read, of_jrnl: OfJrnl, name: str
) -> None:
    """As many entries, with the same titles, times, tags and stars; a second time nothing is new."""
    data = (cases / "jrnl" / f"{name}.journal").read_bytes()
    intake = read(data)
    theirs = of_jrnl(data, "%d.%m.%Y %H:%M" if name.startswith("little") else "%F %r")
    ours = sorted(stories(intake), key=lambda one: one.on)

    assert COUNTS[name] == len(ours) == len(theirs)
    assert [one["starred"] for one in theirs] == [one.starred for one in ours]
    if name != "unreadabledates":  # jrnl takes it for one entry of now, and its first line for a title
        assert [(one["title"], f"{one['date']} {one['time']}") for one in theirs] == [
            (one.title, one.on.replace(tzinfo=None).isoformat(" ", "minutes")) for one in ours
        ]
        words = [[tag for tag in one["tags"] if tag.strip("#@")] for one in theirs]
        assert [{tag.lstrip("#@") for tag in tags} for tags in words] == [
            {tag.lower() for tag in one.tags} for one in ours
        ]
    again = read_files([tmp_path / "my.txt"], intake.book, now=intake.change.at)
    assert ({}, len(ours), False) == (again.added, again.unchanged, bool(again.change))


def test_nothing_of_a_real_journal_is_lost(cases: Path, read: Read) -> None:
    """Every word of every file is in a title, a body or a tag, or was the date."""
    for path in sorted((cases / "jrnl").glob("*.journal")):
        text = path.read_text(encoding="utf-8")
        if not text:
            continue
        kept = " ".join(f"{one.title} {one.body} *" for one in stories(read(text))).split()
        dates = {word for line in text.split("\n") if line.startswith("[") for word in line.split("] ")[0].split()}

        assert set(text.split()) - set(kept) - dates - {f"{word}]" for word in dates} == set(), path.name


def test_an_empty_journal_is_refused_in_a_sentence(cases: Path, now: datetime) -> None:
    """There is nothing in it, for jrnl as for us."""
    with pytest.raises(Unreadable, match="is empty"):
        read_files([cases / "jrnl" / "work.journal"], Book(), now=now)


@pytest.mark.parametrize(
    ("written", "wall"),
    [
        ("2020-08-29 11:11", "2020-08-29 11:11"),
        ("2020-08-29 11:11:30", "2020-08-29 11:11"),
        ("2020-08-29 11:11:00 PM", "2020-08-29 23:11"),
        ("2020-08-29 12:05:00 AM", "2020-08-29 00:05"),
        ("2020-08-29 12:05 pm", "2020-08-29 12:05"),
        ("2020-08-29T11:11:00Z", "2020-08-29 11:11"),
        ("2020-08-29 11:11+05:30", "2020-08-29 11:11"),
        ("2020/08/29, 11:11", "2020-08-29 11:11"),
        ("2020-08-29", "2020-08-29 00:00"),
        ("29.08.2020 11:11", "2020-08-29 11:11"),
        ("29/08/20 11.11", "2020-08-29 11:11"),
        ("29-08-1999 11:11", "1999-08-29 11:11"),
        ("08/29/2020 11:11 AM", "2020-08-29 11:11"),
        ("Sat 29.08.2020 11:11", "2020-08-29 11:11"),
        ("Monday, 1 June 2020 at 10:00", "2020-06-01 10:00"),
        ("June 1, 2020 10:00 PM", "2020-06-01 22:00"),
        ("1 Jun 2020", "2020-06-01 00:00"),
        ("20200829T1111", "2020-08-29 11:11"),
        ("Sat Aug 29 11:11:00 2020", "2020-08-29 11:11"),
        ("2020-08 14:23", "2020-08-01 14:23"),
        ("August 2020", "2020-08-01 00:00"),
    ],
)
def test_a_date_is_read_in_whatever_format_it_is(read: Read, written: str, wall: str) -> None:
    """What a format of jrnl's can make of a moment is read without knowing the format."""
    intake = read(f"[{written}] Tea\nWith Ana\n")

    assert [wall] == walls(intake)
    assert [("Tea", "With Ana")] == [(one.title, one.body) for one in stories(intake)]


@pytest.mark.parametrize(
    ("dates", "first", "is_told"),
    [
        (["03/04/2020", "25/04/2020"], "2020-04-03", False),
        (["03/04/2020", "04/25/2020"], "2020-03-04", False),
        (["10/06/2020", "09/07/2020"], "2020-06-10", False),
        (["06/10/2020", "07/09/2020"], "2020-06-10", False),
        (["03/04/2020", "04/05/2020"], "2020-03-04", True),
        (["03.04.2020", "04.05.2020"], "2020-04-03", True),
        (["04.04.2020", "05.05.2020"], "2020-04-04", False),
        (["03/04/2020", "25/04/2020", "04/26/2020", "27/04/2020"], "2020-04-03", True),
    ],
)
def test_day_or_month_first_is_decided_once_for_a_file(read: Read, dates: list[str], first: str, is_told: bool) -> None:
    """By a date that leaves no choice, by the order of the entries, by the mark; a guess is told."""
    intake = read("".join(f"[{one} 10:00] Tea {place}\n" for place, one in enumerate(dates)))

    assert (len(dates), f"{first} 10:00") == (len(walls(intake)), walls(intake)[0])
    assert is_told == bool(intake.notes)


@pytest.mark.parametrize(
    "line",
    [
        "[1] a footnote",
        "[x] done",
        "[ ] not yet",
        "[A talk](https://example.org)",
        "[2020-13-45 10:00] no",
        "[7 or 8 of us] came",
    ],
)
def test_brackets_in_a_body_stay(read: Read, line: str) -> None:
    """A line in brackets that are no date belongs to the entry that it stands in."""
    intake = read(f"[2020-08-29 11:11] Tea\nFirst\n{line}\nLast\n")

    assert [f"First\n{line}\nLast"] == [one.body for one in stories(intake)]


def test_what_looks_like_a_date_and_is_none_is_named(read: Read) -> None:
    """It stays in the text; the first few are named, the others counted."""
    intake = read("[2020-08-29 11:11] Tea\n" + "".join(f"[2020-99-0{n} 10:00] Odd\n" for n in range(8)))

    assert 1 == len(stories(intake))
    assert "my.txt: [2020-99-00 10:00] is no date that can be read; it stays in the text" == intake.notes[0]
    assert "my.txt: 3 more dates can't be read; they stay in the text" == intake.notes[-1]


def test_what_stands_before_the_first_date_is_kept(read: Read, now: datetime, tmp_path: Path) -> None:
    """As an entry of its own, on the day of the first one; a second time it is known."""
    intake = read("# My journal\nKept since school\n\n[2020-08-29 11:11] Tea\n")
    again = read_files([tmp_path / "my.txt"], intake.book, now=now)

    assert [("", "# My journal\nKept since school"), ("Tea", "")] == [(o.title, o.body) for o in stories(intake)]
    assert ["2020-08-29 11:11"] * 2 == walls(intake)
    assert "before the first date" in intake.notes[0]
    assert ({}, 2) == (again.added, again.unchanged)


@pytest.mark.parametrize(
    ("line", "title", "starred"),
    [
        ("Tea *", "Tea", True),
        ("Tea*", "Tea", True),
        ("* Tea", "Tea", True),
        ("Tea with **Ana**", "Tea with **Ana**", False),
        ("5 * 3", "5 * 3", False),
        ("*", "", True),
        ("  Tea  ", "Tea", False),
    ],
)
def test_a_star_stands_at_either_end_of_the_title(read: Read, line: str, title: str, starred: bool) -> None:
    """An emphasised word at the end is no star."""
    assert [(title, starred)] == [(o.title, o.starred) for o in read(f"[2020-08-29 11:11] {line}\nText\n").change.put]  # type: ignore[attr-defined]


def test_tags_are_kept_without_their_marks(read: Read) -> None:
    """As jrnl finds them, each once, in their own spelling; headings and addresses are none."""
    intake = read("[2020-08-29 11:11] On #Tea and @Ana\n## Why\nana@example.org #tea, @C++ (#no) #OS/2.\n")

    assert [("Tea", "Ana", "C++", "OS/2")] == [one.tags for one in stories(intake)]


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ("[2020-08-29 11:11] Café\r\nÜber\r\n\r\n[2020-08-30 11:11] Two\r\n".encode(), ""),
        ("[2020-08-29 11:11] Café\rÜber\r\r[2020-08-30 11:11] Two\r".encode(), ""),
        ("[2020-08-29 11:11] Café\nÜber\n\n[2020-08-30 11:11] Two\n".encode("utf-8-sig"), ""),
        ("[2020-08-29 11:11] Café\nÜber\n\n[2020-08-30 11:11] Two\n".encode("utf-16"), ""),
        ("[2020-08-29 11:11] Café\nÜber\n\n[2020-08-30 11:11] Two\n".encode("latin-1"), "read as Latin-1"),
    ],
)
def test_any_encoding_and_line_end_is_read(read: Read, data: bytes, note: str) -> None:
    """Where letters had to be guessed it says so."""
    intake = read(data)

    assert [("Café", "Über"), ("Two", "")] == [(one.title, one.body) for one in stories(intake)]
    assert note in " ".join(intake.notes)
    assert bool(note) == bool(intake.notes)


def test_control_characters_are_kept_as_they_are(read: Read) -> None:
    """They are shown as pictures elsewhere."""
    intake = read("[2020-08-29 11:11] Te\x1b[31ma\nA\0\x07\u202eb\x85c\n")

    assert [("Te\x1b[31ma", "A\0\x07\u202eb\x85c")] == [(one.title, one.body) for one in stories(intake)]


def test_two_entries_that_say_the_same_stay_two(read: Read, now: datetime, tmp_path: Path) -> None:
    """Of the same minute and title, with the same words or with others; a third one later is new."""
    same = "[2020-08-29 11:11] Tea\n"
    intake = read(same + "A\n" + same + "B\n" + same + "A\n")
    (tmp_path / "my.txt").write_text((same + "A\n") * 3, encoding="utf-8")
    later = read_files([tmp_path / "my.txt"], intake.book, now=now)

    assert ["A", "B", "A"] == [one.body for one in stories(intake)]
    assert ({"stories": 1}, 2) == (later.added, later.unchanged)


def test_what_was_changed_or_removed_here_stays_so(read: Read, now: datetime, tmp_path: Path) -> None:
    """The same journal again neither overwrites a story nor brings one back."""
    intake = read("[2020-08-29 11:11] Tea\nA\n\n[2020-08-30 11:11] Walk\nB\n")
    tea, walk = stories(intake)
    book = intake.book.apply(remove(intake.book, walk, now=now))
    book = book.apply(edited(altered(tea, now, body="Better")))
    again = read_files([tmp_path / "my.txt"], book, now=now)

    assert ({}, 2, False) == (again.added, again.unchanged, bool(again.change))
    assert any("stays removed" in note for note in again.notes)


def edited(story: Story) -> Change:
    """Return the change that puts a story."""
    return Change(sentence="Edited", at=story.updated, put=(story,))


def test_json_of_jrnl_is_the_same_journal(read: Read, now: datetime, tmp_path: Path) -> None:
    """What came as text is known when it comes as JSON."""
    entry = {
        "title": "On @tea",
        "body": "A #cup.",
        "date": "2020-08-29",
        "time": "11:11",
        "tags": ["@tea", "#cup", "##"],
    }
    intake = read(json.dumps({"tags": {}, "entries": [{**entry, "starred": True}]}))
    (tmp_path / "j.txt").write_text("[2020-08-29 11:11:40] On @tea *\nA #cup.\n", encoding="utf-8")
    again = read_files([tmp_path / "j.txt"], intake.book, now=now)

    assert [("On @tea", "A #cup.", ("tea", "cup"), True)] == [
        (one.title, one.body, one.tags, one.starred) for one in stories(intake)
    ]
    assert ["2020-08-29T11:11:00+02:00"] == [one.on.isoformat() for one in stories(intake)]
    assert ({}, 1) == (again.added, again.unchanged)


def test_a_bad_entry_in_json_is_named_and_its_neighbours_come(read: Read) -> None:
    """Where a field is wrong or the date is none."""
    good = {"date": "2020-08-29"}
    bad = [{"title": "No date"}, {"date": "soon"}, {"date": "0001-01-01"}, {"date": "2020-01-01", "tags": 5}, 7]
    intake = read(json.dumps({"tags": {}, "entries": [good, *bad]}))

    assert ({"stories": 1}, 6) == (intake.added, intake.items)
    assert [f"entry {place}" for place in range(2, 7)] == [one.item for one in intake.skipped]


@pytest.mark.parametrize("data", [b'{"tags": {}, "entries": 5}', b'{"tags": {}, "entries": null}'])
def test_json_that_is_no_journal_is_refused(read: Read, data: bytes) -> None:
    """In one sentence."""
    with pytest.raises(Unreadable, match="not a whole jrnl journal"):
        read(data)


@pytest.mark.parametrize("name", ["jrnl", "jrnl-json", "dayone"])
def test_a_bomb_of_brackets_is_refused_soon(read: Read, name: str) -> None:
    """However deep it is nested."""
    key = {"jrnl-json": '"tags": {}', "dayone": '"metadata": {}', "jrnl": '"x": {}'}[name]

    with pytest.raises(Unreadable, match="nothing was changed"):
        read(f'{{{key}, "entries": [{"[" * 200_000}')


@pytest.mark.parametrize("filling", ["a", " *", "*\u200b", "#a ", "[", "\u2028"])
def test_a_line_of_megabytes_is_read_soon(read: Read, filling: str) -> None:
    """And whole."""
    line = filling * (1_000_000 // len(filling))
    intake = read(f"[2020-08-29 11:11] Tea\n{line}.\n")

    assert [f"{line}."] == [one.body for one in stories(intake)]


def test_a_long_journal_tells_how_far_it_is(now: datetime) -> None:
    """Now and then, and at the end."""
    told: list[tuple[int, int]] = []
    text = "".join(f"[2020-08-29 11:{minute:02}] Tea\n" for minute in range(60)) * 20
    jrnl.read(text.encode(), "j.txt", Book(), now=now, progress=lambda done, of: told.append((done, of)))

    assert [(500, 1200), (1000, 1200), (1200, 1200)] == told


def test_an_old_date_has_an_offset_in_minutes(read: Read) -> None:
    """Berlin was 53 minutes and 28 seconds ahead then."""
    assert ["1850-01-01T10:00:00+00:53"] == [one.on.isoformat() for one in stories(read("[1850-01-01 10:00] Tea\n"))]


def test_a_journal_is_known_by_its_dates() -> None:
    """With a heading before them too; brackets with footnotes make no journal."""
    assert "jrnl" == recognise(b"# Mine\n\n[29.08.2020 11:11] Tea\n", Path("x")).name
    assert "jrnl" == recognise(b"\xef\xbb\xbf[2020-08-29 11:11] Tea\n", Path("x")).name
    assert "markdown" == recognise(b"# Notes\n\n[Chapter 12] says\n", Path("x")).name
    with pytest.raises(Unreadable):
        recognise(b"[1] footnote\n", Path("x"))
