"""The page of a check-in."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import CheckIn
from cop_tui.practice.words import whole_title
from cop_tui.tui.pages.page import RecordPage


def told(book: Book, one: CheckIn, now: datetime) -> RecordPage:  # noqa: ARG001 - all tellers are given now
    """Return the page."""
    return RecordPage(title=whole_title(one, book))
