"""Mails in (RFC 6047): the calendars in a mail, each read as if it were a file.

Only the calendar counts: what the mail says of itself (its Subject, its From, the method in a content type) is written
by anybody. Subject and From lend their words where the calendar has none. Mails are hostile: how many lines, parts and
letters of a header are looked at is bounded.
"""

from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import EmailPolicy
from typing import Any

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Unreadable
from cop_tui.exchange import icalendar, marks
from cop_tui.exchange.ical_events import Someone, Words, mail_of
from cop_tui.exchange.ical_text import lines_of
from cop_tui.exchange.intake import Intake, Progress, Tally, sentence_of, together
from cop_tui.practice.printable import visible

MOST_LINES = 1_500_000
"""How many lines a mail may have: about 110 MB of attachments."""

MOST_CALENDARS = 20
"""How many calendars of one mail are read."""

_MOST_PARTS = 500
_WORK = 20_000_000
_HEADER = 2_000


class _TooMany(Exception):
    """A mail has more parts than are looked at."""


class _Parts:
    """Makes the parts of a mail, so many and no more."""

    def __init__(self, most: int) -> None:
        self._left = most

    def __call__(self, policy: Any) -> "Message[str, str]":
        self._left -= 1
        if self._left < 0:
            raise _TooMany
        return EmailMessage(policy)


class _Bounded(EmailPolicy):
    """The usual policy for mails, with headers that cost little and break nothing."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, Any]:
        """Return the name and the raw value of a header, cut to what a header ever has to be."""
        name, value = super().header_source_parse(sourcelines)
        return name[:_HEADER], value[:_HEADER]

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Return a header understood; where the standard library stumbles over it, as it is written."""
        try:
            return super().header_fetch_parse(name, value)
        except Exception:  # noqa: BLE001 - it raises whatever its parser runs into, an IndexError for one
            return visible(" ".join(value.split()))


def read(data: bytes, path: str, book: Book, *, now: datetime, progress: Progress | None = None) -> Intake:
    """Read the calendars in a mail into a book.

    Args:
        data: The bytes of the mail.
        path: Its name, for what is skipped.
        book: What is known already.
        now: The moment of reading, in the member's zone.
        progress: Told how many components of how many are read, calendar by calendar.

    Raises:
        Unreadable: it is a whole mailbox, no calendar is in it, or it is too large or too nested to look through.
    """
    if marks.is_mailbox(data):
        hint = "Save the one mail with the invitation as a file of its own (.eml), and import that"
        raise Unreadable(f"{path} is a mailbox that can hold many mails; nothing was changed", hint)
    tally = Tally(path)
    mail = _parsed(data, path)
    calendars = list(_calendars(mail, tally))
    if not calendars:
        raise _nothing_in(mail, path)
    if len(calendars) > MOST_CALENDARS:
        tally.note(f"only the first {MOST_CALENDARS} of the {len(calendars)} calendars in it are read")
    words = _words_of(mail)
    change = Change(sentence=sentence_of(0, (tally.file,)), at=now)
    intake = tally.intake(book, change)
    for calendar in calendars[:MOST_CALENDARS]:
        taken = icalendar.read(calendar, path, intake.book, now=now, progress=progress, words=words)
        count = sum(sum((*one.added.values(), *one.changed.values())) for one in (intake, taken))
        intake = together(intake, taken, sentence_of(count, (tally.file,)))
    return intake


def _parsed(data: bytes, path: str) -> Message:
    """Return a mail in its parts; one that would take too long to take apart is refused before it does."""
    lines = max(data.count(b"\n"), data.count(b"\r"), 1)
    most = min(_MOST_PARTS, _WORK // lines) if lines <= MOST_LINES else 0
    try:
        mail: Message = BytesParser(policy=_Bounded(message_factory=_Parts(most))).parsebytes(data)
        return mail
    except (_TooMany, RecursionError):
        raise Unreadable(
            f"{path} is a mail with more in it than can be looked through; nothing was changed",
            "Save the invitation that is attached to it (.ics), and import that",
        ) from None


def _leaves(mail: Message) -> Iterator[Message]:
    """Go through the parts that hold something themselves, those of mails inside the mail too."""
    waiting = [mail]
    while waiting:
        part = waiting.pop()
        inside = part.get_payload() if part.is_multipart() else None
        if isinstance(inside, list):
            waiting += [one for one in reversed(inside) if isinstance(one, Message)]
        else:
            yield part


def _calendars(mail: Message, tally: Tally) -> Iterator[bytes]:
    """Go through the calendars in a mail, each once: programs like to put the same one in as text and as a file."""
    seen: set[tuple[str, ...]] = set()
    for part in _leaves(mail):
        data = _content(part)
        if marks.is_calendar(data):
            lines = tuple(lines_of(data)[0])
            if lines not in seen:
                yield data
            seen.add(lines)
        elif part.get_content_type() == "text/calendar":
            tally.skip("a part of the mail", "it says that it is a calendar, and is none")


def _content(part: Message) -> bytes:
    """Return what is in a part, in UTF-8 where its letters are known; a part that can't be decoded is empty."""
    decoded = part.get_payload(decode=True)
    data = decoded if isinstance(decoded, bytes) else b""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _recoded(data, part)
    return data


def _recoded(data: bytes, part: Message) -> bytes:
    """Return text in the charset that its part names as UTF-8; as it is where that is none, or not the right one."""
    try:
        charset = part.get_content_charset() or ""
        return data if charset.startswith("utf") else data.decode(charset).encode()
    except (LookupError, ValueError):
        return data


def _words_of(mail: Message) -> Words:
    """Return what the mail says of itself, for where its calendar says nothing."""
    title = " ".join(str(mail["subject"] or "").split())[:200]
    sender = next(iter(getattr(mail["from"], "addresses", ())), None)
    if sender is None or not mail_of(sender.addr_spec):
        return Words(title=title)
    name = " ".join(sender.display_name.split())[:200]
    raw = f"mailto:{sender.addr_spec}"
    return Words(title=title, sender=Someone(raw, mail_of(raw), name or sender.addr_spec, None))


def _nothing_in(mail: Message, path: str) -> Unreadable:
    if any(part.get_content_type() == "application/ms-tnef" for part in _leaves(mail)):
        hint = "What is in its winmail.dat only Outlook can read: ask for the invitation as iCalendar (.ics)"
    else:
        hint = "Where the invitation is a file beside it, save that (.ics) and import it"
    return Unreadable(f"{path} is a mail without an invitation in it; nothing was changed", hint)
