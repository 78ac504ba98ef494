"""Commitments: what the member said yes to, and whether it was kept."""

from enum import StrEnum
from typing import ClassVar

from cop_tui.domain.community import Tick
from cop_tui.domain.record import Moment, Record


class Promise(StrEnum):
    """What was promised: to be there, or to do something."""

    SHOW_UP = "show-up"
    DO = "do"


class Outcome(StrEnum):
    """What came of a promise. Kept, excused in time and missed are different things (FIELD 7)."""

    OPEN = "open"
    KEPT = "kept"
    MISSED = "missed"
    EXCUSED = "excused"
    RELEASED = "released"


class Commitment(Record, frozen=True, kw_only=True):
    """One promise to show up or to do something."""

    table: ClassVar[str] = "commitments"

    what: str
    """What was promised."""
    community: str | None = None
    """The id of the community that it belongs to."""
    invitation: str | None = None
    """The id of the invitation that the member said yes to."""
    start: Moment | None = None
    """When it begins, or when it is due; midnight UTC of the day where it is all day."""
    end: Moment | None = None
    """When it ends, as `start`."""
    all_day: bool = False
    """Whether it is about a day and not about an hour."""
    timezone: str = ""
    """The IANA zone whose wall clock counts; empty where it is all day."""
    kind: Promise = Promise.SHOW_UP
    """To show up, or to do."""
    outcome: Outcome = Outcome.OPEN
    """What came of it."""
    closed_on: Moment | None = None
    """When the member said what came of it, in UTC."""
    reflection: str = ""
    """The member's words about it."""
    occurrence: Moment | None = None
    """Of a series: the start that it has in the series, in UTC."""
    confirmed_on: Moment | None = None
    """When the member was asked "still coming?" and said yes, in UTC."""
    occasions: tuple[Tick, ...] = ()
    """What is done and noted of before, at and after a gathering."""
