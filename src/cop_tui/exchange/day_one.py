"""Journals of Day One in (its JSON export): each entry becomes a story, on the clock of where it was written.

An entry has an id and says when it was changed, so that a later export brings what is new in it. Photos and other
attachments stay where they are: a word stands in their place, and they are counted.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Unreadable
from cop_tui.domain.moment import zone_named
from cop_tui.domain.record import derived_id
from cop_tui.domain.story import Story
from cop_tui.exchange.day_one_text import KINDS, left, place_and_weather, readable, rich_text
from cop_tui.exchange.intake import Intake, Progress, Tally
from cop_tui.exchange.jrnl import at_home
from cop_tui.exchange.jrnl_text import each_once
from cop_tui.exchange.shelf import Shelf
from cop_tui.practice.phrases import counted
from cop_tui.practice.tell import headed

_WRONG = (ValueError, RecursionError)
_YEARS = range(2, 9999)
_STEP = 50
_LISTS = {"photos": "photo", "videos": "video", "audios": "audio", "pdfAttachments": "pdfAttachment"}
"""Where an entry lists its attachments, and of which kind they are."""


def read(data: bytes, path: str, book: Book, *, now: datetime, progress: Progress | None = None) -> Intake:
    """Read a journal of Day One into a book.

    Args:
        data: The bytes of the file.
        path: Its name, for what is noted and skipped.
        book: What is known already.
        now: The moment of reading, in the member's zone, which counts where an entry names none.
        progress: Told how many entries of how many are read.

    Raises:
        Unreadable: it is not whole.
    """
    tally = Tally(path)
    try:
        entries = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Journal).entries
    except _WRONG as wrong:
        raise Unreadable(f"{tally.file} is not a whole Day One journal ({wrong}); nothing was changed") from None
    reading = _Reading(book, tally, now)
    for place, raw in enumerate(entries, start=1):
        try:
            reading.take(_fields(raw))
        except _WRONG as wrong:
            tally.skip(f"entry {place}", str(wrong))
        if progress is not None and (place % _STEP == 0 or place == len(entries)):
            progress(place, len(entries))
    reading.note_attachments()
    return reading.shelf.intake()


class _Journal(msgspec.Struct):
    entries: list[msgspec.Raw]


class _Reading:
    """Makes stories of entries, and counts what was attached to them."""

    def __init__(self, book: Book, tally: Tally, now: datetime) -> None:
        self.shelf = Shelf(book, tally, now)
        self._now = now
        self._attached: Counter[str] = Counter()
        self._ids: dict[str, Mapping[str, object]] = {}

    def take(self, entry: Mapping[str, object]) -> None:
        """Take one entry.

        Raises:
            ValueError: it has no date.
        """
        created = _moment(entry, "creationDate") or _moment(entry, "modifiedDate")
        if created is None:
            raise ValueError("it has no date that can be read")
        text = self._text(entry)
        title, body = headed(text)
        where = place_and_weather(_part(entry, "location"), _part(entry, "weather"))
        self.shelf.weigh(
            Story(
                id=self._id(entry, created, text),
                created=created,
                updated=min(_moment(entry, "modifiedDate") or created, self._now.astimezone(UTC)),
                on=self._there(entry, created),
                title=title,
                body="\n\n".join(part for part in (body.strip("\r\n").rstrip(), where) if part),
                tags=each_once([tag for tag in _items(entry, "tags") if isinstance(tag, str)]),
                starred=entry.get("starred") is True,
            )
        )

    def note_attachments(self) -> None:
        """Tell how many photos and other things were not taken along."""
        named = [counted(count, KINDS.get(kind, "file")) for kind, count in sorted(self._attached.items())]
        if named:
            self.shelf.tally.note(f"{', '.join(named)} not taken along; a word stands where each was")

    def _text(self, entry: Mapping[str, object]) -> str:
        """Return the words of an entry, from its rich text where it has no other, and count its attachments."""
        text, placed = readable(_string(entry, "text") or _rich(_string(entry, "richText")))
        listed = {name: kind for field, kind in _LISTS.items() for name in _names(entry, field)}
        unplaced = [left(kind) for name, kind in listed.items() if name not in placed]
        self._attached.update(listed.get(name, "photo") for name in {*listed, *placed})
        return "\n\n".join(part for part in (text, " ".join(unplaced)) if part)

    def _id(self, entry: Mapping[str, object], created: datetime, text: str) -> str:
        """Return the id of an entry: from its own; of two entries of one id, or of none, each its own."""
        own = _string(entry, "uuid")
        if not own:
            return self.shelf.id_of("dayone", created.isoformat(), text)
        first = self._ids.setdefault(own, entry)
        return derived_id("dayone", own) if first == entry else self.shelf.id_of("dayone", own, text)

    def _there(self, entry: Mapping[str, object], created: datetime) -> datetime:
        """Return when it was written, on the clock of where that was."""
        name = _string(entry, "timeZone")
        zone = zone_named(name)
        if zone is None and name:
            self.shelf.tally.note(f"“{name[:40]}” is no time zone that is known; its entries are on your own clock")
        return at_home(created.astimezone(zone or self._now.tzinfo), self._now)


def _fields(raw: msgspec.Raw) -> Mapping[str, object]:
    return msgspec.json.decode(raw, type=dict[str, object])


def _string(entry: Mapping[str, object], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def _items(entry: Mapping[str, object], name: str) -> Sequence[object]:
    value = entry.get(name)
    return value if isinstance(value, list) else ()


def _part(entry: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = entry.get(name)
    return value if isinstance(value, dict) else {}


def _names(entry: Mapping[str, object], field: str) -> list[str]:
    found = [one for one in _items(entry, field) if isinstance(one, dict)]
    return [_string(one, "identifier") or f"{field} {place}" for place, one in enumerate(found)]


def _moment(entry: Mapping[str, object], name: str) -> datetime | None:
    """Return a moment of an entry in UTC; none where there is none that can be reckoned with."""
    try:
        moment = datetime.fromisoformat(_string(entry, name))
        in_utc = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return in_utc if in_utc.year in _YEARS else None


def _rich(document: str) -> str:
    try:
        return rich_text(document) if document else ""
    except _WRONG:
        return ""
