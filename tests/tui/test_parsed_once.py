"""Styles are parsed once, and anew with another theme."""

import re
from collections import Counter
from typing import Any

import pytest
from textual.color import Color
from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet
from textual.theme import BUILTIN_THEMES

from cop_tui.tui.parsed_once import ParsedOnce
from cop_tui.tui.themes import DAYLIGHT, HEARTH

NORMAL = (120, 36)
SOURCE = "Static { color: $ink; }"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return how often each source is parsed from now on."""
    counts: Counter[str] = Counter()
    parse: Any = vars(stylesheet)["parse"]

    def counted(scope: str, css: str, *words: Any, **named: Any) -> Any:
        counts[f"{scope} {css} {named.get('tie_breaker')}"] += 1
        return parse(scope, css, *words, **named)

    monkeypatch.setattr(stylesheet, "parse", counted)
    return counts


async def test_no_style_is_parsed_twice(opened: Any, day: Any, parsed: Counter[str]) -> None:
    """From the start through all places: only what a new place brings along is parsed."""
    place = opened(*day)
    async with place.app.run_test(size=NORMAL) as pilot:
        for key in "23456781":
            await pilot.press(key)
            await pilot.pause()

    assert len(parsed) > 20
    assert {source for source, times in parsed.items() if times > 1} == set()


async def test_another_theme_has_its_colours(opened: Any, day: Any) -> None:
    """On the screen that is shown, on those that were shown before, and on those that come."""
    place = opened(*day)
    async with place.app.run_test(size=NORMAL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert place.app.screen.styles.background == Color.parse(HEARTH.background or "")

        place.app.theme = "daylight"
        await pilot.pause()
        assert place.app.screen.styles.background == Color.parse(DAYLIGHT.background or "")
        await pilot.press("1")
        await pilot.pause()
        assert place.app.screen.styles.background == Color.parse(DAYLIGHT.background or "")

        await pilot.press("3")
        await pilot.pause()
        assert place.app.screen.styles.background == Color.parse(DAYLIGHT.background or "")

        place.app.theme = "nord"
        await pilot.pause()
        assert place.app.screen.styles.background == Color.parse(BUILTIN_THEMES["nord"].background or "")


@pytest.mark.parametrize("key", ["3", "6"])
async def test_a_place_that_comes_after_another_theme_looks_as_if_that_had_been_there(
    opened: Any, day: Any, key: str
) -> None:
    """To the last colour."""
    pictures = []
    for begins in ("hearth", "daylight"):
        place = opened(*day, theme=begins)
        async with place.app.run_test(size=NORMAL) as pilot:
            place.app.theme = "daylight"
            await pilot.pause()
            await pilot.press(key)
            await pilot.pause()
            pictures.append(place.app.export_screenshot())

    assert re.sub(r"terminal-\d+", "", pictures[0]) == re.sub(r"terminal-\d+", "", pictures[1])


def test_a_style_is_parsed_anew_where_a_variable_is_another(parsed: Counter[str]) -> None:
    """And only then; what it says is what Textual's own says."""
    ours, theirs = ParsedOnce(variables={"ink": "red"}), Stylesheet(variables={"ink": "red"})
    for one in (ours, theirs):
        one.add_source(SOURCE, ("a", ""))
        one.reparse()
    assert ours.css == theirs.css
    parsed.clear()

    ours.set_variables({"ink": "red"})
    ours.reparse()
    assert parsed.total() == 0

    for one in (ours, theirs):
        one.set_variables({"ink": "blue"})
        one.reparse()
    assert ours.css == theirs.css
    assert parsed.total() == 2
