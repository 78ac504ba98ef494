"""Start: make a community of a spark, with its early conversations begun and a proposal to its people."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level, Stage, Taker, Tick
from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Offer
from cop_tui.domain.member import ME
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered
from cop_tui.practice.community import add_community, join
from cop_tui.practice.discovery import Spark, crossed, proposal, said_by
from cop_tui.practice.field import PHASES
from cop_tui.practice.invite import invite
from cop_tui.practice.manners import listed, named
from cop_tui.practice.people import met, unknown_yet
from cop_tui.practice.phrases import listed as said_together
from cop_tui.practice.subjects import key_of
from cop_tui.practice.words import exact_day

EARLY = PHASES[0]
"""The checklist that a beginning starts with: early conversations with those who might form the core."""

MOST_NAMES = 40
"""People who are named in a note or a proposal at most."""


class Start(Struct, frozen=True, kw_only=True):
    """A community that is to be."""

    name: str
    """What it is to be called."""
    subject: str = ""
    """What it is about."""
    people: tuple[str | Person, ...]
    """With whom: records, or names of people who become known by it."""
    notes: Mapping[str, str] = {}
    """What is noted beside the lines of the early conversations, by their keys."""
    title: str = ""
    """The title of the proposal to its people; one is found where it has none."""
    words: str = ""
    """What is said to them in it."""


def drafted(book: Book, spark: Spark, *, now: datetime) -> Start:
    """Return how a spark could be started: to be kept as it is, or changed."""
    people = tuple(book.people[one] for one in spark.people)
    return Start(
        name=f"{spark.subject[:1].upper()}{spark.subject[1:]} circle",
        subject=spark.subject,
        people=people,
        notes=_notes(book, spark, now),
        title=proposal(spark),
        words=_words(people, spark),
    )


def start_community(book: Book, start: Start, *, now: datetime) -> Change:
    """Start a community: at stage potential, with its people and organisations, its notes, and a proposal to them.

    The member is in it, at its core; the others as far as they choose to be. All of it is one change.

    Raises:
        Refused: It has no name or a name that is taken, or nobody but the member would be in it.
    """
    people = met(book, start.people, now=now)
    if not people:
        raise Refused("A community takes more than one", "Name at least one person to start it with")
    done = Change(sentence="", at=now, put=unknown_yet(book, people))
    known = book.apply(done)
    done = done.then(_community(known, start, people, now=now))
    made = next(one for one in done.put if isinstance(one, Community))
    asked = invite(
        book.apply(done),
        start.title.strip() or f"{made.name}: would you take part?",
        people,
        now=now,
        community=made,
        note=start.words.strip(),
        kind=Offer.PROPOSAL,
    )
    names = listed(one.name for one in people)
    return done.then(asked, f"Started {named(made.name)}, and proposed it to {names}")


def _community(book: Book, start: Start, people: Sequence[Person], *, now: datetime) -> Change:
    ids = [one.id for one in people]
    added = add_community(
        book,
        start.name,
        now=now,
        subject=start.subject,
        stage=Stage.POTENTIAL,
        level=Level.CORE,
        organisations=crossed(book, ids, mine=True),
    )
    made = next(one for one in added.put if isinstance(one, Community))
    joined = join(book.apply(added), made, now=now)
    noted = [
        Tick(checklist=EARLY.key, item=item.key, note=words)
        for item in EARLY.items
        if (words := start.notes.get(item.key, "").strip())
    ]
    before = next(one for one in joined.put if isinstance(one, Community))
    after = altered(before, now, people=tuple(Taker(person=one) for one in ids), phases=tuple(noted))
    return added.then(Change(sentence=added.sentence, at=now, put=(after,)))


def _notes(book: Book, spark: Spark, now: datetime) -> Mapping[str, str]:
    """Return what is known already of the lines of the early conversations."""
    key = key_of(book, spark.subject)
    said = ((one, said_by(book, key, one)) for one in (*spark.people, *([ME] if spark.mine else [])))
    issues = [f"{_name(book, who)}: {' '.join(one.note.split())}" for who, one in said if one and one.note.strip()]
    names = [book.people[one].name for one in spark.people]
    places = crossed(book, spark.people, mine=False)
    return {
        "possible": proposal(spark),
        "issues": "; ".join(issues),
        "involve": said_together(names, most=MOST_NAMES),
        "gain": f"Others at {said_together(places)}" if places else "",
        "idea": f"To meet once and see what we could learn about {spark.subject}",
        "take-part": f"By the proposal of {exact_day(now.date(), now.date())}",
    }


def _name(book: Book, who: str) -> str:
    return "I" if who == ME else book.people[who].name


def _words(people: Sequence[Person], spark: Spark) -> str:
    """Return what the member could write to the people of a spark."""
    first = [one.name for one in people]
    if spark.mine:
        begin = f"{said_together(first, also='I', most=MOST_NAMES)} all care about {spark.subject}."
        begin = begin.replace(" all care", " both care") if len(first) == 1 else begin
    else:
        begin = f"{said_together(first, most=MOST_NAMES)}, you care about {spark.subject}, each of you."
    return f"{begin} Shall we meet once, and see what we could learn together?"
