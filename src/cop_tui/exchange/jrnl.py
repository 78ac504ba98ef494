"""Journals of jrnl in, as text and as JSON: each entry becomes a story.

An entry has no id, so one is derived from its minute and its words: the same journal twice adds nothing, whether it
comes as text or as JSON, and neither does a journal that was written from the book itself.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timezone
from datetime import timedelta as span

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Unreadable
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Story
from cop_tui.exchange.intake import Intake, Progress, Tally
from cop_tui.exchange.jrnl_dates import SHORTEST, Dates
from cop_tui.exchange.jrnl_out import told, told_story
from cop_tui.exchange.jrnl_settings import time_formats
from cop_tui.exchange.jrnl_text import BRACKETS, Written, each_once, is_tag_line, understood, words_of
from cop_tui.exchange.plain_text import text_of
from cop_tui.exchange.shelf import Shelf

MOST_NAMED = 5
"""How many dates that can't be read are named one by one."""

_WRONG = (ValueError, RecursionError)
_YEARS = range(2, 9999)
_STEP = 500
_MOST_AHEAD = 24 * 60 - 1


def read(data: bytes, path: str, book: Book, *, now: datetime, progress: Progress | None = None) -> Intake:
    """Read a journal in jrnl's text into a book.

    What stands before the first date is kept as an entry of its own, on the day of the first one.

    Args:
        data: The bytes of the file.
        path: Its name, for what is noted.
        book: What is known already.
        now: The moment of reading, in the member's zone, on whose clock the dates are.
        progress: Told how many entries of how many are read.
    """
    tally = Tally(path)
    text, note = text_of(data)
    if note:
        tally.note(note)
    taking = _Taking(book, tally, now, progress)
    before, entries = _entries(text, tally)
    taking.of = len(entries) + bool(before.strip())
    if before.strip():
        if entries:
            tally.note("what stands before the first date is kept, on the day of the first entry")
        else:
            tally.note("no date in it can be read; it is kept as one entry of today")
        taking.take(entries[0][0] if entries else None, words_of("", before, starred=False))
    for on, words in entries:
        taking.take(on, words)
    return taking.shelf.intake()


def read_json(data: bytes, path: str, book: Book, *, now: datetime, progress: Progress | None = None) -> Intake:
    """Read a journal that jrnl wrote as JSON into a book; the arguments are those of `read`.

    Raises:
        Unreadable: it is not whole.
    """
    tally = Tally(path)
    try:
        entries = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Journal).entries
    except _WRONG as wrong:
        raise Unreadable(f"{tally.file} is not a whole jrnl journal ({wrong}); nothing was changed") from None
    taking = _Taking(book, tally, now, progress)
    taking.of = len(entries)
    for place, raw in enumerate(entries, start=1):
        try:
            entry = msgspec.json.decode(raw, type=_Entry)
            taking.take(_moment(entry), _words(entry))
        except _WRONG as wrong:
            tally.skip(f"entry {place}", str(wrong))
    return taking.shelf.intake()


class _Journal(msgspec.Struct):
    entries: list[msgspec.Raw]


class _Entry(msgspec.Struct):
    date: str
    title: str | None = None
    body: str | None = None
    time: str | None = None
    tags: list[str] | None = None
    starred: bool | None = None


class _Taking:
    """Makes stories of entries, and leaves those that the book has, from wherever they came."""

    def __init__(self, book: Book, tally: Tally, now: datetime, progress: Progress | None) -> None:
        self.shelf = Shelf(book, tally, now)
        self.of = 0
        """How many entries there are to take."""
        self._known = Counter((one.minute, one.fingerprint) for one in told(book))
        self._progress = progress
        self._done = 0

    def take(self, wall: datetime | None, words: Written) -> None:
        """Take the entry of a moment on the member's clock; of none, the one that stands before all dates."""
        self._done += 1
        if self._progress is not None and (self._done % _STEP == 0 or self._done == self.of):
            self._progress(self._done, self.of)
        story = self._story(wall, words)
        written = told_story(story)
        key = (written.minute, written.fingerprint)
        if self._known[key]:
            self._known[key] -= 1
            self.shelf.tally.unchanged += 1
        else:
            self.shelf.keep(story)

    def _story(self, wall: datetime | None, words: Written) -> Story:
        now = self.shelf.now
        story = fresh(
            Story,
            now,
            id="",
            on=at_home(wall or now.replace(second=0, microsecond=0), now),
            title=words.title,
            body=words.body,
            tags=words.tags,
            starred=words.starred,
        )
        written = told_story(story)
        minute = written.minute if wall else ""
        return msgspec.structs.replace(story, id=self.shelf.id_of("jrnl", minute, written.fingerprint))


def at_home(wall: datetime, now: datetime) -> datetime:
    """Return a time on the member's clock, or on its own, with its offset in whole minutes as all records have it."""
    moment = wall if wall.tzinfo else wall.replace(tzinfo=now.tzinfo)
    minutes = round((moment.utcoffset() or span()) / span(minutes=1))
    return moment.replace(tzinfo=timezone(span(minutes=max(-_MOST_AHEAD, min(minutes, _MOST_AHEAD)))))


def _entries(text: str, tally: Tally) -> tuple[str, list[tuple[datetime, Written]]]:
    """Return what stands before the first entry, and the entries."""
    marks = list(BRACKETS.finditer(text))
    dates = Dates([mark[1] for mark in marks], tally.note, formats=time_formats())
    found = [(mark, on) for mark in marks if (on := dates.read(mark[1])) is not None]
    _note_unread([mark[1] for mark in marks if dates.read(mark[1]) is None], tally)
    ends = [*(mark.start() for mark, _ in found), len(text)]
    entries = [(on, understood(text[mark.end() : end])) for (mark, on), end in zip(found, ends[1:], strict=True)]
    return text[: ends[0]], entries


def _note_unread(brackets: Sequence[str], tally: Tally) -> None:
    """Name what stands where a date does and can't be read; it stays in the text of the entry before."""
    unread = [one for one in dict.fromkeys(brackets) if len(one) >= SHORTEST and any(map(str.isdigit, one))]
    for one in unread[:MOST_NAMED]:
        tally.note(f"[{one}] is no date that can be read; it stays in the text")
    if unread[MOST_NAMED:]:
        tally.note(f"{len(unread) - MOST_NAMED} more dates can't be read; they stay in the text")


def _words(entry: _Entry) -> Written:
    title, body = " ".join((entry.title or "").split("\n")), entry.body or ""
    if is_tag_line(title) and not body:  # of an entry that is nothing but its tags, jrnl makes them the title
        title, body = "", title
    words = words_of(title, body, starred=bool(entry.starred))
    named = [tag for tag in entry.tags or () if any(map(str.isalnum, tag))]
    return msgspec.structs.replace(words, tags=each_once([*words.tags, *named]))


def _moment(entry: _Entry) -> datetime:
    try:
        day = date.fromisoformat(entry.date)
        moment = datetime.combine(day, time.fromisoformat(entry.time or "00:00"))
    except ValueError:
        raise ValueError(f"“{entry.date} {entry.time or ''}” is no date") from None
    if day.year not in _YEARS:
        raise ValueError("its date is out of reach")
    return moment
