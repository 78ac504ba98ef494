"""The page of an interest."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.interest import Interest
from cop_tui.practice.words import whole_title
from cop_tui.tui.pages.page import RecordPage


def told(book: Book, one: Interest, now: datetime) -> RecordPage:  # noqa: ARG001 - all tellers are given now
    """Return the page."""
    return RecordPage(title=whole_title(one, book))
