"""What the views of Communities show: yours, by stage, those out of sight. Pure."""

from collections.abc import Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community, Stage
from cop_tui.practice.at_a_glance import Glance, at_a_glance, beat_word
from cop_tui.practice.cultivation import pulse
from cop_tui.practice.field import STAGE_TEXTS
from cop_tui.practice.narrowing import Keeps
from cop_tui.tui.pages.around import near
from cop_tui.tui.tones import ALIVE, FAINT, INK, SOFT
from cop_tui.tui.widgets.elements import EMPTY, FULL, LENGTH
from cop_tui.tui.widgets.rows import Column, Row, Section, filled

COLUMNS = (
    Column(tone=INK),
    Column(most=7, tone=SOFT),
    Column(most=5, tone=ALIVE),
    Column(most=5, tone=ALIVE),
    Column(most=8, tone=ALIVE),
)
"""Its name, its pulse, the bars of its three elements."""

BY_STAGE = (Column(tone=INK), Column(most=14, tone=SOFT), Column(most=20, tone=FAINT))
"""Its name, its level or pulse, its subject."""

NONE_YET = "A community is a group that learns by doing. n notes one that is, or one that you wish there were."
"""What is said where there is none."""


def yours(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return the communities in sight, the liveliest first, with how their three elements do."""
    found = (one for one in at_a_glance(book, now) if is_kept(book.communities[one.community]))
    rows = tuple(_alive(one) for one in found)
    count = f"{len(rows)}   pulse · focus · people · practice" if rows else ""
    return (Section("Your communities", rows, count=count, empty="" if rows else NONE_YET),)


def by_stage(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return the communities in sight by the stage that they are at."""
    found = sorted((one for one in _in_sight(book) if is_kept(one)), key=lambda one: (one.name.casefold(), one.id))
    sections = (
        Section(
            STAGE_TEXTS[stage].title,
            tuple(_at_stage(book, one, now) for one in found if one.stage is stage),
            count=STAGE_TEXTS[stage].going_on,
        )
        for stage in Stage
    )
    return filled(*sections, empty=NONE_YET)


def out_of_sight(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return the communities that are over, or that the member left."""
    found = [one for one in book.communities.values() if one.archived and is_kept(one)]
    found.sort(key=lambda one: (one.name.casefold(), one.id))
    rows = tuple(
        Row(one.id, (one.name, f"left {near(one.left_on, now)}" if one.left_on else "archived", one.subject))
        for one in found
    )
    empty = "" if rows else "None. z puts a community out of sight that is over; nothing of it is lost."
    return (Section("Out of sight", rows, count=str(len(rows)) if rows else "", empty=empty),)


def _in_sight(book: Book) -> list[Community]:
    return [one for one in book.communities.values() if not one.archived]


def _alive(one: Glance) -> Row:
    bars = (FULL * marks + EMPTY * (LENGTH - marks) for marks in one.marks)
    return Row(one.community, (one.name, one.word, *bars), tone=SOFT if one.is_quiet else "")


def _at_stage(book: Book, one: Community, now: datetime) -> Row:
    word = beat_word(pulse(book, one, now).word)
    return Row(one.id, (one.name, f"{one.level.value}, {word}", one.subject))
