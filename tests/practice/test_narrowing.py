"""One line narrows a list: to words, people, a community, tags, an element, days."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Element, Taker
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation, Recipient
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Story
from cop_tui.practice.narrowing import Narrowing, keeps, narrowing

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
BOOK = Book().apply(
    Change(
        sentence="",
        at=NOW,
        put=(
            fresh(Person, NOW, id="li", name="Li Zhang"),
            fresh(Community, NOW, id="rust", name="Rust study group"),
            fresh(
                Story,
                NOW,
                id="dumplings",
                title="Dumplings",
                body="Nobody minded the borrow checker.",
                on=NOW - timedelta(days=40),
                people=("li",),
                community="rust",
                element=Element.PEOPLE,
                tags=("Food",),
            ),
            fresh(Story, NOW, id="rain", body="It rained on Li.", on=NOW),
            fresh(Learning, NOW, id="loan", text="A borrow is a loan", on=NOW - timedelta(days=400), community="rust"),
            fresh(Invitation, NOW, id="asked", title="Walk", recipients=(Recipient(person="li"),), start=NOW),
        ),
    )
)


def shown(line: str) -> set[str]:
    """Return the ids of what a line shows."""
    is_kept = keeps(BOOK, narrowing(BOOK, line, NOW))
    return {record.id for record in BOOK.records() if is_kept(record)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("borrow", {"dumplings", "loan"}),
        ("BORROW loan", {"loan"}),
        ("@Li", {"dumplings", "asked", "li"}),
        ("@Li Zhang borrow", {"dumplings"}),
        ("+Rust study group", {"dumplings", "loan", "rust"}),
        ("#food", {"dumplings"}),
        ("about:people", {"dumplings"}),
        ("about:peo", {"dumplings"}),
        ("since:nov", {"rain", "asked"}),
        ("since:oct until:oct", {"dumplings"}),
        ("until:2025", {"loan"}),
        ("since:2026-10-14 until:2026-10-14", {"dumplings"}),
        ("since:yesterday", {"rain", "asked"}),
        ("+Rust study group about:people #food @Li since:2026 checker", {"dumplings"}),
    ],
)
def test_a_line_shows_what_it_says(line: str, expected: set[str]) -> None:
    """Words in any case, marks as in the check-in's lines, days by year, month, date or word."""
    assert expected == shown(line)


def test_an_empty_line_leaves_nothing_out() -> None:
    """It is no narrowing at all."""
    assert not narrowing(BOOK, "  ", NOW)
    assert {record.id for record in BOOK.records()} == shown("")


def test_what_was_understood_is_said_back() -> None:
    """Names in full, days exactly; what means nothing is named as it was typed."""
    read = narrowing(BOOK, "@Li +Rust study group #Food since:oct until:someday about:x", NOW)

    assert "Li Zhang · Rust study group · #food · since Thu 1 Oct" == read.told
    assert {"until:someday", "about:x"} == set(read.unknown)


def test_a_month_ahead_is_the_one_that_was() -> None:
    """In November, December is last year's; the month's last day ends it."""
    read = narrowing(BOOK, "since:dec until:feb", NOW)

    assert (date(2025, 12, 1), date(2026, 2, 28)) == (read.since, read.until)


@given(st.text(max_size=60))
def test_any_line_is_read(line: str) -> None:
    """Nothing that can be typed is an error."""
    assert isinstance(narrowing(BOOK, line, NOW), Narrowing)


def test_people_are_found_by_what_they_care_about_and_by_their_communities() -> None:
    """By words of a subject or a community's name; + shows those who take part, and what they care about."""
    chess = fresh(Interest, NOW, id="chess", who="li", subject="Chess", on=NOW)
    group = fresh(Community, NOW, id="knots", name="Knots and ropes", people=(Taker(person="li"),))
    book = BOOK.apply(Change(sentence="", at=NOW, put=(chess, group)))

    def found(line: str) -> set[str]:
        is_kept = keeps(book, narrowing(book, line, NOW))
        return {one.id for one in (*book.people.values(), *book.interests.values()) if is_kept(one)}

    assert {"li", "chess"} == found("chess")
    assert {"li"} == found("ropes")
    assert {"li", "chess"} == found("+Knots and ropes")
