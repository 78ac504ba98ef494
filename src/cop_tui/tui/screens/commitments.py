"""Commitments: what you promised, ahead and in its month, and what came of it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from cop_tui.practice.kept import kept_by_month
from cop_tui.practice.month import by_day, weeks_of
from cop_tui.practice.narrowing import Keeps, keeps
from cop_tui.practice.rhythm import kept_words, rhythm
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.markup import line, lines, literal
from cop_tui.tui.pages.page import COLUMNS
from cop_tui.tui.screens import commitments_rows as rows
from cop_tui.tui.screens.list_place import ListPlace, View
from cop_tui.tui.tones import FAINT, SOFT, TITLE
from cop_tui.tui.widgets.month_grid import MonthGrid
from cop_tui.tui.widgets.plot import plot
from cop_tui.tui.widgets.row_list import RowList


class CommitmentsScreen(ListPlace):
    """Your promises."""

    PLACE = "commitments"
    SHEETS: ClassVar = ("place", "commitments")
    BINDINGS: ClassVar = actions.bindings("commitments")
    VIEWS: ClassVar = (
        View(
            id="ahead",
            name="ahead",
            sections=rows.ahead,
            count=lambda desk: len(desk.agenda.due),
            empty="A yes is a promise. Here you see what you said yes to, and say how it was.",
        ),
        View(id="month", name="month", sections=rows.ahead, body="month"),
        View(id="kept", name="kept", sections=rows.by_community, columns=rows.BY_COMMUNITY, body="kept"),
        View(id="closed", name="closed", sections=rows.closed, columns=rows.CLOSED),
    )

    def __init__(self, desk: Desk) -> None:
        """Take the desk; the month is this one."""
        super().__init__(desk)
        self.grid = MonthGrid(desk.now().date(), id="grid")
        """The page of a month."""
        self.day_rows = RowList(COLUMNS, id="day-rows")
        """The promises of the day that is marked in it."""
        self.kept_rows = RowList(rows.BY_COMMUNITY, id="kept-rows")
        """What came of the promises of each community."""
        self._plot = Static(markup=False, id="plot")
        self._plot.tooltip = literal("Full: kept. Shaded: missed. Below: kept of how many, and + excused in time")

    def compose_bodies(self) -> Iterable[Widget]:
        """Put the month above the promises of its marked day, the plot above the communities."""
        month = Vertical(self.grid, self.day_rows, id="month")
        kept = VerticalScroll(self._plot, self.kept_rows, id="kept", can_focus=False)
        month.display = kept.display = False
        return month, kept

    def fill_view(self, is_kept: Keeps) -> None:
        """Fill the view that is shown."""
        match self.view.id:
            case "month":
                self._fill_month(is_kept)
            case "kept":
                self._fill_kept(is_kept)
            case _:
                super().fill_view(is_kept)

    def list_in_view(self) -> RowList:
        """Return the list of the present view."""
        return {"month": self.day_rows, "kept": self.kept_rows}.get(self.view.id, self.rows)

    def begins_with(self) -> Widget:
        """Return what the keys go to when the present view is shown."""
        return self.grid if self.view.id == "month" else self.list_in_view()

    def show_view(self, view: View) -> None:
        """Look at the promises from a side; a plot is drawn anew once it knows its room."""
        super().show_view(view)
        if view.id == "kept":
            self.call_after_refresh(self.show_book)

    def on_resize(self) -> None:
        """Draw for the room that there is now."""
        if self.view.id == "kept":
            self.call_after_refresh(self.show_book)

    @on(MonthGrid.Chosen)
    def choose_day(self) -> None:
        """Show the promises of the day that is marked."""
        if self.view.id == "month":
            self._fill_month(keeps(self.desk.book, self.narrowed))

    @on(MonthGrid.Opened)
    def go_into_day(self) -> None:
        """Go to the promises of the marked day."""
        if self.day_rows.page.rows:
            self.day_rows.focus()

    def _fill_month(self, is_kept: Keeps) -> None:
        book, now, weeks = self.desk.book, self.desk.now(), weeks_of(self.grid.day)
        found = by_day(book, now, weeks[0][0], weeks[-1][-1], is_kept=is_kept)
        self.grid.show(now.date(), found)
        self.day_rows.show(rows.of_day(book, found.get(self.grid.day, ()), self.grid.day, now))

    def _fill_kept(self, is_kept: Keeps) -> None:
        book, now = self.desk.book, self.desk.now()
        width = self._plot.content_size.width or 60
        title = line(("Kept over time", TITLE), ("  of those kept or missed; + excused in time", FAINT))
        drawn = plot(self.desk.read(kept_by_month), width)
        whole = line((kept_words(self.desk.read(rhythm)).capitalize(), SOFT))
        self._plot.update(lines(title, whole, line(), drawn))
        self.kept_rows.show(rows.by_community(book, now, is_kept), rows.BY_COMMUNITY)
