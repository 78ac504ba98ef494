"""Books as long lives leave them: any number of records over ten years, of all kinds, the same at every run."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from cop_tui.domain.check_in import CheckIn, DayKind, Step, StepDone
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community, Element, Level, Stage, StageMove, Taker
from cop_tui.domain.goal import Goal
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Answer, Invitation, Recipient, Way
from cop_tui.domain.learning import Climb, Learning
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.purpose import RUNGS, Purpose
from cop_tui.domain.record import Record, fresh, ids_from
from cop_tui.domain.story import Story
from cop_tui.storage.codec import empty_tables, encode, encode_tables
from cop_tui.storage.migrations import current_schema

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo(BERLIN))
"""The moment at which the books end."""

DAYS = 3650
"""How far back they go."""

WORD = "dumplings"
"""A word that one text in a hundred has, for searches."""

DUE = "Compiler circle"
"""What is due in every book, so that whoever watches the screen knows what to wait for."""

_TEXT = (
    "nobody knew why the checker said no and we read on until it made sense then someone drew the graph on the window "
    "and it was plain that two of us had meant another thing by owner so next time we begin with words and a small "
    "example from work before any code is shown because questions come sooner when people can try what they hear "
    "Ana brought her notes from the last meeting Li asked what helps a newcomer most and the answer was a patient hour"
)

WORDS = _TEXT.split()
"""What the texts are made of."""

_SUBJECTS = tuple(
    f"{of} {what}" for of in ("teaching", "testing", "reading", "mending", "growing") for what in WORDS[:24]
)
_FIRST = ("Ana", "Li", "Kofi", "Noor", "Mara", "Joan", "Emil", "Sana", "Ivo", "Ruth", "Teo", "Aiko")
_LAST = ("Lind", "Zhang", "Mensah", "Haddad", "Silva", "Okafor", "Novak", "Berg", "Rossi", "Tanaka")
_SHARES = (
    (Interest, 0.08),
    (Invitation, 0.10),
    (Commitment, 0.25),
    (Goal, 0.004),
    (Learning, 0.17),
    (Story, 0.20),
    (Gone, 0.01),
)
"""What share of a book each kind has, besides the people, the communities, the check-ins; stories fill it up."""


def records_of(size: int, seed: int = 1) -> tuple[Record, ...]:
    """Return this many records; texts have 300 bytes on average."""
    with ids_from(seed):
        return tuple(islice(_Life(size, seed).records(), size))


def write_book(path: Path, size: int) -> Path:
    """Write a book of this many records as a notebook's file."""
    tables = empty_tables(current_schema())
    for record in records_of(size):
        table = tables[record.table]
        table[str(len(table) + 1)] = msgspec.Raw(encode(record))
    path.write_bytes(encode_tables(tables))
    return path


