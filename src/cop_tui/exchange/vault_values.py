"""How each value of a record is said in the front matter of a note, and read back: exactly, and fit to be edited.

A part of a record that has several values (a contact, a cycle, a place) is one line of a list, because a list of texts
is the most that programs for notes show and let one edit.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date, datetime
from enum import StrEnum
from typing import Any, Protocol, TypeVar

import msgspec

from cop_tui.domain.community import Level, Place, Stage, StageMove, Taker, Tick
from cop_tui.domain.learning import Climb, FollowUp
from cop_tui.domain.person import Channel, Contact
from cop_tui.domain.purpose import Rung
from cop_tui.domain.story import Cycle, Value
from cop_tui.exchange.front_matter import Property
from cop_tui.practice.when import NOON

Raw = str | tuple[str, ...] | None
"""A property as it was read; none where it is not there."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d?\d:\d\d(?::\d\d(?:[.,]\d{1,6})?)?))? ?(Z|[+-]\d\d:?\d\d(?::\d\d.*)?)?"
)
_PIECE = r"((?:\\.|[^\\/: ])*)"
_LABELLED = re.compile(r"((?:\\.|[^\\:])*): (.*)", re.DOTALL)
_TICK = re.compile(rf"{_PIECE}/{_PIECE}(?: (\d{{4}}-\d\d-\d\d))?(?:: (.*))?", re.DOTALL)
_REFERENCE = re.compile(r".*\(([\w-]+)\)", re.DOTALL)
_NAMELESS_TAG = "tag"

E = TypeVar("E", bound=StrEnum)


class Naming(Protocol):
    """What a writer asks for: the words for other records."""

    def link(self, record_id: str) -> str:
        """Return the link to the note of a record, or its id where it has none."""

    def words(self, record_id: str) -> str:
        """Return the words for a record that has no note."""


class Finding(Protocol):
    """What a reader asks for: the records that words and links mean, and the member's clock."""

    now: datetime

    def person(self, words: str) -> str:
        """Return the id of the person meant, who may be new."""

    def community(self, words: str) -> str:
        """Return the id of the community meant.

        Raises:
            ValueError: there is none.
        """


class Form(msgspec.Struct, frozen=True):
    """How the values of one kind are written and read; both know all properties that one field has."""

    write: Callable[[Any, Naming], Sequence[Property | None]]
    """Return the properties for a value, in the order of the field's keys."""
    read: Callable[[Sequence[Raw], Finding], object]
    """Return the value.

    Raises:
        ValueError: it can't be read; says why.
    """


def one(write: Callable[[Any, Naming], Property | None], read: Callable[[str, Finding], object], empty: object) -> Form:
    """Return the form of a single value; `empty` where the property is not there."""

    def from_one(raws: Sequence[Raw], finding: Finding) -> object:
        (raw,) = raws
        if isinstance(raw, tuple):
            raise ValueError("it is a list where one value belongs")  # noqa: TRY004 - the text is wrong, not the program
        return empty if raw is None else read(raw, finding)

    return Form(lambda value, naming: [None if value is None else write(value, naming)], from_one)


def several(write: Callable[[Any, Naming], str], read: Callable[[str, Finding], object]) -> Form:
    """Return the form of a list, one line an item."""
    return Form(
        lambda values, naming: [tuple(write(value, naming) for value in values)],
        lambda raws, finding: tuple(read(item, finding) for item in items(raws[0])),
    )


def items(raw: Raw) -> tuple[str, ...]:
    """Return the items of a list; a single value is a list of one."""
    return raw if isinstance(raw, tuple) else () if raw is None else (raw,)


def moment(text: str, now: datetime) -> datetime:
    """Return the moment that a text names; without an offset it is on the member's clock, without an hour at noon.

    Raises:
        ValueError: it names none, or one that no other zone's clock can show.
    """
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"“{text[:40]}” is no date")
    clock = match[2] or ""
    clock = f"0{clock}" if clock[1:2] == ":" else clock
    found = datetime.fromisoformat(f"{match[1]}T{clock.replace(',', '.')}{match[3] or ''}" if clock else match[1])
    if not MINYEAR < found.year < MAXYEAR:
        raise ValueError(f"“{text[:40]}” is out of reach")
    if not clock:
        found = datetime.combine(found.date(), NOON)
    return found.replace(tzinfo=now.tzinfo) if found.tzinfo is None else found


