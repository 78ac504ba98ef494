"""Today: did you show up, what waits for you, what comes; how you and your communities are."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cop_tui.domain.record import Record
from cop_tui.practice.at_a_glance import at_a_glance
from cop_tui.practice.nudges import Nudge, besides_promises
from cop_tui.practice.on_this_day import on_this_day
from cop_tui.practice.rhythm import rhythm
from cop_tui.tui import actions
from cop_tui.tui.deeds.deed import AREA as IN_HAND
from cop_tui.tui.desk import Desk
from cop_tui.tui.markup import literal
from cop_tui.tui.messages import OpenCheckIn, OpenDialog
from cop_tui.tui.pages.page import head
from cop_tui.tui.pages.telling import page_of
from cop_tui.tui.screens.place import PlaceScreen
from cop_tui.tui.screens.today_rows import COLUMNS, load_words, sections
from cop_tui.tui.screens.today_side import communities_words, rhythm_words, year_ago_words
from cop_tui.tui.widgets.nudge import NudgeCard, can_follow
from cop_tui.tui.widgets.row_list import RowList

SIDE = 55
"""Cells of the side before it was drawn for the first time."""
FOLLOW = ("today.follow", "today.follow-second")
"""The actions that follow nudges: as many as there are, find room."""
DETAIL = 35
"""Cells of the detail before it was drawn for the first time."""


class TodayScreen(PlaceScreen):
    """The first screen of every day."""

    PLACE = "today"
    SHEETS: ClassVar = ("today",)
    BINDINGS: ClassVar = actions.bindings("today")

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        super().__init__(desk)
        self._rows = RowList(COLUMNS, id="rows")
        self._detail = Static(markup=False, id="detail-text")
        self._side = Static(markup=False, id="side-text")
        self._side.tooltip = literal("Each mark is a day: the larger, the more you did. – is a day off or a pause")
        self._nudges: tuple[Nudge, ...] = ()
        self._side_of: tuple[object, ...] = ()
        self._detail_of: tuple[object, ...] = ()

    def compose_place(self) -> Iterable[Widget]:
        """Put the list and the nudges at the left, the rhythm at the right."""
        with Horizontal(id="page"):
            yield VerticalScroll(self._rows, id="left", can_focus=False)
            yield VerticalScroll(self._detail, id="detail", can_focus=False)
            yield VerticalScroll(self._side, id="side", can_focus=False)

    def show_book(self) -> None:
        """Fill the list, the nudges and the side."""
        book, now = self.desk.book, self.desk.now()
        self._rows.show(sections(book, self.desk.agenda, now, days=self.desk.settings.days))
        self._show_nudges()
        self._show_side()

    @on(RowList.Highlighted)
    def show_row(self) -> None:
        """Show all there is about the highlighted row, and the load before a yes."""
        if self.desk.is_whole:
            self._rows.aside = load_words(self.desk.book, self.record_in_hand(), self.desk.now())
        self._show_detail()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Draw for the room that there is now."""
        self._show_side()
        self._show_detail()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what fits the highlighted row, and only nudges that there are."""
        if action == "follow":
            shown, number = self._further(), int(str(parameters[0]))
            return number < len(shown) and can_follow(shown[number])
        return super().check_action(action, parameters)

    def action_follow(self, number: int) -> None:
        """Do what a nudge suggests."""
        nudge = self._further()[number]
        if nudge.act == "check-in":
            self.post_message(OpenCheckIn())
        else:
            self.post_message(OpenDialog(nudge.act, nudge.about))

    def told_elsewhere(self) -> str:
        """Return the area of keys that stand below the rows."""
        return IN_HAND

    def record_in_hand(self) -> Record | None:
        """Return the record of the highlighted row."""
        row = self._rows.row
        return self.desk.book.find(row.id) if row else None

    def _further(self) -> tuple[Nudge, ...]:
        return self.desk.read(besides_promises)[: min(self.desk.settings.nudges, len(FOLLOW))]

    def _show_nudges(self) -> None:
        shown = self._further()
        if shown == self._nudges:
            return
        self._nudges = shown
        left = self.query_one("#left")
        left.remove_children(NudgeCard)
        keys = ("".join(actions.BY_ID[one].keys[:1]) for one in FOLLOW)
        left.mount_all(NudgeCard(nudge, key, leads=nudge is shown[0]) for nudge, key in zip(shown, keys, strict=False))

    def _show_side(self) -> None:
        """Draw the side, unless it stands there already as it is now."""
        book, now = self.desk.book, self.desk.now()
        width = self._side.content_size.width or SIDE
        of = (book, now.replace(second=0, microsecond=0), width)
        if of == self._side_of:
            return
        self._side_of = of
        parts = [
            rhythm_words(self.desk.read(rhythm), now),
            communities_words(self.desk.read(at_a_glance), width),
            *(year_ago_words(book, entry, now) for entry in self.desk.read(on_this_day)[:1]),
        ]
        self._side.update(Content("\n\n").join(parts))

    def _show_detail(self) -> None:
        """Draw what is told of the highlighted row, where there is room, unless that stands there already."""
        if not self.has_class("-wide") or not self.desk.is_whole:
            return
        book, now, record = self.desk.book, self.desk.now(), self.record_in_hand()
        width = self._detail.content_size.width or DETAIL
        of = (book, now.replace(second=0, microsecond=0), width, record)
        if of == self._detail_of:
            return
        self._detail_of = of
        self._detail.update(head(page_of(book, record, now), width) if record else "")
