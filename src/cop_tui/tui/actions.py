"""The one table of keys: what can be done, by which key, where.

From it come bindings, footer, palette, help page, the README's key table and the member's own keymap (by id).
A new screen or dialog adds its rows here; nothing else about keys stands anywhere else.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cop_tui.tui.action import ANYWHERE, Action, sign, unbound
from cop_tui.tui.check_in import keys as check_in
from cop_tui.tui.dialogs import table as dialogs
from cop_tui.tui.places import PLACES

if TYPE_CHECKING:
    from textual.binding import BindingType

MOVING = "moving"
"""The area of keys that move in a list."""

AREAS: dict[str, str] = {
    "today": "On Today",
    check_in.AREA: "In the check-in",
    MOVING: "In a list",
    ANYWHERE: "Anywhere",
    **dialogs.AREAS,
}
"""What each area is called, in the order in which help and README tell them."""

DIALOGS = dialogs.DIALOGS
"""Where each dialog is."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="today.showed-up",
        key="y",
        name="Showed up",
        help="You were there, or you did it",
        do="answer('showed-up')",
        area="today",
        row="showed up",
    ),
    Action(
        id="today.missed",
        key="m",
        name="Missed",
        help="You were not there and had not said so",
        do="answer('missed')",
        area="today",
        row="missed",
    ),
    Action(
        id="today.excused",
        key="x",
        name="Excused",
        help="You said in time that you can't",
        do="answer('excused')",
        area="today",
        row="excused",
    ),
    Action(
        id="today.another-day",
        key="r",
        name="Another day",
        help="It moved, or you move it",
        do="answer('another-day')",
        area="today",
        row="another day",
    ),
    Action(
        id="today.yes",
        key="y",
        name="Say yes",
        help="You will be there",
        do="answer('yes')",
        area="today",
        row="yes",
    ),
    Action(
        id="today.perhaps",
        key="p",
        name="Say perhaps",
        help="You would like to and can't promise it",
        do="answer('perhaps')",
        area="today",
        row="perhaps",
    ),
    Action(
        id="today.no",
        key="n",
        name="Say no",
        help="Not this time",
        do="answer('no')",
        area="today",
        row="no",
    ),
    Action(
        id="today.still-coming",
        key="y",
        name="Still coming",
        help="You said yes, and you are on your way",
        do="answer('still-coming')",
        area="today",
        row="still coming",
    ),
    Action(
        id="today.follow",
        key="f",
        name="The nudge",
        help="Do what it suggests",
        do="follow(0)",
        area="today",
    ),
    Action(
        id="today.follow-second",
        key="F",
        name="The other nudge",
        help="Do what that one suggests",
        do="follow(1)",
        area="today",
    ),
    *check_in.ACTIONS,
    Action(
        id="moving.down",
        key="down,j",
        name="Down",
        help="The next row",
        do="move(1)",
        area=MOVING,
        palette=False,
    ),
    Action(
        id="moving.up",
        key="up,k",
        name="Up",
        help="The row before",
        do="move(-1)",
        area=MOVING,
        palette=False,
    ),
    Action(
        id="moving.page-down",
        key="pagedown",
        name="A page down",
        help="As many rows on as fit the screen",
        do="turn(1)",
        area=MOVING,
        palette=False,
    ),
    Action(
        id="moving.page-up",
        key="pageup",
        name="A page up",
        help="As many rows back as fit the screen",
        do="turn(-1)",
        area=MOVING,
        palette=False,
    ),
    Action(
        id="moving.first",
        key="g,home",
        name="First",
        help="The first row",
        do="end(-1)",
        area=MOVING,
        palette=False,
    ),
    Action(
        id="moving.last",
        key="G,end",
        name="Last",
        help="The last row",
        do="end(1)",
        area=MOVING,
        palette=False,
    ),
    Action(
        id="moving.open",
        key="enter",
        name="Open",
        help="All there is about this row",
        do="open",
        area=MOVING,
        foot="open",
        palette=False,
    ),
    *(
        Action(
            id=f"go.{place.id}",
            key=place.key,
            name=f"Go to {place.name}",
            help=f"Open {place.name}",
            do=f"app.go('{place.id}')",
        )
        for place in PLACES
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
        id="app.undo",
        key="u",
        name="Undo",
        help="Take the last change back",
        do="app.undo",
        foot="undo",
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

ALWAYS = ("app.help", "app.quit")
"""What the footer shows however narrow it is."""


def of(area: str) -> Iterator[Action]:
    """Go through what can be done in an area."""
    return (action for action in ACTIONS if action.area == area)


def bindings(area: str) -> "list[BindingType]":
    """Return the keys of an area for a class's BINDINGS; what has no key is there, too, so that it may get one."""
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
        for action in of(area)
    ]


def signs(action: Action) -> str:
    """Return all keys of an action as people write them."""
    return " ".join(sign(key) for key in action.keys)


def keys_table() -> str:
    """Return the whole table as Markdown, for the README."""
    lines = ["| where | key | does |", "|---|---|---|"]
    for area, title in AREAS.items():
        for action in of(area):
            if action.key:
                keys = " ".join(f"`{sign(key)}`" for key in action.key.split(","))
                lines.append(f"| {title} | {keys} | {action.name}: {action.help} |")
    return "\n".join(lines) + "\n"
