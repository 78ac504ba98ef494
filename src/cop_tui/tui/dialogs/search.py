"""Search: one line over everything, and what is found below it while it is typed."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from cop_tui.practice.search import Hit, search
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.overlay import Overlay
from cop_tui.tui.markup import line
from cop_tui.tui.messages import OpenRecord
from cop_tui.tui.pages import around
from cop_tui.tui.tones import FAINT, INK, SOFT, TITLE
from cop_tui.tui.widgets.frame import KeysLine
from cop_tui.tui.widgets.row_list import RowList
from cop_tui.tui.widgets.rows import Column, Row, Section

COLUMNS = (Column(tone=INK), Column(most=15, tone=SOFT), Column(most=11, tone=FAINT), Column(most=36, tone=FAINT))
"""What, when, what kind of record, where the words stand."""

MOST = 200
"""Records that are listed at most."""

DRAFT = ("search",)
"""The name under which the words are kept for the next time."""


class SearchBox(Input):
    """The line; from it the arrows go through what was found."""

    BINDINGS: ClassVar = actions.bindings("searching")


class SearchDialog(Overlay[None]):
    """Find words in everything."""

    def __init__(self, desk: Desk, about: tuple[str, ...] = ()) -> None:  # noqa: ARG002 - all dialogs take both
        """Take the desk."""
        super().__init__()
        self._desk = desk
        self._rows = RowList(COLUMNS, id="found")
        self._rows.can_focus = False

    def compose(self) -> ComposeResult:
        """Put the line above what is found."""
        with Vertical(id="box", classes="-roomy"):
            yield Static(line(("Search", TITLE), ("  everything you keep", FAINT)), markup=False, id="title")
            words = self._desk.drafts.get(DRAFT, {}).get("words", "")
            yield SearchBox(words, placeholder="words, in any order", compact=True, id="words")
            yield self._rows
            yield KeysLine()

    @on(Input.Changed)
    def find(self, event: Input.Changed) -> None:
        """Show what has all the words that are typed."""
        book, now = self._desk.book, self._desk.now()
        self._desk.drafts[DRAFT] = {"words": event.value}
        hits = search(book, event.value, limit=MOST)
        if not event.value.strip():
            self._rows.show((Section("", empty="Type a word: people, stories, promises, whatever you wrote."),))
            return
        rows = tuple(Row(hit.id, (hit.title, around.near(hit.on, now), _kind(hit), hit.excerpt)) for hit in hits)
        more = " or more" if len(hits) == MOST else ""
        self._rows.show((Section("Found", rows, count=f"{len(rows)}{more}", empty="Nothing has all these words."),))
        self._rows.cursor = 0

    @on(RowList.Opened)
    def open_clicked(self, event: RowList.Opened) -> None:
        """Open the row that was clicked twice."""
        event.stop()
        self.action_open_found()

    def action_pick(self, by: int) -> None:
        """Mark a row that stands so many on or back."""
        self._rows.action_move(by)

    def action_open_found(self) -> None:
        """Open the marked record."""
        row = self._rows.row
        if row is not None:
            self.dismiss()
            self.app.post_message(OpenRecord(row.id))

    def action_leave(self) -> None:
        """Close it; the words stay for the next time."""
        self.dismiss()


def _kind(hit: Hit) -> str:
    return around.KIND_WORDS.get(hit.kind.replace("-", "_"), hit.kind)
