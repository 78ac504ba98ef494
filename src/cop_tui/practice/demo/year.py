"""The sample book put together: a year in the life of one invented member, told back from now."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cop_tui.domain.book import TABLES, Book
from cop_tui.domain.record import Record, ids_from
from cop_tui.practice.demo.cast import add_mine, add_people
from cop_tui.practice.demo.communities import add_communities
from cop_tui.practice.demo.days import HOME, Days
from cop_tui.practice.demo.draft import Draft
from cop_tui.practice.demo.gatherings import add_series
from cop_tui.practice.demo.minutes import add_check_ins
from cop_tui.practice.demo.post import add_post
from cop_tui.practice.demo.tales import add_learning, add_stories

SEED = 1991
"""What all that the written year leaves open is drawn from."""


def demo_book(now: datetime) -> Book:
    """Return the year of the invented member Maya Okafor that ends now; the same book for the same now.

    She lives in Berlin: whatever zone `now` carries, the book is as she sees it from there.
    """
    draft = Draft(Days(now.astimezone(ZoneInfo(HOME))), SEED)
    with ids_from(SEED):
        add_people(draft)
        add_mine(draft)
        add_communities(draft)
        add_series(draft)
        add_post(draft)
        add_learning(draft)
        add_stories(draft)
        add_check_ins(draft)
    tables: dict[str, dict[str, Record]] = {name: {} for name in TABLES}
    for record in draft.records:
        tables[record.table][record.id] = record
    return Book(**tables)  # type: ignore[arg-type]
