"""Merge: two entries that are one person."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused, gone
from cop_tui.domain.person import Person
from cop_tui.practice.merge import merge_people, perhaps_same
from cop_tui.practice.resolve import resolve
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field, people
from cop_tui.tui.dialogs.naming import person_in, shown


class MergeDialog(Dialog):
    """Who is the same person. It is about the one who stays, and the other where one is at hand."""

    TITLE_WORDS: ClassVar[str] = "Two that are one"

    def heading(self) -> tuple[str, str]:
        """Say who stays."""
        person = self.desk.book.people.get(self.about[0])
        return self.TITLE_WORDS, f"{shown(person.name)} stays, with all of the other" if person else ""

    def fields(self) -> Iterable[Widget]:
        """Return the one field, filled in with who it may well be."""
        others = self._others()
        names = (shown(others.people[one].name) for one in self._likely() if one in others.people)
        yield Field(
            "the same as",
            "other",
            value=next(names, ""),
            hint="the other's name or address",
            completes=people(others),
            commas=False,
        )

    def make(self) -> Change:
        """Return the change that makes them one."""
        book, words = self.desk.book, self.words("other")
        kept = book.people.get(self.about[0])
        if kept is None:
            raise gone()
        if not words:
            raise Refused("Nobody is named", "Name who is the same person")
        others = self._others()
        named = person_in(others, words, self._likely())
        other = named if isinstance(named, Person) else resolve(others, words, Person)
        return merge_people(book, kept, other, now=self.desk.now())

    def _others(self) -> Book:
        """Return the book without the one who stays: another one may have the same name."""
        book = self.desk.book
        return replace(book, people={key: one for key, one in book.people.items() if key != self.about[0]})

    def _likely(self) -> tuple[str, ...]:
        """Return the ids of those who may well be the same: the one at hand, or those who look like it."""
        kept = self.desk.book.people.get(self.about[0])
        return self.about[1:] or tuple(one.id for one in (perhaps_same(self.desk.book, kept) if kept else ()))
