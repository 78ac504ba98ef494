"""What the views of People show: everyone, whom to be in touch with, who shares what you do, who is where. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from cop_tui.domain.book import Book
from cop_tui.domain.interest import folded
from cop_tui.domain.person import Person
from cop_tui.practice import together
from cop_tui.practice.activity import last_touch
from cop_tui.practice.narrowing import Keeps
from cop_tui.practice.phrases import every, since
from cop_tui.practice.reconnect import Reconnect, due_to_reconnect
from cop_tui.tui.pages import around
from cop_tui.tui.pages.around import near
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Rows, Section, filled

SEVERAL = 6
"""Subjects of one person that a row names at most: no row has room for more."""

COLUMNS = (Column(most=18, tone=INK), Column(tone=SOFT), Column(most=8, tone=FAINT), Column(most=16, tone=FAINT))
"""Who, what they care about, when you were last in touch, where they belong."""

WORDS = (Column(most=20, tone=INK), Column(tone=SOFT))
"""Who, and a few words."""


def everyone(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return all people by name."""
    found = sorted((one for one in book.people.values() if is_kept(one)), key=together.by_name)
    rows = Rows(found, lambda one: _row(book, one, now))
    return filled(Section("People you know", rows, count=str(len(found))), empty=_NOBODY)


def due(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return with whom it is time to be in touch again, and with whom within seven days."""
    found = [one for one in due_to_reconnect(book, now) if is_kept(book.people[one.person])]
    over = [one for one in found if one.due <= now.date()]
    soon = [one for one in found if one.due > now.date()]
    return filled(
        Section("Time to be in touch", tuple(_due_row(book, one, now) for one in over), count=str(len(over))),
        Section("Within seven days", tuple(_due_row(book, one, now) for one in soon), count=str(len(soon))),
        empty="Nobody is due within seven days. h says how often you like to be in touch with someone.",
    )


def sharing(book: Book, _now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return those with whom the member shares interests, who shares most first."""
    found = [one for one in book.people.values() if together.in_common(book, one.id) and is_kept(one)]
    found.sort(key=lambda one: (-len(together.in_common(book, one.id)), together.by_name(one)))
    return filled(
        Section("Who shares most", Rows(found, lambda one: _shared_row(book, one)), count=str(len(found))),
        empty="Nobody shares an interest with you yet. a asks what someone cares about, s says what you do.",
    )


def by_organisation(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return people by where they belong, those who belong nowhere last."""
    found = sorted((one for one in book.people.values() if is_kept(one)), key=together.by_name)
    keys = {name: folded(name) for name in {one.organisation for one in found}}
    groups: dict[str, list[Person]] = {}
    for one in found:
        groups.setdefault(keys[one.organisation], []).append(one)
    in_order = sorted(groups.items(), key=lambda pair: (not pair[0], pair[0]))
    return filled(*(_organisation(book, ones, now) for _, ones in in_order), empty=_NOBODY)


_NOBODY = "Nobody is here yet. n notes someone you know."


def _organisation(book: Book, ones: Sequence[Person], now: datetime) -> Section:
    title = ones[0].organisation.strip() or "Nowhere in particular"
    return Section(title, Rows(ones, lambda one: _row(book, one, now)), count=str(len(ones)))


def _row(book: Book, one: Person, now: datetime) -> Row:
    cares = _listed(interest.subject for interest in together.cares(book, one.id))
    return Row(one.id, (one.name, cares, around.short_day(last_touch(book, one.id, now), now), one.organisation))


def _due_row(book: Book, one: Reconnect, now: datetime) -> Row:
    spoke = f"last spoke {since(one.last, now.date())}" if one.last else "not spoken yet"
    words = f"{near(one.due, now)}, {spoke}, {every(one.every)}"
    return Row(one.person, (book.people[one.person].name, words))


def _shared_row(book: Book, one: Person) -> Row:
    subjects = _listed(together.in_common(book, one.id))
    communities = _listed(community.name for community in together.communities_of(book, one.id))
    return Row(one.id, (one.name, f"{subjects} · {communities}" if communities else subjects))


def _listed(words: Iterable[str]) -> str:
    return ", ".join(islice(words, SEVERAL))
