"""The first things of a new notebook, as one change."""

from datetime import datetime, timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Promise
from cop_tui.domain.errors import Refused
from cop_tui.domain.goal import Goal
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


def test_nothing_at_all_is_refused_kindly() -> None:
    """It says that one is enough, and how to leave."""
    with pytest.raises(Refused) as refused:
        begin(Book(), now=NOW, name="  ")

    assert "Escape" in (refused.value.hint or "")


def test_a_notebook_is_new_until_something_was_written() -> None:
    """Whatever it is; and one from which all was removed is not new."""
    goal = fresh(Goal, NOW, text="Give a talk")
    book = Book().apply(Change(sentence="", at=NOW, put=(goal,)))

    assert Book().is_blank
    assert not book.is_blank
    assert not book.apply(Change(sentence="", at=NOW, take=(goal,))).is_blank
