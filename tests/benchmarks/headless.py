"""Keys pressed in an app without a terminal: how long each takes until all that it changed is painted.

What is told is the time until something of it is seen, or, where that is more, the processor's time until nothing moves
any more. (Textual paints sixty times a second at most, so that the last of it may come some frames later; these pauses
are no work.) What it draws and throws away, as it does while it holds updates back, is not seen.
"""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time

from tests.benchmarks.books import NOW
from textual import events
from textual._compositor import CompositorUpdate
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from cop_tui.__main__ import COLLECT_AFTER
from cop_tui.settings.table import Settings
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.app import CopApp
from cop_tui.tui.desk import Desk

SIZE = (120, 36)
"""Columns and rows of the screen."""

HELD_BACK = 0.01
"""Seconds after which it is looked again whether updates are still held back."""

Presses = Callable[["Watched", Pilot[int]], Awaitable[list[float]]]
"""Presses keys and returns the seconds that each took."""


class Welcomed(Settings):
    """Settings of a member who knows the app."""


class Watched(CopApp):
    """The app, with the times of what it painted; it is rendered to what a terminal would get, and thrown away."""

    seen = 0.0
    """When something was painted for the first time since this was set to 0."""
    worked = 0.0
    """The processor's time when something was painted last."""

    def _display(self, screen: Screen[object], renderable: object) -> None:
        super()._display(screen, renderable)  # type: ignore[arg-type]  # whatever the screen gives
        if isinstance(renderable, CompositorUpdate) and not self._batch_count:
            renderable.render_segments(self.console)
            self.seen, self.worked = self.seen or perf_counter(), process_time()


def measure(book: Path, presses: Presses) -> list[float]:
    """Open the app on a book, press keys, and return the seconds that each took."""

    async def run() -> list[float]:
        notebook = Notebook.open(book, now=NOW)
        app = Watched(Desk(lambda: notebook, lambda: NOW, Welcomed(welcomed=True)))
        app.animation_level = "none"
        gc.set_threshold(COLLECT_AFTER)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            return await presses(app, pilot)

    return asyncio.run(run())


async def each(app: Watched, pilot: Pilot[int], keys: Sequence[str]) -> list[float]:
    """Press these keys one by one; each is waited for until nothing moves any more."""
    return [await _pressed(app, pilot, key) for key in keys]


async def _pressed(app: Watched, pilot: Pilot[int], key: str) -> float:
    begun, working = perf_counter(), process_time()
    app.seen = 0.0
    app.post_message(events.Key(_character_to_key(key) if len(key) == 1 else key, key if len(key) == 1 else None))
    await pilot.pause()
    while app._batch_count:
        await pilot.pause(HELD_BACK)
    for box in app.screen.query(Input):
        box.cursor_blink = False
    return max(app.seen - begun, app.worked - working, 0.0)


async def in_a_list(app: Watched, pilot: Pilot[int]) -> list[float]:
    """Go down and up the whole story, one entry and one page at a time."""
    await each(app, pilot, "8")
    return await each(app, pilot, [*["j"] * 30, *["pagedown"] * 10, *["k"] * 20, "G", "g"])


async def between_places(app: Watched, pilot: Pilot[int]) -> list[float]:
    """Go from place to place where each has been before."""
    await each(app, pilot, "12345678")
    return await each(app, pilot, "13572468" * 4)


async def to_new_places(app: Watched, pilot: Pilot[int]) -> list[float]:
    """Go to each place for the first time."""
    return await each(app, pilot, "2345678")


async def in_search(app: Watched, pilot: Pilot[int]) -> list[float]:
    """Search for a few words, letter by letter, and take them back."""
    await each(app, pilot, ["slash"])
    typed = list("dumplings graph window")
    return await each(app, pilot, [*typed, *["backspace"] * len(typed)] * 2)
