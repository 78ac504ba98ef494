"""The journal: the whole story as one Markdown document to read, by year, month and day."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.person import Person
from cop_tui.exchange.markdown_chapters import communities_chapter, people_chapter
from cop_tui.exchange.markdown_entries import Entry, entries, long_day
from cop_tui.exchange.markdown_text import escaped, listed, prose
from cop_tui.practice.days import MONTHS, WEEKDAYS
from cop_tui.practice.phrases import counted

_COUNTED = (
    ("stories", "story", "stories"),
    ("kept", "promise kept", "promises kept"),
    ("learned", "thing learned", "things learned"),
)


def journal(
    book: Book,
    *,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
    community: Community | None = None,
) -> str:
    """Return the journal as a Markdown document that ends in one newline; the same for the same book and now.

    Stories in full, and woven in by date what was kept, learned, asked, invited, reached; at the end the communities
    and the people, all of them or those who come up in what was chosen.

    Args:
        book: What is told of.
        now: The moment of writing, in the member's zone: days are the member's.
        since: The first day; from the beginning, where none is given.
        until: The last day; to the end, where none is given.
        community: Tell only what belongs to this community.
    """
    told = [entry for entry in entries(book, now) if _is_meant(entry, since, until, community)]
    chosen = bool(since or until or community)
    communities = communities_chapter(book, _communities(book, told, community, chosen=chosen))
    people = people_chapter(book, _people(book, told, community, chosen=chosen))
    parts = (
        _title(book, told, since, until, community),
        _contents(told, communities=bool(communities), people=bool(people)),
        *_years(told),
        communities,
        people,
    )
    return prose(*parts) + "\n"


def _is_meant(entry: Entry, since: date | None, until: date | None, community: Community | None) -> bool:
    if community and entry.community != community.id:
        return False
    return (since or date.min) <= entry.day <= (until or date.max)


def _title(
    book: Book, told: Sequence[Entry], since: date | None, until: date | None, community: Community | None
) -> str:
    name = escaped(book.me.name)
    first, last = since or (told[0].day if told else None), until or (told[-1].day if told else None)
    span = [long_day(day) for day in dict.fromkeys((first, last)) if day]
    words = [*([escaped(community.name)] if community else []), *([" to ".join(span)] if span else [])]
    return prose(
        f"# The journal of {name}" if name else "# A journal",
        f"*{', '.join(words)}*" if words else "",
        "" if told else "Nothing is written here yet.",
    )


def _contents(told: Sequence[Entry], *, communities: bool, people: bool) -> str:
    lines = []
    for year, group in groupby(told, lambda entry: entry.day.year):
        counts = Counter(entry.kind for entry in group)
        words = listed(counted(counts[kind], one, many) for kind, one, many in _COUNTED if counts[kind])
        lines.append(f"- [{year}](#{year})" + (f": {words}" if words else ""))
    lines += ["- [Communities](#communities)"] if communities else []
    lines += ["- [People](#people)"] if people else []
    return "\n".join(lines)


def _years(told: Sequence[Entry]) -> Iterator[str]:
    for year, of_year in groupby(told, lambda entry: entry.day.year):
        yield f"## {year}"
        for month, of_month in groupby(of_year, lambda entry: entry.day.month):
            yield f"### {MONTHS[month - 1].title()} {year}"
            for day, of_day in groupby(of_month, lambda entry: entry.day):
                yield f"#### {WEEKDAYS[day.weekday()].title()}, {day.day} {MONTHS[month - 1].title()}"
                yield from _day(list(of_day))


def _day(of_day: Sequence[Entry]) -> Iterator[str]:
    """Go through a day: a story without a heading is set off from what stands before it."""
    for index, entry in enumerate(of_day):
        if index and entry.is_story and not entry.has_heading:
            yield "* * *"
        yield entry.text


def _communities(
    book: Book, told: Sequence[Entry], community: Community | None, *, chosen: bool
) -> Iterator[Community]:
    met = {entry.community for entry in told} | ({community.id} if community else set())
    return (one for one in book.communities.values() if not chosen or one.id in met)


def _people(book: Book, told: Sequence[Entry], community: Community | None, *, chosen: bool) -> Iterator[Person]:
    met = {person for entry in told for person in entry.people}
    met |= {taker.person for taker in community.people} if community else set()
    return (one for one in book.people.values() if not chosen or one.id in met)
