"""A page of a calendar: a month that one can move in, with marks under the days that have something on them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.practice.days import MONTHS, months_on
from cop_tui.practice.month import weeks_of
from cop_tui.practice.words import WEEKDAYS
from cop_tui.tui import actions
from cop_tui.tui.markup import Piece, line, lines, literal
from cop_tui.tui.tones import ALIVE, FAINT, INK, LINE, SOFT, TITLE, WAITS

CELL = 7
"""Cells of a day."""
MARKS: dict[Outcome, Piece] = {
    Outcome.OPEN: ("●", WAITS),
    Outcome.KEPT: ("✓", ALIVE),
    Outcome.MISSED: ("·", FAINT),
    Outcome.EXCUSED: ("–", FAINT),
    Outcome.RELEASED: ("–", LINE),
}
"""The mark of a promise, by what came of it."""
MOST = 3
"""Marks that find room under a day."""
TALL = 15
"""Lines from which on the marks stand under the days."""
ABOVE = 3
"""Lines above the first week: the month, a blank, the days of the week."""


class MonthGrid(Widget, can_focus=True):
    """The page of one month."""

    BINDINGS: ClassVar = actions.bindings("month")

    day: reactive[date] = reactive(date.min, init=False)
    """The day that is marked."""

    @dataclass
    class Chosen(Message):
        """Another day is marked."""

        day: date
        """Which."""

    @dataclass
    class Opened(Message):
        """The member wants to go into the marked day."""

        day: date
        """Which."""

    def __init__(self, today: date, *, id: str | None = None) -> None:  # noqa: A002 - its name
        """Take the day that it is; it is marked at first."""
        super().__init__(id=id)
        self._today = today
        self._promises: Mapping[date, tuple[Commitment, ...]] = {}
        self.set_reactive(MonthGrid.day, today)
        self.tooltip = literal("● open   ✓ kept   · missed   – excused in time or called off")

    def show(self, today: date, promises: Mapping[date, tuple[Commitment, ...]]) -> None:
        """Show what is on the days."""
        self._today, self._promises = today, promises
        self.refresh()

    def render(self) -> Content:
        """Draw the page."""
        title = f"{MONTHS[self.day.month - 1].title()} {self.day.year}"
        count = sum(len(ones) for day, ones in self._promises.items() if day.month == self.day.month)
        names = line(*((f" {name}".ljust(CELL), FAINT) for name in WEEKDAYS))
        head = line((title, TITLE), (f"  {count}" if count else "", FAINT))
        if self._is_compact:
            return lines(head, Content(""), names, *(self._days(week, with_marks=True) for week in weeks_of(self.day)))
        weeks = (part for week in weeks_of(self.day) for part in (self._days(week), self._marks(week)))
        return lines(head, Content(""), names, *weeks)

    def on_click(self, event: Click) -> None:
        """Mark the day that was clicked; a second click goes into it."""
        spot = event.get_content_offset_capture(self)
        week, column = (spot.y - ABOVE) // (1 if self._is_compact else 2), spot.x // CELL
        weeks = weeks_of(self.day)
        if 0 <= week < len(weeks) and 0 <= column < 7:
            self._go(lambda: weeks[week][column])
            if event.chain > 1:
                self.action_into()

    def watch_day(self, day: date) -> None:
        """Tell which day is marked now."""
        self.post_message(self.Chosen(day))

    def action_days(self, by: int) -> None:
        """Go so many days on or back, as far as the calendar goes."""
        self._go(lambda: self.day + timedelta(days=by))

    def action_months(self, by: int) -> None:
        """Go so many months on or back."""
        self._go(lambda: months_on(self.day, by))

    def action_today(self) -> None:
        """Go back to today."""
        self.day = self._today

    def action_into(self) -> None:
        """Go into the marked day."""
        self.post_message(self.Opened(self.day))

    def _go(self, target: Callable[[], date]) -> None:
        try:
            day = target()
            if weeks_of(day):
                self.day = day
        except OverflowError:
            self.app.bell()

    @property
    def _is_compact(self) -> bool:
        """Whether there is one line for a week: the marks stand beside the days and not under them."""
        return self.size.height < TALL

    def _days(self, week: tuple[date, ...], *, with_marks: bool = False) -> Content:
        return line(*(piece for day in week for piece in self._day(day, with_marks=with_marks)))

    def _day(self, day: date, *, with_marks: bool) -> list[Piece]:
        ones = self._promises.get(day, ())[:MOST] if with_marks else ()
        room = CELL - 4 - len(ones)
        return [self._number(day), *(MARKS[one.outcome] for one in ones), (" " * room, "")]

    def _number(self, day: date) -> Piece:
        number = f" {day.day:>2} "
        if day == self.day:
            return number, "bold $background on $primary"
        tone = TITLE if day == self._today else INK if day.month == self.day.month else LINE
        if day.month == self.day.month and day != self._today and day not in self._promises:
            tone = SOFT
        return number, tone

    def _marks(self, week: tuple[date, ...]) -> Content:
        pieces: list[Piece] = []
        for day in week:
            ones = self._promises.get(day, ())
            pieces.append((" ", ""))
            pieces += [MARKS[one.outcome] for one in ones[:MOST]]
            more = f"+{len(ones) - MOST}" if len(ones) > MOST else ""
            pieces.append((more.ljust(CELL - 1 - min(len(ones), MOST)), FAINT))
        return line(*pieces)
