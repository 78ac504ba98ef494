"""Edit: any record by the form of its kind; who you are; how often a community meets."""

from collections.abc import Iterable
from typing import ClassVar

import msgspec
from textual.widget import Widget

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community
from cop_tui.domain.errors import Refused, gone
from cop_tui.domain.member import Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record
from cop_tui.practice.member import set_me
from cop_tui.practice.people import edit
from cop_tui.practice.words import title_of
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field
from cop_tui.tui.dialogs.forms.blank import Form, Given
from cop_tui.tui.dialogs.forms.kinds import number
from cop_tui.tui.dialogs.forms.table import FORMS
from cop_tui.tui.dialogs.naming import shown


def edit_dialog(desk: Desk, about: tuple[str, ...] = ()) -> Dialog:
    """Return the dialog that changes the record that it is about; about none, who the member is."""
    record = next((found for one in about if (found := desk.book.find(one)) is not None), None)
    if record is None or isinstance(record, Member):
        return MemberDialog(desk, about)
    return EditDialog(desk, about)


class EditDialog(Dialog):
    """All that is written about one record."""

    TITLE_WORDS: ClassVar[str] = "Edit"

    def heading(self) -> tuple[str, str]:
        """Say which record it is."""
        record = self.desk.book.find(self.about[0])
        return self.TITLE_WORDS, title_of(record, self.desk.book) if record else ""

    def fields(self) -> Iterable[Widget]:
        """Return the blanks of its kind, filled in."""
        record = self.desk.book.find(self.about[0])
        form = FORMS[record.table] if record else ()
        return [blank.widget(self.desk.book, record, self.desk.now) for blank in form if record]

    def make(self) -> Change:
        """Return the change; what was not touched stays as it was, to the letter."""
        record = self.desk.book.find(self.about[0])
        if record is None:
            raise gone()
        return changed(self, self.desk.book, record, FORMS[record.table])


def changed(dialog: Dialog, book: Book, record: Record, form: Form) -> Change:
    """Return the change that the blanks of a form make of a record; those whom they name become known with it."""
    now = dialog.desk.now()
    fields, along = dict[str, object](), dict[str, Person]()
    for blank in form:
        if dialog.touched(blank.name) is not None:
            sofar = msgspec.structs.replace(record, **fields)
            given = Given(book, dialog.text(blank.name), now, sofar, along)
            fields |= blank.read(given)
            book = given.book
    change = edit(book, record, now=now, **fields)
    return Change(sentence="", at=now, put=tuple(along.values())).then(change, change.sentence)


class MemberDialog(Dialog):
    """Who you are."""

    TITLE_WORDS: ClassVar[str] = "Who you are"
    WHY: ClassVar[str] = "invitations find you by your addresses"

    def fields(self) -> Iterable[Widget]:
        """Return the fields, filled in with what is known."""
        from zoneinfo import available_timezones

        me = self.desk.book.me
        yield Field("name", "name", value=shown(me.name), hint="as you want to be called")
        yield Field("mail", "emails", value=", ".join(me.emails), hint="you@example.org, another")
        yield Field("at", "organisation", value=shown(me.organisation), hint="where you work or belong")
        yield Field(
            "time zone",
            "timezone",
            value=me.timezone,
            hint="Europe/Berlin; empty is this machine's",
            completes=available_timezones(),
        )

    def make(self) -> Change:
        """Return the change that notes it; what was not touched stays as it was, to the letter."""
        name, organisation, timezone = (self.touched(field) for field in ("name", "organisation", "timezone"))
        emails = self.pieces("emails") if self.touched("emails") is not None else None
        return set_me(
            self.desk.book,
            now=self.desk.now(),
            name=name,
            emails=emails,
            organisation=organisation,
            timezone=timezone,
        )


class RhythmDialog(Dialog):
    """How often a community meets."""

    TITLE_WORDS: ClassVar[str] = "How often do you meet?"

    def heading(self) -> tuple[str, str]:
        """Ask it about the community."""
        community = self._community()
        return self.TITLE_WORDS, title_of(community, self.desk.book) if community else ""

    def fields(self) -> Iterable[Widget]:
        """Return the one field."""
        community = self._community()
        days = community.rhythm if community else None
        yield Field("days apart", "days", value=str(days or ""), hint="7 is every week, 30 every month")

    def make(self) -> Change:
        """Return the change that notes it."""
        community = self._community()
        if community is None:
            raise gone()
        days = number(self.words("days"))
        if days is None:
            raise Refused("A rhythm is a number of days", "Write 7 for every week, 30 for every month")
        return edit(self.desk.book, community, now=self.desk.now(), rhythm=days)

    def _community(self) -> Community | None:
        book = self.desk.book
        return next((book.communities[one] for one in self.about if one in book.communities), None)
