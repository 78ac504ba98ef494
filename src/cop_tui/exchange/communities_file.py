"""Many communities in at once: a table (CSV) or a list (JSON), from a convener or out of a public list.

A table has a first line that names its columns, divided by commas, semicolons or tabs; a list in JSON has an object
for each community with the same keys, alone (`[{"name": …}]`) or under `{"communities": […]}`. Only `name` is needed.

    name             what it calls itself; one of this name that you have is brought up to date
    subject          what it is about
    purpose          individual-development, helping, best-practices, knowledge or innovation
    other_purposes   some more of them
    stage            potential, coalescing, maturing, stewardship or transformation
    level            how far in you take part: core, active or peripheral
    organisations    which organisations it crosses
    people           who takes part: Ana Ruiz <ana@example.org> (core; convenes)
    rhythm           how often it meets: a number of days, or words such as "weekly", "every two weeks", "monthly",
                     "2nd and 4th Thursday", "quarterly"
    places           where it meets and talks: list: rust@example.org, room: 2.14, https://chat.example.org
    why              why you are in it

Several in one cell stand with a semicolon or a line end between them (in quotes, where the table is divided by those
itself); in JSON they are a list. Words for a rhythm that say one number of days give it ("biweekly" is 14, "monthly"
30); which ones did is told. Where the words say more than that ("monthly - third Tuesday"), or nothing that can be
reckoned with, they are kept as a place of the kind `meets`.

For a community that is known, what the file says replaces its subject, purpose, stage, level, rhythm and why; its
other purposes, organisations, people and places are added to. What the file says nothing of stays as it is.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level, Place, Stage, StageMove, Taker
from cop_tui.domain.interest import folded
from cop_tui.domain.record import Record, altered, derived_id, fresh
from cop_tui.exchange.acquaintances import Acquaintances
from cop_tui.exchange.community_rows import rows_of
from cop_tui.exchange.community_told import MEETS, TakerTold, Told, name_in, told
from cop_tui.exchange.intake import Intake, Progress, Tally, sentence_of, word_for
from cop_tui.practice.manners import named

_TWICE = "it is in the same file a second time"


def read(data: bytes, path: str, book: Book, *, now: datetime, progress: Progress | None = None) -> Intake:
    """Read a communities file into a book.

    Args:
        data: The bytes of the file.
        path: Its name, for what is skipped.
        book: What is known already; communities are told apart by their names.
        now: The moment of reading, in the member's zone.
        progress: Told how many communities of how many are read.

    Raises:
        Unreadable: it holds no list of communities.
    """
    tally = Tally(path)
    rows = rows_of(data, tally.file)
    taking = _Taking(book, now, tally)
    for done, row in enumerate(rows, start=1):
        item = name_in(row)
        try:
            taking.take(told(row, _noting(tally, item)))
        except ValueError as wrong:
            tally.skip(item, str(wrong))
        if progress is not None and (done % 50 == 0 or done == len(rows)):
            progress(done, len(rows))
    _tell_left_out(Counter(title for row in rows for title in row.unknown), tally)
    taking.tell_rhythms()
    count = sum(tally.added.values()) + sum(tally.changed.values())
    put: tuple[Record, ...] = (*taking.people.put.values(), *taking.put.values())
    change = Change(sentence=sentence_of(count, (tally.file,)), at=now, put=put)
    return tally.intake(book.apply(change), change, {kind: n for kind, n in taking.people.along.items() if n})


class _Taking:
    """Takes communities one after another, and counts what came of each."""

    def __init__(self, book: Book, now: datetime, tally: Tally) -> None:
        self.put: dict[str, Community] = {}
        self.people = Acquaintances(book, now, tally)
        self._book = book
        self._now = now
        self._tally = tally
        self._seen: set[str] = set()
        self._days: dict[str, int] = {}
        self._words: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for one in sorted(book.communities.values(), key=lambda one: (one.archived, one.created, one.id)):
            self._names.setdefault(folded(one.name), one.id)

    def take(self, what: Told) -> None:
        """Take one community: new, or brought up to date.

        Raises:
            ValueError: it was in the file before.
        """
        key = folded(what.name)
        own_id = derived_id("community", key)
        before = self._book.communities.get(self._names.get(key, own_id))
        if key in self._seen:
            raise ValueError(_TWICE)
        self._seen.add(key)
        if before is None and own_id in self._book.gone:
            self._tally.unchanged += 1
            self._tally.note(f"“{what.name}” was removed by you and stays so")
            return
        after = self._told(before if before is not None else self._new(own_id, what), what)
        self._listen(what)
        if before is None:
            self._tally.added[word_for(Community)] += 1
        elif after is before:
            self._tally.unchanged += 1
            return
        else:
            self._tally.changed[word_for(Community)] += 1
        self.put[after.id] = after

    def tell_rhythms(self) -> None:
        """Say which words became a number of days, and which did not."""
        if self._days:
            words = ", ".join(f"“{named(said)}” {days}" for said, days in self._days.items())
            self._tally.note(f"words for a rhythm that became a number of days: {words}")
        if self._words:
            words = ", ".join(f"“{named(said)}” ({named(name)})" for said, name in self._words.items())
            self._tally.note(f"words for a rhythm that are kept as words, among the places under “{MEETS}”: {words}")

    def _listen(self, what: Told) -> None:
        """Remember how a rhythm was said."""
        if what.rhythm_words and what.rhythm is not None:
            self._days[what.rhythm_words] = what.rhythm
        elif what.rhythm_words:
            self._words.setdefault(what.rhythm_words, what.name)

    def _new(self, own_id: str, what: Told) -> Community:
        stage = what.stage or Stage.POTENTIAL
        stages = (StageMove(stage=stage, on=self._now.date()),)
        return fresh(Community, self._now, id=own_id, name=what.name, stage=stage, stages=stages)

    def _told(self, known: Community, what: Told) -> Community:
        """Return a community with what the file says of it."""
        people, own_level = self._takers(known.people, what.people)
        stage = what.stage or known.stage
        moved = (StageMove(stage=stage, on=self._now.date()),) if stage is not known.stage else ()
        others = (*known.other_purposes, *what.other_purposes)
        purpose = what.purpose or known.purpose
        return altered(
            known,
            self._now,
            subject=what.subject or known.subject,
            purpose=purpose,
            other_purposes=tuple(dict.fromkeys(one for one in others if one is not purpose)),
            stage=stage,
            stages=(*known.stages, *moved),
            level=what.level or own_level or known.level,
            organisations=_united(known.organisations, what.organisations),
            people=people,
            rhythm=what.rhythm or known.rhythm,
            places=_with_places(known.places, what.places),
            why=what.why or known.why,
        )

    def _takers(
        self, known: tuple[Taker, ...], named_ones: Iterable[TakerTold]
    ) -> tuple[tuple[Taker, ...], Level | None]:
        """Return who takes part, and the level of the member where they are among those who are named."""
        takers = {one.person: one for one in known}
        own_level = None
        for one in named_ones:
            if self.people.is_me(one.who):
                own_level = one.level
            elif (person_id := self._person(one)) is not None:
                before = takers.get(person_id) or Taker(person=person_id)
                takers[person_id] = msgspec.structs.replace(
                    before, level=one.level or before.level, part=one.part or before.part
                )
        return tuple(takers.values()), own_level

    def _person(self, one: TakerTold) -> str | None:
        """Return the id of someone who is named; none where nobody is, or where the member removed them."""
        if not one.who.name:
            known = self.people.known(one.who)
            return known.id if known is not None else None
        if self.people.was_removed(one.who):
            self._tally.note(f"“{one.who.name}” was removed by you and stays so")
            return None
        return self.people.meet(one.who).id


def _united(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    found = {folded(one): one for one in known}
    new = {folded(one): one for one in more if one and folded(one) not in found}
    return (*known, *new.values())


def _with_places(known: tuple[Place, ...], more: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the places, each address once under each kind; one without a kind adds nothing to one that has it."""
    texts, found = {one.text for one in known}, dict.fromkeys(known)
    for one in more:
        if one.text and (one.kind or one.text not in texts):
            found[one] = None
            texts.add(one.text)
    return tuple(found)


def _tell_left_out(unknown: Counter[str], tally: Tally) -> None:
    if unknown:
        words = ", ".join(f"“{named(title)}” ({count})" for title, count in unknown.most_common(20))
        tally.note(f"left out, as a community in your notebook has no place for it: {words}")


def _noting(tally: Tally, item: str) -> Callable[[str], None]:
    return lambda text: tally.note(f"“{item}” {text}")
