"""Stories: what happened, told as one goes, and what value came of it."""

from enum import StrEnum
from typing import ClassVar

from cop_tui.domain.community import Element
from cop_tui.domain.learning import FollowUp
from cop_tui.domain.record import Moment, Part, Record


class Value(StrEnum):
    """The cycles in which value shows (Wenger, Trayner & de Laat 2011)."""

    IMMEDIATE = "immediate"
    POTENTIAL = "potential"
    APPLIED = "applied"
    REALISED = "realised"
    REFRAMING = "reframing"


class Cycle(Part, frozen=True, kw_only=True):
    """What showed in one cycle of a value-creation story."""

    cycle: Value
    """Which cycle."""
    text: str
    """What showed."""
    on: Moment
    """When, with the offset of where the member was."""


class Story(Record, frozen=True, kw_only=True):
    """One entry of the story."""

    table: ClassVar[str] = "stories"

    on: Moment
    """When it happened or was told, with the offset of where the member was."""
    title: str = ""
    """Its title; empty where it has none."""
    body: str = ""
    """Its text, in Markdown."""
    community: str | None = None
    """The id of the community that it is about."""
    people: tuple[str, ...] = ()
    """The ids of the people in it."""
    element: Element | None = None
    """Which of the three elements it is about."""
    commitment: str | None = None
    """The id of the gathering that it tells of."""
    tags: tuple[str, ...] = ()
    """The member's own words to find it by, without # or @."""
    starred: bool = False
    """Whether it is one to come back to."""
    cycles: tuple[Cycle, ...] = ()
    """Of a value-creation story: what showed in each cycle."""
    follow_ups: tuple[FollowUp, ...] = ()
    """What came of it when it was asked about again."""
