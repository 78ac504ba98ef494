"""The rhythm: the member's days, and what came of their promises. It counts and never judges."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import CheckIn, DayKind
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.moment import seen_from
from cop_tui.practice.activity import moment_kept

WEEKS = 26
"""How many weeks the strip of days shows."""


class Kept(Struct, frozen=True, kw_only=True):
    """What came of promises, as counts."""

    kept: int = 0
    """How many were kept."""
    missed: int = 0
    """How many were missed without a word."""
    excused: int = 0
    """How many were excused in time."""
    released: int = 0
    """How many were called off by the host."""
    open: int = 0
    """How many are still open."""


class Day(Struct, frozen=True, kw_only=True):
    """One day of the strip."""

    day: date
    """Which day, in the member's zone."""
    count: int = 0
    """How many things the member did on it; 0 for days to come."""
    kind: DayKind | None = None
    """Whether the check-in was done or the day spoken for; none where neither."""


class Rhythm(Kept, frozen=True, kw_only=True):
    """The member's rhythm."""

    streak: int = 0
    """Days in a row with a check-in, up to today or yesterday; skips and pauses don't break it."""
    longest: int = 0
    """The longest that the streak has been."""
    checked_in_today: bool = False
    """Whether today's check-in is done."""
    days: tuple[Day, ...] = ()
    """26 weeks of days, Monday first, ending with this week's Sunday."""


def rhythm(book: Book, now: datetime) -> Rhythm:
    """Return the member's rhythm as it is now."""
    today = now.date()
    streak, longest = _streaks(book.check_ins.values(), today)
    days = _strip(book, now)
    return Rhythm(
        **_by_name(Counter(one.outcome for one in book.commitments.values())),
        streak=streak,
        longest=longest,
        checked_in_today=any(one.day == today and one.kind is DayKind.DONE for one in days),
        days=days,
    )


def kept_words(kept: Kept) -> str:
    """Return what came of promises in words: "kept 18 of 20, excused 3, called off 1"."""
    closed = kept.kept + kept.missed
    parts = (
        f"kept {kept.kept} of {closed}" if closed else "",
        f"excused {kept.excused}" if kept.excused else "",
        f"called off {kept.released}" if kept.released else "",
    )
    return ", ".join(part for part in parts if part) or "no promise has come due yet"


def kept_percent(kept: Kept) -> int | None:
    """Return how many of a hundred were kept; none below five, where a percentage would say too much."""
    closed = kept.kept + kept.missed
    return round(100 * kept.kept / closed) if closed >= 5 else None


@lru_cache(maxsize=2)
def kept_by_community(book: Book) -> Mapping[str | None, Kept]:
    """Return what came of the promises of each community, by its id; under none, those of no community."""
    counts: defaultdict[str | None, Counter[Outcome]] = defaultdict(Counter)
    for commitment in book.commitments.values():
        counts[commitment.community][commitment.outcome] += 1
    return {community: Kept(**_by_name(outcomes)) for community, outcomes in counts.items()}


def _by_name(outcomes: Mapping[Outcome, int]) -> dict[str, int]:
    return {outcome.value: count for outcome, count in outcomes.items()}


def _streaks(check_ins: Iterable[CheckIn], today: date) -> tuple[int, int]:
    """Return the streak of today and the longest: days done within days that are all done or spoken for."""
    past = [one for one in check_ins if one.day <= today]
    done = {one.day for one in past if one.kind is DayKind.DONE}
    spoken_for = sorted((one.day, _last_day(one, today)) for one in past)
    runs: list[tuple[date, date]] = []
    for first, last in spoken_for:
        if runs and (first - runs[-1][1]).days <= 1:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        else:
            runs.append((first, last))
    if not runs:
        return 0, 0
    starts = [first for first, _ in runs]
    lengths = Counter(_run_of(day, starts) for day in done)
    goes_on = (today - runs[-1][1]).days <= 1
    return (lengths[len(runs) - 1] if goes_on else 0), max(lengths.values(), default=0)


def _run_of(day: date, starts: list[date]) -> int:
    return bisect_right(starts, day) - 1


def _last_day(check_in: CheckIn, today: date) -> date:
    if check_in.kind is not DayKind.PAUSED:
        return check_in.day
    return max(check_in.day, min(check_in.until or today, today))


def _strip(book: Book, now: datetime) -> tuple[Day, ...]:
    today = now.date()
    first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    kinds = _kinds(book, first, today)
    counts = Counter(day for day in _deeds(book, now, first) if first <= day <= today)
    counts.update(day for day, kind in kinds.items() if kind is DayKind.DONE)
    days = (first + timedelta(days=number) for number in range(7 * WEEKS))
    return tuple(Day(day=day, count=counts[day], kind=kinds.get(day)) for day in days)


def _kinds(book: Book, first: date, today: date) -> dict[date, DayKind]:
    """Return what became of each day since `first`: done goes before skipped, skipped before paused."""
    order = list(DayKind)
    kinds: dict[date, DayKind] = {}
    for check_in in sorted(book.check_ins.values(), key=lambda one: order.index(one.kind), reverse=True):
        day, last = max(check_in.day, first), min(_last_day(check_in, today), today)
        while day <= last:
            kinds[day] = check_in.kind
            day += timedelta(days=1)
    return kinds


def _deeds(book: Book, now: datetime, first: date) -> Iterator[date]:
    """Go through the days since `first` (and perhaps two before) on which the member did something.

    A moment's own date is at most a day off the looker's, and far quicker to compare than the moment.
    """
    since = first - timedelta(days=2)
    for on in _moments(book):
        if on.date() >= since:
            yield seen_from(on, now).date()
    for commitment in book.commitments.values():
        if commitment.outcome is Outcome.KEPT:
            on, all_day = moment_kept(commitment)
            if on.date() >= since:
                yield seen_from(on, now, timezone=_zone(commitment, on), all_day=all_day).date()


def _moments(book: Book) -> Iterator[datetime]:
    for table in (book.stories, book.learning, book.interests):
        for record in table.values():
            yield record.on
    for person in book.people.values():
        for contact in person.contacts:
            yield contact.on


def _zone(commitment: Commitment, on: datetime) -> str:
    return commitment.timezone if on is commitment.start else ""
