"""How communities are: their pulse, their three elements, what the member gives and takes.

It shows what thrives and what has gone quiet, and says why it thinks so (FIELD 3 and 8).
"""

from collections import Counter
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import takewhile

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Outcome, Promise
from cop_tui.domain.community import Community, Element
from cop_tui.domain.invitation import Way
from cop_tui.domain.member import ME
from cop_tui.domain.moment import seen_from
from cop_tui.domain.purpose import RUNGS
from cop_tui.practice.activity import Happening, What, happenings, touches
from cop_tui.practice.phrases import counted, every, listed, span
from cop_tui.practice.words import day_words

USUAL_RHYTHM = 30
"""Days between gatherings that the elements reckon with where a community gives no rhythm."""

SLOWEST = 3660
"""Days of the slowest rhythm that is reckoned with: once in ten years."""

MARKS = 5
"""How many marks an element has at most."""

_OFF = timedelta(days=2)
"""How far the date with which a moment was noted is off the looker's at most."""

_MANY = {
    What.LEARNED: "learning entries",
    What.TOLD: "stories",
    What.NEWCOMER: "new people",
    What.KEPT: "gatherings kept",
    What.DONE: "promises kept",
    What.CLIMBED: "entries climbed",
    What.MADE: "pieces of knowledge",
}

_PLACES = {rung: place for ladder in RUNGS.values() for place, rung in enumerate(ladder)}


class Beat(StrEnum):
    """How a community's pulse goes."""

    LIVELY = "lively"
    STEADY = "steady"
    QUIET = "quiet"
    UNKNOWN = "unknown"


class Life(StrEnum):
    """How one of the three elements does."""

    THRIVING = "thriving"
    STEADY = "steady"
    QUIET = "quiet"


class Pulse(Struct, frozen=True, kw_only=True):
    """A community's pulse: how long it has been quiet, measured by its own rhythm."""

    word: Beat
    """How it goes."""
    last: date | None = None
    """The day of its last activity, in the member's zone."""
    days: int | None = None
    """Days since then."""
    why: str
    """What this rests on."""


class Reading(Struct, frozen=True, kw_only=True):
    """How one element of a community does."""

    element: Element
    """Which."""
    state: Life
    """How it does."""
    marks: int = 0
    """How much there is to see of it, 0 to 5."""
    why: str
    """What this rests on."""
    records: tuple[str, ...] = ()
    """The ids of the records that it rests on, newest first."""


def last_activity(book: Book, community: Community, now: datetime) -> date | None:
    """Return the day on which something last happened in a community.

    Gatherings, promises, learning, stories and invitations count; being in touch with one of its people does not.
    """
    last: date | None = None
    for happening in happenings(book).get(community.id, ()):
        if last is not None and happening.on.date() < last - _OFF:
            break
        day = happening.day(now)
        if happening.what not in (What.TOUCH, What.NEWCOMER) and day <= now.date():
            last = max(last or day, day)
    return last


def rhythm_of(community: Community) -> int | None:
    """Return how many days lie between a community's gatherings; none where it gives no rhythm that can be one."""
    return min(community.rhythm, SLOWEST) if community.rhythm is not None and community.rhythm > 0 else None


def pulse(book: Book, community: Community, now: datetime) -> Pulse:
    """Return a community's pulse: days since its last activity by its rhythm, up to 1 lively, up to 2 steady."""
    last = last_activity(book, community, now)
    rhythm = rhythm_of(community)
    if last is None:
        ask = "" if rhythm else ", and it has no rhythm: how often does it meet?"
        return Pulse(word=Beat.UNKNOWN, why="Nothing is noted in it yet" + ask)
    days = (now.date() - last).days
    noted = f"The last thing noted is from {day_words(last, now.date())}"
    if not rhythm:
        why = f"{noted}; it has no rhythm yet: how often does it meet?"
        return Pulse(word=Beat.UNKNOWN, last=last, days=days, why=why)
    beats = days / rhythm
    word = Beat.LIVELY if beats <= 1 else Beat.STEADY if beats <= 2 else Beat.QUIET
    return Pulse(word=word, last=last, days=days, why=f"{noted}; it meets {every(rhythm)}")


def elements(book: Book, community: Community, now: datetime) -> tuple[Reading, Reading, Reading]:
    """Return how the three elements of a community do, over the last three of its rhythms."""
    days = 3 * (rhythm_of(community) or USUAL_RHYTHM)
    lately = _lately(book, community, now, days)
    focus, people, practice = (_reading(element, lately, days) for element in Element)
    return focus, people, practice


def give_and_take(book: Book, community: Community | None = None) -> tuple[int, int]:
    """Return how often the member gave and took, in one community or altogether: two counts, no ratio.

    Given: asked, invited, told, done for others. Taken: learned and was helped.
    """
    takers = {taker.person for taker in community.people} if community else None
    asked = sum(one.who != ME and (takers is None or one.who in takers) for one in book.interests.values())
    done = sum(
        one.outcome is Outcome.KEPT and one.kind is Promise.DO and _in(one.community, community)
        for one in book.commitments.values()
    )
    invited = sum(one.way is Way.SENT and _in(one.community, community) for one in book.invitations.values())
    told = sum(_in(one.community, community) for one in book.stories.values())
    taken = sum(_in(one.community, community) for one in book.learning.values())
    return asked + done + invited + told, taken


def depth(book: Book) -> tuple[int, int]:
    """Return how many learning entries reached their second rung, and how many of them their third."""
    rungs = Counter(_PLACES[one.rung] for one in book.learning.values())
    return rungs[1] + rungs[2], rungs[2]


def reach(book: Book, now: datetime) -> tuple[int, int]:
    """Return how many people the member met or asked this quarter, and how many of them on another day since."""
    first = now.date().replace(month=3 * ((now.month - 1) // 3) + 1, day=1)
    met = again = 0
    for moments in touches(book).values():
        days = {seen_from(moment, now).date() for moment in moments if moment <= now}
        this_quarter = sum(day >= first for day in days)
        met += this_quarter > 0
        again += this_quarter > 1
    return met, again


def _in(community_id: str | None, community: Community | None) -> bool:
    return community is None or community_id == community.id


def _lately(book: Book, community: Community, now: datetime, days: int) -> list[Happening]:
    """Return what happened in the last days, newest first."""
    today, first = now.date(), now.date() - timedelta(days=days)
    new = takewhile(lambda one: one.on.date() >= first - _OFF, happenings(book).get(community.id, ()))
    lately = (one for one in new if first < one.day(now) <= today)
    return sorted(lately, key=lambda one: (one.on.timestamp(), one.record), reverse=True)


def _reading(element: Element, lately: list[Happening], days: int) -> Reading:
    mine = [happening for happening in lately if happening.element is element]
    state = Life.THRIVING if len(mine) >= 3 else Life.STEADY if mine else Life.QUIET
    counts = Counter(happening.what for happening in mine)
    seen = [counted(counts[what], what, _MANY.get(what, "")) for what in What if counts[what]]
    return Reading(
        element=element,
        state=state,
        marks=min(len(mine), MARKS),
        why=f"{listed(seen, most=len(What)) or 'Nothing noted'} in the last {span(days)}",
        records=tuple(dict.fromkeys(happening.record for happening in mine)),
    )
