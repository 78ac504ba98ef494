"""What stands beside Today's list: the rhythm, the communities, a year ago today. Pure."""

from datetime import datetime

from textual.content import Content

from cop_tui.domain.book import Book
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import seen_from
from cop_tui.domain.story import Story
from cop_tui.practice.at_a_glance import Glance
from cop_tui.practice.rhythm import Rhythm, kept_words
from cop_tui.practice.words import one_line
from cop_tui.tui.markup import line, lines, literal
from cop_tui.tui.tones import ALIVE, FAINT, INK, SAID, SOFT, TITLE
from cop_tui.tui.widgets.elements import communities
from cop_tui.tui.widgets.heat_map import heat_map

SHOWN = 6
"""Communities that find room; the place for all of them is their own."""
QUOTED = 220
"""Characters of what is quoted from a year ago."""


def rhythm_words(reading: Rhythm, now: datetime) -> Content:
    """Return the heat map under its title, with what came of promises below it."""
    title = line(("Your rhythm", TITLE), ("  26 weeks", FAINT))
    return lines(title, heat_map(reading.days, now.date()), Content(""), _kept(reading))


def communities_words(found: tuple[Glance, ...], width: int) -> Content:
    """Return the communities with their elements under their title."""
    if not found:
        return lines(line(("Communities", TITLE)), line(("None yet. They grow out of what people share.", SOFT)))
    title = (("Communities", TITLE), (f"  {len(found)}", FAINT))
    more = [line((f"and {len(found) - SHOWN} more", FAINT))] if len(found) > SHOWN else []
    return lines(communities(title, found[:SHOWN], width), *more)


def year_ago_words(book: Book, entry: Story | Learning, now: datetime) -> Content:
    """Return what the member wrote on this day of an earlier year, under how long ago that was."""
    years = now.year - seen_from(entry.on, now).year
    title = "A year ago today" if years == 1 else f"{years} years ago today"
    words = entry.text if isinstance(entry, Learning) else entry.body or entry.title
    community = book.communities.get(entry.community or "")
    source = [literal(community.name, FAINT)] if community else []
    return lines(line((title, TITLE)), literal(f"“{one_line(words, QUOTED)}”", SAID), *source)


def _kept(reading: Rhythm) -> Content:
    """Return what came of promises, the kept ones brightest."""
    first, *rest = kept_words(reading).split(", ")
    before, count, after = first.partition(f" {reading.kept} ")
    return line(
        (before[:1].upper() + before[1:], INK if count else SOFT),
        (count, f"bold {ALIVE}"),
        (after, INK),
        *((f"  {words}", FAINT) for words in rest),
    )
