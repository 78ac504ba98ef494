"""What a communities file says of one community, understood column by column. Knows nothing of the notebook."""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

import msgspec

from cop_tui.domain.community import Level, Place, Stage
from cop_tui.domain.interest import folded
from cop_tui.domain.purpose import Purpose
from cop_tui.exchange.acquaintances import Described
from cop_tui.exchange.community_rows import Row, parts
from cop_tui.exchange.ical_events import mail_of
from cop_tui.practice.people import ADDRESS, ADDRESSED
from cop_tui.practice.rhythm_words import days_of, is_whole

MEETS = "meets"
"""The kind of place that keeps the words for a rhythm where the number of days doesn't say all of it."""

_KIND = re.compile(r"([\w][\w -]{0,30}):\s+(\S.*)", re.DOTALL)
_LINK = re.compile(r"[a-z][a-z0-9+.-]{1,20}://\S+", re.IGNORECASE)

Noting = Callable[[str], None]
"""Told, as the end of a sentence about a community, what the member must know."""

E = TypeVar("E", bound=StrEnum)


class TakerTold(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who takes part, as the file says it."""

    who: Described
    """Whom it names."""
    level: Level | None = None
    """How far in, where it says so."""
    part: str = ""
    """What they do in it."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One community, as the file says it; what it says nothing of is empty."""

    name: str
    """What it calls itself."""
    subject: str
    """What it is about."""
    purpose: Purpose | None
    """What it is for first of all."""
    other_purposes: tuple[Purpose, ...]
    """What else it is for."""
    stage: Stage | None
    """Where it is in its life."""
    level: Level | None
    """How far in the member takes part."""
    organisations: tuple[str, ...]
    """Which organisations it crosses."""
    people: tuple[TakerTold, ...]
    """Who takes part."""
    rhythm: int | None
    """The days from one meeting to the next."""
    rhythm_words: str
    """How that was said, where it was said in words."""
    places: tuple[Place, ...]
    """Where it meets and talks; of the kind `meets`, when, in words."""
    why: str
    """Why the member is in it."""


def told(row: Row, noting: Noting) -> Told:
    """Return what a row says.

    Raises:
        ValueError: it names nothing, or holds what can't stand in its column; says so as the end of a sentence.
    """
    if row.trouble:
        raise ValueError(row.trouble)
    name = _line(row, "name")
    if not name:
        raise ValueError("it has no name")
    words = row.values.get("rhythm", "")
    rhythm, rhythm_words = _rhythm(words)
    meets = (Place(kind=MEETS, text=rhythm_words),) if rhythm_words and not is_whole(rhythm_words) else ()
    return Told(
        name=name,
        subject=_line(row, "subject"),
        purpose=_one_of(Purpose, "purpose", _line(row, "purpose"), noting),
        other_purposes=tuple(
            found
            for item in _items(row, "other_purposes")
            if (found := _one_of(Purpose, "purpose", _words(item, "other_purposes"), noting)) is not None
        ),
        stage=_one_of(Stage, "stage", _line(row, "stage"), noting),
        level=_one_of(Level, "level", _line(row, "level"), noting),
        organisations=tuple(_words(item, "organisations") for item in _items(row, "organisations")),
        people=tuple(map(_taker, _items(row, "people"))),
        rhythm=rhythm,
        rhythm_words=rhythm_words,
        places=(*map(_place, _items(row, "places")), *meets),
        why=_line(row, "why"),
    )


def name_in(row: Row) -> str:
    """Return what a row is called where it is named: its community, else its place in the file."""
    name = row.values.get("name")
    return (" ".join(name.split()) if isinstance(name, str) else "") or f"row {row.place}"


def _line(row: Row, column: str) -> str:
    return _words(row.values.get(column, ""), column)


def _words(value: object, column: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"its {column.replace('_', ' ')} should be text")  # noqa: TRY004 - it is the file's value
    return " ".join(value.split())


def _items(row: Row, column: str) -> Iterable[object]:
    """Return the items of a column that may hold several: a JSON list, which a cell may hold too, or divided words."""
    value = row.values.get(column, ())
    if isinstance(value, str):
        value = _unpacked(value) if value.lstrip().startswith("[") else parts(value)
    if not isinstance(value, list | tuple):
        raise ValueError(f"its {column.replace('_', ' ')} should be a list")  # noqa: TRY004 - it is the file's value
    return value


def _unpacked(cell: str) -> list[object]:
    try:
        found = msgspec.json.decode(cell)
    except (ValueError, RecursionError):
        found = None
    return found if isinstance(found, list) else list(parts(cell))


def _one_of(kind: type[E], what: str, words: str, noting: Noting) -> E | None:
    key = folded(words).replace(" ", "-")
    if key and key not in list(kind):
        noting(f"has the {what} “{words[:60]}”, which is none of {', '.join(kind)}; it was left out")
    return kind(key) if key in list(kind) else None


def _rhythm(value: object) -> tuple[int | None, str]:
    if isinstance(value, int) and not isinstance(value, bool):
        days = days_of(str(value))
        if days is None:
            raise ValueError("its rhythm should be 1 to 3660 days")
        return days, ""
    words = _words(value, "rhythm")
    return days_of(words), "" if words.isdecimal() and days_of(words) else words


def _place(item: object) -> Place:
    if isinstance(item, dict):
        return Place(kind=_words(item.get("kind", ""), "places"), text=_words(item.get("text", ""), "places"))
    words = _words(item, "places")
    found = _KIND.fullmatch(words)
    if found:
        return Place(kind=found[1], text=found[2])
    return Place(kind="link" if _LINK.fullmatch(words) else "", text=words)


def _taker(item: object) -> TakerTold:
    if isinstance(item, dict):
        return _taker_in(item)
    words, marks = _words(item, "people"), ""
    if words.endswith(")") and " (" in words:
        words, _, marks = words[:-1].rpartition(" (")
    level, other = None, []
    for mark in filter(None, map(str.strip, re.split("[;,]", marks))):
        if mark.lower() in list(Level):
            level = Level(mark.lower())
        else:
            other.append(mark)
    return TakerTold(who=_someone(words.strip()), level=level, part=", ".join(other))


def _taker_in(item: dict[str, object]) -> TakerTold:
    text = {key: _words(item.get(key) or "", "people") for key in ("name", "email", "person", "organisation", "part")}
    given = item.get("emails") or [text["email"]]
    emails = [_words(one, "people") for one in given] if isinstance(given, list) else []
    mails = tuple(dict.fromkeys(one for one in emails if mail_of(one)))
    level = _words(item.get("level") or "", "people").lower()
    return TakerTold(
        who=Described(
            name=text["name"] or next(iter(mails), ""),
            id=text["person"],
            emails=mails,
            organisation=text["organisation"],
        ),
        level=Level(level) if level in list(Level) else None,
        part=text["part"],
    )


def _someone(words: str) -> Described:
    found = ADDRESSED.fullmatch(words)
    if found:
        name = found["name"].strip("\"' ")
        return Described(name=name or found["email"], emails=(found["email"],))
    return Described(name=words, emails=(words,) if ADDRESS.fullmatch(words) else ())
