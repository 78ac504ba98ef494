"""What the days of a journal are made of: every dated thing in the book, as a paragraph or as a story."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from itertools import groupby

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community, Stage, StageMove
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Answer, Invitation, Offer, State, Way
from cop_tui.domain.learning import FollowUp, Learning
from cop_tui.domain.member import ME
from cop_tui.domain.moment import seen_from
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.story import Story
from cop_tui.exchange.markdown_text import body, escaped, flowing, listed, prose, quoted
from cop_tui.practice.activity import moment_kept
from cop_tui.practice.days import MONTHS
from cop_tui.practice.field import PURPOSES, VALUE_TEXTS, checklist_line
from cop_tui.practice.phrases import quoted as in_quotes
from cop_tui.practice.words import person_words, whole_title

BELOW = 5
"""The level of a story's own heading: below its year, month and day."""

DEPTHS = {Depth.CURIOUS: "", Depth.LEARNING: "learning", Depth.PRACTISING: "practising", Depth.CAN_HELP: "can help"}
"""How a depth is said; curious goes without saying."""

_ENDED = {
    Outcome.MISSED: "Missed *{}*.",
    Outcome.EXCUSED: "Could not come to *{}*, and said so.",
    Outcome.RELEASED: "*{}* was called off.",
}
_SAID = {Answer.YES: "said yes", Answer.MAYBE: "said perhaps", Answer.NO: "said no"}


class Entry(Struct, frozen=True, kw_only=True):
    """One thing that happened on one day."""

    day: date
    """Which day, where the member was."""
    clock: time
    """When on that day; midnight where it is about the day."""
    kind: str
    """What it is, as it is counted: stories, learned, kept; empty for all else."""
    id: str
    """The id of its record."""
    text: str
    """Its Markdown."""
    about: str = ""
    """The paragraph that ends its text, where that is a line about it and no part of what is told."""
    community: str | None = None
    """The id of the community that it belongs to."""
    people: tuple[str, ...] = ()
    """The ids of the people in it."""
    is_story: bool = False
    """Whether it is told at length, after the short ones of its day."""
    has_heading: bool = False
    """Whether it begins with a heading of its own."""


def entries(book: Book, now: datetime) -> list[Entry]:
    """Return everything that has its day, in the order of the days; on each day what is short first."""
    sources: tuple[Callable[[Book, datetime], Iterable[Entry]], ...] = (
        *(_stages, _goals, _asked, _contacts, _invited, _closed, _learned, _came_back, _stories),
    )
    found = [entry for source in sources for entry in source(book, now)]
    return sorted(found, key=lambda one: (one.day, one.is_story, one.clock, one.id, one.text))


def long_day(day: date) -> str:
    """Return a day as books write it: 3 December 2025."""
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"


def community_name(book: Book, community_id: str | None) -> str:
    """Return the name of a community, escaped; empty where there is none."""
    community = book.communities.get(community_id or "")
    return escaped(community.name) if community else ""


def interest_words(interest: Interest) -> str:
    """Return a subject with the depth of an interest in it: Rust (can help)."""
    depth = DEPTHS[interest.depth]
    return escaped(interest.subject) + (f" ({depth})" if depth else "")


def _names(book: Book, people: Iterable[str]) -> str:
    return listed(escaped(person_words(one, book)) for one in people)


def _called(words: str) -> str:
    return escaped(words) or "something"


def _stages(book: Book, _now: datetime) -> Iterator[Entry]:
    for community in book.communities.values():
        name = _called(community.name)
        said = [(move.on, _moved(name, move, before)) for move, before in _moves(community)]
        if community.joined_on:
            said.append((community.joined_on, prose(f"Joined {name}.", quoted(community.why))))
        if community.left_on:
            why = (tick.note for tick in community.occasions if (tick.checklist, tick.item) == ("leaving", "why"))
            said.append((community.left_on, prose(f"Left {name}.", quoted(next(why, "")))))
        for day, text in said:
            yield Entry(day=day, clock=time(0), kind="", id=community.id, text=text, community=community.id)


def _moves(community: Community) -> Iterator[tuple[StageMove, StageMove | None]]:
    return zip(community.stages, (None, *community.stages), strict=False)


def _moved(name: str, move: StageMove, before: StageMove | None) -> str:
    if before is None:
        return f"{name} was at the stage *{move.stage}*."
    order = list(Stage)
    return f"{name} moved {'on' if order.index(move.stage) > order.index(before.stage) else 'back'} to *{move.stage}*."


