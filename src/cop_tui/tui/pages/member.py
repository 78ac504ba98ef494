"""The page of who the member is."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.member import Member
from cop_tui.practice.words import whole_title
from cop_tui.tui.pages.page import RecordPage


def told(book: Book, one: Member, now: datetime) -> RecordPage:  # noqa: ARG001 - all tellers are given now
    """Return the page."""
    return RecordPage(title=whole_title(one, book))
