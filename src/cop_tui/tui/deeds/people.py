"""What a member does with a person."""

from cop_tui.domain.person import Person
from cop_tui.tui.deeds.deed import Deed

DEEDS: tuple[Deed, ...] = (
    Deed(
        name="in-touch",
        kind=Person,
        key="b",
        title="In touch",
        help="Note that you were in touch with them",
        word="in touch",
        dialog="contact",
    ),
    Deed(
        name="ask-them",
        kind=Person,
        key="a",
        title="Ask them",
        help="Note what they care about",
        word="ask",
        dialog="ask",
    ),
    Deed(
        name="invite-them",
        kind=Person,
        key="i",
        title="Invite them",
        help="Invite them, or propose something to them",
        word="invite",
        dialog="invite",
    ),
    Deed(
        name="how-often",
        kind=Person,
        key="h",
        title="How often",
        help="Say how often you like to be in touch with them",
        word="how often",
        dialog="how-often",
    ),
    Deed(
        name="same-person",
        kind=Person,
        key="M",
        title="The same person",
        help="Make two entries for one person one",
        word="merge",
        dialog="merge",
    ),
)
"""They fit everybody."""
