"""New: a community, a person, a goal, by the form of its kind."""

from collections.abc import Callable, Iterable

from textual.widget import Widget

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.community import add_community
from cop_tui.practice.goals import add_goal
from cop_tui.practice.people import add_person
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.edit import changed
from cop_tui.tui.dialogs.forms.blank import Form
from cop_tui.tui.dialogs.forms.communities import COMMUNITY, first_stage
from cop_tui.tui.dialogs.forms.table import GOAL, PERSON

Adds = Callable[..., Change]
"""The verb that adds a record by its first blank."""

KINDS: dict[str, tuple[type[Record], str, Adds, Form, str, str]] = {
    "communities": (
        Community,
        "name",
        add_community,
        (*COMMUNITY[:2], first_stage(), *COMMUNITY[2:]),
        "A community",
        "one that is, or one that could be",
    ),
    "people": (Person, "name", add_person, PERSON, "A person", "someone you know, or just met"),
    "goals": (Goal, "text", add_goal, GOAL, "A goal", "what you want to become able to do"),
}
"""Of each table: the kind, its first blank, the verb, the form, the title and what it is for."""


def new_dialog(desk: Desk, about: tuple[str, ...] = ()) -> Dialog:
    """Return the dialog for a new record of a table; `about` names the table."""
    return NewDialog(desk, about)


class NewDialog(Dialog):
    """One record that is new."""

    def heading(self) -> tuple[str, str]:
        """Say what it will be."""
        *_, title, why = KINDS[self.about[0]]
        return title, why

    def fields(self) -> Iterable[Widget]:
        """Return the blanks of its kind, as they are by themselves."""
        kind, first, _, form, *_ = KINDS[self.about[0]]
        empty = fresh(kind, self.desk.now(), **{first: ""})
        return [blank.widget(self.desk.book, empty, self.desk.now) for blank in form]

    def make(self) -> Change:
        """Return the change that adds it, with all that was filled in."""
        kind, first, adds, form, *_ = KINDS[self.about[0]]
        book: Book = self.desk.book
        added = adds(book, self.words(first), now=self.desk.now())
        record = next(one for one in added.put if isinstance(one, kind))
        rest = tuple(blank for blank in form if blank.name != first)
        filled = changed(self, book.apply(added), record, rest)
        return added.then(filled, added.sentence)