def day(text: str) -> date:
    """Return the day that a text names.

    Raises:
        ValueError: it names none.
    """
    if not _DAY.fullmatch(text.strip()):
        raise ValueError(f"“{text[:40]}” is no day")
    return date.fromisoformat(text.strip())


def choice(kind: type[E], text: str) -> E:
    """Return the word of a choice.

    Raises:
        ValueError: it is none of them.
    """
    try:
        return kind(text.strip().casefold())
    except ValueError:
        raise ValueError(f"“{text[:40]}” is none of {', '.join(kind)}") from None


def tag_form(tag: str) -> str:
    """Return a tag as programs for notes take it: letters, digits, dashes, no digit first."""
    plain = re.sub(r"[^\w/-]+", "-", tag).strip("-/") or _NAMELESS_TAG
    return f"_{plain}" if plain[0].isdecimal() or not re.search(r"[^\d/_-]", plain) else plain


def _flag(text: str, _: Finding) -> bool:
    word = text.strip().casefold()
    if word not in ("true", "yes", "on", "false", "no", "off"):
        raise ValueError(f"“{text[:40]}” is neither true nor false")
    return word in ("true", "yes", "on")


def _number(text: str, _: Finding) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text.strip()):
        raise ValueError(f"“{text[:40]}” is no number")
    return int(text)


def _escaped(token: str) -> str:
    return re.sub(r"([\\/: ])", r"\\\1", token)


def _bare(token: str) -> str:
    return re.sub(r"\\(.)", r"\1", token, flags=re.DOTALL)


def _labelled(label: str, text: str) -> str:
    if not label and not _LABELLED.fullmatch(text):
        return text
    marked = label.replace("\\", "\\\\").replace(":", "\\:")
    return f"{marked}: {text}"


def _parted(line: str) -> tuple[str, str]:
    match = _LABELLED.fullmatch(line)
    return (_bare(match[1]), match[2]) if match else ("", line)


def _tick(tick: Tick, _: Naming) -> str:
    when = f" {tick.on}" if tick.on else ""
    note = f": {tick.note}" if tick.note else ""
    return f"{_escaped(tick.checklist)}/{_escaped(tick.item)}{when}{note}"


def _read_tick(line: str, _: Finding) -> Tick:
    match = _TICK.fullmatch(line)
    if match is None:
        raise ValueError(f"“{line[:40]}” is no line of a checklist")
    on = day(match[3]) if match[3] else None
    return Tick(checklist=_bare(match[1]), item=_bare(match[2]), on=on, note=match[4] or "")


def _dated(line: str, finding: Finding) -> tuple[datetime, str]:
    first, _, rest = line.partition(" ")
    return moment(first, finding.now), rest


def _read_contact(line: str, finding: Finding) -> Contact:
    on, text = _dated(line, finding)
    return Contact(on=on, text=text)


def _read_follow_up(line: str, finding: Finding) -> FollowUp:
    on, text = _dated(line, finding)
    return FollowUp(on=on, text=text)


def _read_cycle(line: str, finding: Finding) -> Cycle:
    on, rest = _dated(line, finding)
    word, _, text = rest.partition(" ")
    return Cycle(cycle=choice(Value, word), text=text, on=on)


def _read_climb(line: str, finding: Finding) -> Climb:
    on, rung = _dated(line, finding)
    return Climb(rung=choice(Rung, rung), on=on)


def _read_stage(line: str, _finding: Finding) -> StageMove:
    first, _, stage = line.partition(" ")
    return StageMove(stage=choice(Stage, stage), on=day(first))


def _reference(record_id: str, naming: Naming) -> str:
    words = naming.words(record_id)
    if not re.fullmatch(r"[\w-]+", record_id) or words.startswith("id:"):
        return f"id:{record_id}"
    return f"{words} ({record_id})" if words else f"({record_id})"


def _read_reference(text: str, _: Finding) -> str:
    if text.startswith("id:"):
        return text.removeprefix("id:")
    match = _REFERENCE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"“{text[:40]}” does not end in an id")
    return match[1]


