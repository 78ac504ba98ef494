"""Nudges: one or two small next steps, each with its reason and the command that does it."""

import shlex
from collections.abc import Iterator
from datetime import datetime
from itertools import islice, zip_longest

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community, Level, Stage
from cop_tui.domain.interest import folded
from cop_tui.domain.invitation import State, Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME
from cop_tui.domain.purpose import RUNGS
from cop_tui.practice.agenda import agenda
from cop_tui.practice.ask_again import ask_again
from cop_tui.practice.cultivation import USUAL_RHYTHM, Beat, pulse, rhythm_of
from cop_tui.practice.discovery import Spark, proposal, sparks, what_is_missing, who_cares
from cop_tui.practice.phrases import quoted
from cop_tui.practice.reconnect import due_to_reconnect
from cop_tui.practice.words import moment_words, title_of

_MARKS = str.maketrans(dict.fromkeys("?!.,:;()“”\"'", " "))


class Nudge(Struct, frozen=True, kw_only=True):
    """One small next step."""

    text: str
    """What it is about, in one sentence."""
    why: str
    """Its reason."""
    command: str
    """The shell command that does it, quoted for the shell."""
    act: str = ""
    """The name of the action that does it in the app; empty where it takes a command."""
    about: tuple[str, ...] = ()
    """The ids of the records that it is about."""


def nudges(book: Book, now: datetime, *, limit: int = 2) -> tuple[Nudge, ...]:
    """Return up to `limit` small next steps: what can't wait, then one of each kind by turns of the day."""
    kinds = [
        list(islice(kind, limit))
        for kind in (
            _from_sparks(book, now),
            _from_people(book, now),
            _from_quiet(book, now),
            _from_entries(book, now),
            _from_stages(book),
            _from_rhythms(book),
        )
    ]
    kinds = [kind for kind in kinds if kind]
    turn = now.date().toordinal() % max(len(kinds), 1)
    mixed = [one for row in zip_longest(*kinds[turn:], *kinds[:turn]) for one in row if one is not None]
    return (*_still_coming(book, now), *mixed, *_beginnings(book))[:limit]


def besides_promises(book: Book, now: datetime) -> tuple[Nudge, ...]:
    """Return those of the first six nudges that are not about promises: for where promises are asked about anyway."""
    found = nudges(book, now, limit=6)
    return tuple(nudge for nudge in found if not any(one in book.commitments for one in nudge.about))


def new_sparks(book: Book, now: datetime) -> tuple[Spark, ...]:
    """Return the communities that could be and that the member has not proposed yet."""
    sent = (one for one in book.invitations.values() if one.way is Way.SENT and one.state is State.OPEN)
    proposed = "\n".join(_as_words(one.title) for one in sent)
    return tuple(spark for spark in sparks(book, now) if _as_words(spark.subject) not in proposed)


def command(*words: str, texts: tuple[str, ...] = ()) -> str:
    """Return a shell command of ours: its words, then a member's own texts, all quoted."""
    dashes = ["--"] if any(text.startswith("-") for text in texts) else []
    return shlex.join(["cop-tui", *words, *dashes, *texts])


def _as_words(text: str) -> str:
    """Return a text so that whole words can be found in it, whatever marks stand beside them."""
    return f" {folded(text.translate(_MARKS))} "


def _still_coming(book: Book, now: datetime) -> Iterator[Nudge]:
    for one in agenda(book, now).still_coming:
        assert one.start is not None  # noqa: S101 - the agenda asks only about what has a date
        when = moment_words(one.start, now, timezone=one.timezone, all_day=one.all_day)
        yield Nudge(
            text=f"Still coming to {one.what}, {when}?",
            why="It begins soon: if you can't, a word now helps whoever hosts",
            command=command("yes", one.id[:8]),
            act="yes",
            about=(one.id,),
        )


def _from_sparks(book: Book, now: datetime) -> Iterator[Nudge]:
    for spark in new_sparks(book, now):
        names = [book.people[person_id].name for person_id in spark.people]
        yield Nudge(
            text=f"{who_cares(book, spark)}.",
            why=what_is_missing(spark).capitalize(),
            command=command("invite", *_to(names), "--proposal", texts=(proposal(spark),)),
            act="invite",
            about=spark.people,
        )


def _from_people(book: Book, now: datetime) -> Iterator[Nudge]:
    for reconnect in due_to_reconnect(book, now):
        name = book.people[reconnect.person].name
        yield Nudge(
            text=f"It is a good time to be in touch with {name}.",
            why=reconnect.why,
            command=command("contact", texts=(name,)),
            act="contact",
            about=(reconnect.person,),
        )


