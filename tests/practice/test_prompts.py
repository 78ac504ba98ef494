"""The question of the day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
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
    OF_STAGE,
    TODAY,
    VALUE,
    latest_move,
    prompt_for,
    prompts,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)


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
    assert ("c", Element.PEOPLE) == (prompt.community, prompt.element)


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
    assert len([one for one in found if one.group == OCCASIONS]) == len(field.OCCASIONS)
    assert [one.text for one in found if one.group == VALUE] == [one.question for one in field.VALUE_TEXTS.values()]
    assert {one.text for one in found} >= set(ANY_DAY)
    assert all(one.why for one in found)


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
