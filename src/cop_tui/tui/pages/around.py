"""What stands around a record, in the words of a page: people, its community, days, rows of other records."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from cop_tui.domain.book import Book
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import seen_from
from cop_tui.domain.record import Record
from cop_tui.domain.story import Story
from cop_tui.practice.records import day_of
from cop_tui.practice.words import MONTHS, day_words, exact_day, moment_words, person_words, title_of
from cop_tui.tui.widgets.rows import Row, Rows, Section

KIND_WORDS: dict[str, str] = {
    "member": "you",
    "people": "person",
    "interests": "interest",
    "communities": "community",
    "invitations": "invitation",
    "commitments": "promise",
    "goals": "goal",
    "learning": "learned",
    "stories": "told",
    "check_ins": "check-in",
}
"""What one record of each table is called beside its title."""


def person(book: Book, person_id: str | None) -> str:
    """Return a person's name; nothing where nobody is meant or they are gone."""
    return person_words(person_id, book) if person_id and person_id in book.people else ""


def people(book: Book, ids: Iterable[str]) -> str:
    """Return several people's names, one after another."""
    return ", ".join(name for name in (person(book, one) for one in ids) if name)


def community(book: Book, community_id: str | None) -> str:
    """Return a community's name; nothing where none is meant or it is gone."""
    found = book.communities.get(community_id or "")
    return found.name if found else ""


def moment(on: datetime | None, now: datetime, *, timezone: str = "", all_day: bool = False) -> str:
    """Return a moment exactly, in the member's zone; nothing where there is none."""
    return moment_words(on, now, timezone=timezone, all_day=all_day) if on else ""


def day(on: date | datetime | None, now: datetime) -> str:
    """Return a day exactly, in the member's zone; nothing where there is none."""
    if on is None:
        return ""
    return exact_day(seen_from(on, now).date() if isinstance(on, datetime) else on, now.date())


def near(on: date | datetime | None, now: datetime) -> str:
    """Return a day as said near now; nothing where there is none."""
    if on is None:
        return ""
    return day_words(seen_from(on, now).date() if isinstance(on, datetime) else on, now.date())


def short_day(on: date | datetime | None, now: datetime) -> str:
    """Return a day in eight cells at most: "today", "3 Nov", in another year "Nov 2025"; nothing for none."""
    if on is None:
        return ""
    seen = seen_from(on, now).date() if isinstance(on, datetime) else on
    if seen == now.date():
        return "today"
    month = MONTHS[seen.month - 1]
    return f"{seen.day} {month}" if seen.year == now.year else f"{month} {seen.year}"


def record_row(book: Book, record: Record, now: datetime) -> Row:
    """Return the row of any record: its title, its day, what kind of record it is."""
    return Row(record.id, (title_of(record, book), near(day_of(record), now), KIND_WORDS[record.table]))


def record_rows(book: Book, records: Sequence[Record], now: datetime) -> Rows:
    """Return the rows of records of any kind, made when they are seen."""
    return Rows(records, lambda record: record_row(book, record, now))


def belongings(book: Book, one: Learning | Story) -> Sequence[Record]:
    """Return what something learned or told belongs to: its community, goal and gathering, the people in it."""
    goal = one.goal if isinstance(one, Learning) else None
    found = (
        book.communities.get(one.community or ""),
        book.goals.get(goal or ""),
        book.commitments.get(one.commitment or ""),
        *(book.people.get(who) for who in one.people),
    )
    return tuple(record for record in found if record is not None)


def section(title: str, rows: Sequence[Row], *, empty: str = "") -> Section:
    """Return a section with its count; without rows only where there is something to say."""
    return Section(title, rows, count=str(len(rows)) if rows else "", empty=empty)


def shown(*sections: Section) -> tuple[Section, ...]:
    """Return the sections that have something to show."""
    return tuple(one for one in sections if one.rows or one.empty)
