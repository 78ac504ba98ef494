"""Development goals: what the member wants to become able to do."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from cop_tui.domain.record import Moment, Record


class Pursuit(StrEnum):
    """Whether a goal is still pursued."""

    PURSUING = "pursuing"
    REACHED = "reached"
    LET_GO = "let-go"


class Goal(Record, frozen=True, kw_only=True):
    """Something the member wants to become able to do."""

    table: ClassVar[str] = "goals"

    text: str
    """What."""
    why: str = ""
    """What for."""
    by: date | None = None
    """The day by which."""
    state: Pursuit = Pursuit.PURSUING
    """Whether it is still pursued."""
    closed_on: Moment | None = None
    """When it was reached or let go, in UTC."""
