"""The journal: the whole story as one Markdown document to read, by year, month and day."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.exchange.markdown_chapters import communities_chapter, people_chapter
from cop_tui.exchange.markdown_choice import Choice, choose
from cop_tui.exchange.markdown_entries import Entry, long_day
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
    choice = choose(book, now=now, since=since, until=until, community=community)
    told = choice.entries
    communities = communities_chapter(book, choice.communities)
    people = people_chapter(book, choice.people)
    parts = (
        _title(book, choice),
        _contents(told, communities=bool(communities), people=bool(people)),
        *_years(told),
        communities,
        people,
    )
    return prose(*parts) + "\n"


def _title(book: Book, choice: Choice) -> str:
    name, community = escaped(book.me.name), choice.community
    span = [long_day(day) for day in choice.days]
    words = [*([escaped(community.name)] if community else []), *([" to ".join(span)] if span else [])]
    return prose(
        f"# The journal of {name}" if name else "# A journal",
        f"*{', '.join(words)}*" if words else "",
        "" if choice.entries else "Nothing is written here yet.",
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
