"""The page of an invitation."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.invitation import Answer, Invitation, Offer
from cop_tui.practice.agenda import load
from cop_tui.practice.phrases import counted
from cop_tui.tui.pages import around
from cop_tui.tui.pages.page import RecordPage


def told(book: Book, one: Invitation, now: datetime) -> RecordPage:
    """Return the page."""
    when = around.moment(one.start, now, timezone=one.timezone, all_day=one.all_day)
    count = len(load(book, one, now)) if one.answer is Answer.WAITING else 0
    facts = (
        ("when", when or ("a proposal, without a date" if one.kind is Offer.PROPOSAL else "")),
        ("series", "again and again" if one.recurrence else ""),
        ("that week", f"already {counted(count, 'yes', 'yeses')}" if count else ""),
        ("from", around.person(book, one.sender)),
        ("community", around.community(book, one.community)),
        ("place", one.place),
        ("link", one.link),
        ("you said", "" if one.answer is Answer.WAITING else one.answer.value),
        ("asked too", around.people(book, [taker.person for taker in one.recipients[:8]])),
    )
    return RecordPage(title=one.title, facts=facts, texts=(one.note,))
