"""Learning: what the member learned, from whom, and how far it has come."""

from typing import ClassVar

from cop_tui.domain.purpose import Purpose, Rung
from cop_tui.domain.record import Moment, Part, Record


class Climb(Part, frozen=True, kw_only=True):
    """One rung reached."""

    rung: Rung
    """Which."""
    on: Moment
    """When, with the offset of where the member was."""


class FollowUp(Part, frozen=True, kw_only=True):
    """One time that an entry came back and the member said what came of it."""

    on: Moment
    """When, with the offset of where the member was."""
    text: str = ""
    """What came of it, in the member's words; empty where it was put off."""


class Learning(Record, frozen=True, kw_only=True):
    """One thing learned."""

    table: ClassVar[str] = "learning"

    text: str
    """What, in the member's words."""
    on: Moment
    """When, with the offset of where the member was."""
    community: str | None = None
    """The id of the community in which it was learned."""
    people: tuple[str, ...] = ()
    """The ids of those from whom it was learned."""
    commitment: str | None = None
    """The id of the gathering at which it was learned."""
    goal: str | None = None
    """The id of the goal that it serves."""
    purpose: Purpose = Purpose.INDIVIDUAL_DEVELOPMENT
    """Whose ladder it climbs."""
    rung: Rung = Rung.NOTICED
    """How far it has come."""
    climbs: tuple[Climb, ...] = ()
    """The rungs it reached, each with its day, lowest first."""
    tags: tuple[str, ...] = ()
    """The member's own words to find it by, without # or @."""
    links: tuple[str, ...] = ()
    """Where to read on."""
    follow_ups: tuple[FollowUp, ...] = ()
    """What came of it when it was asked about again."""
