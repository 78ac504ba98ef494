"""The blanks of a community."""

import re
from collections.abc import Iterator, Mapping

from cop_tui.domain.book import Book
from cop_tui.domain.community import Level, Place, Stage, StageMove, Taker
from cop_tui.domain.errors import Refused
from cop_tui.domain.interest import folded
from cop_tui.domain.purpose import Purpose
from cop_tui.practice.field import LEVEL_TEXTS, PURPOSES, STAGE_TEXTS
from cop_tui.practice.manners import named as quoted
from cop_tui.practice.words import person_words
from cop_tui.tui.dialogs.forms import kinds
from cop_tui.tui.dialogs.forms.blank import Blank, Form, Given
from cop_tui.tui.dialogs.naming import shown
from cop_tui.tui.widgets.choice import Option

PURPOSE_OPTIONS = (
    Option("", "not said", "what it is for first of all"),
    *(Option(one.value, PURPOSES[one].title.casefold(), PURPOSES[one].text) for one in Purpose),
)
"""The five purposes, as a choice."""

LEVEL_OPTIONS = tuple(Option(one.value, one.value, LEVEL_TEXTS[one].text) for one in Level)
"""How far in one takes part, as a choice."""

STAGE_OPTIONS = tuple(Option(one.value, one.value, STAGE_TEXTS[one].going_on) for one in Stage)
"""The stages, as a choice."""

_TAKER = re.compile(r"(?P<name>.*?)\s*(?:\((?P<about>[^()]*)\))?\s*")
_PLACE = re.compile(r"(?:(?P<kind>[^\s:]{1,20}):\s+)?(?P<text>.+)")


def other_purposes() -> Blank:
    """Return the blank for what else it is for."""

    def reads(given: Given) -> Mapping[str, object]:
        return {"other_purposes": tuple(dict.fromkeys(map(_purpose, kinds.pieces(given.words))))}

    return Blank(
        label="and for",
        name="other_purposes",
        hint="helping, innovation",
        shows=lambda _book, one, _now: ", ".join(PURPOSES[each].title.casefold() for each in one.other_purposes),
        reads=reads,
        completes=lambda _book: [one.title.casefold() for one in PURPOSES.values()],
    )


def takers() -> Blank:
    """Return the blank for who takes part: one a line, with level and part in brackets."""
    return Blank(
        label="people",
        name="takers",
        hint="one a line: Ana Lind (core, convenes)",
        has_lines=True,
        shows=lambda book, one, _now: "\n".join(_taker_line(book, each) for each in one.people),
        reads=lambda given: {"people": tuple({one.person: one for one in _takers(given)}.values())},
    )


def places() -> Blank:
    """Return the blank for where it meets and talks: one a line, what it is before a colon."""

    def reads(given: Given) -> Mapping[str, object]:
        found = (_PLACE.fullmatch(line.strip()) for line in given.words.splitlines() if line.strip())
        return {"places": tuple(Place(kind=one["kind"] or "", text=one["text"]) for one in found if one)}

    return Blank(
        label="places",
        name="places",
        hint="one a line: room: Town hall, link: https://…, list: rust@example.org",
        has_lines=True,
        shows=lambda _book, one, _now: "\n".join(
            f"{each.kind}: {each.text}" if each.kind else each.text for each in one.places
        ),
        reads=reads,
    )


def first_stage() -> Blank:
    """Return the blank for the stage at which a new community is."""

    def reads(given: Given) -> Mapping[str, object]:
        stage = Stage(given.words)
        return {"stage": stage, "stages": (StageMove(stage=stage, on=given.now.date()),)}

    return Blank(
        label="stage",
        name="stage",
        options=STAGE_OPTIONS,
        shows=lambda _book, one, _now: one.stage.value,
        reads=reads,
    )


COMMUNITY: Form = (
    kinds.line("name", "name", hint="what it calls itself"),
    kinds.line("about", "subject", hint="its subject"),
    kinds.choice("purpose", "purpose", Purpose, PURPOSE_OPTIONS),
    other_purposes(),
    kinds.choice("your level", "level", Level, LEVEL_OPTIONS),
    kinds.line("why", "why", hint="why you are in it, in one sentence"),
    kinds.several("crosses", "organisations", hint="the organisations that it reaches across"),
    kinds.days("days apart", "rhythm", hint="7 is every week, 30 every month"),
    takers(),
    places(),
    kinds.days("cut-off", "cut_off", hint="hours before a gathering; 24 if empty", unit="hours"),
    kinds.days("in touch", "reconnect_every", hint="days after which to be in touch with its people"),
    kinds.a_day("joined", "joined_on", hint="the day you joined"),
    kinds.yes_or_no("voluntary", "voluntary", "people are in it because they want to be", "not only"),
)
"""The form of a community."""


def _purpose(words: str) -> Purpose:
    for one in Purpose:
        if folded(words) in (folded(one.value), folded(PURPOSES[one].title)):
            return one
    names = ", ".join(one.title.casefold() for one in PURPOSES.values())
    raise Refused(f"{quoted(words)} is none of the five purposes", f"They are {names}")


def _taker_line(book: Book, one: Taker) -> str:
    about = ", ".join(filter(None, (one.level.value, shown(one.part))))
    return f"{shown(person_words(one.person, book))} ({about})"


def _takers(given: Given) -> Iterator[Taker]:
    """Go through who takes part; a line that stands there as it did means who it meant, whatever is in it."""
    known = {one.person: one for one in given.record.people}
    lines = {_taker_line(given.book, one): one for one in given.record.people}
    for line in given.words.splitlines():
        if line.strip() in lines:
            yield lines.pop(line.strip())
            continue
        found = _TAKER.fullmatch(line)
        if not found or not found["name"].strip():
            continue
        for person in kinds.named(given, found["name"], known):
            before = known.get(person.id, Taker(person=person.id))
            level, part = _level_and_part(found["about"], before)
            yield Taker(person=person.id, level=level, part=part)


def _level_and_part(about: str | None, before: Taker) -> tuple[Level, str]:
    if about is None:
        return before.level, before.part
    words = [word.strip() for word in about.split(",") if word.strip()]
    level = next((one for one in Level if words and folded(words[0]) == one.value), None)
    return level or before.level, ", ".join(words[1:] if level else words)
