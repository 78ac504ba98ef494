"""The frame around every place: who and when at the top, the tabs below it, the keys at the foot."""

from collections.abc import Callable, Iterator
from datetime import datetime

from rich.cells import cell_len
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

from cop_tui.practice.days import MONTHS, WEEKDAYS
from cop_tui.practice.rhythm import rhythm
from cop_tui.tui import actions
from cop_tui.tui.action import Action, sign
from cop_tui.tui.desk import Desk
from cop_tui.tui.key_names import character
from cop_tui.tui.markup import Piece, line, literal
from cop_tui.tui.places import PLACES, Place
from cop_tui.tui.tones import ALIVE, FAINT, INK, KEY, SOFT, TITLE, WAITS
from cop_tui.tui.widgets.rows import fitted

NARROW = 108
"""Cells below which the tabs are shortened to their numbers."""


class Head(Widget):
    """One line: the product, the date in words, the member, their rhythm."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        super().__init__()
        self._desk = desk

    def render(self) -> Content:
        """Draw the line."""
        width = self.content_size.width
        left: list[Piece] = [("cop", TITLE), ("  ", ""), (_date(self._desk.now()), SOFT)]
        right = self._rhythm()
        room = width - sum(cell_len(words) for words, _ in (*left, *right)) - 4
        name = fitted(self._desk.book.me.name, max(0, room)).strip()
        gap = " " * max(2, room - cell_len(name) + 2)
        return line(*left, (gap, ""), (name, SOFT), ("  ", ""), *right)

    def _rhythm(self) -> list[Piece]:
        days = self._desk.read(rhythm)
        mark: Piece = ("●", ALIVE) if days.checked_in_today else ("○", FAINT)
        if not days.streak:
            return [mark, (" today is open" if not days.checked_in_today else " checked in today", SOFT)]
        words = "1 day" if days.streak == 1 else f"{days.streak} days"
        return [mark, (f" {words} in rhythm", INK)]


class Tabs(Widget):
    """The places there are; numbers only where there is little room, with the present one named."""

    def __init__(self, desk: Desk, here: str) -> None:
        """Take the desk and the id of the place that is shown."""
        super().__init__()
        self._desk = desk
        self._here = here
        self.tooltip = literal("A number key goes there, from anywhere; a count says that something waits")

    def render(self) -> Content:
        """Draw the line."""
        return Content("  ").join(self._tab(place) for place in PLACES)

    async def on_click(self, event: Click) -> None:
        """Go to the place that was clicked."""
        start = 0
        for place in PLACES:
            end = start + self._tab(place).cell_length
            if start <= event.get_content_offset_capture(self).x < end:
                await self.app.run_action(f"app.go('{place.id}')")
            start = end + 2

    def _tab(self, place: Place) -> Content:
        if place.id == self._here:
            return literal(f" {_key(place)} {place.name} ".replace("  ", " "), "bold $background on $primary")
        short = self.app.size.width < NARROW
        count = place.count(self._desk) if place.count else 0
        words = _key(place) or place.name if short else f"{_key(place)} {place.name}".strip()
        return line((words, FAINT), *([(f" {count}", WAITS)] if count else []))


class KeysLine(Widget):
    """The keys that work here and now; however narrow it is, how to see all of them and how to leave."""

    def __init__(self, *, without: Callable[[], str] = str) -> None:
        """Take what names the area whose keys are told elsewhere on the screen, if any are."""
        super().__init__()
        self._without = without

    def on_mount(self) -> None:
        """Draw anew whenever other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, self._draw_anew)

    def render(self) -> Content:
        """Draw the line."""
        return Content("  ").join(_entry(binding) for binding in self._shown())

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked."""
        start = 0
        for binding in self._shown():
            end = start + _entry(binding).cell_length
            if start <= event.get_content_offset_capture(self).x < end:
                self.app.simulate_key(binding.key)
            start = end + 2

    def _draw_anew(self, _: "Screen[object]") -> None:
        self.refresh()

    def _shown(self) -> list[Binding]:
        """Return the keys that fit: those of here first, and always those that the table says."""
        active = {
            one.binding.id: one.binding
            for one in self.screen.active_bindings.values()
            if one.enabled and not self._is_typed(one)
        }
        known = [active[action.id] for action in actions.ACTIONS if self._tells(action) and action.id in active]
        always = [binding for binding in known if binding.id in actions.ALWAYS]
        room = self.content_size.width - sum(_entry(binding).cell_length + 2 for binding in always)
        return [*_that_fit([one for one in known if one not in always], room), *always]

    def _is_typed(self, active: ActiveBinding) -> bool:
        """Tell whether a key types its sign where the cursor stands; Textual knows that of most keys, not of `/`."""
        focused, key = self.screen.focused, active.binding.key
        return bool(focused and focused is not active.node and focused.check_consume_key(key, character(key) or None))

    def _tells(self, action: Action) -> bool:
        return bool(action.foot and action.keys) and action.area != self._without()


def _key(place: Place) -> str:
    action = actions.BY_ID.get(f"go.{place.id}")
    return action.sign if action else place.key


def _date(now: datetime) -> str:
    return f"{WEEKDAYS[now.weekday()].title()} {now.day} {MONTHS[now.month - 1].title()}"


def _that_fit(bindings: list[Binding], room: int) -> Iterator[Binding]:
    for binding in bindings:
        room -= _entry(binding).cell_length + 2
        if room < -2:
            return
        yield binding


def _entry(binding: Binding) -> Content:
    action = actions.BY_ID[binding.id or ""]
    key = action.sign if binding.key in action.keys else sign(binding.key)
    return line((key, KEY), (f" {action.foot}", SOFT))
