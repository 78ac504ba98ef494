"""The last two chapters of a journal: the communities and the people, each with what there is to know."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community, Tick
from cop_tui.domain.person import Person
from cop_tui.exchange.markdown_entries import interest_words, long_day
from cop_tui.exchange.markdown_text import escaped, flowing, listed, prose, quoted
from cop_tui.practice.field import PURPOSES, checklist_line
from cop_tui.practice.phrases import every
from cop_tui.practice.words import fold, person_words

Named = TypeVar("Named", Community, Person)


def communities_chapter(book: Book, communities: Iterable[Community]) -> str:
    """Return the chapter about communities, in the order of their names; empty where there are none."""
    named = by_name(communities)
    return prose("## Communities", *(community_section(book, one) for one in named)) if named else ""


def people_chapter(book: Book, people: Iterable[Person]) -> str:
    """Return the chapter about people, in the order of their names; empty where there are none."""
    named = by_name(people)
    return prose("## People", *(person_section(book, one) for one in named)) if named else ""


def by_name(named: Iterable[Named]) -> list[Named]:
    """Return communities, or people, in the order of their names."""
    return sorted(named, key=lambda one: (fold(one.name), one.id))


def community_section(book: Book, one: Community) -> str:
    """Return what there is to know about one community, below its name."""
    return prose(
        f"### {escaped(one.name) or 'A community'}",
        quoted(one.why),
        " ".join(_facts(one)),
        _items("How it lived:", _stages(one)),
        _items("Who takes part:", _takers(book, one)),
        _items("Noted on the way:", _notes((*one.phases, *one.occasions))),
    )


def _facts(one: Community) -> Iterator[str]:
    if one.subject:
        yield f"It is about {escaped(one.subject)}."
    if one.purpose:
        others = listed(PURPOSES[purpose].title.lower() for purpose in one.other_purposes)
        yield f"Its purpose is {PURPOSES[one.purpose].title.lower()}{f', and also {others}' if others else ''}."
    if one.organisations:
        yield f"It crosses {listed(map(escaped, one.organisations))}."
    if one.rhythm:
        yield f"It meets {every(one.rhythm)}."
    if one.places:
        yield f"Find it here: {'; '.join(escaped(place.text) for place in one.places)}."
    yield f"My level is *{one.level}*."
    if one.joined_on:
        yield f"Joined on {long_day(one.joined_on)}."
    if one.left_on:
        yield f"Left on {long_day(one.left_on)}."


def _stages(one: Community) -> Iterator[str]:
    for move in one.stages:
        yield f"*{move.stage}* from {long_day(move.on)}"


def _takers(book: Book, one: Community) -> Iterator[str]:
    for taker in one.people:
        part = f", {escaped(taker.part)}" if taker.part else ""
        yield f"{escaped(person_words(taker.person, book)) or 'Someone'} ({taker.level}{part})"


def _notes(ticks: Iterable[Tick]) -> Iterator[str]:
    for tick in ticks:
        line, note = checklist_line(tick.checklist, tick.item), flowing(tick.note)
        if line and note:
            yield f"*{line.text}* {note}"


def _items(title: str, lines: Iterable[str]) -> str:
    """Return lines as a list below its title; the lines of an item that has several belong to it."""
    items = "\n".join(f"- {line}".replace("\n", "\n  ") for line in lines)
    return prose(title, items) if items else ""


def person_section(book: Book, one: Person) -> str:
    """Return what there is to know about one person, below their name."""
    return prose(f"### {escaped(one.name) or 'Someone'}", " ".join(_known(book, one)), quoted(one.note))


def _known(book: Book, one: Person) -> Iterator[str]:
    if one.organisation:
        yield f"{escaped(one.organisation)}."
    interests = book.interests_by_person.get(one.id, ())
    if interests:
        ordered = sorted(interests, key=lambda interest: (fold(interest.subject), interest.id))
        yield f"Cares about {listed(map(interest_words, ordered))}."
    ours = sorted(
        escaped(community.name)
        for community in book.communities.values()
        if one.id in (taker.person for taker in community.people)
    )
    if ours:
        yield f"Takes part in {listed(ours)}."
    reached = [*one.emails, *(channel.address for channel in one.channels)]
    if reached:
        yield f"Write to {', '.join(map(escaped, reached))}."
