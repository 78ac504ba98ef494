"""Tell: write the story as it goes, and follow its value through the cycles."""

import re
from collections.abc import Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Element
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered, fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.practice.manners import here, named, said, tagged
from cop_tui.practice.people import met, unknown_yet
from cop_tui.practice.words import title_of

HEADING = re.compile(r"(?:[ \t]*\r?\n)* {0,3}#[ \t]+(?P<title>[^\r\n]*?[^\r\n\s])(?:[ \t]+#+)?[ \t]*(?:\r?\n|$)")
"""A Markdown heading of the first level as the first line of a text."""


def tell(
    book: Book,
    text: str,
    *,
    now: datetime,
    on: datetime | None = None,
    title: str = "",
    community: Community | None = None,
    people: Sequence[str | Person] = (),
    element: Element | None = None,
    commitment: Commitment | None = None,
    tags: Sequence[str] = (),
    starred: bool = False,
) -> Change:
    """Write a story entry; a leading Markdown heading becomes its title unless one is given.

    A story of a gathering belongs to the gathering's community unless another one is named. #tags in the text are
    kept with it.
    """
    said(text + title, "There is no story yet", "Write one line; it may grow later")
    heading, body = ("", text) if title.strip() else headed(text)
    there = met(book, people, now=now)
    place = here(book, community).id if community else commitment.community if commitment else None
    story = fresh(
        Story,
        now,
        on=on or now,
        title=title.strip() or heading,
        body=body.strip("\r\n").rstrip(),
        community=place,
        people=tuple(person.id for person in there),
        element=element,
        commitment=here(book, commitment).id if commitment else None,
        tags=tagged(text, tags),
        starred=starred,
    )
    words = story.title or story.body.strip()
    return Change(sentence=f"Told: {named(words)}", at=now, put=(*unknown_yet(book, there), story))


def headed(text: str) -> tuple[str, str]:
    """Return the title that a text begins with, empty where it begins with none, and the rest."""
    match = HEADING.match(text)
    return (match["title"], text[match.end() :]) if match else ("", text)


def written(story: Story) -> str:
    """Return a story as one text to write on: its title as a heading of the first level, then its body."""
    return f"# {story.title}\n\n{story.body}" if story.title else story.body


def rewrite(book: Book, story: Story, text: str, *, now: datetime) -> Change:
    """Put another text in the place of a story's, as `written` gave it: its title and its body.

    Args:
        book: The book as it is now.
        story: The story as it was when the writing began. Where somebody else wrote another body since, both stay:
            theirs below.
        text: What it is to be.
        now: The moment.

    Raises:
        NotFound: The story was removed meanwhile.
        Refused: Nothing is left of it.
    """
    said(text, "There is no story left", "Write one line; D takes the whole story out")
    current = here(book, story)
    title, body = _parts(story, text)
    title = current.title if title == story.title else title
    if body == story.body:
        body = current.body
    elif current.body not in (story.body, body):
        body = f"{body}\n\n---\n\n{current.body}"
    tags = [tag for tag in current.tags if tag not in tagged(story.body)]
    after = altered(current, now, title=title, body=body, tags=tagged(body, tags))
    words = named(after.title or after.body.strip())
    if after is current:
        return Change(sentence=f"Nothing new in {words}", at=now)
    return Change(sentence=f"Wrote on {words}", at=now, put=(after,))


def _parts(story: Story, text: str) -> tuple[str, str]:
    """Return the title and the body of a text; a heading that was not touched is the title, to the letter."""
    heading = f"# {story.title}\n"
    if story.title and text.startswith(heading):
        title, body = story.title, text.removeprefix(heading)
    else:
        title, body = headed(text)
    same = body.strip() == story.body.strip()
    return title, story.body if same else body.strip("\r\n").rstrip()


def add_cycle(book: Book, story: Story, cycle: Value, text: str, *, now: datetime) -> Change:
    """Add to a value-creation story what showed in one cycle; it may start in any and need not fill all."""
    before = here(book, story)
    words = said(text, "There is nothing to add yet", "Say in a line what showed")
    after = altered(before, now, cycles=(*before.cycles, Cycle(cycle=cycle, text=words, on=now)))
    return Change(sentence=f"Added {cycle} value to {title_of(before, book)}", at=now, put=(after,))


def star(book: Book, story: Story, *, now: datetime) -> Change:
    """Star a story to come back to; a starred one loses its star."""
    before = here(book, story)
    after = altered(before, now, starred=not before.starred)
    done = "Starred" if after.starred else "Took the star off"
    return Change(sentence=f"{done} {title_of(before, book)}", at=now, put=(after,))
