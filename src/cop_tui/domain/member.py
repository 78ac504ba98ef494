"""The member: whose notebook this is."""

from typing import ClassVar

from cop_tui.domain.record import Record

ME = "me"
"""How the member is referred to where a person's id may stand."""


class Member(Record, frozen=True, kw_only=True):
    """The one whose notebook this is; there is one."""

    table: ClassVar[str] = "member"

    name: str = ""
    """As the member wants to be called."""
    emails: tuple[str, ...] = ()
    """Every address by which invitations reach the member."""
    organisation: str = ""
    """Where the member works or belongs."""
    timezone: str = ""
    """An IANA zone name; empty means the machine's own."""
