"""The page of a promise."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.tui.pages import around
from cop_tui.tui.pages.page import RecordPage


def told(book: Book, one: Commitment, now: datetime) -> RecordPage:
    """Return the page."""
    invitation = book.invitations.get(one.invitation or "")
    facts = [
        ("when", around.moment(one.start, now, timezone=one.timezone, all_day=one.all_day)),
        ("where", around.community(book, one.community)),
        ("promise", "to be there" if one.kind is Promise.SHOW_UP else "to do it"),
        ("came of it", "" if one.outcome is Outcome.OPEN else one.outcome.value),
    ]
    if invitation:
        facts += [
            ("from", around.person(book, invitation.sender)),
            ("place", invitation.place),
            ("link", invitation.link),
        ]
    return RecordPage(title=one.what, facts=tuple(facts), texts=(one.reflection,))
