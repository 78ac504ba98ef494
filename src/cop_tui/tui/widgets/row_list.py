"""The list that all long lists use: lines are drawn when they are seen, so 20,000 rows cost what 20 do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cop_tui.tui import actions
from cop_tui.tui.action import sign
from cop_tui.tui.markup import Piece
from cop_tui.tui.tones import ASKS, FAINT, INK, KEY, SOFT, TITLE
from cop_tui.tui.widgets.rows import GAP, Column, Page, Part, Place, Row, Section, fitted
from cop_tui.tui.widgets.scrolling import is_beyond, scroll_around, what_scrolls

INDENT = 3
"""Cells before a row's words: the pointer stands there."""
FAR = 1_000_000
"""Lines that are more than there are."""
DEFAULT = (Column(tone=INK),)
"""One column that takes all the room."""


class RowList(ScrollView, can_focus=True):
    """Rows in sections; one of them is highlighted, and stays so when the list is another one."""

    BINDINGS: ClassVar = actions.bindings(actions.MOVING)

    cursor: reactive[int] = reactive(0, repaint=False)
    """Which row of all is highlighted."""
    is_quiet: bool = False
    """Whether its highlight shows only while the keys go to it."""
    aside: reactive[str] = reactive("")
    """What the member should know before using a key on the highlighted row; it stands beside the keys."""

    @dataclass
    class Highlighted(Message):
        """Another row is highlighted, or none."""

        rows: "RowList"
        """The list."""
        row: Row | None
        """The row."""

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.rows

    @dataclass
    class Opened(Message):
        """The member opened a row."""

        rows: "RowList"
        """The list."""
        row: Row
        """The row."""

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.rows

    def __init__(
        self,
        columns: Sequence[Column] = DEFAULT,
        *,
        id: str | None = None,  # noqa: A002 - its name
        classes: str | None = None,
    ) -> None:
        """Take the columns; the rows come with `show`."""
        super().__init__(id=id, classes=classes)
        self.columns = tuple(columns)
        """How each column looks."""
        self.page = Page()
        """What is shown."""
        self._width = 0
        self._widths: dict[tuple[Column, ...], tuple[int, ...]] = {}
        self._styles: dict[tuple[str, bool], RichStyle] = {}

    @property
    def row(self) -> Row | None:
        """The highlighted row; none where the list is empty."""
        return self.page.row(self.cursor)

    @property
    def section(self) -> Section | None:
        """The section of the highlighted row."""
        return self.page.section(self.cursor)

    def show(self, sections: Sequence[Section], columns: Sequence[Column] | None = None) -> None:
        """Show other sections; the highlight stays on its row, or goes to the one that took its place."""
        kept, lines = self.row, self.page.lines
        self.columns = self.columns if columns is None else tuple(columns)
        self.page = Page(tuple(sections))
        index = _index_of(kept, self.page, self.cursor) if kept else None
        self.virtual_size = Size(0, self.page.lines)
        self._measure()
        self.refresh(layout=self.page.lines != lines)
        self.set_reactive(RowList.cursor, min(self.cursor, max(0, self.page.rows - 1)) if index is None else index)
        self.post_message(self.Highlighted(self, self.row))

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        if self._width != self._room:
            self._measure()
        place = self.page.at(y + self.scroll_offset.y)
        chosen = self._is_chosen(place)
        segments = [Segment(words, self._style(tone, chosen)) for words, tone in self._pieces(place) if words]
        return Strip(segments).adjust_cell_length(self._room, self._style("", chosen))

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        self._styles.clear()
        super().notify_style_update()

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the row that lost the highlight and the one that has it, and bring that one into view."""
        sections = {id(self.page.section(before)), id(self.page.section(after))}
        self.refresh() if len(sections) > 1 else self._refresh_rows(before, after)
        self.bring_into_view()
        self.post_message(self.Highlighted(self, self.row))

    def on_click(self, event: Click) -> None:
        """Highlight the row that was clicked; a second click opens it; a key below the rows is pressed."""
        place = self.page.at(event.y + self.scroll_offset.y)
        if place.part is Part.ROW:
            self.cursor = place.index
            if event.chain > 1:
                self.action_open()
        elif place.part is Part.KEYS and place.section is self.section and (key := _key_at(place, event.x)):
            self.app.simulate_key(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - as Textual has it
        """Offer to open a row only where there is one."""
        return action != "open" or self.page.rows > 0

    def action_move(self, by: int) -> None:
        """Go so many rows on or back; at either end, and before the list is seen, let what is around it scroll."""
        target = max(0, min(self.cursor + by, self.page.rows - 1))
        if target == self.cursor or not self.page.rows or is_beyond(self, self.page.line(self.cursor), by):
            scroll_around(self, by)
        else:
            self.cursor = target

    def action_turn(self, pages: int) -> None:
        """Go on or back by as many rows as fit the screen."""
        around = what_scrolls(self)
        height = (around or self).scrollable_content_region.height
        self.action_move(pages * max(1, height - 2))

    def action_end(self, way: int) -> None:
        """Go to the last row, or with -1 to the first; there already, to the end of what is around the list."""
        target = max(0, self.page.rows - 1) if way > 0 else 0
        if target == self.cursor:
            scroll_around(self, way * FAR)
        else:
            self.cursor = target

    def action_open(self) -> None:
        """Open the highlighted row."""
        row = self.row
        if row:
            self.post_message(self.Opened(self, row))

    def _is_chosen(self, place: Place) -> bool:
        """Tell whether a line is that of the highlighted row, and is to look so."""
        is_shown = self.has_focus or not self.is_quiet
        return is_shown and place.part is Part.ROW and place.index == self.cursor

    @property
    def _room(self) -> int:
        """The cells of a line, beside the scroll bar where there is one."""
        return self.scrollable_content_region.width

    def _measure(self) -> None:
        """Give the columns the room there is now."""
        self._width = self._room
        room = max(0, self._room - INDENT)
        found = {section.columns or self.columns for section in self.page.sections}
        self._widths = {columns: self.page.widths(columns, room, usual=self.columns) for columns in found}

    def _pieces(self, place: Place) -> list[Piece]:
        section = place.section
        if section is None or place.part is Part.BLANK:
            return []
        if place.part is Part.TITLE:
            return _title(section, self._room)
        if place.part is Part.EMPTY:
            return [(fitted(section.empty, self._room), SOFT)]
        if place.part is Part.KEYS:
            return _keys(section, self.aside if section is self.section else "", self._room)
        row = self.page.row(place.index)
        columns = section.columns or self.columns
        return _row(row, columns, self._widths[columns], chosen=self._is_chosen(place)) if row else []

    def _style(self, tone: str, chosen: bool) -> RichStyle:  # noqa: FBT001 - private, and called in every line
        """Return the style of a tone on the ground of its line; on panel ground, faint ink would be too faint."""
        style = self._styles.get((tone, chosen))
        if style is None:
            parse = self.app.stylesheet.parse_style
            ground = self.visual_style + parse("on $panel") if chosen else self.visual_style
            wanted = SOFT if chosen and tone == FAINT else tone
            style = (ground + parse(wanted) if wanted else ground).rich_style
            self._styles[tone, chosen] = style
        return style

    def _refresh_rows(self, *indices: int) -> None:
        for index in indices:
            if 0 <= index < self.page.rows:
                self.refresh_line(self.page.line(index))
        section = self.section
        if section and section.keys:
            number = self.page.sections.index(section)
            self.refresh_line(self.page.line_starts[number + 1] - 2)

    def bring_into_view(self) -> None:
        """Scroll this list, or what is around it, until the highlighted row is seen, with its title if it is first."""
        if not self.page.rows:
            return
        line = self.page.line(self.cursor)
        top = line - 1 if line and self.page.at(line - 1).part is Part.TITLE else line
        region = Region(0, top, max(1, self._room), line - top + 1)
        around = what_scrolls(self)
        if around is None:
            self.scroll_to_region(region, animate=False, force=True)
        else:
            offset = self.region.offset - around.scrollable_content_region.offset
            around.scroll_to_region(region.translate(offset + around.scroll_offset), animate=False, force=True)


def _index_of(kept: Row, page: Page, cursor: int) -> int | None:
    """Return where a row stands now; of several about one record, the one that is still in its place."""
    same = page.row(cursor)
    return cursor if same and same.id == kept.id else page.index(kept.id)


def _row(row: Row, columns: Sequence[Column], widths: Sequence[int], *, chosen: bool) -> list[Piece]:
    pieces: list[Piece] = [(" ▸ " if chosen else " " * INDENT, KEY)]
    last = max((number for number, width in enumerate(widths) if width), default=0)
    for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
        if width and number:
            pieces.append((GAP, ""))
        if row.asks and number == last:
            pieces.append((fitted(row.asks, width), ASKS))
        else:
            words = row.cells[number] if number < len(row.cells) else ""
            pieces.append((fitted(words, width), row.tone if row.tone and not number else column.tone))
    return pieces


def _title(section: Section, width: int) -> list[Piece]:
    title = fitted(section.title, width).rstrip()
    return [(title, TITLE), (GAP, ""), (fitted(section.count, max(0, width - len(title) - 2)).rstrip(), FAINT)]


def _keys(section: Section, aside: str, width: int) -> list[Piece]:
    pieces: list[Piece] = [(" " * INDENT, "")]
    left = width - INDENT
    for key, word in section.keys:
        if (needed := len(sign(key)) + 1 + len(word)) > left:
            return pieces
        pieces += [(sign(key), KEY), (f" {word}{GAP}", FAINT)]
        left -= needed + len(GAP)
    return [*pieces, (fitted(aside, max(0, left)).rstrip(), SOFT)]


def _key_at(place: Place, x: int) -> str | None:
    start = INDENT
    for key, word in place.section.keys if place.section else ():
        end = start + len(sign(key)) + 1 + len(word)
        if start <= x < end:
            return key
        start = end + len(GAP)
    return None