def _goals(book: Book, now: datetime) -> Iterator[Entry]:
    for goal in book.goals.values():
        yield _of_goal(goal, goal.created, f"Set a goal: *{_called(goal.text)}*{_by(goal)}.", quoted(goal.why), now)
        if goal.closed_on and goal.state is not Pursuit.PURSUING:
            done = "Reached a goal" if goal.state is Pursuit.REACHED else "Let go of a goal"
            yield _of_goal(goal, goal.closed_on, f"{done}: *{_called(goal.text)}*.", "", now)


def _of_goal(goal: Goal, moment: datetime, sentence: str, why: str, now: datetime) -> Entry:
    seen = seen_from(moment, now)
    return Entry(day=seen.date(), clock=seen.time(), kind="", id=goal.id, text=prose(sentence, why))


def _by(goal: Goal) -> str:
    return f", by {long_day(goal.by)}" if goal.by else ""


def _asked(book: Book, _now: datetime) -> Iterator[Entry]:
    """Go through what people said they care about, and the member too: one entry a person and time."""

    def said(interest: Interest) -> tuple[str, datetime]:
        return interest.who, interest.on

    for (who, on), group in groupby(sorted(book.interests.values(), key=lambda one: (*said(one), one.id)), said):
        interests = list(group)
        subjects = listed(interest_words(one) for one in interests)
        name = escaped(person_words(who, book))
        text = f"Shared an interest in {subjects}." if who == ME else f"Asked {name}, who cares about {subjects}."
        notes = "\n".join(f"{one.subject}: {one.note}" for one in interests if one.note.strip())
        yield Entry(
            day=on.date(),
            clock=on.time(),
            kind="",
            id=interests[0].id,
            text=prose(text, quoted(notes)),
            people=() if who == ME else (who,),
        )


def _contacts(book: Book, _now: datetime) -> Iterator[Entry]:
    for person in book.people.values():
        asked = {one.on.date() for one in book.interests_by_person.get(person.id, ())}
        for contact in person.contacts:
            if not (contact.text.startswith("cares about ") and contact.on.date() in asked):
                yield _in_touch(person, contact)


def _in_touch(person: Person, contact: Contact) -> Entry:
    name = _called(person.name)
    return Entry(
        day=contact.on.date(),
        clock=contact.on.time(),
        kind="",
        id=person.id,
        text=prose(f"In touch with {name}:", quoted(contact.text))
        if contact.text.strip()
        else f"In touch with {name}.",
        people=(person.id,),
    )


def _invited(book: Book, now: datetime) -> Iterator[Entry]:
    for one in book.invitations.values():
        if one.way is Way.SENT:
            seen = seen_from(one.stamp or one.created, now)
            yield Entry(
                day=seen.date(),
                clock=seen.time(),
                kind="",
                id=one.id,
                text=prose(_invitation(book, one, now), quoted(one.note)),
                community=one.community,
                people=tuple(recipient.person for recipient in one.recipients),
            )


def _invitation(book: Book, one: Invitation, now: datetime) -> str:
    did = "Proposed" if one.kind is Offer.PROPOSAL else "Invited"
    to = _names(book, (recipient.person for recipient in one.recipients)) or "people"
    title = f"*{_called(one.title)}*"
    start = seen_from(one.start, now, timezone=one.timezone, all_day=one.all_day) if one.start else None
    when = f" on {long_day(start.date())}" if start else ""
    sentences = [f"{did} {to} to {title}{when}." if did == "Invited" else f"{did} {title} to {to}{when}."]
    for answer, said in _SAID.items():
        names = _names(book, (recipient.person for recipient in one.recipients if recipient.answer is answer))
        sentences += [f"{names} {said}."] if names else []
    sentences += ["It was withdrawn."] if one.state is State.WITHDRAWN else []
    return " ".join(sentences)


def _closed(book: Book, now: datetime) -> Iterator[Entry]:
    """Go through the promises that were kept, and the others that the member said a word about."""
    for one in book.commitments.values():
        is_kept = one.outcome is Outcome.KEPT
        if is_kept or (one.outcome is not Outcome.OPEN and one.reflection.strip()):
            moment, all_day = moment_kept(one)
            seen = seen_from(moment, now, timezone=one.timezone, all_day=all_day)
            yield Entry(
                day=seen.date(),
                clock=seen.time(),
                kind="kept" if is_kept else "",
                id=one.id,
                text=prose(_outcome(book, one), quoted(one.reflection), _noted(one)),
                community=one.community,
            )


