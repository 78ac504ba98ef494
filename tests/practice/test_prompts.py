"""The question of the day."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community, Element, Stage, StageMove
from cop_tui.domain.learning import Learning
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice import field
from cop_tui.practice.prompts import (
    ANY,
    ANY_DAY,
    OCCASIONS,
    OF_ELEMENT,
    OF_GATHERING,
    OF_OCCASION,
    OF_STAGE,
    TODAY,
    VALUE,
    latest_move,
    prompt_for,
    prompts,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)
EVENING_IN_NEW_YORK = datetime(2026, 11, 23, 20, 0, tzinfo=ZoneInfo("America/New_York"))


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def moved(stage: Stage, on: date) -> Community:
    """Return a community that came to a stage on a day."""
    moves = (StageMove(stage=stage, on=on), StageMove(stage=Stage.POTENTIAL, on=on - 90 * DAY))
    return fresh(Community, NOW, name="Rust {x} [b]", stage=stage, stages=moves)


def test_an_empty_book_is_asked_another_question_every_day() -> None:
    """All of them take their turn."""
    asked = [prompt_for(Book(), NOW + number * DAY) for number in range(len(ANY_DAY))]

    assert set(ANY_DAY) == {one.text for one in asked}
    assert {"A question for today"} == {one.why for one in asked}


def test_all_elements_and_stages_have_their_question() -> None:
    """Each names the community."""
    assert set(Element) == OF_ELEMENT.keys()
    assert set(Stage) == OF_STAGE.keys()
    assert all("{name}" in text for text in (*OF_ELEMENT.values(), *OF_STAGE.values()))


def test_an_element_that_has_gone_quiet_is_asked_about() -> None:
    """Of a community in which anything ever happened; its elements take turns."""
    community = fresh(Community, NOW, name="Rust")
    book = book_of(community, fresh(Story, NOW, on=NOW - 200 * DAY, community=community.id))

    asked = [prompt_for(book, NOW + number * DAY) for number in range(3)]

    assert set(Element) == {one.element for one in asked}
    assert {community.id} == {one.community for one in asked}
    assert {"Nothing noted in the last 90 days"} == {one.why for one in asked}
    assert OF_ELEMENT[asked[0].element or Element.FOCUS].format(name="Rust") == asked[0].text


def test_an_element_with_something_to_see_is_not_asked_about() -> None:
    """The other two are."""
    community = fresh(Community, NOW, name="Rust")
    book = book_of(community, fresh(Learning, NOW, text="x", on=NOW - DAY, community=community.id))

    asked = {prompt_for(book, NOW + number * DAY).element for number in range(4)}

    assert {Element.PEOPLE, Element.PRACTICE} == asked


def test_a_new_community_and_one_that_is_archived_are_left_alone() -> None:
    """Nothing has gone quiet in the one, the other is over."""
    over = fresh(Community, NOW, name="Over", archived=True)
    story = fresh(Story, NOW, on=NOW - 200 * DAY, community=over.id)

    assert prompt_for(book_of(fresh(Community, NOW, name="New"), over, story), NOW).text in ANY_DAY


def test_a_stage_reached_lately_is_asked_about() -> None:
    """For two weeks; the name is taken as it is."""
    community = moved(Stage.MATURING, NOW.date() - 14 * DAY)

    prompt = prompt_for(book_of(community), NOW)

    assert "What does Rust {x} [b] know now that it could write down?" == prompt.text
    assert "Rust {x} [b] has been at stage maturing since Mon 9 Nov" == prompt.why
    assert community.id == prompt.community
    undated = fresh(Community, NOW, name="x")
    assert prompt_for(book_of(undated), NOW).text in ANY_DAY
    assert prompt_for(book_of(moved(Stage.MATURING, NOW.date())), NOW).text not in ANY_DAY
    for on in (NOW.date() - 15 * DAY, NOW.date() + DAY):
        assert prompt_for(book_of(moved(Stage.MATURING, on)), NOW).text in ANY_DAY


def test_the_latest_move_is_the_one_of_the_latest_day() -> None:
    """Whatever order they were written in; none where none is dated."""
    assert StageMove(stage=Stage.MATURING, on=NOW.date()) == latest_move(moved(Stage.MATURING, NOW.date()))
    assert latest_move(fresh(Community, NOW, name="x")) is None


def test_what_was_a_year_ago_today_is_asked_about() -> None:
    """A story by its title or text, with its community and element; learning by its text."""
    a_year_ago = NOW.replace(year=2025)
    story = fresh(Story, NOW, on=a_year_ago, title="Dumplings", community="c", element=Element.PEOPLE)
    untitled = fresh(Story, NOW, on=NOW.replace(year=2023), body="Li brought\ndumplings")
    learned = fresh(Learning, NOW, text="Borrow, then own", on=a_year_ago)

    whys = [prompt_for(book_of(one), NOW).why for one in (story, untitled, learned)]

    assert [
        "A year ago today you told “Dumplings”",
        "3 years ago today you told “Li brought”",
        "A year ago today you learned “Borrow, then own”",
    ] == whys
    prompt = prompt_for(book_of(story), NOW)
    assert ("What has come of it since?", "c", Element.PEOPLE) == (prompt.text, prompt.community, prompt.element)


def test_occasions_take_turns() -> None:
    """A quiet element, a stage and a year ago: each has its day."""
    community = moved(Stage.COALESCING, NOW.date())
    book = book_of(
        community,
        fresh(Story, NOW, on=NOW.replace(year=2025), community=community.id, title="x"),
        fresh(Story, NOW, on=NOW.replace(year=2025) + DAY, title="x"),
        fresh(Story, NOW, on=NOW.replace(year=2025) + 2 * DAY, title="x"),
    )

    texts = {prompt_for(book, NOW + number * DAY).text for number in range(3)}

    assert 3 == len(texts)
    assert not texts & set(ANY_DAY)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_same_day_asks_the_same(day: date) -> None:
    """In the morning and in the evening."""
    morning, evening = (datetime(day.year, day.month, day.day, hour, tzinfo=NOW.tzinfo) for hour in (8, 22))

    assert prompt_for(Book(), morning) == prompt_for(Book(), evening)


def test_all_prompts_are_there() -> None:
    """Today's, the stage and the elements of each community, every occasion, every cycle, any day; each with why."""
    stage, old = fresh(Community, NOW, name="Rust"), fresh(Community, NOW, name="Old", archived=True)
    book = book_of(stage, old)

    found = prompts(book, NOW)

    assert list(dict.fromkeys(one.group for one in found)) == [
        TODAY,
        "Rust",
        OCCASIONS,
        *(one.title for one in (field.WEEKLY, field.MONTHLY, field.YEARLY)),
        VALUE,
        ANY,
    ]
    assert [one.element for one in found if one.group == "Rust"] == [None, *Element]
    assert [*(text for text, _ in OF_GATHERING.values()), *(text for text, _ in OF_OCCASION.values())] == [
        one.text for one in found if one.group == OCCASIONS
    ]
    assert [item.text for one in (field.WEEKLY, field.MONTHLY, field.YEARLY) for item in one.items] == [
        one.text for one in found if one.group.startswith("Once a")
    ]
    assert [one.text for one in found if one.group == VALUE] == [one.question for one in field.VALUE_TEXTS.values()]
    assert [(text, "For any day") for text in ANY_DAY] == [(one.text, one.why) for one in found if one.group == ANY]
    assert all(one.why for one in found)


