"""One row of the table of keys: what can be done, by which key, where. The table itself is `actions`."""

from collections.abc import Mapping
from contextvars import ContextVar
from types import MappingProxyType

from msgspec import Struct

from cop_tui.tui.key_names import HELD, character

CHOSEN: ContextVar[Mapping[str, str]] = ContextVar("chosen", default=MappingProxyType({}))
"""The keys that the member of the running app chose, by the id of what they do; the app sets it, `Action` reads it."""

ANYWHERE = "anywhere"
"""The area of keys that work wherever no text box or dialog has the word."""

SIGNS = {
    "question_mark": "?",
    "slash": "/",
    "greater_than_sign": ">",
    "enter": "Enter",
    "escape": "Escape",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "space": "Space",
    "delete": "Del",
}
"""How keys are written for people, where their name in code is another."""


class Action(Struct, frozen=True, kw_only=True):
    """One thing that a member can do."""

    id: str
    """Its name for the member's own keymap: `area.verb`."""
    key: str
    """Its key, or several with commas; the first one is shown."""
    name: str
    """What it is called, in the palette and on the help page."""
    help: str
    """What it does, in one sentence without a full stop."""
    do: str
    """The action that Textual runs, as seen from where the area's keys are bound."""
    area: str = ANYWHERE
    """Where it works."""
    foot: str = ""
    """The word in the footer; an empty one keeps it out of there."""
    row: str = ""
    """The word below the rows that it works on, where it works on rows."""
    palette: bool = True
    """Whether the palette offers it."""
    like: str = ""
    """The id of what it does more exactly: it goes by the key that the member gave that one, unless it has its own."""
    priority: bool = False
    """Whether it works in spite of dialogs and text boxes: never for a letter."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that do it: the member's own where they chose any or none, else those of the table."""
        return tuple(key for key in CHOSEN.get().get(self.id, self.key).split(",") if key)

    @property
    def sign(self) -> str:
        """The first of its keys as people write it; empty where it has none."""
        return sign(self.keys[0]) if self.keys else ""


def sign(key: str) -> str:
    """Return a key as people write it."""
    if "+" in key:
        *held, last = key.split("+")
        return "+".join((*(one for one in HELD if one in held), sign(last)))
    return SIGNS.get(key) or character(key) or key


def unbound(name: str) -> str:
    """Return the key of what has none: nobody can press it, and what can be done is still known where it can."""
    return f"unbound-{name}"
