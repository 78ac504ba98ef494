"""The Book: everything one member keeps, in memory, immutable, indexed by id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record
from cop_tui.domain.story import Story

R = TypeVar("R", bound=Record)

KINDS: tuple[type[Record], ...] = (
    Member,
    Person,
    Interest,
    Community,
    Invitation,
    Commitment,
    Goal,
    Learning,
    Story,
    CheckIn,
    Gone,
)
"""Every kind of record, in the order of the tables."""

TABLES: Mapping[str, type[Record]] = MappingProxyType({kind.table: kind for kind in KINDS})
"""The kind of record that each table holds."""

_NOBODY = Member(id=ME, created=datetime(1970, 1, 1, tzinfo=UTC), updated=datetime(1970, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, eq=False)
class Book:
    """Everything one member keeps. It is never altered: `apply` returns another one."""

    member: Mapping[str, Member] = field(default_factory=dict)
    """The member, if they said who they are; at most one."""
    people: Mapping[str, Person] = field(default_factory=dict)
    """People by id."""
    interests: Mapping[str, Interest] = field(default_factory=dict)
    """Interests by id."""
    communities: Mapping[str, Community] = field(default_factory=dict)
    """Communities by id."""
    invitations: Mapping[str, Invitation] = field(default_factory=dict)
    """Invitations by id."""
    commitments: Mapping[str, Commitment] = field(default_factory=dict)
    """Commitments by id."""
    goals: Mapping[str, Goal] = field(default_factory=dict)
    """Goals by id."""
    learning: Mapping[str, Learning] = field(default_factory=dict)
    """Learning entries by id."""
    stories: Mapping[str, Story] = field(default_factory=dict)
    """Stories by id."""
    check_ins: Mapping[str, CheckIn] = field(default_factory=dict)
    """Check-ins by id."""
    gone: Mapping[str, Gone] = field(default_factory=dict)
    """Tombstones by the id of what was removed."""

    @property
    def me(self) -> Member:
        """The member; one without a name where nobody has said who they are."""
        return next(iter(self.member.values()), _NOBODY)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was ever written into it: what was taken out has left a tombstone."""
        return not any(self.records()) and not self.gone

    def of(self, kind: type[R]) -> Mapping[str, R]:
        """Return the records of this kind by id."""
        table: Mapping[str, R] = getattr(self, kind.table)
        return table

    def records(self) -> Iterator[Record]:
        """Go through every record that is not a tombstone, table by table."""
        for kind in KINDS:
            if kind is not Gone:
                yield from self.of(kind).values()

    def find(self, record_id: str) -> Record | None:
        """Return the record with this id, of whatever kind; a tombstone does not count."""
        for kind in KINDS:
            record = self.of(kind).get(record_id)
            if record is not None and kind is not Gone:
                return record
        return None

    def holds(self, record: Record) -> bool:
        """Tell whether a record of the same kind and id is in the book."""
        return record.id in self.of(type(record))

    def apply(self, change: Change) -> "Book":
        """Return the book as it is after a change.

        What is taken out leaves a tombstone; what is put in again loses its tombstone.
        """
        tables: dict[str, dict[str, Record]] = {}

        def table(name: str) -> dict[str, Record]:
            if name not in tables:
                tables[name] = dict(getattr(self, name))
            return tables[name]

        for record in change.take:
            if table(record.table).pop(record.id, None) is not None and not isinstance(record, Gone):
                table(Gone.table)[record.id] = tombstone(record, change.at)
        for record in change.put:
            table(record.table)[record.id] = record
            if record.id in self.gone and not isinstance(record, Gone):
                table(Gone.table).pop(record.id, None)
        changed: Any = tables
        return replace(self, **changed) if tables else self

    def undoing(self, change: Change) -> Change:
        """Return the change that leads from the book after `change` back to this one."""
        before = [(record, self.of(type(record)).get(record.id)) for record in (*change.put, *change.take)]
        graves = [self.gone[record.id] for record, _ in before if record.id in self.gone]
        return Change(
            sentence=change.sentence,
            at=change.at,
            put=(*(old for _, old in before if old is not None), *graves),
            take=tuple(record for record, old in before if old is None),
        )

    @cached_property
    def invitations_by_uid(self) -> Mapping[str, tuple[Invitation, ...]]:
        """Invitations by calendar UID: the series first, then its single occurrences in their order."""
        groups: dict[str, list[Invitation]] = {}
        for invitation in self.invitations.values():
            if invitation.uid:
                groups.setdefault(invitation.uid, []).append(invitation)
        start = datetime.min.replace(tzinfo=UTC)
        return {uid: tuple(sorted(group, key=lambda one: one.occurrence or start)) for uid, group in groups.items()}

    @cached_property
    def commitments_by_invitation(self) -> Mapping[str, tuple[Commitment, ...]]:
        """The commitments that came of each invitation, by its id."""
        groups: dict[str, list[Commitment]] = {}
        for commitment in self.commitments.values():
            if commitment.invitation:
                groups.setdefault(commitment.invitation, []).append(commitment)
        return {invitation: tuple(group) for invitation, group in groups.items()}

    @cached_property
    def interests_by_person(self) -> Mapping[str, tuple[Interest, ...]]:
        """What each person cares about, by the person's id or `me`."""
        groups: dict[str, list[Interest]] = {}
        for interest in self.interests.values():
            groups.setdefault(interest.who, []).append(interest)
        return {who: tuple(group) for who, group in groups.items()}


def tombstone(record: Record, at: datetime) -> Gone:
    """Return what is left of a record that was removed at this time."""
    moment = at.astimezone(UTC)
    return Gone(id=record.id, created=record.created, updated=moment, kind=record.table, on=moment)
