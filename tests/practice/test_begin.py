"""The first things of a new notebook, as one change."""

from datetime import date, datetime, timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Promise
from cop_tui.domain.community import Community
from cop_tui.domain.errors import Refused
from cop_tui.domain.goal import Goal
from cop_tui.domain.moment import whole_day
from cop_tui.domain.record import fresh
from cop_tui.practice.begin import begin

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
ALL: dict[str, Any] = {
    "name": "Maya",
    "email": "maya@example.org",
    "subjects": ["compilers", "birds"],
    "community": "Rust",
    "start": NOW + timedelta(days=2),
}


def test_all_five_are_one_change() -> None:
    """Who, what one cares about, a community joined today, and the promise to be at its next date."""
    book = Book().apply(begin(Book(), now=NOW, **ALL))

    assert ("Maya", ("maya@example.org",)) == (book.me.name, book.me.emails)
    assert {"compilers", "birds"} == {one.subject for one in book.interests.values()}
    (community,) = book.communities.values()
    (promise,) = book.commitments.values()
    assert ("Rust", NOW.date()) == (community.name, community.joined_on)
    assert ("Rust", community.id, Promise.SHOW_UP, ALL["start"]) == (
        promise.what,
        promise.community,
        promise.kind,
        promise.start,
    )


@pytest.mark.parametrize("given", [one for one in product((True, False), repeat=5) if any(one)])
def test_any_of_them_is_enough(given: tuple[bool, ...]) -> None:
    """Whatever is left out is not there, and undoing the change leaves nothing."""
    said = {name: value for (name, value), is_said in zip(ALL.items(), given, strict=True) if is_said}

    change = begin(Book(), now=NOW, **said)

    book = Book().apply(change)
    assert bool(book.member) == bool({"name", "email"} & said.keys())
    assert bool(book.interests) == ("subjects" in said)
    assert bool(book.communities) == ("community" in said)
    assert bool(book.commitments) == ("start" in said)
    assert Book().apply(change).apply(Book().undoing(change)).is_blank is False  # what was taken back left its mark


def test_the_change_is_told_in_one_sentence() -> None:
    """Whatever it is made of."""
    assert ["Began your notebook"] * 2 == [begin(Book(), now=NOW, **said).sentence for said in (ALL, {"name": "Maya"})]


def test_a_date_may_be_a_day_and_needs_no_community() -> None:
    """A day without an hour stays one; in no community it is a gathering without a name."""
    book = Book().apply(begin(Book(), now=NOW, start=NOW + timedelta(days=2), all_day=True))

    (promise,) = book.commitments.values()
    assert ("A first gathering", whole_day(date(2026, 11, 25)), True) == (promise.what, promise.start, promise.all_day)


def test_a_date_is_of_the_community_that_was_named() -> None:
    """Not of another that was there before."""
    bees = fresh(Community, NOW, name="Bees")
    before = Book().apply(Change(sentence="", at=NOW, put=(bees,)))

    book = before.apply(begin(before, now=NOW, community="Rust", start=NOW))

    (promise,) = book.commitments.values()
    assert promise.community in book.communities.keys() - {bees.id}


def test_a_date_is_not_of_one_of_that_name_that_is_out_of_sight() -> None:
    """The name is free again, so there may be two."""
    old = fresh(Community, NOW, name="Bees", archived=True)
    before = Book().apply(Change(sentence="", at=NOW, put=(old,)))

    book = before.apply(begin(before, now=NOW, community="Bees", start=NOW))

    (promise,) = book.commitments.values()
    assert promise.community in book.communities.keys() - {old.id}


def test_nothing_at_all_is_refused_kindly() -> None:
    """It says that one is enough, and how to leave."""
    with pytest.raises(Refused) as refused:
        begin(Book(), now=NOW, name="  ")

    assert ("Nothing is written yet", "One of the five is enough; Escape leaves them for later") == (
        refused.value.sentence,
        refused.value.hint,
    )


def test_a_notebook_is_new_until_something_was_written() -> None:
    """Whatever it is; and one from which all was removed is not new."""
    goal = fresh(Goal, NOW, text="Give a talk")
    book = Book().apply(Change(sentence="", at=NOW, put=(goal,)))

    assert Book().is_blank
    assert not book.is_blank
    assert not book.apply(Change(sentence="", at=NOW, take=(goal,))).is_blank