class _Life:
    """What is known of a life while it is made up: its dice, its people, its communities."""

    def __init__(self, size: int, seed: int) -> None:
        self.size = size
        self.dice = random.Random(seed)  # noqa: S311 - not for secrets
        self.people: tuple[Person, ...] = ()
        self.communities: tuple[Community, ...] = ()

    def records(self) -> Iterator[Record]:
        """Go through the records, without an end: stories fill a book up."""
        count = self.size
        yield fresh(Member, self.day(DAYS), id=ME, name="Maya Okafor", emails=("maya@example.org",), timezone=BERLIN)
        yield fresh(Commitment, self.day(9), what=DUE, start=self.day(3), end=self.day(3), timezone=BERLIN)
        self.people = tuple(self.person() for _ in range(min(count // 30, 1500)))
        yield from self.people
        self.communities = tuple(self.community(number) for number in range(max(3, min(count // 800, 60))))
        yield from self.communities
        yield from (self.check_in(days) for days in range(min(int(count * 0.15), DAYS), 0, -1))
        for kind, share in _SHARES:
            make = getattr(self, kind.__name__.lower())
            yield from (make(self.day(self.dice.randrange(1, DAYS))) for _ in range(int(count * share)))
        while True:
            yield self.story(self.day(self.dice.randrange(1, DAYS)))

    def day(self, days: int) -> datetime:
        """Return an evening so many days ago."""
        return (NOW - timedelta(days=days)).replace(hour=18, minute=self.dice.choice((0, 15, 30)))

    def text(self, most: int = 110) -> str:
        """Return some words; with 110 at most they have 300 bytes on average."""
        words = self.dice.choices(WORDS, k=self.dice.randrange(4, most))
        return " ".join([*words, WORD] if self.dice.random() < 0.01 else words)

    def someone(self, most: int = 3) -> tuple[str, ...]:
        """Return the ids of a few people."""
        return tuple(one.id for one in self.dice.sample(self.people, self.dice.randrange(min(most, len(self.people)))))

    def somewhere(self) -> str | None:
        """Return the id of a community; none one time in five."""
        return self.dice.choice(self.communities).id if self.dice.random() < 0.8 else None

    def person(self) -> Person:
        """Make up someone, with when they were in touch."""
        begun = self.day(self.dice.randrange(30, DAYS))
        name = f"{self.dice.choice(_FIRST)} {self.dice.choice(_LAST)}"
        contacts = tuple(
            Contact(on=self.day(days), text=self.text(8))
            for days in sorted(self.dice.choices(range(1, DAYS), k=3), reverse=True)
        )
        mail = (f"{name.replace(' ', '.').lower()}{self.dice.randrange(10**6)}@example.org",)
        return fresh(Person, begun, name=name, emails=mail, organisation="TU", contacts=contacts)

    def community(self, number: int) -> Community:
        """Make up a community with some people."""
        begun = self.day(self.dice.randrange(60, DAYS))
        takers = tuple(Taker(person=one, level=Level.ACTIVE) for one in self.someone(12))
        return fresh(
            Community,
            begun,
            name=f"{_SUBJECTS[number % len(_SUBJECTS)].capitalize()} circle {number}",
            subject=_SUBJECTS[number % len(_SUBJECTS)],
            purpose=self.dice.choice(list(Purpose)),
            stage=Stage.MATURING,
            stages=(StageMove(stage=Stage.POTENTIAL, on=begun.date()),),
            level=Level.CORE,
            people=takers,
            rhythm=self.dice.choice((7, 14, 28)),
        )

    def check_in(self, days: int) -> CheckIn:
        """Make up the check-in of a day."""
        on = self.day(days)
        kind = DayKind.SKIPPED if self.dice.random() < 0.08 else DayKind.DONE
        done = (StepDone(step=Step.LEARN, did=(f"Learned: {self.text(8)}",)), StepDone(step=Step.TELL))
        return fresh(CheckIn, on, day=on.date(), kind=kind, steps=done if kind is DayKind.DONE else ())

    def interest(self, on: datetime) -> Interest:
        """Make up what someone cares about."""
        who = self.dice.choice(self.people).id if self.dice.random() < 0.9 else ME
        depth = self.dice.choice(list(Depth))
        return fresh(Interest, on, who=who, subject=self.dice.choice(_SUBJECTS), depth=depth, on=on)

    def invitation(self, on: datetime) -> Invitation:
        """Make up an invitation, answered; one in fifty is of a series, one in two hundred waits."""
        start = on + timedelta(days=9)
        waits = self.dice.random() < 0.005
        return fresh(
            Invitation,
            on,
            title=self.text(7),
            note=self.text(40),
            way=self.dice.choice((Way.RECEIVED, Way.RECEIVED, Way.SENT)),
            community=self.somewhere(),
            sender=self.dice.choice(self.people).id,
            recipients=tuple(Recipient(person=one) for one in self.someone()),
            start=start,
            end=start + timedelta(hours=2),
            timezone=BERLIN,
            recurrence="RRULE:FREQ=WEEKLY;COUNT=20" if self.dice.random() < 0.02 else "",
            uid=f"{self.dice.getrandbits(64):x}@example.org",
            answer=Answer.WAITING if waits else self.dice.choice((Answer.YES, Answer.NO, Answer.MAYBE)),
            answered_on=None if waits else on.astimezone(UTC),
        )

    def commitment(self, on: datetime) -> Commitment:
        """Make up a promise, closed; one in a hundred is still ahead."""
        start, ahead = on + timedelta(days=5), self.dice.random() < 0.01
        outcome = self.dice.choices((Outcome.KEPT, Outcome.MISSED, Outcome.EXCUSED), (17, 2, 1))[0]
        return fresh(
            Commitment,
            on,
            what=self.text(7),
            community=self.somewhere(),
            start=NOW + timedelta(days=self.dice.randrange(1, 60)) if ahead else start,
            timezone=BERLIN,
            kind=self.dice.choice((Promise.SHOW_UP, Promise.SHOW_UP, Promise.DO)),
            outcome=Outcome.OPEN if ahead else outcome,
            closed_on=None if ahead else start.astimezone(UTC),
            reflection=self.text(30) if self.dice.random() < 0.3 else "",
        )

    def goal(self, on: datetime) -> Goal:
        """Make up a goal."""
        return fresh(Goal, on, text=self.text(9), why=self.text(20), by=(on + timedelta(days=200)).date())

    def learning(self, on: datetime) -> Learning:
        """Make up something learned, with the rungs that it climbed."""
        purpose = self.dice.choice(list(Purpose))
        climbs = tuple(Climb(rung=rung, on=on) for rung in RUNGS[purpose][: self.dice.randrange(1, 4)])
        return fresh(
            Learning,
            on,
            text=self.text(),
            on=on,
            community=self.somewhere(),
            people=self.someone(2),
            purpose=purpose,
            rung=climbs[-1].rung,
            climbs=climbs,
            tags=self.tags(),
        )

    def story(self, on: datetime) -> Story:
        """Make up an entry of the story."""
        return fresh(
            Story,
            on,
            on=on,
            title=self.text(8),
            body=self.text(),
            community=self.somewhere(),
            people=self.someone(),
            element=self.dice.choice((None, *Element)),
            tags=self.tags(),
            starred=self.dice.random() < 0.05,
        )

    def gone(self, on: datetime) -> Gone:
        """Make up what was removed."""
        return fresh(Gone, on, kind="stories", on=on.astimezone(UTC))

    def tags(self) -> tuple[str, ...]:
        """Return a few tags."""
        return tuple(self.dice.sample(WORDS[:30], self.dice.randrange(3)))


def written(size: int) -> list[tuple[datetime, str, str]]:
    """Return so many entries of a journal: when, a title, a body of 300 bytes on average."""
    life = _Life(size, 2)
    return [(life.day(number * DAYS // size), life.text(8), life.text()) for number in range(size, 0, -1)]
