"""Share: note what the member cares about."""

from collections.abc import Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.interest import Depth
from cop_tui.domain.member import ME
from cop_tui.practice.caring import cared_about
from cop_tui.practice.manners import listed


def share(book: Book, subjects: Sequence[str], *, now: datetime, depth: Depth | None = None, note: str = "") -> Change:
    """Note what the member cares about; a subject said before is brought up to date and not doubled."""
    interests = cared_about(book, ME, subjects, now=now, note=note, depth=depth)
    return Change(
        sentence=f"Noted that you care about {listed(one.subject for one in interests)}", at=now, put=interests
    )
