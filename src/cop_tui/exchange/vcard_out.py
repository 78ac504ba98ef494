"""Address books out (vCard 4.0, RFC 6350): what `read` in `vcard` gives back as it was.

Lines are folded at 75 octets and never inside a character. A kind of channel that has no mark of its own in a card
goes along as the label that Apple's address book writes (X-ABLabel), which other programs show or pass over.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.person import Channel, Person
from cop_tui.exchange.card_channels import LABEL, kind_of, property_of

OCTETS = 75
"""How long a line may be, without its end (RFC 6350, 3.2)."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_PLAIN_URI = re.compile(r"[!#-\[\]-~]+")


def write(book: Book, *, now: datetime, community: Community | None = None) -> str:
    """Return everyone, or the people of one community, as cards in the order of their names.

    Args:
        book: Whose people.
        now: Not looked at: REV is when a person was last changed.
        community: Whose people alone, if given.
    """
    del now
    wanted = {one.person for one in community.people} if community is not None else book.people.keys()
    people = [person for person in book.people.values() if person.id in wanted]
    return "".join(map(card, sorted(people, key=lambda one: (one.name.casefold(), one.id))))


def card(person: Person) -> str:
    """Return one person as a card, with CRLF at the end of each line."""
    return "".join(f"{folded(line)}\r\n" for line in _lines(person))


def folded(line: str) -> str:
    """Return a line folded at 75 octets, never inside a character."""
    if len(line) * 4 <= OCTETS:
        return line
    parts: list[str] = []
    begin, size = 0, 0
    for place, letter in enumerate(line):
        octets = len(letter.encode())
        if size + octets > OCTETS:
            parts.append(line[begin:place])
            begin, size = place, 1
        size += octets
    return "\r\n ".join((*parts, line[begin:]))


def escaped(text: str) -> str:
    r"""Return a text as a value: `\\`, `\;`, `\,` and `\n` escaped, what no card can hold as a picture of itself."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub(_picture, lines).translate(_ESCAPED)


def _lines(person: Person) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "PRODID:-//cop-tui//cop-tui//EN"
    yield f"UID:{_uid(person.id)}"
    name = escaped(" ".join(person.name.split()))
    yield f"FN:{name}"
    yield f"N:;{name};;;"
    for place, email in enumerate(person.emails):
        yield f"EMAIL{';PREF=1' if place == 0 else ''}:{escaped(email)}"
    if person.organisation:
        yield f"ORG:{escaped(person.organisation)}"
    for place, channel in enumerate(person.channels, start=1):
        yield from _channel(channel, place)
    if person.note:
        yield f"NOTE:{escaped(person.note)}"
    yield f"REV:{person.updated.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "END:VCARD"


def _channel(channel: Channel, place: int) -> Iterator[str]:
    """Go through the lines of a channel: its own, and its label where the marks of a card don't say its kind."""
    name, types = property_of(channel)
    marks = f";TYPE={','.join(types)}" if types else ""
    is_uri = name in ("URL", "IMPP") and _PLAIN_URI.fullmatch(channel.address)
    value = channel.address if is_uri else escaped(channel.address)
    if kind_of(name, types, channel.address) == channel.kind or not channel.kind:
        yield f"{name}{marks}:{value}"
    else:
        yield f"item{place}.{name}{marks}:{value}"
        yield f"item{place}.{LABEL}:{escaped(channel.kind)}"


def _uid(person_id: str) -> str:
    try:
        return f"urn:uuid:{UUID(person_id)}"
    except ValueError:
        return escaped(person_id)


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"