def _outcome(book: Book, one: Commitment) -> str:
    what = _called(one.what)
    if one.outcome is not Outcome.KEPT:
        return _ENDED[one.outcome].format(what)
    community = community_name(book, one.community)
    where = f", with {community}" if community and community != what else ""
    return f"{'Showed up at' if one.kind is Promise.SHOW_UP else 'Kept a promise:'} *{what}*{where}."


def _noted(commitment: Commitment) -> str:
    """Return what was noted before, at and after a gathering, line by line."""
    lines = [(checklist_line(tick.checklist, tick.item), flowing(tick.note)) for tick in commitment.occasions]
    return "\\\n".join(f"*{line.text}* {note}" for line, note in lines if line and note)


def _learned(book: Book, _now: datetime) -> Iterator[Entry]:
    for one in book.learning.values():
        source = _names(book, one.people)
        community = community_name(book, one.community)
        start = f"Learned{f' from {source}' if source else ''}{f', with {community}' if community else ''}:"
        about = _ladder(book, one)
        text = prose(start, quoted(one.text), about)
        yield _of_learning(one, one.on, text, kind="learned", about=about)
        for climb in one.climbs:
            if (climb.rung, climb.on) != (one.climbs[0].rung, one.climbs[0].on):
                yield _of_learning(one, climb.on, f"{climb.rung.title()}: {escaped(in_quotes(one.text, width=100))}")


def _of_learning(one: Learning, on: datetime, text: str, *, kind: str = "", about: str = "") -> Entry:
    return Entry(
        day=on.date(),
        clock=on.time(),
        kind=kind,
        id=one.id,
        text=text,
        about=about,
        community=one.community,
        people=one.people,
    )


def _ladder(book: Book, one: Learning) -> str:
    """Return how far it has come, what for, and what to find it by."""
    goal = book.goals.get(one.goal or "")
    parts = [
        PURPOSES[one.purpose].title,
        f"{one.rung} by now" if len(one.climbs) > 1 else str(one.rung),
        f"towards {escaped(goal.text)}" if goal else "",
        _tags(one.tags),
        *map(escaped, one.links),
    ]
    return f"*{' · '.join(part for part in parts if part)}*"


def _tags(tags: Iterable[str]) -> str:
    return " ".join(escaped(f"#{tag}") for tag in tags)


def _came_back(book: Book, _now: datetime) -> Iterator[Entry]:
    records: tuple[Learning | Story, ...] = (*book.learning.values(), *book.stories.values())
    for record in records:
        for follow_up in record.follow_ups:
            if follow_up.text.strip():
                yield _follow_up(record, follow_up, whole_title(record, book))


def _follow_up(record: Learning | Story, follow_up: FollowUp, words: str) -> Entry:
    return Entry(
        day=follow_up.on.date(),
        clock=follow_up.on.time(),
        kind="",
        id=record.id,
        text=prose(f"Came back to {escaped(in_quotes(words, width=100))}:", quoted(follow_up.text)),
        community=record.community,
        people=record.people,
    )


def _stories(book: Book, _now: datetime) -> Iterator[Entry]:
    for story in book.stories.values():
        title = escaped(story.title)
        heading = f"{'#' * BELOW} {title}" if title else ""
        cycles = (
            f"**{VALUE_TEXTS[one.cycle].title}**, {long_day(one.on.date())}: {flowing(one.text)}"
            for one in story.cycles
        )
        about = _about(book, story)
        text = prose(heading, body(story.body, below=BELOW if title else BELOW - 1), *cycles, about)
        yield Entry(
            day=story.on.date(),
            clock=story.on.time(),
            kind="stories",
            id=story.id,
            text=text,
            about=about,
            community=story.community,
            people=story.people,
            is_story=True,
            has_heading=bool(title),
        )


def _about(book: Book, story: Story) -> str:
    """Return the line below a story: its star, its community, its gathering, the people in it, its tags."""
    gathering = book.commitments.get(story.commitment or "")
    community = community_name(book, story.community)
    at = escaped(gathering.what) if gathering else ""
    people = _names(book, story.people)
    parts = [
        "★" if story.starred else "",
        community,
        f"at {at}" if at and at != community else "",
        f"with {people}" if people else "",
        _tags(story.tags),
    ]
    said = " · ".join(part for part in parts if part)
    return f"*{said}*" if said else ""