def _from_quiet(book: Book, now: datetime) -> Iterator[Nudge]:
    found = [(pulse(book, one, now), one) for one in _communities(book)]
    for reading, community in found:
        if reading.word is Beat.QUIET:
            yield _gather(
                book,
                community,
                text=f"{community.name} has gone quiet. You could offer a date.",
                why=reading.why,
                title=f"{community.name}: shall we meet again?",
            )


def _from_entries(book: Book, now: datetime) -> Iterator[Nudge]:
    for again in ask_again(book, now):
        record = again.record
        learned = isinstance(record, Learning)
        words = quoted(title_of(record, book))
        climbs = isinstance(record, Learning) and record.rung is not RUNGS[record.purpose][-1]
        title = command("tell", "--title", f"What came of {words}")
        yield Nudge(
            text=f"You {'learned' if learned else 'told'} {words}.",
            why=again.why,
            command=command("climb", record.id[:8]) if climbs else title,
            act="learn" if learned else "tell",
            about=(record.id,),
        )


def _from_stages(book: Book) -> Iterator[Nudge]:
    for community in _communities(book):
        text, why, title = _OF_STAGE[community.stage]
        name = community.name
        if community.stage in (Stage.MATURING, Stage.TRANSFORMATION):
            told = command("tell", "--title", title.format(name=name), "-c", _named(book, community))
            yield Nudge(text=text.format(name=name), why=why, command=told, act="tell", about=(community.id,))
        else:
            yield _gather(book, community, text=text.format(name=name), why=why, title=title.format(name=name))


_OF_STAGE = {
    Stage.POTENTIAL: (
        "Who else might care about {name}? Ask them what they would want of it.",
        "It is only an idea yet, and early conversations give it people",
        "{name}: what would you want of it?",
    ),
    Stage.COALESCING: (
        "You could host the next small gathering of {name}.",
        "It is coming together: people get to know each other by meeting",
        "{name}: a small gathering",
    ),
    Stage.MATURING: (
        "You could write down one thing that works in {name}.",
        "It is growing up, and what works is worth keeping",
        "What works in {name}",
    ),
    Stage.STEWARDSHIP: (
        "You could bring someone new, or a new question, to {name}.",
        "It keeps its energy by what comes in fresh",
        "{name}: come and see",
    ),
    Stage.TRANSFORMATION: (
        "You could tell the story of {name}, and thank its people.",
        "It is becoming something else, and its story is worth keeping",
        "The story of {name}",
    ),
}


def _from_rhythms(book: Book) -> Iterator[Nudge]:
    for community in _communities(book):
        if not rhythm_of(community):
            yield Nudge(
                text=f"How often does {community.name} meet?",
                why=f"Then you can see when it goes quiet; until you say, it counts as every {USUAL_RHYTHM} days",
                command=command("community", "rhythm", texts=(_named(book, community), str(USUAL_RHYTHM))),
                act="rhythm",
                about=(community.id,),
            )


def _beginnings(book: Book) -> Iterator[Nudge]:
    if not book.me.name:
        yield Nudge(
            text="Say who you are.",
            why="Invitations find you by your name and addresses",
            command=command("me", "--name", "Your Name", "--email", "you@example.com"),
            act="me",
        )
    if not _communities(book):
        yield Nudge(
            text="Add a first community, or one that you wish there were.",
            why="What you learn and tell gathers around it",
            command=command("community", "add", texts=("Its name",)),
        )
    if ME not in book.interests_by_person:
        yield Nudge(
            text="Share what you care about.",
            why="It shows whom you share it with",
            command=command("share", texts=("A subject",)),
            act="share",
        )


def _communities(book: Book) -> list[Community]:
    found = [one for one in book.communities.values() if not one.archived]
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def _gather(book: Book, community: Community, *, text: str, why: str, title: str) -> Nudge:
    """Return a step that invites the people of a community, or, where none are known, a promise to look for them."""
    near = list(Level)
    takers = sorted(community.people, key=lambda taker: near.index(taker.level))
    names = [book.people[taker.person].name for taker in takers if taker.person in book.people][:3]
    verb = ["invite", *_to(names)] if names else ["yes"]
    title = title if names else f"Find someone to meet in {community.name}"
    return Nudge(
        text=text,
        why=why,
        command=command(*verb, "-c", _named(book, community), texts=(title,)),
        act="invite",
        about=(community.id,),
    )


def _named(book: Book, community: Community) -> str:
    """Return what a command calls a community: its name, or its id where others have all words of the name too."""
    words = set(folded(community.name).split())
    same = sum(words <= set(folded(one.name).split()) for one in _communities(book))
    return community.name if same == 1 else community.id[:8]


def _to(names: list[str]) -> list[str]:
    return [word for name in names for word in ("--to", name)]
