"""Post: your answer, or your invitation, as a file to open and send; the address is shown and copied."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused, gone
from cop_tui.domain.invitation import Invitation, State, Way
from cop_tui.exchange.folder_names import names_for
from cop_tui.exchange.writing import write_whole
from cop_tui.practice.manners import nothing
from cop_tui.tui.clipboard import copy
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field
from cop_tui.tui.markup import line
from cop_tui.tui.tones import FAINT, INK

if TYPE_CHECKING:
    from cop_tui.exchange.letters import Method

TITLES: "dict[Method, tuple[str, str]]" = {
    "REPLY": ("Your answer", "for the host's calendar"),
    "REQUEST": ("Your invitation", "for the calendars of those you ask"),
    "CANCEL": ("It is called off", "for the calendars of those you asked"),
}
"""What each message is called, and for whom it is."""

STEMS: "dict[Method, str]" = {"REPLY": "answer to", "REQUEST": "invitation to", "CANCEL": "no"}
"""What the name of its file begins with."""


class PostDialog(Dialog):
    """Where the file goes. It is about one invitation."""

    def heading(self) -> tuple[str, str]:
        """Say what is written."""
        invitation = self._invitation()
        return TITLES[method_of(invitation)] if invitation else ("It is no longer there", "")

    def fields(self) -> Iterable[Widget]:
        """Return to whom it goes, and the file."""
        invitation = self._invitation()
        if invitation is None:
            return
        to = ", ".join(self._addresses(invitation))
        yield Static(line(("to".ljust(13), FAINT), (to or "no address is known", INK)), markup=False, id="quoted")
        stem = f"{STEMS[method_of(invitation)]} {invitation.title}"
        name = names_for({"file": stem}, {}, ".eml")["file"]
        yield Field("file", "file", value=f"~/{name}", hint="a file: .eml is a mail, .ics the calendar", commas=False)

    def make(self) -> Change:
        """Write the file, and copy the address.

        Note: Writes a new file; never over one that is there.
        """
        from cop_tui.exchange.letters import as_file

        invitation, book, now = self._invitation(), self.desk.book, self.desk.now()
        if invitation is None:
            raise gone()
        words = self.words("file")
        if not words:
            raise Refused("The file needs a name", "As in ~/answer.eml")
        path = Path(words).expanduser()
        write_whole(path, as_file(path, method_of(invitation), invitation, book, now=now))
        addresses = self._addresses(invitation)
        if addresses:
            copy(self.app, ", ".join(addresses), f"{addresses[0]}; {path} is written")
        return nothing(f"Wrote {path}", now)

    def _invitation(self) -> Invitation | None:
        return self.desk.book.invitations.get(self.about[0])

    def _addresses(self, invitation: Invitation) -> list[str]:
        people = self.desk.book.people
        if invitation.way is Way.SENT:
            asked = (people.get(one.person) for one in invitation.recipients)
            return [one.emails[0] for one in asked if one and one.emails]
        sender = people.get(invitation.sender or "")
        known = invitation.organizer.partition(":")[2] or "".join(sender.emails[:1] if sender else ())
        return [known] if known else []


def method_of(invitation: Invitation) -> "Method":
    """Return what is to be said about an invitation as it stands."""
    if invitation.way is Way.RECEIVED:
        return "REPLY"
    return "CANCEL" if invitation.state is State.WITHDRAWN else "REQUEST"
