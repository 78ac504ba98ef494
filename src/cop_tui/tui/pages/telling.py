"""Which teller tells the page of which kind of record; they are imported when they are first needed."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.record import Record
from cop_tui.tui.doors import door
from cop_tui.tui.pages.page import RecordPage, tail

TELLERS: dict[str, str] = {
    "member": "cop_tui.tui.pages.member:told",
    "people": "cop_tui.tui.pages.person:told",
    "interests": "cop_tui.tui.pages.interest:told",
    "communities": "cop_tui.tui.pages.community:told",
    "invitations": "cop_tui.tui.pages.invitation:told",
    "commitments": "cop_tui.tui.pages.commitment:told",
    "goals": "cop_tui.tui.pages.goal:told",
    "learning": "cop_tui.tui.pages.learning:told",
    "stories": "cop_tui.tui.pages.story:told",
    "check_ins": "cop_tui.tui.pages.check_in:told",
}
"""Where the teller of each table's records is."""


def page_of(book: Book, record: Record, now: datetime) -> RecordPage:
    """Return the page of a record as things are."""
    page: RecordPage = door(TELLERS[record.table])(book, record, now)
    return page


def plain_words(book: Book, record: Record, now: datetime) -> str:
    """Return what the page of a record says, as plain text with lines: to be copied elsewhere."""
    page = page_of(book, record, now)
    facts = [f"{label}: {words}" for label, words in page.facts if words]
    return "\n\n".join(
        part for part in (page.title, "\n".join(facts), *page.texts, page.prose, tail(page).plain) if part
    )
