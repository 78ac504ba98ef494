"""From the written people, goals and interests of the sample year to records."""

from datetime import datetime

from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Channel, Contact, Person
from cop_tui.domain.record import altered, fresh
from cop_tui.practice.demo.days import HOME, at, utc
from cop_tui.practice.demo.draft import Draft
from cop_tui.practice.demo.people_far import FAR
from cop_tui.practice.demo.people_near import NEAR
from cop_tui.practice.demo.told import Entry, entries

MINE: tuple[tuple[int, str, Depth, str, tuple[str, ...]], ...] = (
    (364, "Rust", Depth.PRACTISING, "Until the compiler and I finish each other's sentences", ("rust-lang",)),
    (362, "Accessibility", Depth.CAN_HELP, "Programs that can be heard as well as seen", ("a11y",)),
    (333, "Open data", Depth.PRACTISING, "Over rolls, before work", ()),
    (298, "Compilers", Depth.LEARNING, "At the speed of the book", ()),
    (238, "Public speaking", Depth.PRACTISING, "Afraid of it, and doing it", ()),
    (198, "Swahili", Depth.LEARNING, "Enough to greet a conductor and to be corrected", ()),
    (138, "Teaching", Depth.LEARNING, "How to begin with the mistake", ()),
    (66, "Software maintenance", Depth.CURIOUS, "Old programs, and the people who keep them", ("legacy code",)),
    (40, "Letter writing", Depth.CURIOUS, "Since the one from New York", ()),
)
"""What the member cares about: days ago, subject, depth, note, other words for it."""

GOALS: tuple[tuple[str, int, str, str, int | None, Pursuit, int | None], ...] = (
    ("talk", 244, "Give a talk in front of people I don't know", "Because I am tired of being afraid of it", 150,
     Pursuit.REACHED, 165),
    ("hear", 270, "Work a whole day with a screen reader and the monitor off", "To know what I ask of others", None,
     Pursuit.REACHED, 75),
    ("crate", 330, "Publish a small Rust library that somebody else uses", "To finish something in public", -60,
     Pursuit.PURSUING, None),
    ("mentor", 290, "Be for Ifeoma what Ana was for me", "It was never one big thing, only being there", None,
     Pursuit.PURSUING, None),
    ("book", 300, "Finish the compiler book by my birthday", "Everybody else seemed to read faster", 130,
     Pursuit.LET_GO, 134),
)  # fmt: skip
"""Short name, days ago, text, why, by when in days ago, state, days ago when it was closed."""


def member(draft: Draft) -> Member:
    """Return the invented member."""
    return fresh(
        Member,
        at(draft.days.ago(365), "08:10"),
        id=ME,
        name="Maya Okafor",
        emails=("maya.okafor@lindenwerk.example.com", "maya@example.org"),
        organisation="Lindenwerk",
        timezone=HOME,
    )


def add_people(draft: Draft) -> None:
    """Add everybody, with what they care about and when the two were in touch."""
    for entry in (*entries(NEAR), *entries(FAR)):
        person = _person(draft, entry)
        draft.people[entry.words[0]] = person
        draft.records.append(person)
        for line in _after(entry, "cares "):
            draft.records += [_interest(person, words, person.contacts[0].on) for words in line.split("; ")]


def add_mine(draft: Draft) -> None:
    """Add the member, what they care about and what they want to become able to do."""
    draft.records.append(member(draft))
    for ago, subject, depth, note, aliases in MINE:
        on = draft.evening(draft.days.ago(ago))
        draft.records.append(
            fresh(Interest, on, who=ME, subject=subject, depth=depth, note=note, on=on, aliases=aliases)
        )
    for name, ago, text, why, by, state, closed in GOALS:
        goal = fresh(
            Goal, draft.evening(draft.days.ago(ago)), text=text, why=why, by=None if by is None else draft.days.ago(by)
        )
        if closed is not None:
            when = draft.evening(draft.days.ago(closed), 21)
            goal = altered(goal, when, state=state, closed_on=utc(when))
        draft.goals[name] = goal
        draft.records.append(goal)


def _person(draft: Draft, entry: Entry) -> Person:
    contacts = tuple(_contact(draft, line) for line in entry.lines if line.startswith("- "))
    every = next(iter(_after(entry, "every ")), "")
    person = fresh(
        Person,
        contacts[0].on,
        name=entry.title,
        emails=_after(entry, "mail "),
        organisation="".join(_after(entry, "org ")),
        channels=tuple(Channel(kind=kind, address=address) for kind, address in _pairs(_after(entry, "reach "))),
        note=" ".join(line for line in entry.lines if not line.startswith(_KEYS)),
        reconnect_every=int(every) if every else None,
    )
    return altered(person, contacts[-1].on, contacts=contacts)


_KEYS = ("org ", "mail ", "cares ", "reach ", "every ", "- ")


def _after(entry: Entry, key: str) -> tuple[str, ...]:
    return tuple(line.removeprefix(key) for line in entry.lines if line.startswith(key))


def _pairs(lines: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((kind, address) for kind, _, address in (line.partition(" ") for line in lines))


def _contact(draft: Draft, line: str) -> Contact:
    ago, _, text = line.removeprefix("- ").partition(" ")
    return Contact(on=draft.evening(draft.days.ago(int(ago)), 12), text=text)


def _interest(person: Person, words: str, on: datetime) -> Interest:
    depth = next(depth for depth in Depth if f" {depth}" in f"{words} ")
    subject, _, note = words.partition(f" {depth}")
    return fresh(Interest, on, who=person.id, subject=subject, depth=depth, note=note.strip(), on=on)
