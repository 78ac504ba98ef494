"""Communities of practice: what they are about, who is in them, how they live."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from cop_tui.domain.purpose import Purpose
from cop_tui.domain.record import Part, Record


class Stage(StrEnum):
    """Where a community is in its life (Wenger, McDermott & Snyder 2002, ch. 4 and 5)."""

    POTENTIAL = "potential"
    COALESCING = "coalescing"
    MATURING = "maturing"
    STEWARDSHIP = "stewardship"
    TRANSFORMATION = "transformation"


class Level(StrEnum):
    """How far in someone takes part; a choice, not a grade (ibid., ch. 3)."""

    CORE = "core"
    ACTIVE = "active"
    PERIPHERAL = "peripheral"


class Element(StrEnum):
    """The three elements to cultivate, all life long (FIELD 3)."""

    FOCUS = "focus"
    PEOPLE = "people"
    PRACTICE = "practice"


class StageMove(Part, frozen=True, kw_only=True):
    """One move in a community's life; it may move back as well as on."""

    stage: Stage
    """The stage that it came to."""
    on: date
    """The day, where the member was."""


class Taker(Part, frozen=True, kw_only=True):
    """Someone who takes part in a community."""

    person: str
    """The person's id."""
    level: Level = Level.PERIPHERAL
    """How far in they take part."""
    part: str = ""
    """What they do in it: convenes, hosts, keeps the notes."""


class Place(Part, frozen=True, kw_only=True):
    """Where a community meets or talks: a room, a link, a list."""

    kind: str = ""
    """What it is: room, link, list."""
    text: str
    """The address, as it was written."""


class Tick(Part, frozen=True, kw_only=True):
    """What the member did about one line of a checklist."""

    checklist: str
    """Which checklist: a phase of getting started, or an occasion."""
    item: str
    """The key of its line."""
    on: date | None = None
    """The day it was done; none while it is only noted."""
    note: str = ""
    """The member's own words beside it."""


class Community(Record, frozen=True, kw_only=True):
    """A voluntary group of people who learn about one subject together."""

    table: ClassVar[str] = "communities"

    name: str
    """What it calls itself."""
    subject: str = ""
    """What it is about."""
    purpose: Purpose | None = None
    """What it is for first of all."""
    other_purposes: tuple[Purpose, ...] = ()
    """What else it is for."""
    stage: Stage = Stage.POTENTIAL
    """Where it is in its life now."""
    stages: tuple[StageMove, ...] = ()
    """How it came there, oldest move first."""
    level: Level = Level.PERIPHERAL
    """How far in the member takes part."""
    organisations: tuple[str, ...] = ()
    """Which organisations it crosses."""
    people: tuple[Taker, ...] = ()
    """Who takes part besides the member."""
    rhythm: int | None = None
    """How often it meets: one time in so many days."""
    places: tuple[Place, ...] = ()
    """Where it meets and talks."""
    phases: tuple[Tick, ...] = ()
    """What is done and noted of the four phases of getting started."""
    occasions: tuple[Tick, ...] = ()
    """What is done and noted of joining, convening and leaving."""
    archived: bool = False
    """Whether it is out of sight: left, or over."""
    voluntary: bool = True
    """Whether people are in it because they want to be."""
    why: str = ""
    """Why the member is in it, in one sentence."""
    joined_on: date | None = None
    """The day the member joined."""
    left_on: date | None = None
    """The day the member left."""
    cut_off: int | None = None
    """Hours before a gathering after which a yes can't be taken back lightly; 24 where it says nothing."""
    reconnect_every: int | None = None
    """Days after which the member would like to be in touch again with its people."""
