"""One row of the table of keys: what can be done, by which key, where. The table itself is `actions`."""

from dataclasses import dataclass

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


@dataclass(frozen=True, kw_only=True)
class Action:
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
    priority: bool = False
    """Whether it works in spite of dialogs and text boxes: never for a letter."""

    @property
    def sign(self) -> str:
        """The first key as people write it."""
        return sign(self.key.split(",")[0])


def sign(key: str) -> str:
    """Return a key as people write it."""
    return SIGNS.get(key, key)
