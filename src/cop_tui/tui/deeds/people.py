"""What a member does with a person."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.person import Person
from cop_tui.tui.deeds.deed import Deed


def _has_address(_book: Book, one: Person, _now: datetime) -> bool:
    return bool(one.emails)


def _is_one_of_several(book: Book, _one: Person, _now: datetime) -> bool:
    return len(book.people) > 1


def _first_address(_book: Book, one: Person) -> tuple[str, str]:
    return "".join(one.emails[:1]), f"the address of {one.name}"


DEEDS: tuple[Deed, ...] = (
    Deed(
        name="contact",
        kind=Person,
        key="b",
        title="Be in touch",
        help="Note that you were in touch with this person",
        word="in touch",
        dialog="contact",
    ),
    Deed(
        name="ask",
        kind=Person,
        key="a",
        title="Ask this person",
        help="Note what this person cares about",
        word="ask",
        dialog="ask",
        like="verb.ask",
    ),
    Deed(
        name="invite",
        kind=Person,
        key="i",
        title="Invite this person",
        help="Make an invitation to this person, or propose something",
        word="invite",
        dialog="invite",
        like="verb.invite",
    ),
    Deed(
        name="how-often",
        kind=Person,
        key="h",
        title="How often",
        help="Say how often you like to be in touch with this person",
        word="how often",
        dialog="how-often",
    ),
    Deed(
        name="merge",
        kind=Person,
        key="M",
        title="Merge",
        help="Say that this person is the same as another one in your notebook",
        word="merge",
        dialog="merge",
        fits=_is_one_of_several,
        foot=False,
    ),
    Deed(
        name="copy-address",
        kind=Person,
        key="at",
        title="Copy the address",
        help="Copy this person's first mail address to the clipboard",
        word="copy address",
        copies=_first_address,
        fits=_has_address,
        foot=False,
    ),
)
"""All of them fit anybody, but for merging the only one there is, and copying what is not known."""
