"""Going from place to place: nothing is drawn in vain, and a place that is there is shown at once."""

from typing import Any

import pytest
from textual._compositor import Compositor
from textual.app import App

from cop_tui.tui.going import AT_ONCE
from cop_tui.tui.screens.place import PlaceScreen

NORMAL = (120, 36)


async def test_nothing_is_drawn_that_is_thrown_away(opened: Any, day: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """While Textual holds updates back, what is drawn would not be shown."""
    place = opened(*day)
    drawn = [0, 0]
    render: Any = vars(Compositor)["render_update"]

    def counted(compositor: Compositor, *words: Any, **named: Any) -> Any:
        drawn[bool(place.app._batch_count)] += 1
        return render(compositor, *words, **named)

    monkeypatch.setattr(Compositor, "render_update", counted)
    async with place.app.run_test(size=NORMAL) as pilot:
        for key in "23456781":
            await pilot.press(key)
            await pilot.pause(0.06)
            assert f" {key} " in place.shown()

    assert drawn[0] > 8
    assert drawn[1] == 0


async def test_a_place_that_is_there_is_shown_at_once(opened: Any, day: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is put together is held back for a moment, and so is whatever else Textual holds back."""
    place = opened(*day)
    delays: list[float] = []
    delay_update: Any = vars(App)["delay_update"]

    def noted(app: App[int], delay: float) -> None:
        delays.append(delay)
        delay_update(app, delay)

    monkeypatch.setattr(App, "delay_update", noted)
    async with place.app.run_test(size=NORMAL) as pilot:
        for key in "2121":
            await pilot.press(key)
            await pilot.pause()
        place.app.delay_update()
        await pilot.pause(0.06)

    assert delays == [0.05, AT_ONCE, AT_ONCE, AT_ONCE, 0.05]


async def test_a_place_that_is_there_shows_what_has_changed(opened: Any, day: Any) -> None:
    """It is filled anew before it is shown."""
    place = opened(*day)
    async with place.app.run_test(size=NORMAL) as pilot:
        for key in "61":
            await pilot.press(key)
            await pilot.pause()
        await pilot.press("y")
        await pilot.press("4", "6", "1")
        await pilot.pause(0.06)

        assert "Compiler circle" not in place.shown()


@pytest.mark.parametrize(("size", "expected"), [((80, 24), {"-narrow", "-short"}), ((160, 45), {"-wide", "-tall"})])
async def test_a_place_is_laid_out_for_the_room_that_there_is_from_the_first(
    opened: Any, day: Any, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], expected: set[str]
) -> None:
    """Nobody sees for a moment how it would look in another one; and a resize finds the same classes."""
    place = opened(*day)
    at_first: list[set[str]] = []
    on_mount: Any = vars(PlaceScreen)["on_mount"]

    def noted(screen: PlaceScreen) -> None:
        at_first.append(set(screen.classes))
        on_mount(screen)

    monkeypatch.setattr(PlaceScreen, "on_mount", noted)
    async with place.app.run_test(size=size) as pilot:
        await pilot.press("2")
        await pilot.pause()

        assert at_first == [expected, expected]
        assert set(place.app.screen.classes) == expected
