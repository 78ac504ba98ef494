"""The page of something learned."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.learning import Learning
from cop_tui.practice.words import whole_title
from cop_tui.tui.pages.page import RecordPage


def told(book: Book, one: Learning, now: datetime) -> RecordPage:  # noqa: ARG001 - all tellers are given now
    """Return the page."""
    return RecordPage(title=whole_title(one, book))
