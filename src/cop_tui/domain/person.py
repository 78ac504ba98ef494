"""People: whom the member knows, and when they were last in touch."""

from typing import ClassVar

from cop_tui.domain.record import Moment, Part, Record


class Channel(Part, frozen=True, kw_only=True):
    """A way to reach someone besides mail."""

    kind: str
    """What it is: phone, chat, page."""
    address: str
    """The number, handle or link, as it was written."""


class Contact(Part, frozen=True, kw_only=True):
    """One time that the member and a person were in touch."""

    on: Moment
    """When, with the offset of where the member was."""
    text: str = ""
    """A word about it."""


class Person(Record, frozen=True, kw_only=True):
    """Someone the member knows."""

    table: ClassVar[str] = "people"

    name: str
    """As the member knows them."""
    emails: tuple[str, ...] = ()
    """Their mail addresses, the first one preferred."""
    organisation: str = ""
    """Where they work or belong."""
    channels: tuple[Channel, ...] = ()
    """Other ways to reach them."""
    note: str = ""
    """Whatever is good to remember."""
    reconnect_every: int | None = None
    """Days after which the member would like to be in touch again."""
    contacts: tuple[Contact, ...] = ()
    """When they were in touch, oldest first."""
