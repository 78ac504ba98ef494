"""Check-ins: the minute a day in which the rest is kept up."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from cop_tui.domain.record import Part, Record


class DayKind(StrEnum):
    """What became of a day's check-in. Skips and pauses don't break the rhythm (FIELD 7)."""

    DONE = "done"
    SKIPPED = "skipped"
    PAUSED = "paused"


class Step(StrEnum):
    """The five steps of the check-in."""

    SHOW_UP = "show-up"
    ASK = "ask"
    INVITE = "invite"
    LEARN = "learn"
    TELL = "tell"


class StepDone(Part, frozen=True, kw_only=True):
    """What was done in one step."""

    step: Step
    """Which step."""
    did: tuple[str, ...] = ()
    """The sentences of what was done in it; none where it was passed over."""


class CheckIn(Record, frozen=True, kw_only=True):
    """One day's check-in, or a day or days without one that the member spoke for."""

    table: ClassVar[str] = "check_ins"

    day: date
    """The day, where the member was; the first day of a pause."""
    kind: DayKind = DayKind.DONE
    """Done, skipped or paused."""
    steps: tuple[StepDone, ...] = ()
    """What was done in each step."""
    until: date | None = None
    """The last day of a pause; none while it is open."""
    note: str = ""
    """Why it was skipped or paused, if the member said."""
