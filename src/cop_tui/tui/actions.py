"""The one table of keys: what can be done, by which key, where.

From it come bindings, footer, palette, help page, the README's key table and the member's own keymap (by id).
A new screen or dialog adds its rows here; nothing else about keys stands anywhere else.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cop_tui.tui.action import ANYWHERE, Action, sign, unbound
from cop_tui.tui.check_in import keys as check_in
from cop_tui.tui.deeds.deed import AREA as IN_HAND
from cop_tui.tui.dialogs import table as dialogs
from cop_tui.tui.keys import (
    commitments,
    communities,
    discover,
    invitations,
    learning,
    moving,
    people,
    place,
    record,
    story,
    today,
)
from cop_tui.tui.places import PLACES

if TYPE_CHECKING:
    from textual.binding import BindingType

MOVING = moving.AREA
"""The area of keys that move in a list."""

MAP = discover.MAP
"""The area of keys of the map of interests."""

_OF_PLACES = (today, communities, invitations, commitments, discover, people, learning, story)

AREAS: dict[str, str] = {
    **{one.AREA: one.TITLE for one in _OF_PLACES},
    check_in.AREA: "In the check-in",
    IN_HAND: record.IN_HAND_TITLE,
    record.AREA: record.TITLE,
    place.AREA: place.TITLE,
    commitments.MONTH: commitments.MONTH_TITLE,
    story.PAGE: story.PAGE_TITLE,
    place.FILTER: place.FILTER_TITLE,
    MOVING: moving.TITLE,
    MAP: discover.MAP_TITLE,
    ANYWHERE: "Anywhere",
    **dialogs.AREAS,
}
"""What each area is called, in the order in which help and README tell them."""

DIALOGS = dialogs.DIALOGS
"""Where each dialog is."""

ACTIONS: tuple[Action, ...] = (
    *(action for one in _OF_PLACES for action in one.ACTIONS),
    *check_in.ACTIONS,
    *record.ACTIONS,
    *record.DEED_ACTIONS,
    *place.ACTIONS,
    *place.FILTER_ACTIONS,
    *moving.ACTIONS,
    *discover.MAP_ACTIONS,
    *commitments.MONTH_ACTIONS,
    *story.PAGE_ACTIONS,
    *(
        Action(
            id=f"go.{one.id}",
            key=one.key,
            name=f"Go to {one.name}",
            help=f"Open {one.name}",
            do=f"app.go('{one.id}')",
        )
        for one in PLACES
    ),
    Action(
        id="go.check-in",
        key="c",
        name="Check in",
        help="The minute a day in which all is kept up",
        do="app.check_in",
        foot="check in",
    ),
    *dialogs.VERBS,
    *dialogs.ACTIONS,
    Action(
        id="app.search",
        key="slash",
        name="Search",
        help="Find words in everything you keep, as you type",
        do="app.open('search')",
        foot="search",
    ),
    Action(
        id="app.undo",
        key="u",
        name="Undo",
        help="Take the last change back",
        do="app.undo",
        foot="undo",
    ),
    Action(
        id="app.you",
        key="",
        name="You",
        help="Your own page: who you are, and what you care about",
        do="app.open('you')",
    ),
    Action(
        id="app.theme",
        key="",
        name="Theme",
        help="Choose other colours",
        do="app.change_theme",
    ),
    Action(
        id="app.palette",
        key="ctrl+p",
        name="Palette",
        help="Everything you can do, by its name",
        do="app.command_palette",
        palette=False,
    ),
    Action(
        id="app.help",
        key="question_mark",
        name="Keys",
        help="The keys of here",
        do="app.keys",
        foot="keys",
    ),
    Action(
        id="app.quit",
        key="q",
        name="Quit",
        help="Leave; everything is written down already",
        do="app.quit",
        foot="quit",
    ),
)
"""Everything that can be done, in the order in which it is told."""

BY_ID = {action.id: action for action in ACTIONS}
"""The same by id."""

ALWAYS = ("page.back", "app.help", "app.quit")
"""What the footer shows however narrow it is."""


def of(area: str) -> Iterator[Action]:
    """Go through what can be done in an area."""
    return (action for action in ACTIONS if action.area == area)


def bindings(*areas: str) -> "list[BindingType]":
    """Return the keys of areas for a class's BINDINGS; what has no key is there, too, so that it may get one."""
    from textual.binding import Binding

    return [
        Binding(
            action.key or unbound(action.id),
            action.do,
            action.name,
            show=bool(action.foot),
            key_display=sign(action.key.split(",")[0]),
            tooltip=action.help,
            id=action.id,
            priority=action.priority,
        )
        for area in areas
        for action in of(area)
    ]


def signs(action: Action) -> str:
    """Return all keys of an action as people write them."""
    return " ".join(sign(key) for key in action.keys)


def keys_table() -> str:
    """Return the whole table as Markdown, for the README."""
    lines = ["| where | key | does | id |", "|---|---|---|---|"]
    for area, title in AREAS.items():
        for action in of(area):
            if action.key:
                keys = " ".join(f"`{sign(key)}`" for key in action.key.split(","))
                lines.append(f"| {title} | {keys} | {action.name}: {action.help} | `{action.id}` |")
    return "\n".join(lines) + "\n"
