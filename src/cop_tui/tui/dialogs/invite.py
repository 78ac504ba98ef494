"""Invite: an invitation with a date, or a proposal without one."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level
from cop_tui.domain.invitation import Offer
from cop_tui.practice.discovery import sparks
from cop_tui.practice.invite import invite
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field, WhenField, community_field, people_field
from cop_tui.tui.dialogs.naming import community_in, people_in, shown

NEAREST = 3
"""People of a community who are named at first: those who take part most."""


class InviteDialog(Dialog):
    """Whom to what, when and where."""

    TITLE_WORDS: ClassVar[str] = "Invite"
    WHY: ClassVar[str] = "with a date, or without one as a proposal"

    def fields(self) -> Iterable[Widget]:
        """Return the fields, filled in from the people or the community that it is about."""
        book = self.desk.book
        community = next((book.communities[one] for one in self.about if one in book.communities), None)
        title = shown(community.name) if community else self._subject()
        yield Field("to what", "title", value=title, hint="an evening on compilers")
        yield people_field(book, "whom", _nearest(community) if community else self.about)
        yield community_field(book, self.about)
        yield WhenField("when", "when", self.desk.now)
        yield Field("where", "place", hint="a room, a corner of the park")
        yield Field("link", "link", hint="where on-line")
        yield Field("in words", "note", hint="what you would say to them")

    def make(self) -> Change:
        """Return the change that makes it."""
        book, when = self.desk.book, self.moment("when")
        return invite(
            book,
            self.words("title"),
            people_in(book, self.words("people"), self.about),
            now=self.desk.now(),
            community=community_in(book, self.words("community"), self.about),
            start=when.start if when else None,
            all_day=bool(when and when.all_day),
            place=self.words("place"),
            link=self.words("link"),
            note=self.words("note"),
            kind=Offer.INVITATION if when else Offer.PROPOSAL,
        )

    def _subject(self) -> str:
        """Return the question about what the people share, where they are the people of a spark."""
        wanted = set(self.about)
        found = (spark.subject for spark in self.desk.read(sparks) if wanted and wanted == set(spark.people))
        subject = next(found, "")
        return f"Shall we meet about {shown(subject)}?" if subject else ""


def _nearest(community: Community) -> tuple[str, ...]:
    order = list(Level)
    takers = sorted(community.people, key=lambda taker: order.index(taker.level))
    return tuple(taker.person for taker in takers)[:NEAREST]
