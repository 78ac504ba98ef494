"""What happened in communities and with people."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community, Element, Taker
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.learning import Climb, Learning
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.purpose import Purpose, Rung
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.activity import Happening, What, happenings, last_touch, moment_kept, touches

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def what_happens(*records: Record) -> list[tuple[What, Element]]:
    """Return what happened in community `c`, newest first."""
    return [(one.what, one.element) for one in happenings(book_of(*records)).get("c", ())]


def test_learning_feeds_the_focus_and_its_climbs_the_practice() -> None:
    """The first rung is no climb; what is asked is a question; what is put in order is knowledge."""
    climbs = (Climb(rung=Rung.ORGANISED, on=NOW), Climb(rung=Rung.IMPROVED, on=NOW + DAY))
    knowledge = fresh(
        Learning,
        NOW,
        text="x",
        on=NOW,
        community="c",
        purpose=Purpose.KNOWLEDGE,
        rung=Rung.IMPROVED,
        climbs=climbs,
    )
    question = fresh(Learning, NOW, text="x", on=NOW, community="c", purpose=Purpose.HELPING, rung=Rung.ASKED)
    elsewhere = fresh(Learning, NOW, text="x", on=NOW)

    assert {(What.LEARNED, Element.FOCUS), (What.MADE, Element.PRACTICE), (What.CLIMBED, Element.PRACTICE)} == set(
        what_happens(knowledge, elsewhere)
    )
    assert 3 == len(what_happens(knowledge))
    assert [(What.ASKED, Element.FOCUS)] == what_happens(question)


def test_a_story_feeds_the_element_that_it_is_about() -> None:
    """Without one, the focus."""
    stories = [fresh(Story, NOW, on=NOW, community="c", element=one) for one in (Element.PEOPLE, None)]

    assert {(What.TOLD, Element.PEOPLE), (What.TOLD, Element.FOCUS)} == set(what_happens(*stories))
    assert [] == what_happens(fresh(Story, NOW, on=NOW))


def test_kept_promises_feed_the_practice_and_invitations_the_people() -> None:
    """What was missed does not; an invitation counts when its host wrote it."""
    kept = [
        fresh(Commitment, NOW, what="x", community="c", start=NOW - DAY, closed_on=NOW, outcome=Outcome.KEPT, kind=kind)
        for kind in Promise
    ]
    missed = fresh(Commitment, NOW, what="x", community="c", start=NOW - DAY, outcome=Outcome.MISSED)
    invitation = fresh(Invitation, NOW, title="x", community="c", stamp=NOW - 9 * DAY)

    found = what_happens(*kept, missed, invitation, fresh(Invitation, NOW, title="x"))

    assert {What.KEPT, What.DONE} == {what for what, _ in found[:2]}
    assert [(What.INVITED, Element.PEOPLE)] == found[2:]


def test_people_who_take_part_bring_their_contacts() -> None:
    """To each community that they are in; someone unknown brings nothing."""
    ana = fresh(Person, NOW, name="Ana", contacts=(Contact(on=NOW - DAY),))
    community = fresh(Community, NOW, id="c", name="C", people=(Taker(person=ana.id), Taker(person="gone")))

    assert [(What.NEWCOMER, Element.PEOPLE), (What.TOUCH, Element.PEOPLE)] == what_happens(ana, community)


def test_in_touch_is_contact_asking_learning_from_and_telling_with() -> None:
    """Oldest first; one who is not in the book is passed over."""
    ana = fresh(Person, NOW, name="Ana", contacts=(Contact(on=NOW - 4 * DAY),))
    book = book_of(
        ana,
        fresh(Interest, NOW, who=ana.id, subject="x", on=NOW - 3 * DAY),
        fresh(Interest, NOW, who="me", subject="x", on=NOW - 3 * DAY),
        fresh(Learning, NOW, text="x", on=NOW - 2 * DAY, people=(ana.id, "gone")),
        fresh(Story, NOW, on=NOW + DAY, people=(ana.id,)),
    )

    assert {ana.id: (NOW - 4 * DAY, NOW - 3 * DAY, NOW - 2 * DAY, NOW + DAY)} == touches(book)
    assert date(2026, 11, 21) == last_touch(book, ana.id, NOW)
    assert last_touch(book, "gone", NOW) is None


def test_a_promise_is_kept_at_its_start_unless_it_was_kept_before() -> None:
    """A whole day stays one."""
    start = whole_day(NOW.date())
    on_the_day = fresh(Commitment, NOW, what="x", start=start, all_day=True)
    before = fresh(Commitment, NOW, what="x", start=start + 9 * DAY, all_day=True, closed_on=NOW)

    assert (start, True) == moment_kept(on_the_day)
    assert (NOW, False) == moment_kept(before)


def test_a_contact_of_this_moment_is_the_last_one() -> None:
    """What is noted now has been."""
    ana = fresh(Person, NOW, name="Ana", contacts=(Contact(on=NOW),))

    assert NOW.date() == last_touch(book_of(ana), ana.id, NOW)


def test_a_promise_closed_as_it_begins_is_kept_at_its_start() -> None:
    """A whole day stays one."""
    start = whole_day(NOW.date())

    assert (start, True) == moment_kept(fresh(Commitment, NOW, what="x", start=start, all_day=True, closed_on=start))


def test_the_first_rung_is_no_climb() -> None:
    """Also where it is the only one."""
    first = (Climb(rung=Rung.ORGANISED, on=NOW),)
    noted = fresh(Learning, NOW, text="x", on=NOW, community="c", purpose=Purpose.KNOWLEDGE, climbs=first)

    assert {What.LEARNED, What.MADE} == {what for what, _ in what_happens(noted)}


@pytest.mark.parametrize(("kind", "what"), [(Promise.SHOW_UP, What.KEPT), (Promise.DO, What.DONE)])
def test_what_was_kept_is_told_by_its_kind(kind: Promise, what: What) -> None:
    """With its record, and whether it is about a day."""
    start = whole_day(NOW.date() - DAY)
    fields: dict[str, Any] = {"community": "c", "start": start, "all_day": True, "outcome": Outcome.KEPT}
    one = fresh(Commitment, NOW, what="x", kind=kind, **fields)

    assert (Happening(start, what, Element.PRACTICE, one.id, all_day=True),) == happenings(book_of(one))["c"]


def test_each_happening_names_the_record_that_tells_of_it() -> None:
    """So that a reading can lead there."""
    climbs = (Climb(rung=Rung.ORGANISED, on=NOW), Climb(rung=Rung.IMPROVED, on=NOW))
    ana = fresh(Person, NOW, id="ana", name="Ana", contacts=(Contact(on=NOW),))
    records = (
        fresh(Learning, NOW, id="l", text="x", on=NOW, community="c", purpose=Purpose.KNOWLEDGE, climbs=climbs),
        fresh(Story, NOW, id="s", on=NOW, community="c"),
        fresh(Invitation, NOW, id="i", title="x", community="c"),
        ana,
        fresh(Community, NOW, id="c", name="C", people=(Taker(person="ana"),)),
    )

    told = [(one.what, one.record) for one in happenings(book_of(*records))["c"]]

    assert {
        (What.LEARNED, "l"),
        (What.MADE, "l"),
        (What.CLIMBED, "l"),
        (What.TOLD, "s"),
        (What.INVITED, "i"),
        (What.NEWCOMER, "ana"),
        (What.TOUCH, "ana"),
    } == set(told)


def test_a_happening_has_its_day_where_the_member_is() -> None:
    """A whole day is that day everywhere; an evening in Berlin may be the morning after elsewhere."""
    evening, day = datetime(2026, 11, 20, 23, tzinfo=NOW.tzinfo), whole_day(date(2026, 11, 20))
    told = (
        Happening(evening, What.TOLD, Element.FOCUS, "s"),
        Happening(day, What.KEPT, Element.FOCUS, "k", all_day=True),
    )

    days = [
        [one.day(NOW.astimezone(ZoneInfo(zone))).day for one in told] for zone in ("Asia/Tokyo", "America/New_York")
    ]

    assert [[21, 20], [20, 20]] == days
