"""How communities are."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community, Element, Taker
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation, Way
from cop_tui.domain.learning import Climb, Learning
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.purpose import Purpose, Rung
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.cultivation import (
    Beat,
    Life,
    depth,
    elements,
    give_and_take,
    last_activity,
    pulse,
    reach,
    rhythm_of,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)
RUST = fresh(Community, NOW, id="rust", name="Rust study group", rhythm=7)
SLOW = fresh(Community, NOW, id="slow", name="Slow readers")


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def told(ago: int, community: Community = RUST, element: Element | None = None) -> Story:
    """Return a story of so many days ago."""
    return fresh(Story, NOW, on=NOW - ago * DAY, community=community.id, element=element)


@pytest.mark.parametrize(("ago", "word"), [(0, "lively"), (7, "lively"), (8, "steady"), (14, "steady"), (15, "quiet")])
def test_the_pulse_is_days_by_rhythm(ago: int, word: str) -> None:
    """Up to one rhythm lively, up to two steady, then quiet."""
    reading = pulse(book_of(RUST, told(ago), told(40)), RUST, NOW)

    assert (Beat(word), ago) == (reading.word, reading.days)


def test_the_pulse_says_why() -> None:
    """The last thing noted, and the rhythm."""
    reading = pulse(book_of(RUST, told(20)), RUST, NOW)

    assert "The last thing noted is from Tue 3 Nov; it meets every week" == reading.why
    assert date(2026, 11, 3) == reading.last


def test_without_a_rhythm_the_pulse_is_unknown_and_asks_for_one() -> None:
    """It still says when the last thing happened."""
    reading = pulse(book_of(SLOW, told(1, SLOW)), SLOW, NOW)

    assert (Beat.UNKNOWN, 1, date(2026, 11, 22)) == (reading.word, reading.days, reading.last)
    assert "The last thing noted is from yesterday; it has no rhythm yet: how often does it meet?" == reading.why


def test_where_nothing_is_noted_the_pulse_is_unknown() -> None:
    """With a rhythm and without one."""
    readings = [pulse(book_of(RUST, SLOW), community, NOW) for community in (RUST, SLOW)]

    assert [Beat.UNKNOWN] * 2 == [one.word for one in readings]
    assert [
        "Nothing is noted in it yet",
        "Nothing is noted in it yet, and it has no rhythm: how often does it meet?",
    ] == [one.why for one in readings]


def test_to_be_in_touch_with_its_people_is_not_yet_activity() -> None:
    """A friend may be in several communities; nor does the future count."""
    ana = fresh(Person, NOW, name="Ana", contacts=(Contact(on=NOW),))
    community = fresh(Community, NOW, name="C", people=(Taker(person=ana.id),))

    assert last_activity(book_of(ana, community, told(-3, community)), community, NOW) is None


def test_a_whole_day_is_the_same_day_for_everyone() -> None:
    """An all-day gathering of the 20th was on the 20th, seen from anywhere."""
    day = whole_day(date(2026, 11, 20))
    kept = fresh(Commitment, NOW, what="x", community="rust", start=day, all_day=True, outcome=Outcome.KEPT)

    for zone in ("America/New_York", "Pacific/Auckland"):
        assert date(2026, 11, 20) == last_activity(book_of(RUST, kept), RUST, NOW.astimezone(ZoneInfo(zone)))


def test_the_elements_of_a_new_community_are_quiet() -> None:
    """Three of them, each with its reason."""
    readings = elements(book_of(RUST), RUST, NOW)

    assert list(Element) == [one.element for one in readings]
    assert {(Life.QUIET, 0, "Nothing noted in the last 3 weeks", ())} == {
        (one.state, one.marks, one.why, one.records) for one in readings
    }


def test_an_element_thrives_with_something_for_each_of_three_rhythms() -> None:
    """One or two are steady, three thrive, five fill its marks."""
    states = [elements(book_of(RUST, *(told(1) for _ in range(count))), RUST, NOW)[0] for count in (1, 2, 3, 5, 9)]

    assert [Life.STEADY, Life.STEADY, Life.THRIVING, Life.THRIVING, Life.THRIVING] == [one.state for one in states]
    assert [1, 2, 3, 5, 5] == [one.marks for one in states]


def test_elements_look_back_three_rhythms_and_name_their_records() -> None:
    """Newest first; 90 days where there is no rhythm."""
    recent, edge, over, ahead = told(1), told(20), told(21), told(-1)
    learned = fresh(Learning, NOW, text="x", on=NOW, community="rust")

    focus = elements(book_of(RUST, edge, recent, over, ahead, learned), RUST, NOW)[0]

    assert (learned.id, recent.id, edge.id) == focus.records
    assert "1 learning entry and 2 stories in the last 3 weeks" == focus.why
    assert Life.STEADY is elements(book_of(SLOW, told(89, SLOW)), SLOW, NOW)[0].state
    assert "Nothing noted in the last 90 days" == elements(book_of(SLOW, told(99, SLOW)), SLOW, NOW)[0].why


def test_a_person_seen_often_is_one_record() -> None:
    """Each contact nourishes, the person is named once."""
    contacts = tuple(Contact(on=NOW - ago * DAY) for ago in (3, 2, 1))
    ana = fresh(Person, NOW - 300 * DAY, name="Ana", contacts=contacts)
    community = fresh(Community, NOW, name="C", people=(Taker(person=ana.id),))

    people = elements(book_of(ana, community), community, NOW)[1]

    assert ((ana.id,), 3, "3 contacts in the last 90 days") == (people.records, people.marks, people.why)


def test_give_and_take_are_two_counts() -> None:
    """Asked, invited, told and done beside learned; in a community, what is of it and of its people."""
    ana, bo = fresh(Person, NOW, name="Ana"), fresh(Person, NOW, name="Bo")
    community = fresh(Community, NOW, name="C", people=(Taker(person=ana.id),))
    book = book_of(
        ana,
        bo,
        community,
        fresh(Interest, NOW, who=ana.id, subject="x", on=NOW),
        fresh(Interest, NOW, who=bo.id, subject="x", on=NOW),
        fresh(Interest, NOW, who="me", subject="x", on=NOW),
        fresh(Invitation, NOW, title="x", way=Way.SENT, community=community.id),
        fresh(Invitation, NOW, title="x", community=community.id),
        told(1, community),
        told(1),
        fresh(Commitment, NOW, what="x", kind=Promise.DO, outcome=Outcome.KEPT, community=community.id),
        fresh(Commitment, NOW, what="x", outcome=Outcome.KEPT, community=community.id),
        fresh(Learning, NOW, text="x", on=NOW, community=community.id),
        fresh(Learning, NOW, text="x", on=NOW),
    )

    assert (4, 1) == give_and_take(book, community)
    assert (6, 2) == give_and_take(book)
    assert (0, 0) == give_and_take(Book())


def test_depth_counts_second_and_third_rungs() -> None:
    """What reached the third reached the second too."""
    rungs = [
        (Purpose.INDIVIDUAL_DEVELOPMENT, Rung.NOTICED),
        (Purpose.INDIVIDUAL_DEVELOPMENT, Rung.TRIED),
        (Purpose.HELPING, Rung.SOLVED),
    ]
    entries = [fresh(Learning, NOW, text="x", on=NOW, purpose=purpose, rung=rung) for purpose, rung in rungs]

    assert (2, 1) == depth(book_of(*entries))
    assert (0, 0) == depth(Book())


def test_depth_goes_by_the_rung_also_where_the_purpose_has_another_ladder() -> None:
    """An entry from another program may carry such a rung; it does no harm."""
    odd = fresh(Learning, NOW, text="x", on=NOW, purpose=Purpose.HELPING, rung=Rung.TRIED)

    assert (1, 0) == depth(book_of(odd))


def test_reach_is_of_this_quarter() -> None:
    """Met from 1 October on, and again on another day."""
    people = [
        fresh(Person, NOW, name=name, contacts=tuple(Contact(on=on) for on in contacts))
        for name, contacts in {
            "once": [NOW - DAY],
            "twice on a day": [NOW, NOW - timedelta(hours=1)],
            "again": [NOW, NOW - 10 * DAY],
            "before": [datetime(2026, 9, 30, 12, 0, tzinfo=NOW.tzinfo)],
            "before and since": [datetime(2026, 9, 30, 12, 0, tzinfo=NOW.tzinfo), NOW],
            "planned": [NOW + DAY],
        }.items()
    ]

    assert (4, 1) == reach(book_of(*people), NOW)


@given(st.lists(st.tuples(st.integers(-5, 60), st.sampled_from([*Element, None])), max_size=20))
def test_every_record_named_exists_and_states_go_with_marks(stories: list[tuple[int, Element | None]]) -> None:
    """Quiet has no mark, thriving three or more."""
    book = book_of(RUST, *(told(ago, element=element) for ago, element in stories))

    for reading in elements(book, RUST, NOW):
        assert all(book.find(record) for record in reading.records)
        assert (reading.state is Life.QUIET) == (reading.marks == 0)
        assert (reading.state is Life.THRIVING) == (reading.marks >= 3)
        assert 0 <= reading.marks <= 5


@pytest.mark.parametrize(
    ("said", "days"), [(None, None), (0, None), (-7, None), (1, 1), (7, 7), (3660, 3660), (99999, 3660)]
)
def test_a_rhythm_is_a_number_of_days_that_can_be_one(said: int | None, days: int | None) -> None:
    """What is none counts as none; the slowest is once in ten years."""
    assert days == rhythm_of(altered(RUST, NOW, rhythm=said))


@pytest.mark.parametrize(
    ("record", "inside", "altogether"),
    [
        (fresh(Interest, NOW, who="ana", subject="x", on=NOW), (1, 0), (1, 0)),
        (fresh(Interest, NOW, who="bo", subject="x", on=NOW), (0, 0), (1, 0)),
        (fresh(Interest, NOW, who="me", subject="x", on=NOW), (0, 0), (0, 0)),
        (fresh(Invitation, NOW, title="x", way=Way.SENT, community="c"), (1, 0), (1, 0)),
        (fresh(Invitation, NOW, title="x", way=Way.SENT), (0, 0), (1, 0)),
        (fresh(Invitation, NOW, title="x", community="c"), (0, 0), (0, 0)),
        (fresh(Story, NOW, on=NOW, community="c"), (1, 0), (1, 0)),
        (fresh(Story, NOW, on=NOW), (0, 0), (1, 0)),
        (fresh(Commitment, NOW, what="x", kind=Promise.DO, outcome=Outcome.KEPT, community="c"), (1, 0), (1, 0)),
        (fresh(Commitment, NOW, what="x", kind=Promise.DO, outcome=Outcome.KEPT), (0, 0), (1, 0)),
        (fresh(Commitment, NOW, what="x", kind=Promise.DO, community="c"), (0, 0), (0, 0)),
        (fresh(Commitment, NOW, what="x", outcome=Outcome.KEPT, community="c"), (0, 0), (0, 0)),
        (fresh(Learning, NOW, text="x", on=NOW, community="c"), (0, 1), (0, 1)),
        (fresh(Learning, NOW, text="x", on=NOW), (0, 0), (0, 1)),
    ],
)
def test_what_is_given_and_what_is_taken(record: Record, inside: tuple[int, int], altogether: tuple[int, int]) -> None:
    """Each thing counts once, in a community only where it is of it or of its people."""
    community = fresh(Community, NOW, id="c", name="C", people=(Taker(person="ana"),))
    book = book_of(community, record)

    assert (inside, altogether) == (give_and_take(book, community), give_and_take(book))


@pytest.mark.parametrize(
    ("today", "met_on", "counts"),
    [
        ("2026-11-23", "2026-10-01", True),
        ("2026-11-23", "2026-09-30", False),
        ("2026-12-31", "2026-10-01", True),
        ("2026-10-01", "2026-10-01", True),
        ("2026-10-31", "2026-09-30", False),
        ("2026-01-02", "2026-01-01", True),
        ("2026-03-31", "2026-01-01", True),
        ("2026-04-30", "2026-03-31", False),
    ],
)
def test_a_quarter_begins_with_its_first_day(today: str, met_on: str, counts: bool) -> None:
    """In January, April, July and October."""
    now, on = (datetime.fromisoformat(f"{day}T12:00:00+01:00") for day in (today, met_on))

    assert (int(counts), 0) == reach(book_of(fresh(Person, NOW, name="Ana", contacts=(Contact(on=on),))), now)


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (1, "1 story, 1 gathering kept, 1 promise kept, 1 entry climbed and 1 piece of knowledge"),
        (
            2,
            "2 stories, 2 gatherings kept, 2 promises kept, 2 entries climbed and 2 pieces of knowledge",
        ),
    ],
)
def test_everything_that_nourishes_an_element_is_named(times: int, words: str) -> None:
    """However many kinds of things there are, none hides behind another."""
    climbs = (Climb(rung=Rung.IMPROVED, on=NOW),)
    made = [
        record
        for _ in range(times)
        for record in (
            told(1, element=Element.PRACTICE),
            fresh(Commitment, NOW, what="x", community="rust", outcome=Outcome.KEPT),
            fresh(Commitment, NOW, what="x", community="rust", outcome=Outcome.KEPT, kind=Promise.DO),
            fresh(Learning, NOW, text="x", on=NOW, community="rust", purpose=Purpose.KNOWLEDGE, climbs=climbs),
        )
    ]

    assert f"{words} in the last 3 weeks" == elements(book_of(RUST, *made), RUST, NOW)[2].why


def test_of_two_zones_the_later_day_is_the_last() -> None:
    """A moment noted far to the east has a later date, and may yet be the earlier one."""
    auckland = datetime(2026, 11, 20, 9, 0, tzinfo=ZoneInfo("Pacific/Auckland"))
    stories = [
        fresh(Story, NOW, on=on, community="rust")
        for on in (auckland, datetime(2026, 11, 19, 23, 0, tzinfo=ZoneInfo("America/New_York")))
    ]
    book = book_of(RUST, *stories)

    assert date(2026, 11, 20) == last_activity(book, RUST, NOW)
    assert (stories[1].id, stories[0].id) == elements(book, RUST, NOW)[0].records


def test_a_community_that_was_just_removed_has_nothing_noted_in_it() -> None:
    """A screen may still show it."""
    assert "Nothing is noted in it yet" == pulse(Book(), RUST, NOW).why
    assert {Life.QUIET} == {one.state for one in elements(Book(), RUST, NOW)}