def _tags(tags: tuple[str, ...], _: Naming) -> list[Property | None]:
    """Return the tags as notes have them, and beside them the member's own words where those differ."""
    forms = tuple(map(tag_form, tags))
    return [forms, tags if forms != tags else ()]


def _read_tags(raws: Sequence[Raw], _: Finding) -> tuple[str, ...]:
    own: dict[str, list[str]] = {}
    for words in items(raws[1]):
        own.setdefault(tag_form(words), []).append(words)
    return tuple(own[tag].pop(0) if own.get(tag) else tag.lstrip("#") for tag in items(raws[0]))


def _takers(takers: tuple[Taker, ...], naming: Naming) -> list[Property | None]:
    links = tuple(naming.link(taker.person) for taker in takers)
    parts = (f"{taker.level}: {taker.part}" if taker.part else f"{taker.level}" for taker in takers)
    return [links, tuple(f"{link} {part}" for link, part in zip(links, parts, strict=True))]


def _read_takers(raws: Sequence[Raw], finding: Finding) -> tuple[Taker, ...]:
    """Read who takes part; one without a role is new there."""
    roles = list(items(raws[1]))
    takers = []
    for link in items(raws[0]):
        role = next((role for role in roles if role.startswith(f"{link} ")), None)
        if role is None:
            takers.append(Taker(person=finding.person(link)))
            continue
        roles.remove(role)
        level, _, part = role.removeprefix(f"{link} ").partition(": ")
        takers.append(Taker(person=finding.person(link), level=choice(Level, level), part=part))
    return tuple(takers)


TEXT = one(lambda value, _: value or None, lambda raw, _: raw, "")
WORD = one(lambda value, _: value, lambda raw, _: raw, "")
MOMENT = one(lambda value, _: value, lambda raw, finding: moment(raw, finding.now), None)
DAY = one(lambda value, _: value, lambda raw, _: day(raw), None)
NUMBER = one(lambda value, _: value, _number, None)
FLAG = one(lambda value, _: value, _flag, empty=False)
UNLESS_NOT = one(lambda value, _: value, _flag, empty=True)
TEXTS = several(lambda value, _: value, lambda raw, _: raw)
REFERENCE = one(_reference, _read_reference, None)
COMMUNITY = one(lambda value, naming: naming.link(value), lambda raw, finding: finding.community(raw), None)
PEOPLE = several(lambda value, naming: naming.link(value), lambda raw, finding: finding.person(raw))
TAGS = Form(_tags, _read_tags)
TAKERS = Form(_takers, _read_takers)
CONTACTS = several(lambda value, _: f"{value.on.isoformat()} {value.text}", _read_contact)
FOLLOW_UPS = several(lambda value, _: f"{value.on.isoformat()} {value.text}", _read_follow_up)
CYCLES = several(lambda value, _: f"{value.on.isoformat()} {value.cycle} {value.text}", _read_cycle)
CLIMBS = several(lambda value, _: f"{value.on.isoformat()} {value.rung}", _read_climb)
STAGES = several(lambda value, _: f"{value.on} {value.stage}", _read_stage)
CHANNELS = several(
    lambda value, _: _labelled(value.kind, value.address),
    lambda raw, _: Channel(kind=_parted(raw)[0], address=_parted(raw)[1]),
)
PLACES = several(
    lambda value, _: _labelled(value.kind, value.text), lambda raw, _: Place(kind=_parted(raw)[0], text=_parted(raw)[1])
)
TICKS = several(_tick, _read_tick)


def word_of(kind: type[StrEnum]) -> Form:
    """Return the form of one word out of a choice."""
    return one(lambda value, _: str(value), lambda raw, _: choice(kind, raw), None)


def words_of(kind: type[StrEnum]) -> Form:
    """Return the form of several words out of a choice."""
    return several(lambda value, _: str(value), lambda raw, _: choice(kind, raw))


def properties(form: Form, keys: Sequence[str], value: object, naming: Naming) -> Mapping[str, Property]:
    """Return the properties for a value under their keys; those that say nothing are left out."""
    found = zip(keys, form.write(value, naming), strict=True)
    return {key: said for key, said in found if said is not None and said != ()}
