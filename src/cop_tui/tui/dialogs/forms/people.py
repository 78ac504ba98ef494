"""The blanks of a person."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import TypeVar

from cop_tui.domain.errors import Refused
from cop_tui.domain.moment import seen_from
from cop_tui.domain.person import Channel, Contact
from cop_tui.practice.manners import named
from cop_tui.practice.people import ADDRESS
from cop_tui.practice.when import moment_of, understand
from cop_tui.practice.words import visible
from cop_tui.tui.dialogs.forms import kinds
from cop_tui.tui.dialogs.forms.blank import Blank, Given

T = TypeVar("T")

_CHANNEL = re.compile(r"(?P<kind>[^:,]{1,40}):\s*(?P<address>.+)")


def emails() -> Blank:
    """Return the blank for mail addresses."""

    def reads(given: Given) -> Mapping[str, object]:
        found = tuple(piece.removeprefix("mailto:") for piece in kinds.pieces(given.words))
        wrong = next((one for one in found if not ADDRESS.fullmatch(one)), None)
        if wrong is not None:
            raise Refused(f"{named(wrong)} is not a mail address", "An address looks like ana@example.org")
        return {"emails": found}

    return Blank(
        label="mail",
        name="emails",
        hint="ana@example.org, another",
        shows=lambda _book, one, _now: ", ".join(one.emails),
        reads=reads,
    )


def channels() -> Blank:
    """Return the blank for other ways to reach someone: one a line, what it is before a colon."""
    return Blank(
        label="reach by",
        name="channels",
        hint="one a line: phone: +49 30 1234, chat: @ana",
        has_lines=True,
        shows=lambda _book, one, _now: "\n".join(map(_channel_line, one.channels)),
        reads=lambda given: {"channels": tuple(_read(given, given.record.channels, _channel_line, _channel))},
    )


def contacts() -> Blank:
    """Return the blank for when one was in touch: one a line, the day first."""

    def reads(given: Given) -> Mapping[str, object]:
        found = _read(given, given.record.contacts, lambda one: _contact_line(one, given.now), _contact)
        return {"contacts": tuple(sorted(found, key=lambda one: one.on))}

    return Blank(
        label="contacts",
        name="contacts",
        hint="one a line: 2026-11-20 over lunch",
        has_lines=True,
        shows=lambda _book, one, now: "\n".join(_contact_line(each, now) for each in one.contacts),
        reads=reads,
    )


def _read(
    given: Given, known: Iterable[T], shows: Callable[[T], str], makes: Callable[[str, datetime], T]
) -> Iterator[T]:
    """Go through what the lines mean; what stands there as it did is kept to the letter, whatever is in it."""
    left = list(known)
    for line in given.words.splitlines():
        words = line.strip()
        if words:
            same = next((one for one in left if words in (shows(one), visible(shows(one)))), None)
            if same is not None:
                left.remove(same)
            yield makes(words, given.now) if same is None else same


def _channel_line(one: Channel) -> str:
    return " ".join(f"{one.kind}: {one.address}".split())


def _channel(line: str, _now: datetime) -> Channel:
    found = _CHANNEL.fullmatch(line)
    if found is None:
        raise Refused(f"{named(line)} does not say what it is", "Write it as in phone: +49 30 1234")
    return Channel(kind=found["kind"].strip(), address=found["address"].strip())


def _contact_line(one: Contact, now: datetime) -> str:
    return f"{seen_from(one.on, now):%Y-%m-%d} {' '.join(one.text.split())}".rstrip()


def _contact(line: str, now: datetime) -> Contact:
    day, _, text = line.partition(" ")
    return Contact(on=moment_of(understand(day, now), now) or now, text=text.strip())
