"""The sample book while it is being made: what there is so far, by the short names of the sample year."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record
from cop_tui.practice.demo.answers import ANSWERS
from cop_tui.practice.demo.days import Days, at


class Draft:
    """What there is of the book so far. It lives only while the book is made."""

    def __init__(self, days: Days, seed: int) -> None:
        """Begin with nothing, in the year that `days` describes; `seed` decides all that is left open."""
        self.days = days
        """The calendar of the year."""
        self.dice = random.Random(seed)  # noqa: S311 - not for secrets
        """What decides hours and minutes."""
        self.records: list[Record] = []
        """Every finished record, in the order in which they were made."""
        self.people: dict[str, Person] = {}
        """People by their short names."""
        self.communities: dict[str, Community] = {}
        """Communities by their short names."""
        self.goals: dict[str, Goal] = {}
        """Goals by their short names."""
        self.kept: dict[str, list[Commitment]] = {}
        """The gatherings that the member was at, by the short name of their series, oldest first."""
        self.answers: Iterator[str] = iter(ANSWERS)
        """What is said when something learned comes back, each word once."""
        self.told_days: set[date] = set()
        """The days of gatherings that a story tells of."""
        self.told_of: set[str] = set()
        """The ids of the gatherings that a story tells of."""

    @property
    def names(self) -> dict[str, str]:
        """The names of people by their ids."""
        return {person.id: person.name for person in self.people.values()}

    def ids(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids of people by their short names."""
        return tuple(self.people[name].id for name in names)

    def community_id(self, name: str) -> str | None:
        """Return a community's id by its short name; none for a dash."""
        return None if name in ("-", "") else self.communities[name].id

    def goal_id(self, name: str) -> str | None:
        """Return a goal's id by its short name; none for none."""
        return self.goals[name].id if name else None

    def evening(self, day: date, earliest: int = 18) -> datetime:
        """Return some moment of the evening of a day, always over by now."""
        hour = self.dice.randint(earliest, 21)
        return self.days.past(at(day, f"{hour:02}:{self.dice.randint(0, 59):02}"))

    def note_over(self, series: str, commitment: Commitment) -> None:
        """Remember a gathering that the member was at, or a single one that they missed: there is a story in both."""
        if commitment.outcome is Outcome.KEPT or (commitment.outcome is Outcome.MISSED and not commitment.occurrence):
            self.kept.setdefault(series, []).append(commitment)

    def tell_of(self, commitment: Commitment) -> None:
        """Remember that a story tells of this gathering."""
        self.told_of.add(commitment.id)
        self.told_days |= {commitment.start.date()} if commitment.start else set()

    def gathering(self, series: str, day: date) -> Commitment | None:
        """Return the latest gathering of a series by this day that is not much before it and has no story yet."""
        for one in reversed(self.kept.get(series, [])):
            if one.start is None or one.start.date() > day or one.id in self.told_of:
                continue
            return one if day - one.start.date() <= timedelta(days=13) else None
        return None
