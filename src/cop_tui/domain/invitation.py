"""Invitations and proposals, received and sent."""

from enum import StrEnum
from typing import ClassVar

from cop_tui.domain.record import Moment, Part, Record


class Way(StrEnum):
    """Which way an invitation went."""

    RECEIVED = "received"
    SENT = "sent"


class Offer(StrEnum):
    """How firm it is: a dated invitation, or an idea to talk about."""

    INVITATION = "invitation"
    PROPOSAL = "proposal"


class Answer(StrEnum):
    """What someone said to an invitation."""

    WAITING = "waiting"
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class State(StrEnum):
    """Whether an invitation still stands."""

    OPEN = "open"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class Recipient(Part, frozen=True, kw_only=True):
    """Someone who was invited, and what they said."""

    person: str
    """The person's id."""
    answer: Answer = Answer.WAITING
    """What they said."""
    stamp: Moment | None = None
    """When they said so, by their own clock (the reply's DTSTAMP)."""


class Invitation(Record, frozen=True, kw_only=True):
    """An invitation or a proposal; a whole series, one gathering, or one occurrence of a series."""

    table: ClassVar[str] = "invitations"

    way: Way = Way.RECEIVED
    """Whether it came to the member or went out."""
    kind: Offer = Offer.INVITATION
    """How firm it is."""
    title: str
    """What it invites to."""
    note: str = ""
    """What was said about it."""
    community: str | None = None
    """The id of the community that it belongs to."""
    sender: str | None = None
    """The id of the person who invites; none where it is the member, or nobody said."""
    recipients: tuple[Recipient, ...] = ()
    """Who was invited besides the member, and what they said."""
    start: Moment | None = None
    """When it begins, with the offset of its zone; midnight UTC of the day where it is all day."""
    end: Moment | None = None
    """When it ends, as `start`; of an all-day one, the day after the last."""
    all_day: bool = False
    """Whether it is about days and not about hours: its days are the same in every zone."""
    timezone: str = ""
    """The IANA zone whose wall clock counts; empty where it is all day."""
    recurrence: str = ""
    """RRULE, RDATE and EXDATE lines of RFC 5545, their times on the wall clock of `timezone`; or none."""
    place: str = ""
    """Where."""
    link: str = ""
    """Where on-line."""
    uid: str = ""
    """Its UID in calendars; shared by a series and its occurrences."""
    sequence: int = 0
    """Which revision it is; a higher one replaces it."""
    occurrence: Moment | None = None
    """Of one occurrence of a series: the start that it had in the series (RECURRENCE-ID)."""
    stamp: Moment | None = None
    """When its host last wrote it (DTSTAMP), in UTC."""
    organizer: str = ""
    """The host's calendar address, as it came: a reply goes there."""
    attendee: str = ""
    """The address under which the member was invited, as it came: a reply comes from there."""
    answer: Answer = Answer.WAITING
    """What the member said."""
    answered_on: Moment | None = None
    """When the member said so, in UTC."""
    state: State = State.OPEN
    """Whether it still stands."""
