"""What ties people to the rest of the book."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Taker
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Invitation, Recipient, Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice import together

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)


def book_of(*records: Record) -> Book:
    """Return a book with Ana, Li and these records."""
    people = (fresh(Person, NOW, id="ana", name="Ana"), fresh(Person, NOW, id="li", name="Li"))
    return Book().apply(Change(sentence="", at=NOW, put=(*people, *records)))


def test_communities_of_a_person_come_by_name_and_those_out_of_sight_last() -> None:
    """Each once, also where the person stands in it twice."""
    ana = (Taker(person="ana"), Taker(person="ana"))
    book = book_of(
        fresh(Community, NOW, id="old", name="Archive", people=ana, archived=True),
        fresh(Community, NOW, id="rust", name="Rust", people=ana),
        fresh(Community, NOW, id="compilers", name="compilers", people=ana),
        fresh(Community, NOW, id="other", name="Other"),
    )

    assert ["compilers", "rust", "old"] == [one.id for one in together.communities_of(book, "ana")]
    assert () == together.communities_of(book, "li")


def test_the_deepest_interests_come_first_and_of_those_the_latest() -> None:
    """As one would introduce somebody."""
    said = [("a", Depth.CURIOUS, 1), ("b", Depth.CAN_HELP, 9), ("c", Depth.CURIOUS, 0), ("d", Depth.LEARNING, 3)]
    book = book_of(
        *(fresh(Interest, NOW, who="ana", subject=name, depth=depth, on=NOW - ago * DAY) for name, depth, ago in said)
    )

    assert ["b", "d", "c", "a"] == [one.subject for one in together.cares(book, "ana")]


def test_what_you_share_is_what_both_care_about() -> None:
    """Whatever it is called, and not what only others care about."""
    cares = [(ME, "Rust", ("rust-lang",)), ("ana", "rust lang", ()), ("ana", "Sailing", ()), ("li", "Sailing", ())]
    book = book_of(
        *(fresh(Interest, NOW, who=who, subject=subject, aliases=other, on=NOW) for who, subject, other in cares)
    )

    assert 1 == len(together.in_common(book, "ana"))
    assert () == together.in_common(book, "li")


def test_what_came_of_someone_comes_latest_first() -> None:
    """What was learned, what was told, whom they asked or who asked them, with its promises; each once."""
    evening = fresh(
        Invitation, NOW, id="evening", title="E", sender="ana", recipients=(Recipient(person="ana"),), start=NOW
    )
    book = book_of(
        *(
            fresh(Learning, NOW, id=f"l{ago}", text="x", on=NOW - ago * DAY, people=("ana", "ana", "li"))
            for ago in (2, 1, 3)
        ),
        fresh(Story, NOW, id="s", body="x", on=NOW, people=("ana",)),
        evening,
        fresh(Invitation, NOW, id="walk", title="W", way=Way.SENT, recipients=(Recipient(person="ana"),)),
        fresh(Invitation, NOW, id="other", title="O", sender="li"),
        fresh(Commitment, NOW, id="kept", what="E", invitation="evening", start=NOW + DAY),
        fresh(Commitment, NOW, id="own", what="O"),
    )

    assert ["l1", "l2", "l3"] == [one.id for one in together.learned_from(book, "ana")]
    assert ["s"] == [one.id for one in together.stories_with(book, "ana")]
    assert "kept" == together.gatherings_with(book, "ana")[0].id
    assert {"kept", "evening", "walk"} == {one.id for one in together.gatherings_with(book, "ana")}
    assert () == together.gatherings_with(book, "nobody")


def test_nothing_is_known_of_somebody_who_is_in_nothing() -> None:
    """Neither interests, nor learning, nor stories."""
    book = book_of(fresh(Story, NOW, body="x", on=NOW, people=("ana",)))

    assert [()] * 3 == [find(book, "li") for find in (together.cares, together.learned_from, together.stories_with)]
