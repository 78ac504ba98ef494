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
            fresh(Person, NOW, id="kofi", name="Kofi Mensah"),
            fresh(Interest, NOW, id="ships", who="li", subject="Sailing", note="wooden boats", on=NOW),
            fresh(Community, NOW, id="rust", name="Rust study group", people=(Taker(person="li"),)),
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
        ("@Li", {"dumplings", "asked", "li", "ships", "rust"}),
        ("sailing boats", {"li", "ships"}),
        ("@Li rust", {"li", "dumplings", "rust"}),
        ("@Li Zhang borrow", {"dumplings"}),
        ("+Rust study group", {"dumplings", "loan", "rust", "li"}),
        ("+Rust study group boats", {"li"}),
        ("#food", {"dumplings"}),
        ("about:people", {"dumplings"}),
        ("about:peo", {"dumplings"}),
        ("since:nov", {"rain", "asked", "ships"}),
        ("since:oct until:oct", {"dumplings"}),
        ("until:2025", {"loan"}),
        ("since:2026-10-14 until:2026-10-14", {"dumplings"}),
        ("since:yesterday", {"rain", "asked", "ships"}),
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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("about:peo until:oct", "about people · until Sat 31 Oct"),
        ("since:2026", "since Thu 1 Jan"),
        ("until:2025", "until Wed 31 Dec 2025"),
        ("since:2026-2", "since Sun 1 Feb"),
        ("until:2024-02", "until Thu 29 Feb 2024"),
        ("since:last-friday", "since Fri 20 Nov"),
        ("since:2-weeks-ago", "since Mon 9 Nov"),
        ("since:1-june", "since Mon 1 Jun"),
        ("since:june-1 until:1-june", "since Mon 1 Jun · until Tue 1 Jun 2027"),
        ("since:next-friday", "since Fri 27 Nov"),
    ],
)
def test_days_are_said_back_exactly(line: str, told: str) -> None:
    """The first day of what is said after since, the last of what is said after until."""
    assert told == narrowing(BOOK, line, NOW).told


def test_what_somebody_sent_is_shown_by_their_name() -> None:
    """They are in an invitation whether they wrote it or got it."""
    sent, other = (fresh(Invitation, NOW, title="Tea", sender=who) for who in ("li", "kofi"))
    is_kept = keeps(BOOK, narrowing(BOOK, "@Li", NOW))

    assert (True, False) == (is_kept(sent), is_kept(other))


def test_another_community_is_not_shown() -> None:
    """Only the one that is named."""
    is_kept = keeps(BOOK, narrowing(BOOK, "+Rust study group", NOW))

    assert not is_kept(fresh(Community, NOW, name="Chess"))


def test_a_month_ahead_is_the_one_that_was() -> None:
    """In November, December is last year's; the month's last day ends it."""
    read = narrowing(BOOK, "since:dec until:feb", NOW)

    assert (date(2025, 12, 1), date(2026, 2, 28)) == (read.since, read.until)


@given(st.text(max_size=60))
def test_any_line_is_read(line: str) -> None:
    """Nothing that can be typed is an error."""
    assert isinstance(narrowing(BOOK, line, NOW), Narrowing)
