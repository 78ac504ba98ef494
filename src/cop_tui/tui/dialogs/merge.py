"""Merge: two entries are one person; two words are one subject."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.person import Person
from cop_tui.practice.merge import merge_people, seem_one
from cop_tui.practice.resolve import resolve
from cop_tui.practice.subjects import merge_subjects
from cop_tui.practice.words import title_of
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field, subjects
from cop_tui.tui.dialogs.naming import shown
from cop_tui.tui.markup import literal
from cop_tui.tui.tones import SOFT


class MergeDialog(Dialog):
    """Who else a person is. It is about the person who is kept."""

    TITLE_WORDS: ClassVar[str] = "The same person"
    WHY: ClassVar[str] = "two entries become one, and nothing of either is lost"

    def heading(self) -> tuple[str, str]:
        """Say whose entry is kept."""
        person = self.desk.book.people.get(self.about[0])
        return (f"{title_of(person, self.desk.book)} is kept", self.WHY) if person else (self.TITLE_WORDS, self.WHY)

    def fields(self) -> Iterable[Widget]:
        """Return the one field, filled in with who has the same name or address, if somebody has."""
        person = self.desk.book.people.get(self.about[0])
        found = seem_one(self.desk.book, person) if person else ()
        names = [one.name for one in self._others()]
        value = "".join(shown(one.name) for one in found[:1])
        yield Field("is also", "other", value=value, hint="the other name", completes=names, commas=False)
        if found:
            yield Static(literal("They have the same name or address.", SOFT), markup=False, classes="told")

    def make(self) -> Change:
        """Return the change that makes them one."""
        person = self.desk.book.people.get(self.about[0])
        if person is None:
            raise NotFound("It is no longer there", "Somebody else has removed it")
        words = self.words("other")
        if not words:
            raise Refused("It takes two", "Name the other entry, as your list of people has it")
        other = resolve(self.desk.book, words, Person, among=self._others())
        return merge_people(self.desk.book, person, other, now=self.desk.now())

    def _others(self) -> Sequence[Person]:
        return [one for one in self.desk.book.people.values() if one.id != self.about[0]]


class MergeSubjectDialog(Dialog):
    """Which words mean one subject. It is about interests: the first one's subject stays, the others' go into it."""

    TITLE_WORDS: ClassVar[str] = "The same subject"
    WHY: ClassVar[str] = "whoever said it, from now on it is one"

    def fields(self) -> Iterable[Widget]:
        """Return the fields: the name that stays, and the other words for it."""
        book = self.desk.book
        first, *rest = [shown(book.interests[one].subject) for one in self.about if one in book.interests] or [""]
        known = subjects(book)
        yield Field("it is called", "keep", value=first, completes=known, commas=False)
        yield Field("and not", "others", value=", ".join(rest), hint="rust-lang, another word for it", completes=known)

    def make(self) -> Change:
        """Return the change that makes them one."""
        others, book, now = self.pieces("others"), self.desk.book, self.desk.now()
        if not others:
            raise Refused("It takes two", "Write the other word for it; it becomes known even if nobody said it yet")
        done = Change(sentence="", at=now)
        for other in others:
            change = merge_subjects(book.apply(done), self.words("keep"), other, now=now)
            done = done.then(change, change.sentence)
        return done
