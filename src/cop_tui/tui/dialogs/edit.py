"""Edit: who you are; how often a community meets."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.community import Community
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.practice.member import set_me
from cop_tui.practice.people import edit
from cop_tui.practice.words import title_of
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field
from cop_tui.tui.dialogs.naming import shown

MOST_DAYS = 3660
"""Days between two gatherings at the most: ten years."""


def edit_dialog(desk: Desk, about: tuple[str, ...] = ()) -> Dialog:
    """Return the dialog that changes what it is about: a community's rhythm, else who the member is."""
    if any(one in desk.book.communities for one in about):
        return RhythmDialog(desk, about)
    return MemberDialog(desk, about)


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
        community, words = self._community(), self.words("days").removesuffix("days").strip()
        if community is None:
            raise NotFound("It is no longer there", "Somebody else has removed it")
        if not (words.isascii() and words.isdigit() and len(words) < 6 and 1 <= int(words) <= MOST_DAYS):
            raise Refused("A rhythm is a number of days", "Write 7 for every week, 30 for every month")
        return edit(self.desk.book, community, now=self.desk.now(), rhythm=int(words))

    def _community(self) -> Community | None:
        book = self.desk.book
        return next((book.communities[one] for one in self.about if one in book.communities), None)