def test_a_community_is_asked_about_its_stage_and_each_of_its_elements() -> None:
    """By its name, with how it stands now."""
    community = fresh(Community, NOW, id="rust", name="Rust", stage=Stage.MATURING)
    entry = fresh(Learning, NOW, text="x", on=NOW - DAY, community="rust")
    nothing = "quiet. Nothing noted in the last 90 days"

    found = [one for one in prompts(book_of(community, entry), NOW) if one.group == "Rust"]

    assert [
        ("What does Rust know now that it could write down?", "Rust is at stage maturing"),
        (
            "Which question is open in Rust just now?",
            "Learning focus: steady. 1 learning entry in the last 90 days",
        ),
        ("Who in Rust should hear from you, and what about?", f"People and relationships: {nothing}"),
        ("What could you try out together in Rust?", f"Learning and practice: {nothing}"),
    ] == [(one.text, one.why) for one in found]
    assert {"rust"} == {one.community for one in found}


def test_communities_are_asked_about_in_the_order_of_their_names() -> None:
    """Great letters or small, whatever came into the book first."""
    groups = [fresh(Community, NOW, name=name) for name in ("chess", "Bees", "ants")]

    found = prompts(book_of(*groups), NOW)

    assert ["ants", "Bees", "chess"] == list(dict.fromkeys(one.group for one in found if one.community))


