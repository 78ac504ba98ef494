"""People: whom you know, what they care about, with whom to be in touch again."""

from typing import ClassVar

from cop_tui.domain.person import Person
from cop_tui.practice.words import title_of
from cop_tui.tui import actions
from cop_tui.tui.screens import people_rows as rows
from cop_tui.tui.screens.list_place import ListPlace, View

EMPTY = "Here you keep whom you know, what they care about and when you last spoke. n notes someone."
"""What the place is for, and the key that begins."""


class PeopleScreen(ListPlace):
    """Whom you know."""

    PLACE = "people"
    BINDINGS: ClassVar = actions.bindings("people")
    VIEWS: ClassVar = (
        View(id="all", name="all", sections=rows.everyone, columns=rows.COLUMNS, empty=EMPTY),
        View(
            id="in-touch",
            name="in touch",
            sections=rows.in_touch,
            columns=rows.TOUCH,
            count=lambda desk: desk.read(rows.due_now),
            empty=EMPTY,
        ),
        View(
            id="organisations",
            name="by organisation",
            sections=rows.by_organisation,
            columns=rows.COLUMNS,
            empty=EMPTY,
        ),
    )

    def show_view(self, view: View) -> None:
        """Look at people from a side; with whom to be in touch begins with who is due."""
        super().show_view(view)
        if view.id == "in-touch":
            self.rows.cursor = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to copy an address only of someone who has one."""
        if action == "copy_address":
            return bool(self._address())
        return super().check_action(action, parameters)

    def action_copy_address(self) -> None:
        """Copy the first mail address of the person in hand."""
        from cop_tui.tui.clipboard import copy

        person = self.record_in_hand()
        if person is not None:
            copy(self.app, self._address(), f"the address of {title_of(person, self.desk.book)}")

    def _address(self) -> str:
        person = self.record_in_hand()
        return next(iter(person.emails), "") if isinstance(person, Person) else ""
