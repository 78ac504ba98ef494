"""The page of an interest: whose it is and how deep they are in it, who else cares, which communities are about it."""

from collections.abc import Iterator
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.member import ME
from cop_tui.practice.discovery import said_by, shared_about
from cop_tui.practice.subjects import key_of, same
from cop_tui.practice.words import person_words
from cop_tui.tui.pages import around
from cop_tui.tui.pages.page import Fact, RecordPage
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Section

COLUMNS = (Column(tone=INK), Column(most=12, tone=SOFT), Column(most=28, tone=FAINT))
"""Who, how deep, what exactly."""

DEPTHS: dict[Depth, str] = {
    Depth.CURIOUS: "curious",
    Depth.LEARNING: "learning",
    Depth.PRACTISING: "practising",
    Depth.CAN_HELP: "can help",
}
"""How deep someone is in it, in words."""


def told(book: Book, one: Interest, now: datetime) -> RecordPage:
    """Return the page."""
    return RecordPage(
        title=one.subject,
        facts=tuple(_facts(book, one, now)),
        texts=(one.note,),
        sections=around.shown(*_sections(book, one)),
        columns=COLUMNS,
    )


def _facts(book: Book, one: Interest, now: datetime) -> Iterator[Fact]:
    yield "who", person_words(one.who, book)
    yield "how deep", DEPTHS[one.depth]
    yield "said", around.day(one.on, now)
    yield "also", ", ".join(one.aliases)


def _sections(book: Book, one: Interest) -> Iterator[Section]:
    key = key_of(book, one.subject)
    shared = shared_about(book, one.subject)
    people = (*((ME,) if shared and shared.mine else ()), *(shared.people if shared else ()))
    rows = tuple(row for who in people if (row := _row(book, key, who)))
    yield around.section("Who cares about it", rows)
    about = [
        each
        for each in book.communities.values()
        if any(words and same(book, words, one.subject) for words in (each.subject, each.name))
    ]
    found = sorted(about, key=lambda each: (each.archived, each.name.casefold(), each.id))
    yield around.section(
        "Communities about it", tuple(Row(each.id, (each.name, str(each.stage), "")) for each in found)
    )


def _row(book: Book, key: str, who: str) -> Row | None:
    """Return the row of someone who cares: it opens the person, or what the member said themselves."""
    said = said_by(book, key, who)
    if said is None:
        return None
    return Row(said.id if who == ME else who, (person_words(who, book), DEPTHS[said.depth], said.note))
