"""The view of one record: what is told of it, and below that what belongs to it, as rows that can be opened."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from cop_tui.domain.record import Record
from cop_tui.tui.desk import Desk
from cop_tui.tui.doors import door
from cop_tui.tui.pages.page import WIDEST, RecordPage, head, tail
from cop_tui.tui.pages.telling import page_of
from cop_tui.tui.widgets.row_list import RowList


class RecordView(VerticalScroll, can_focus=False):
    """A record's page; it scrolls as a whole."""

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:  # noqa: A002 - its name
        """Take the desk; the record comes with `show`."""
        super().__init__(id=id)
        self._desk = desk
        self._page: RecordPage | None = None
        self._shown = ""
        self._of: tuple[object, ...] = ()
        self._head = Static(markup=False, classes="record-head")
        self._tail = Static(markup=False, classes="record-tail")
        self.rows = RowList(classes="record-rows")
        """What belongs to the record."""

    def compose(self) -> ComposeResult:
        """Put the head above the rows; a text of its own comes between them where there is one."""
        yield self._head
        yield self._tail
        yield self.rows

    def show(self, record: Record | None, *, empty: str = "") -> None:
        """Show a record as it is now; without one, what the place is for. What is shown already is left alone."""
        book, now = self._desk.book, self._desk.now()
        of = (book, record, now.replace(second=0, microsecond=0), empty)
        if of == self._of:
            return
        page = page_of(book, record, now) if record else None
        self.show_page(page, record.id if record else "", empty=empty)
        self._of = of

    def show_page(self, page: RecordPage | None, page_id: str, *, empty: str = "") -> None:
        """Show a page that is not that of a record, known again by its id; without one, what the place is for."""
        self._of = ()
        self._page = page
        is_other = self._shown != page_id
        self._shown = page_id
        self._draw(empty)
        sections = self._page.sections if self._page else ()
        self.rows.display = bool(sections)
        self.can_focus = not sections
        self.rows.show(sections, self._page.columns if self._page else None)
        self._show_prose()
        if is_other:
            self.rows.cursor = 0
            self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Draw for the room that there is now."""
        if self._page:
            self._draw()

    def _draw(self, empty: str = "") -> None:
        width = min(WIDEST, self._head.content_size.width or self.content_size.width or WIDEST)
        self._head.update(head(self._page, width) if self._page else empty)
        self._tail.display = bool(self._page and self._page.below)
        if self._page and self._page.below:
            self._tail.update(tail(self._page, width))

    def _show_prose(self) -> None:
        """Show the text of its own; what shows it is made when the first one comes."""
        text = self._page.prose if self._page else ""
        found = self.query(".prose")
        if not found and text:
            prose: Widget = door("cop_tui.tui.widgets.prose:Prose")(text)
            self.mount(prose, before=self._tail)
        for prose in found:
            prose.display = bool(text)
            door("cop_tui.tui.widgets.prose:renew")(prose, text)
