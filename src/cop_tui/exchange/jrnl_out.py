"""Journals of jrnl out, as text and as JSON: the stories, and what was learned, tagged #learned.

Text is in jrnl's own default format, so that jrnl reads it without any setting. The clock is that of the place where
each was written. jrnl has no room for communities and people; the cycles of a value story and what came of it later
follow its text.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from msgspec import Struct, structs, to_builtins

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.learning import FollowUp, Learning
from cop_tui.domain.story import Story
from cop_tui.exchange.jrnl_text import GUARD, JRNL_TAG, Written, body_lines, each_once, title_line
from cop_tui.exchange.markdown_entries import long_day
from cop_tui.exchange.markdown_text import prose
from cop_tui.practice.field import VALUE_TEXTS

LEARNED = "learned"
"""The tag of what was learned."""


class Told(Struct, frozen=True, kw_only=True):
    """A story or something learned, as an entry."""

    id: str
    """The id of its record."""
    on: datetime
    """When, with the offset of where the member was."""
    words: Written
    """What it says."""
    community: str | None
    """The id of the community that it belongs to."""

    @property
    def minute(self) -> str:
        """Its minute on the clock of where the member was."""
        return self.on.replace(tzinfo=None).isoformat(timespec="minutes")

    @property
    def fingerprint(self) -> str:
        """All its words, blanks run together: the same wherever its title ends and its body begins."""
        return " ".join(f"{self.words.title}\n{self.words.body}".replace(GUARD, "").split())


def write(
    book: Book,
    *,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
    community: Community | None = None,
) -> str:
    """Return the journal as text that jrnl reads.

    Args:
        book: What is told of.
        now: The moment of writing.
        since: The first day; from the beginning, where none is given.
        until: The last day; to the end, where none is given.
        community: Tell only what belongs to this community.
    """
    del now  # each entry has the clock of its own place
    return "\n".join(_text(one) for one in _chosen(book, since, until, community))


def write_json(
    book: Book,
    *,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
    community: Community | None = None,
) -> str:
    """Return the journal as `jrnl --format json` writes it; the arguments are those of `write`."""
    del now
    entries = [_entry(one) for one in _chosen(book, since, until, community)]
    tags = Counter(tag for entry in entries for tag in entry.tags)
    whole = {"tags": dict(sorted(tags.items())), "entries": [to_builtins(entry) for entry in entries]}
    return json.dumps(whole, indent=2) + "\n"


def told(book: Book) -> Iterator[Told]:
    """Go through all that a journal of the book tells."""
    yield from map(told_story, book.stories.values())
    yield from map(_told_learning, book.learning.values())


def told_story(story: Story) -> Told:
    """Return a story as an entry."""
    cycles = (_later(VALUE_TEXTS[one.cycle].title, one.on, one.text) for one in story.cycles)
    words = Written(
        title=story.title,
        body=prose(story.body, *cycles, *_came_back(story.follow_ups)),
        tags=each_once(story.tags),
        starred=story.starred,
    )
    return Told(id=story.id, on=story.on, words=words, community=story.community)


def _told_learning(learning: Learning) -> Told:
    title, _, rest = learning.text.strip().partition("\n")
    words = Written(
        title=title,
        body=prose(rest, "\n".join(learning.links), *_came_back(learning.follow_ups)),
        tags=each_once((LEARNED, *learning.tags)),
    )
    return Told(id=learning.id, on=learning.on, words=words, community=learning.community)


def _came_back(follow_ups: tuple[FollowUp, ...]) -> Iterator[str]:
    return (_later("Came back to it", one.on, one.text) for one in follow_ups if one.text.strip())


def _later(what: str, on: datetime, text: str) -> str:
    return f"{what}, {long_day(on.date())}: {text}"


def _chosen(book: Book, since: date | None, until: date | None, community: Community | None) -> list[Told]:
    found = (
        one
        for one in told(book)
        if (since or date.min) <= one.on.date() <= (until or date.max)
        and (community is None or one.community == community.id)
    )
    return sorted(found, key=lambda one: (one.on.replace(tzinfo=None, microsecond=0), one.on, one.id))


def _text(one: Told) -> str:
    on, half = one.on, "AM" if one.on.hour < 12 else "PM"
    clock = f"{on.hour % 12 or 12:02}:{on.minute:02}:{on.second:02} {half}"
    body = body_lines(one.words)
    return _whole(f"[{on.date().isoformat()} {clock}] {title_line(one.words)}\n" + (f"{body}\n" if body else ""))


def _whole(text: str) -> str:
    """Return a text that can be written: half a character, which no encoding has, becomes a question mark."""
    return text.encode(errors="replace").decode()


class _Entry(Struct, frozen=True, kw_only=True):
    """An entry as jrnl has it in JSON."""

    title: str
    body: str
    date: str
    time: str
    tags: tuple[str, ...]
    starred: bool


def _entry(one: Told) -> _Entry:
    """Return an entry as jrnl reads it from the text: where there is no title, the first line is."""
    title, body = _whole(title_line(structs.replace(one.words, starred=False))), _whole(body_lines(one.words))
    tags = {tag.lower() for tag in JRNL_TAG.findall(f"{title}\n{body}")}
    if not title:
        title, _, body = body.partition("\n")
    return _Entry(
        title=title.strip(),
        body=body.strip(),
        date=one.on.date().isoformat(),
        time=f"{one.on:%H:%M}",
        tags=tuple(sorted(tags)),
        starred=one.words.starred,
    )
