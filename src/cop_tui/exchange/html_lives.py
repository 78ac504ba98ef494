"""The lives of communities: through which stages each went, as steps over time."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from msgspec import Struct

from cop_tui.domain.community import Community, Stage, StageMove
from cop_tui.exchange.markdown_chapters import by_name
from cop_tui.exchange.markdown_choice import Choice
from cop_tui.exchange.markdown_entries import long_day
from cop_tui.practice.printable import one_line

LONGEST = timedelta(days=3 * 366)
"""The time that is drawn at most, up to its end; what was before begins at its edge."""

WIDTH = 800.0
"""How wide the chart is."""

RISE = 9.0
"""How much higher a stage stands than the one before it."""

MOST = 40
"""The communities that are drawn at most."""

_LETTER = 6.4
_NAME = 60


class Step(Struct, frozen=True, kw_only=True):
    """The time that a community was at one stage."""

    x: float
    """Where it begins."""
    width: float
    """How long it lasts."""
    height: float
    """How high it stands."""
    stage: str
    """Which stage."""
    label: str = ""
    """The stage where there is room for its name."""


class Life(Struct, frozen=True, kw_only=True):
    """One community."""

    name: str
    """What it is called."""
    steps: tuple[Step, ...]
    """Its stages, by time."""
    words: str
    """How it lived, in a sentence."""


class Tick(Struct, frozen=True):
    """One date below the chart."""

    x: float
    """Where it stands."""
    label: str
    """What it says."""


class Lives(Struct, frozen=True, kw_only=True):
    """The whole chart."""

    lives: tuple[Life, ...]
    """The communities, by name."""
    ticks: tuple[Tick, ...]
    """The dates below it."""


class _Axis(Struct, frozen=True):
    first: date
    last: date

    def at(self, day: date) -> float:
        """Return where a day is; outside it the nearest edge."""
        days = max((self.last - self.first).days, 1)
        return round(WIDTH * min(max((day - self.first).days / days, 0.0), 1.0), 2)


def lives(choice: Choice, now: datetime) -> Lives | None:
    """Return the stages of the communities that are told of; none where no move is known."""
    last = min(choice.until or now.date(), now.date())
    moved = [(one, _moves(one, last)) for one in by_name(choice.communities)]
    moved = [(one, moves) for one, moves in moved if moves][:MOST]
    if not moved:
        return None
    earliest = max(min(moves[0].on for _, moves in moved), choice.since or date.min)
    axis = _Axis(min(max(earliest, _before(last)), last), last)
    drawn = tuple(_life(one, moves, axis) for one, moves in moved)
    return Lives(lives=drawn, ticks=tuple(_ticks(axis)))


def _before(last: date) -> date:
    return last - LONGEST if last - date.min > LONGEST else date.min


def _moves(community: Community, last: date) -> list[StageMove]:
    """Return the moves up to a day, by their days; of several on one day the last."""
    past = sorted((move for move in community.stages if move.on <= last), key=lambda move: move.on)
    return [[*moves][-1] for _, moves in groupby(past, lambda move: move.on)]


def _life(community: Community, moves: Sequence[StageMove], axis: _Axis) -> Life:
    said = ", ".join(f"{move.stage} from {long_day(move.on)}" for move in moves)
    left = f"; left on {long_day(community.left_on)}" if community.left_on and community.left_on <= axis.last else ""
    name = community.name or "A community"
    return Life(name=one_line(name, _NAME), steps=tuple(_steps(community, moves, axis)), words=f"{name}: {said}{left}.")


def _steps(community: Community, moves: Sequence[StageMove], axis: _Axis) -> Iterator[Step]:
    end = min(community.left_on or axis.last, axis.last)
    for move, after in zip(moves, [*(move.on for move in moves[1:]), end], strict=True):
        x, until = axis.at(min(move.on, end)), axis.at(min(after, end))
        if until > x:
            yield Step(
                x=x,
                width=round(until - x, 2),
                height=RISE * (list(Stage).index(move.stage) + 1),
                stage=move.stage.value,
                label=move.stage.value if until - x > _LETTER * len(move.stage) else "",
            )


def _ticks(axis: _Axis) -> Iterator[Tick]:
    """Go through the years that begin in the time that is drawn, or its two ends where none does."""
    years = [date(year, 1, 1) for year in range(axis.first.year + 1, axis.last.year + 1)]
    ends = [axis.first, axis.last] if axis.last > axis.first else [axis.last]
    for day in years or ends:
        yield Tick(axis.at(day), str(day.year) if years else long_day(day))
