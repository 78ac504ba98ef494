"""The chart of showing up: what came of promises, month by month, as bars with a sentence for each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.moment import seen_from
from cop_tui.exchange.markdown_choice import Choice
from cop_tui.practice.activity import moment_kept
from cop_tui.practice.days import MONTHS
from cop_tui.practice.rhythm import Kept, kept_words

MOST = 36
"""The bars that are drawn at most: of months, or of years where the time is longer; the last ones."""

HEIGHT = 120.0
"""How high the highest bar is."""

WIDTH = 800.0
"""How wide the chart is at most."""

STEP = 62.0
"""How far a bar is from the next; closer where they are many."""

_SHOWN = (Outcome.KEPT, Outcome.EXCUSED, Outcome.MISSED)


class Block(Struct, frozen=True):
    """One part of a bar."""

    outcome: str
    """Which outcome it counts."""
    y: float
    """Where its upper end is."""
    height: float
    """How high it is."""


class Bar(Struct, frozen=True, kw_only=True):
    """One month, or one year."""

    x: float
    """Where its middle is."""
    label: str
    """What stands below it."""
    year: str = ""
    """The year below that, where one begins."""
    blocks: tuple[Block, ...] = ()
    """Its parts, from below."""
    top: float
    """Where its upper end is."""
    count: int = 0
    """How many promises were kept."""
    words: str
    """What it shows, in a sentence."""


class Months(Struct, frozen=True, kw_only=True):
    """The whole chart."""

    bars: tuple[Bar, ...]
    """Its bars, by time."""
    width: float
    """How wide it is."""
    bar_width: float
    """How wide a bar is."""
    words: str
    """What came of all promises in it."""
    by: str
    """What a bar stands for: month or year."""


def showing_up(book: Book, choice: Choice, now: datetime) -> Months | None:
    """Return what came of the promises in what is told; none where none was closed."""
    closed = [(day, one) for day, one in _closed(book, now) if _is_told(day, one, choice)]
    counts: defaultdict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for day, one in closed:
        counts[day.year, day.month][one.outcome.value] += 1
    if not counts:
        return None
    first, last = min(counts), max(counts)
    count = 12 * (last[0] - first[0]) + last[1] - first[1] + 1
    by_year = count > MOST
    spans = list(_by_year(counts).items())[-MOST:] if by_year else list(_filled(counts, first, count))
    step = min(STEP, WIDTH / len(spans))
    return Months(
        bars=tuple(_bars(spans, step)),
        width=round(step * len(spans), 2),
        bar_width=round(step * 0.5, 2),
        words=kept_words(Kept(**Counter(one.outcome.value for _, one in closed))),
        by="year" if by_year else "month",
    )


def _closed(book: Book, now: datetime) -> Iterator[tuple[date, Commitment]]:
    for one in book.commitments.values():
        if one.outcome is not Outcome.OPEN:
            moment, all_day = moment_kept(one)
            yield seen_from(moment, now, timezone=one.timezone, all_day=all_day).date(), one


def _is_told(day: date, one: Commitment, choice: Choice) -> bool:
    return choice.covers(day) and (choice.community is None or one.community == choice.community.id)


def _by_year(counts: Mapping[tuple[int, int], Counter[str]]) -> dict[tuple[int, int], Counter[str]]:
    years: defaultdict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for (year, _), outcomes in sorted(counts.items()):
        years[year, 0].update(outcomes)
    return years


def _filled(
    counts: Mapping[tuple[int, int], Counter[str]], first: tuple[int, int], count: int
) -> Iterator[tuple[tuple[int, int], Counter[str]]]:
    for number in range(first[1] - 1, first[1] - 1 + count):
        month = (first[0] + number // 12, number % 12 + 1)
        yield month, counts.get(month, Counter())


def _bars(spans: list[tuple[tuple[int, int], Counter[str]]], step: float) -> Iterator[Bar]:
    highest = max(sum(outcomes[one] for one in _SHOWN) for _, outcomes in spans) or 1
    for place, ((year, month), outcomes) in enumerate(spans):
        blocks = tuple(_blocks(outcomes, HEIGHT / highest))
        name = MONTHS[month - 1].title() if month else ""
        begins = bool(name) and (month == 1 or place == 0)
        yield Bar(
            x=round(step * (place + 0.5), 2),
            label=_label(name, step) or str(year),
            year=str(year) if begins else "",
            blocks=blocks,
            top=blocks[-1].y if blocks else HEIGHT,
            count=outcomes[Outcome.KEPT],
            words=f"{name} {year}".strip() + f": {_words(outcomes)}",
        )


def _label(name: str, step: float) -> str:
    return name[:3] if step > 30 else name[:1]


def _blocks(outcomes: Counter[str], scale: float) -> Iterator[Block]:
    below = HEIGHT
    for outcome in _SHOWN:
        if outcomes[outcome]:
            height = outcomes[outcome] * scale
            below -= height
            yield Block(outcome.value, round(below, 2), round(height, 2))


def _words(outcomes: Counter[str]) -> str:
    return kept_words(Kept(**outcomes)) if outcomes else "nothing came due"
