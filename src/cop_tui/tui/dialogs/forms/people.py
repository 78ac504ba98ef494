"""The blanks of a person."""

import re
from collections.abc import Iterator, Mapping

from cop_tui.domain.errors import Refused
from cop_tui.domain.moment import seen_from
from cop_tui.domain.person import Channel, Contact
from cop_tui.practice.manners import named
from cop_tui.practice.people import ADDRESS
from cop_tui.practice.when import understand
from cop_tui.tui.dialogs.forms import kinds
from cop_tui.tui.dialogs.forms.blank import Blank, Given

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
        shows=lambda _book, one, _now: "\n".join(f"{each.kind}: {each.address}" for each in one.channels),
        reads=lambda given: {"channels": tuple(_channel(line) for line in given.words.splitlines() if line.strip())},
    )


def contacts() -> Blank:
    """Return the blank for when one was in touch: one a line, the day first."""
    return Blank(
        label="contacts",
        name="contacts",
        hint="one a line: 2026-11-20 over lunch",
        has_lines=True,
        shows=lambda _book, one, now: "\n".join(
            f"{seen_from(each.on, now):%Y-%m-%d} {' '.join(each.text.split())}".rstrip() for each in one.contacts
        ),
        reads=lambda given: {"contacts": tuple(sorted(_contacts(given), key=lambda one: one.on))},
    )


def _channel(line: str) -> Channel:
    found = _CHANNEL.fullmatch(line.strip())
    if found is None:
        raise Refused(f"{named(line)} does not say what it is", "Write it as in phone: +49 30 1234")
    return Channel(kind=found["kind"].strip(), address=found["address"].strip())


def _contacts(given: Given) -> Iterator[Contact]:
    """Read the lines; what stands there as it did keeps its hour and its text to the letter."""
    known = list(given.record.contacts)
    for line in given.words.splitlines():
        words = line.strip()
        if not words:
            continue
        day, _, text = words.partition(" ")
        on = understand(day, given.now).start
        same = next((one for one in known if _is_same(one, f"{on:%Y-%m-%d}", text, given)), None)
        if same is not None:
            known.remove(same)
        yield same or Contact(on=on, text=text.strip())


def _is_same(one: Contact, day: str, text: str, given: Given) -> bool:
    return f"{seen_from(one.on, given.now):%Y-%m-%d}" == day and " ".join(one.text.split()) == text.strip()
