"""The map of interests: subjects as rows, people as columns, a mark by depth; drawn when seen, whatever its size."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cop_tui.practice.discovery import Shared
from cop_tui.practice.interest_grid import Grid
from cop_tui.practice.words import visible
from cop_tui.tui import actions
from cop_tui.tui.tones import FAINT, SOFT
from cop_tui.tui.widgets.interest_lines import (
    ABOVE,
    CELL,
    Ink,
    Sight,
    Spot,
    initials_line,
    name_line,
    subject_line,
)

NARROWEST = 12
"""Cells that the subjects take at least: the counts above them need so many."""
WIDEST = 26
"""Cells that a subject takes at most; the words below the map tell it in full."""


class InterestMap(ScrollView, can_focus=True):
    """A map that one can move in."""

    BINDINGS: ClassVar = actions.bindings(actions.MAP)

    spot: reactive[Spot] = reactive((0, 0), repaint=False)
    """The cell that is marked."""

    @dataclass
    class Marked(Message):
        """Another cell is marked."""

        spot: Spot
        """Which."""

    @dataclass
    class Opened(Message):
        """The member opened the marked cell."""

        spot: Spot
        """Which."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - its name
        """Begin with nothing; what there is comes with `show`."""
        super().__init__(id=id)
        self.told = Grid()
        """What is shown."""
        self._names: Mapping[str, str] = {}
        self._label = 0
        self._styles: dict[tuple[str, str], RichStyle] = {}

    @property
    def subject(self) -> Shared | None:
        """The subject of the marked cell; none where the map is empty."""
        return self.told.subjects[self.spot[0]] if self.told else None

    @property
    def who(self) -> str:
        """The person of the marked cell: an id, or `me`; empty where the map is empty."""
        return self.told.people[self.spot[1]] if self.told else ""

    def show(self, grid: Grid, names: Mapping[str, str]) -> None:
        """Show another map, with the name of each person; the marked cell stays that of its subject and person."""
        key, who = self.subject.key if self.subject else "", self.who
        self.told, self._names = grid, names
        longest = max((cell_len(one.subject[:100]) for one in grid.subjects), default=0)
        self._label = max(NARROWEST, min(WIDEST, longest))
        keys = [one.key for one in grid.subjects]
        row = keys.index(key) if key in keys else min(self.spot[0], max(0, len(keys) - 1))
        column = grid.people.index(who) if who in grid.people else min(self.spot[1], max(0, len(grid.people) - 1))
        width, height = self._sight.left + CELL * len(grid.people), ABOVE + len(keys)
        self.virtual_size = Size(width, height) if grid else Size(0, 0)
        self.set_reactive(InterestMap.spot, (row, column))
        self.refresh()
        self._bring_into_view()
        self.post_message(self.Marked(self.spot))

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        sight, row = self._sight, y - ABOVE + self.scroll_offset.y
        inks: Iterator[Ink] = iter(())
        if self.told and y < ABOVE:
            inks = name_line(sight) if y == 0 else initials_line(sight)
        elif 0 <= row < len(self.told.subjects):
            inks = subject_line(sight, row)
        segments = [Segment(visible(words), self._style(tone, ground)) for words, tone, ground in inks if words]
        return Strip(segments).adjust_cell_length(sight.width, self._style("", ""))

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._styles.clear()
        super().notify_style_update()

    def watch_spot(self, spot: Spot) -> None:
        """Draw the map anew, with the marked cell in sight."""
        self.refresh()
        self._bring_into_view()
        self.post_message(self.Marked(spot))

    def on_resize(self) -> None:
        """Keep the marked cell in sight."""
        self._bring_into_view()

    def on_click(self, event: Click) -> None:
        """Mark the cell that was clicked, or the row or column of a name; a second click opens it."""
        at = event.get_content_offset_capture(self)
        sight = self._sight
        row = self.spot[0] if at.y < ABOVE else at.y - ABOVE + self.scroll_offset.y
        column = self.spot[1] if at.x < sight.left else sight.first + (at.x - sight.left) // CELL
        if self.told and row < len(self.told.subjects) and column < len(self.told.people):
            self.spot = row, column
            if event.chain > 1:
                self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - as Textual has it
        """Offer to open a cell only where there is one."""
        return action != "open" or bool(self.told)

    def action_go(self, rows: int, columns: int) -> None:
        """Go so many subjects and people on or back."""
        most = max(0, len(self.told.subjects) - 1), max(0, len(self.told.people) - 1)
        self.spot = max(0, min(self.spot[0] + rows, most[0])), max(0, min(self.spot[1] + columns, most[1]))

    def action_turn(self, pages: int) -> None:
        """Go on or back by as many subjects as fit the screen."""
        self.action_go(pages * max(1, self._rows_seen - 1), 0)

    def action_edge(self, way: int) -> None:
        """Go to the last person, or with -1 to the member."""
        self.action_go(0, way * len(self.told.people))

    def action_end(self, way: int) -> None:
        """Go to the last subject, or with -1 to the first."""
        self.action_go(way * len(self.told.subjects), 0)

    def action_open(self) -> None:
        """Open the marked cell."""
        self.post_message(self.Opened(self.spot))

    @property
    def _sight(self) -> Sight:
        """What is seen now."""
        first = -(-self.scroll_offset.x // CELL)
        return Sight(self.told, self._names, self.spot, self._label, first, self.scrollable_content_region.width)

    @property
    def _rows_seen(self) -> int:
        return max(1, self.scrollable_content_region.height - ABOVE)

    def _bring_into_view(self) -> None:
        (row, column), sight = self.spot, self._sight
        top = min(max(self.scroll_offset.y, row - self._rows_seen + 1), row)
        seen = max(1, (sight.width - sight.left) // CELL)
        first = min(max(sight.first, column - seen + 1), column)
        if (first, top) != (sight.first, self.scroll_offset.y):
            self.scroll_to(x=first * CELL, y=top, animate=False, force=True)

    def _style(self, tone: str, ground: str) -> RichStyle:
        """Return the style of a tone on a ground; on panel ground, faint ink would be too faint."""
        style = self._styles.get((tone, ground))
        if style is None:
            parse = self.app.stylesheet.parse_style
            whole = self.visual_style + parse(ground) if ground else self.visual_style
            wanted = SOFT if ground and tone == FAINT else tone
            style = (whole + parse(wanted) if wanted else whole).rich_style
            self._styles[tone, ground] = style
        return style
