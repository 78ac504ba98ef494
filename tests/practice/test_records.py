"""What readings need of any record."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Taker
from cop_tui.domain.goal import Goal
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation, Recipient
from cop_tui.domain.learning import FollowUp, Learning
from cop_tui.domain.member import Member
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.records import day_of, texts_of

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("record", "day"),
    [
        (fresh(Story, NOW, on=NOW), NOW.date()),
        (fresh(Learning, NOW, text="A", on=NOW), NOW.date()),
        (fresh(Interest, NOW, who="me", subject="A", on=NOW), NOW.date()),
        (fresh(CheckIn, NOW, day=FRIDAY), FRIDAY),
        (fresh(Goal, NOW, text="A", by=FRIDAY), FRIDAY),
        (fresh(Goal, NOW, text="A"), None),
        (fresh(Commitment, NOW, what="A", start=whole_day(FRIDAY), all_day=True), FRIDAY),
        (
            fresh(
                Invitation, NOW, title="A", start=datetime(2026, 11, 26, 23, 30, tzinfo=UTC), timezone="Europe/Berlin"
            ),
            FRIDAY,
        ),
        (fresh(Commitment, NOW, what="A", start=whole_day(FRIDAY), all_day=True, timezone="America/New_York"), FRIDAY),
        (fresh(Invitation, NOW, title="A"), None),
        (fresh(Community, NOW, name="A"), None),
        (fresh(Person, NOW, name="A"), None),
    ],
)
def test_a_record_has_the_day_that_it_is_about(record: Record, day: date | None) -> None:
    """On its own clock; none where it has no date."""
    assert day == day_of(record)


@pytest.mark.parametrize("record", [fresh(Member, NOW, name="Maya"), fresh(Gone, NOW, kind="people", on=NOW)])
def test_the_member_and_what_is_gone_have_no_texts(record: Record) -> None:
    """A search does not look there."""
    assert [] == list(texts_of(record, Book()))


AROUND: dict[str, Any] = {
    "people": ("ana", "gone"),
    "tags": ("fun",),
    "community": "rust",
    "follow_ups": (FollowUp(on=NOW, text="Used it"),),
}
ANA = fresh(Person, NOW, id="ana", name="Ana Silva", organisation="Lindenwerk", note="cello", emails=("a@example.org",))
LI = fresh(Person, NOW, id="li", name="Li")
BOOK = Book().apply(
    Change(
        sentence="",
        at=NOW,
        put=(
            ANA,
            LI,
            fresh(Community, NOW, id="rust", name="Rust study group", people=(Taker(person="ana"),)),
            fresh(Interest, NOW, who="ana", subject="Gardens", note="roses", aliases=("plots",), on=NOW),
        ),
    )
)
TEXTS: list[tuple[Record, list[str]]] = [
    (
        fresh(Story, NOW, body="It rained", on=NOW, **AROUND),
        ["It rained", "Used it", "Rust study group", "Ana Silva", "fun"],
    ),
    (
        fresh(Learning, NOW, text="Ask", links=("https://a",), on=NOW, **AROUND),
        ["https://a", "Used it", "Rust study group", "Ana Silva", "fun"],
    ),
    (
        fresh(Invitation, NOW, title="Tea", community="rust", sender="ana", recipients=(Recipient(person="li"),)),
        ["Rust study group", "Ana Silva", "Li"],
    ),
    (fresh(Commitment, NOW, what="Tea", reflection="Good", community="rust"), ["Good", "Rust study group"]),
    (fresh(Commitment, NOW, what="Tea", reflection="Good", community="gone"), ["Good"]),
    (ANA, ["Lindenwerk", "cello", "a@example.org", "Gardens", "roses", "plots", "Rust study group"]),
    (LI, []),
]


@pytest.mark.parametrize(("record", "texts"), TEXTS, ids=[type(record).__name__ for record, _ in TEXTS])
def test_a_record_is_found_by_its_texts_and_by_what_stands_around_them(record: Record, texts: list[str]) -> None:
    """What came of it, its community, the people in it, its tags; of a person, what they care about."""
    assert texts == [text for text in texts_of(record, BOOK) if text]
