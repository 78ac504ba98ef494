"""Everything that was noted in a community, newest first."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community, Stage, StageMove, Taker
from cop_tui.domain.invitation import Invitation, Offer, Way
from cop_tui.domain.learning import Climb, Learning
from cop_tui.domain.person import Person
from cop_tui.domain.purpose import Purpose, Rung
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.practice.timeline import belonging, timeline

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def at(days: int) -> datetime:
    """Return noon so many days ago."""
    return (NOW - timedelta(days=days)).replace(hour=12)


RUST = fresh(
    Community,
    at(90),
    id="rust",
    name="Rust",
    stages=(
        StageMove(stage=Stage.POTENTIAL, on=date(2026, 9, 1)),
        StageMove(stage=Stage.COALESCING, on=date(2026, 10, 1)),
    ),
    joined_on=date(2026, 9, 2),
    people=(Taker(person="li"), Taker(person="old")),
)


def book() -> Book:
    """Return a book with one of everything in the community, and the same in none."""
    records = (
        RUST,
        fresh(Person, at(8), id="li", name="Li Zhang"),
        fresh(Person, at(400), id="old", name="Known before"),
        fresh(Commitment, NOW, id="kept", what="Evening", community="rust", start=at(3), outcome=Outcome.KEPT),
        fresh(
            Commitment,
            NOW,
            id="done",
            what="Bread",
            community="rust",
            kind=Promise.DO,
            outcome=Outcome.KEPT,
            closed_on=at(2).astimezone(UTC),
        ),
        fresh(Commitment, NOW, id="open", what="Next", community="rust", start=at(-3)),
        fresh(Invitation, at(10), id="asked", title="Evening", community="rust"),
        fresh(Invitation, at(9), id="idea", title="A walk", community="rust", way=Way.SENT, kind=Offer.PROPOSAL),
        fresh(
            Learning,
            NOW,
            id="loan",
            text="A borrow is a loan",
            community="rust",
            on=at(7),
            purpose=Purpose.HELPING,
            rung=Rung.HELPED,
            climbs=(Climb(rung=Rung.ASKED, on=at(7)), Climb(rung=Rung.HELPED, on=at(4))),
        ),
        fresh(
            Story,
            NOW,
            id="told",
            title="Dumplings",
            community="rust",
            on=at(6),
            cycles=(Cycle(cycle=Value.APPLIED, text="Used it", on=at(1)),),
        ),
        fresh(Story, NOW, id="elsewhere", title="Rain", on=at(5)),
    )
    return Book().apply(Change(sentence="", at=NOW, put=records))


def test_everything_of_it_is_told_newest_first() -> None:
    """Gatherings and what came of them, invitations, learning with its climbs, stories with their cycles, stages."""
    found = timeline(book(), RUST, NOW)

    assert [
        ("applied", "Dumplings", "told"),
        ("done", "Bread", "done"),
        ("kept", "Evening", "kept"),
        ("helped", "A borrow is a loan", "loan"),
        ("told", "Dumplings", "told"),
        ("learned", "A borrow is a loan", "loan"),
        ("new", "Li Zhang", "li"),
        ("you proposed", "A walk", "idea"),
        ("invited", "Evening", "asked"),
        ("stage", "moved to coalescing", "rust"),
        ("you", "joined Rust", "rust"),
        ("stage", "began as potential", "rust"),
    ] == [(one.what, one.title, one.id) for one in found]
    assert sorted((one.day for one in found), reverse=True) == [one.day for one in found]


def test_what_is_ahead_or_elsewhere_is_not_in_it() -> None:
    """An open promise is ahead; a story of no community is none of its own."""
    told = {one.id for one in timeline(book(), RUST, NOW)}

    assert {"open", "elsewhere", "old"}.isdisjoint(told)


def test_a_community_with_nothing_in_it_has_no_timeline() -> None:
    """Nothing is made up."""
    empty = fresh(Community, NOW, name="New")

    assert () == timeline(Book(), empty, NOW)
    assert [] == belonging(book(), empty).stories


def test_what_happened_to_the_community_itself_is_in_it() -> None:
    """Two stages on one day stand in their order, the later one above; leaving it is told like joining it."""
    day = date(2026, 11, 20)
    moves = tuple(StageMove(stage=stage, on=day) for stage in (Stage.POTENTIAL, Stage.COALESCING, Stage.MATURING))
    left = fresh(Community, at(90), id="c", name="Chess", stages=moves, left_on=date(2026, 11, 21))

    assert [
        (date(2026, 11, 21), "you", "left Chess", "c"),
        (day, "stage", "moved to maturing", "c"),
        (day, "stage", "moved to coalescing", "c"),
        (day, "stage", "began as potential", "c"),
    ] == [(one.day, one.what, one.title, one.id) for one in timeline(Book(), left, NOW)]


def test_who_is_noted_at_the_moment_in_which_the_community_begins_is_new() -> None:
    """As where both come from one file."""
    begun = datetime(2026, 11, 20, tzinfo=UTC)
    moves = (StageMove(stage=Stage.POTENTIAL, on=begun.date()),)
    community = fresh(Community, begun, name="Chess", stages=moves, people=(Taker(person="li"),))
    known = Book().apply(Change(sentence="", at=NOW, put=(community, fresh(Person, begun, id="li", name="Li"))))

    assert ["new", "stage"] == [one.what for one in timeline(known, community, NOW)]


def test_it_is_put_together_once_a_day() -> None:
    """A page that is drawn again and again has it at once, whatever the hour."""
    known, later = book(), NOW + timedelta(hours=3, minutes=20, seconds=5, microseconds=7)

    assert timeline(known, RUST, NOW) is timeline(known, RUST, later)
