"""The page of who the member is."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.member import ME, Member
from cop_tui.tui.pages.page import RecordPage
from cop_tui.tui.pages.person import COLUMNS, cares_section


def told(book: Book, one: Member, now: datetime) -> RecordPage:  # noqa: ARG001 - all tellers are given now
    """Return the page."""
    nothing_yet = "Nothing is written here yet. s notes what you care about."
    return RecordPage(
        title=one.name or "You",
        facts=(
            ("mail", ", ".join(one.emails)),
            ("at", one.organisation),
            ("time zone", one.timezone or "that of this machine"),
        ),
        sections=(cares_section(book, ME, "You care about", empty=nothing_yet),),
        columns=COLUMNS,
    )
