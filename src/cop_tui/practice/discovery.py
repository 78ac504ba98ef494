"""Discovery: what people care about, and the communities that this could spark."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cop_tui.domain.book import Book
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.member import ME
from cop_tui.practice.phrases import listed
from cop_tui.practice.subjects import key_of


class Shared(Struct, frozen=True, kw_only=True):
    """One subject and everyone who cares about it."""

    key: str
    """The key under which the subject's names are the same."""
    subject: str
    """As it is said most often."""
    people: tuple[str, ...] = ()
    """The ids of the people who care about it, by name."""
    depths: Mapping[str, Depth]
    """How deep everyone is in it, by the person's id or `me`."""

    @property
    def mine(self) -> bool:
        """Whether the member cares about it too."""
        return ME in self.depths


class Spark(Struct, frozen=True, kw_only=True):
    """A community that could be."""

    subject: str
    """What it would be about."""
    people: tuple[str, ...]
    """The ids of the people who care about it, by name."""
    organisations: tuple[str, ...] = ()
    """The organisations that it would cross."""
    why: str
    """Who cares about it, in a sentence."""
    mine: bool = False
    """Whether the member cares about it too."""


@lru_cache(maxsize=2)
def interest_map(book: Book) -> tuple[Shared, ...]:
    """Return every subject with those who care about it, the most shared first."""
    return map_of(book, book.interests.values())


def map_of(book: Book, interests: Iterable[Interest]) -> tuple[Shared, ...]:
    """Return the subjects of some interests with those who care about them, the most shared first."""
    groups: dict[str, list[Interest]] = {}
    for interest in interests:
        if interest.who == ME or interest.who in book.people:
            groups.setdefault(key_of(book, interest.subject), []).append(interest)
    shared = (_shared(book, key, group) for key, group in groups.items())
    return tuple(sorted(shared, key=lambda one: (-len(one.depths), one.subject.casefold(), one.key)))


def said_by(book: Book, key: str, who: str) -> Interest | None:
    """Return what someone, or the member, said last about a subject; none where they said nothing.

    Args:
        book: All that is kept.
        key: The key of the subject (`subjects.key_of`).
        who: A person's id, or `me`.
    """
    return _said_last(book).get((key, who))


@lru_cache(maxsize=2)
def _said_last(book: Book) -> Mapping[tuple[str, str], Interest]:
    found: dict[tuple[str, str], Interest] = {}
    for one in book.interests.values():
        about = (key_of(book, one.subject), one.who)
        before = found.setdefault(about, one)
        if (one.on, one.id) > (before.on, before.id):
            found[about] = one
    return found


def spark_about(book: Book, subject: str) -> Spark | None:
    """Return the community that a subject could spark, whether there is one about it already or not.

    None where fewer than two care about it, or nobody but the member.
    """
    shared = shared_about(book, subject)
    return _spark(book, shared) if shared and _could_be(shared) else None


def shared_about(book: Book, subject: str) -> Shared | None:
    """Return a subject with everyone who cares about it; none where nobody does."""
    return _by_key(book).get(key_of(book, subject))


@lru_cache(maxsize=2)
def shared_interests(book: Book) -> Mapping[str, tuple[str, ...]]:
    """Return the subjects that the member shares with each person, by the person's id."""
    found: dict[str, list[str]] = {}
    for shared in interest_map(book):
        if shared.mine:
            for person_id in shared.people:
                found.setdefault(person_id, []).append(shared.subject)
    return {person_id: tuple(subjects) for person_id, subjects in found.items()}


def proposal(spark: Spark) -> str:
    """Return the title under which a spark is proposed to its people."""
    return f"Learn {spark.subject} together"


def sparks(book: Book, now: datetime) -> tuple[Spark, ...]:  # noqa: ARG001 - all readings take now
    """Return the communities that could be, the most shared first.

    Two others care about the subject, or one other and the member; and no community is about it yet.
    """
    return _sparks(book)


@lru_cache(maxsize=2)
def _sparks(book: Book) -> tuple[Spark, ...]:
    taken = taken_subjects(book)
    fresh = [_spark(book, one) for one in interest_map(book) if _could_be(one) and one.key not in taken]
    return tuple(sorted(fresh, key=lambda one: (-len(one.people) - one.mine, -len(one.organisations), one.subject)))


@lru_cache(maxsize=2)
def taken_subjects(book: Book) -> frozenset[str]:
    """Return the keys of the subjects that a community is about, one that is not out of sight."""
    return frozenset(
        key_of(book, words)
        for community in book.communities.values()
        if not community.archived
        for words in (community.subject, community.name)
        if words
    )


def who_cares(book: Book, spark: Spark) -> str:
    """Return the first half of a spark's reason: "Ana, Li and you care about compilers"."""
    names = [book.people[person_id].name for person_id in spark.people]
    return f"{listed(names, also='you' if spark.mine else '')} care about {spark.subject}"


def what_is_missing(spark: Spark) -> str:
    """Return the other half: "no community yet, and 3 organisations between you"."""
    across = len(spark.organisations)
    between = f", and {across} organisations between {'you' if spark.mine else 'them'}" if across > 1 else ""
    return f"no community yet{between}"


def crossed(book: Book, people: Iterable[str], *, mine: bool) -> tuple[str, ...]:
    """Return the organisations of people, and that of the member where they are `mine` too, by name."""
    places = {book.people[one].organisation for one in people} | ({book.me.organisation} if mine else set())
    return tuple(sorted(places - {""}, key=lambda name: (name.casefold(), name)))


@lru_cache(maxsize=2)
def _by_key(book: Book) -> Mapping[str, Shared]:
    return {one.key: one for one in interest_map(book)}


def _could_be(shared: Shared) -> bool:
    return bool(shared.people) and len(shared.depths) >= 2


def _shared(book: Book, key: str, group: list[Interest]) -> Shared:
    spellings = Counter(interest.subject for interest in group)
    latest = sorted(group, key=lambda one: (one.on, one.id))
    depths = {interest.who: interest.depth for interest in latest}
    people = [book.people[who] for who in depths if who != ME]
    return Shared(
        key=key,
        subject=min(spellings, key=lambda words: (-spellings[words], words)),
        people=tuple(one.id for one in sorted(people, key=lambda one: (one.name.casefold(), one.id))),
        depths=depths,
    )


def _spark(book: Book, shared: Shared) -> Spark:
    organisations = crossed(book, shared.people, mine=shared.mine)
    spark = Spark(subject=shared.subject, people=shared.people, organisations=organisations, why="", mine=shared.mine)
    return replace(spark, why=f"{who_cares(book, spark)}; {what_is_missing(spark)}")