def test_the_prompts_around_a_gathering_name_it() -> None:
    """Before comes the next one that you said yes to, after the last one you were at."""
    ahead = fresh(Commitment, NOW, what="Evening {x}", community="rust", start=NOW + 9 * DAY)
    later = fresh(Commitment, NOW, what="Later", start=NOW + 20 * DAY)
    over = fresh(Commitment, NOW, what="Lunch", start=NOW - DAY, outcome=Outcome.KEPT)
    missed = fresh(Commitment, NOW, what="Missed", start=NOW - DAY / 2, outcome=Outcome.MISSED)

    around = [one for one in prompts(book_of(ahead, later, over, missed), NOW) if one.group == OCCASIONS][:3]

    assert ["Before Evening {x}, Wed 2 Dec", "You were at Lunch, yesterday 09:00", "After Lunch, yesterday 09:00"] == [
        one.why for one in around
    ]
    assert ["rust", None, None] == [one.community for one in around]


def around(now: datetime, *records: Record) -> list[str]:
    """Return when the questions before, at and after a gathering fit."""
    return [one.why for one in prompts(book_of(*records), now) if one.group == OCCASIONS][:3]


def gathering(what: str, start: datetime | None, outcome: Outcome = Outcome.OPEN, **fields: Any) -> Commitment:
    """Return a promise to be there, or another one."""
    return fresh(Commitment, NOW, what=what, start=start, outcome=outcome, **fields)


@pytest.mark.parametrize(
    "promised",
    [
        gathering("Cake", NOW + DAY, kind=Promise.DO),
        gathering("Some day", None),
        gathering("Called off", NOW + DAY, Outcome.RELEASED),
        gathering("Forgotten", NOW - DAY),
        gathering("Kept early", NOW, Outcome.KEPT),
    ],
    ids=lambda one: one.what,
)
def test_without_a_gathering_to_name_it_is_just_one(promised: Commitment) -> None:
    """What is none, has no date, was called off or not been to, or is not over, is not named."""
    assert ["Before a gathering", "You were at a gathering", "After a gathering"] == around(NOW, promised)


def test_the_gathering_that_begins_now_is_still_ahead_and_the_last_one_kept_is_over() -> None:
    """Whatever came into the book first."""
    book = (
        gathering("Later", NOW + DAY),
        gathering("Now", NOW),
        gathering("Long ago", NOW - 9 * DAY, Outcome.KEPT),
        gathering("Last", NOW - DAY, Outcome.KEPT),
        gathering("Before", NOW - 2 * DAY, Outcome.KEPT),
    )

    assert ["Before Now, today 09:00", "You were at Last, yesterday 09:00"] == around(NOW, *book)[:2]


@pytest.mark.parametrize(
    ("now", "start", "fields", "when"),
    [
        (NOW, "2026-11-25T18:00+02:00", {"timezone": "Europe/Berlin"}, "Wed 18:00"),
        (NOW, "2026-11-23T09:30+02:00", {"timezone": "Europe/Berlin"}, "today 09:30"),
        (NOW, "2026-11-25T00:00+00:00", {"all_day": True}, "Wed"),
        (NOW, "2026-11-23T00:00+00:00", {"all_day": True}, "today"),
        (EVENING_IN_NEW_YORK, "2026-11-24T00:00+00:00", {"all_day": True}, "tomorrow"),
    ],
)
def test_a_gathering_ahead_is_named_with_its_day_and_hour(
    now: datetime, start: str, fields: dict[str, Any], when: str
) -> None:
    """By the clock of its zone, even where the rules of that have changed since; a day is that day everywhere."""
    assert f"Before Tea, {when}" == around(now, gathering("Tea", datetime.fromisoformat(start), **fields))[0]
