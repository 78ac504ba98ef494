"""Every list of the field is found in the product: where a member chooses, ticks, reads or is asked."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from textual.pilot import Pilot

from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Element, Level, Stage
from cop_tui.domain.learning import Learning
from cop_tui.domain.purpose import RUNGS, Purpose
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Story, Value
from cop_tui.practice.field import (
    AFTER,
    AT,
    BEFORE,
    CONVENING,
    ELEMENT_TEXTS,
    FIVE_WAYS,
    JOINING,
    LEARN,
    LEAVING,
    LEVEL_TEXTS,
    MONTHLY,
    PHASES,
    PURPOSES,
    STAGE_TEXTS,
    VALUE_TEXTS,
    WEEKLY,
    YEARLY,
)
from cop_tui.practice.prompts import prompts
from cop_tui.tui.pages.telling import page_of
from cop_tui.tui.screens.learning import LearningScreen
from cop_tui.tui.widgets.choice import Choice

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
BIRDS = fresh(Community, NOW, id="birds", name="Birds", level=Level.CORE, left_on=NOW.date())
"""A community on which every checklist stands: young, convened by the member, and left."""


async def chosen(pilot: Pilot[Any], dialog: str, about: tuple[str, ...], field: str) -> dict[str, str]:
    """Open a dialog, go through a choice in it, and return what each option is called and means."""
    app: Any = pilot.app
    app.action_open(dialog, about)
    await pilot.pause()
    choice = next(one for one in pilot.app.screen.query(Choice) if one.id == field)
    told = {option.value: f"{option.name} {option.why}" for option in choice.options}
    await pilot.press("escape")
    await pilot.pause()
    return told


async def test_purposes_with_their_rungs_levels_stages_and_elements_can_be_chosen(opened: Any) -> None:
    """Each is an option of a choice, in the words of the field."""
    place = opened(BIRDS)
    async with place.app.run_test(size=(120, 36)) as pilot:
        purposes = await chosen(pilot, "learn", (), "purpose")
        aims = await chosen(pilot, "new", ("communities",), "purpose")
        stages = await chosen(pilot, "stage", ("birds",), "stage")
        levels = await chosen(pilot, "level", ("birds",), "level")
        elements = await chosen(pilot, "tell", (), "element")

    for purpose in Purpose:
        assert all(rung.value in purposes[purpose.value] for rung in RUNGS[purpose])
        assert PURPOSES[purpose].text in aims[purpose.value]
    assert all(STAGE_TEXTS[one].going_on in stages[one.value] for one in Stage)
    assert all(LEVEL_TEXTS[one].text in levels[one.value] for one in Level)
    assert all(ELEMENT_TEXTS[one].text in elements[one.value] for one in Element)


async def test_the_ladders_of_all_purposes_stand_in_learning(opened: Any) -> None:
    """Also of those in which nothing was learned yet."""
    place = opened(fresh(Learning, NOW, text="Bees dance", on=NOW))
    async with place.app.run_test(size=(120, 36)) as pilot:
        await pilot.press("7")
        await pilot.pause()
        assert isinstance(place.app.screen, LearningScreen)
        shown = place.shown().casefold()

    assert all(PURPOSES[one].title.casefold() in shown for one in Purpose)


def test_phases_and_occasions_of_a_community_are_checklists_on_its_page(opened: Any) -> None:
    """Every line of the four phases, of joining, convening and leaving can be ticked and noted on."""
    place = opened(BIRDS)
    rows = [row for section in page_of(place.book, BIRDS, NOW).sections for row in section.rows]

    tickable = {row.does[2:] for row in rows if row.does[:1] == ("tick",)}
    for checklist in (*PHASES, JOINING, CONVENING, LEAVING):
        assert {(checklist.key, item.key) for item in checklist.items} <= tickable | _joining_of_who_left(checklist.key)


def _joining_of_who_left(checklist: str) -> set[tuple[str, str]]:
    """Return the lines of joining, which stand on the page of whoever has not left."""
    return {(JOINING.key, item.key) for item in JOINING.items} if checklist == JOINING.key else set()


def test_joining_is_a_checklist_for_whoever_is_in_it(opened: Any) -> None:
    """Until the member leaves."""
    inside = fresh(Community, NOW, name="Birds")
    rows = [row for section in page_of(opened(inside).book, inside, NOW).sections for row in section.rows]

    assert {(JOINING.key, item.key) for item in JOINING.items} <= {row.does[2:] for row in rows}


def test_before_at_and_after_a_gathering_are_checklists_on_its_page(opened: Any) -> None:
    """Before it, all three; once it is over, what was there and what comes of it."""
    ahead = fresh(Commitment, NOW, id="ahead", what="Evening", start=NOW + timedelta(days=1), timezone="Europe/Berlin")
    over = fresh(Commitment, NOW, id="over", what="Evening", start=NOW - timedelta(days=1), timezone="Europe/Berlin")
    place = opened(ahead, over)

    def lists(one: Commitment) -> list[str]:
        return [section.title for section in page_of(place.book, one, NOW).sections]

    assert [BEFORE.title, AT.title, AFTER.title] == lists(ahead)
    assert [AFTER.title, AT.title] == lists(over)


async def test_the_five_ways_and_learning_are_keys_that_work_anywhere(opened: Any) -> None:
    """Ask, share, invite, say yes, tell; and learn."""
    place = opened()
    async with place.app.run_test(size=(120, 60)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        shown = place.shown()

    assert all(way.title in shown for way in (*FIVE_WAYS, LEARN))


async def test_the_cycles_of_value_can_be_told_each_with_its_question(opened: Any) -> None:
    """In any order; each is a row with its question on a story of value."""
    story = fresh(Story, NOW, id="tea", title="Tea", on=NOW)
    place = opened(story)
    async with place.app.run_test(size=(120, 36)) as pilot:
        cycles = await chosen(pilot, "value", ("tea",), "cycle")

    assert all(VALUE_TEXTS[one].question in cycles[one.value] for one in Value)


def test_weekly_monthly_and_yearly_questions_are_prompts_to_tell_under(opened: Any) -> None:
    """Line by line, beside those of the elements, the stages, the other occasions and value."""
    found = {one.text for one in prompts(opened(BIRDS).book, NOW)}

    for one in (WEEKLY, MONTHLY, YEARLY):
        assert {item.text for item in one.items} <= found
    assert {one.question for one in VALUE_TEXTS.values()} <= found
