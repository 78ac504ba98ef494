"""The one table of settings: what each does, what it may be, and how things are where the file says nothing.

From it come the errors and their hints, the README's table and the dialog. A new setting is a row here and a field of
`Settings`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct


@dataclass(frozen=True)
class Settings:
    """What a member may set; every setting has a value that holds where the file says nothing."""

    theme: str = "hearth"
    """The theme of the app: hearth, daylight, or any of Textual's."""
    days: int = 7
    """How many days ahead Today looks; 1 to 60."""
    nudges: int = 2
    """How many nudges Today gives at most; 0 to 5."""
    welcomed: bool = False
    """Whether the member saw the welcome, or passed it over."""
    keys: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The member's own keys by the id of what they do; several with commas, none where it is empty."""
    file: Path | None = field(default=None, compare=False)
    """The file that they were read from and are written to; none where they last as long as the program runs."""


class Setting(Struct, frozen=True, kw_only=True):
    """One row: a setting that there is."""

    name: str
    """Its name in the file, and the field of `Settings`."""
    help: str
    """What it does, in one sentence without a full stop."""
    wants: str
    """What it may be, as the end of a sentence."""
    example: str
    """One line of the file that is right."""
    holds: Callable[[object], bool]
    """Tells whether a value can be."""

    @property
    def default(self) -> object:
        """What holds where the file says nothing."""
        return getattr(Settings(), self.name)


class Problem(Struct, frozen=True):
    """Something in the settings that can't be."""

    where: tuple[str, ...]
    """The names that lead to it in the file, outermost first."""
    sentence: str
    """What is wrong."""
    hint: str
    """What would be right."""


def _from(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and least <= value <= most


SETTINGS: tuple[Setting, ...] = (
    Setting(
        name="theme",
        help="The colours: hearth, daylight, or any of Textual's themes",
        wants="the name of a theme",
        example='theme = "hearth"',
        holds=lambda value: isinstance(value, str) and bool(value),
    ),
    Setting(
        name="days",
        help="How many days ahead Today looks",
        wants="a whole number from 1 to 60",
        example="days = 7",
        holds=_from(1, 60),
    ),
    Setting(
        name="nudges",
        help="How many nudges Today gives at most",
        wants="a whole number from 0 to 5",
        example="nudges = 2",
        holds=_from(0, 5),
    ),
    Setting(
        name="welcomed",
        help="Whether you saw the welcome; false shows it once more",
        wants="true or false",
        example="welcomed = true",
        holds=lambda value: isinstance(value, bool),
    ),
    Setting(
        name="keys",
        help="Your own keys, by the name of what they do; several with commas, an empty one takes the key away",
        wants="a table of keys",
        example='keys.verb.ask = "A"',
        holds=lambda value: isinstance(value, dict),
    ),
)
"""Every setting, in the order in which they are told."""

BY_NAME = {setting.name: setting for setting in SETTINGS}
"""The same by name."""


def problem(name: str, value: object) -> Problem | None:
    """Return what is wrong with a setting and what would be right; none where it is fine."""
    setting = BY_NAME.get(name)
    if setting is None:
        near = get_close_matches(name, BY_NAME, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There is {', '.join(BY_NAME)}"
        return Problem((name,), f"There is no setting {name!r}", hint)
    if not setting.holds(value):
        return Problem((name,), f"{name} wants {setting.wants}", f"As in {setting.example}")
    if isinstance(value, dict):
        return next((_no_key(where) for where, key in leaves(value) if not isinstance(key, str)), None)
    return None


def leaves(keys: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], object]]:
    """Go through the entries of a table of keys: the names that lead there, and what stands there.

    Notes:
        `"today.yes" = "Y"` and `today.yes = "Y"` are one thing for a member, and two for TOML.
    """
    for name, value in keys.items():
        if isinstance(value, dict):
            yield from (((name, *rest), leaf) for rest, leaf in leaves(value))
        else:
            yield (name,), value


def settings_table() -> str:
    """Return the whole table as Markdown, for the README."""
    lines = ["| setting | does | wants | as in |", "|---|---|---|---|"]
    lines += [f"| `{one.name}` | {one.help} | {one.wants} | `{one.example}` |" for one in SETTINGS]
    return "\n".join(lines) + "\n"


def _no_key(where: tuple[str, ...]) -> Problem:
    return Problem(("keys", *where), f"{'.'.join(where)} wants a key, in quotes", 'As in "k", "ctrl+k" or "k,f5"')
