"""The places that a member can go to, each with its number key; from this table come tabs, keys and modes."""

from collections.abc import Callable

from msgspec import Struct

from cop_tui.tui.desk import Desk


class Place(Struct, frozen=True, kw_only=True):
    """One place: a tab, a number key, a screen."""

    id: str
    """Its name in code: the mode, and the area of its keys."""
    key: str
    """The number that goes there."""
    name: str
    """What the tab says."""
    screen: str
    """Where its screen is, as `module:Class`; imported when the member first goes there."""
    count: Callable[[Desk], int] | None = None
    """How many things wait for the member there, if the place counts any."""


PLACES: tuple[Place, ...] = (
    Place(id="today", key="1", name="Today", screen="cop_tui.tui.screens.today:TodayScreen"),
    Place(id="communities", key="2", name="Communities", screen="cop_tui.tui.screens.communities:CommunitiesScreen"),
    Place(
        id="invitations",
        key="3",
        name="Invitations",
        screen="cop_tui.tui.screens.invitations:InvitationsScreen",
        count=lambda desk: len(desk.agenda.waiting),
    ),
    Place(id="commitments", key="4", name="Commitments", screen="cop_tui.tui.screens.commitments:CommitmentsScreen"),
    Place(id="discover", key="5", name="Discover", screen="cop_tui.tui.screens.discover:DiscoverScreen"),
    Place(id="people", key="6", name="People", screen="cop_tui.tui.screens.people:PeopleScreen"),
    Place(id="learning", key="7", name="Learning", screen="cop_tui.tui.screens.learning:LearningScreen"),
    Place(id="story", key="8", name="Story", screen="cop_tui.tui.screens.story:StoryScreen"),
)
"""Every place, in the order of the tabs."""

HOME: dict[str, str] = {
    "communities": "communities",
    "invitations": "invitations",
    "commitments": "commitments",
    "people": "people",
    "interests": "discover",
    "goals": "learning",
    "learning": "learning",
    "stories": "story",
    "check_ins": "story",
    "member": "today",
}
"""The place where records of each table are at home."""
