"""The member's settings: a small TOML file, read once, wrong entries named with their line."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from cop_tui.domain.errors import WrongUse


@dataclass(frozen=True)
class Settings:
    """What a member may set; every setting has a value that holds where the file says nothing."""

    theme: str = "hearth"
    """The theme of the app: hearth, daylight, or any of Textual's."""
    days: int = 7
    """How many days ahead Today looks; 1 to 60."""
    nudges: int = 2
    """How many nudges Today gives at most; 0 to 5."""


def read(path: Path) -> Settings:
    """Read the settings; a file that is not there sets nothing.

    Raises:
        WrongUse: The file can't be read, is no TOML, or has a setting that there is not or a value that can't be.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise WrongUse(f"The settings {path} are not UTF-8") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WrongUse(f"The settings {path} can't be read: {reason}") from error
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongUse(f"The settings {path} are no TOML: {error}") from error
    for name, value in table.items():
        if problem := _problem(name, value):
            raise WrongUse(f"{path}{_line(text, name)}: {problem[0]}", problem[1])
    return Settings(**table)


def _problem(name: str, value: object) -> tuple[str, str] | None:
    """Return what is wrong with a setting and what would be right; none where it is fine."""
    if name in _RULES:
        rule = _RULES[name]
        return None if rule.holds(value) else (f"{name} wants {rule.wants}", f"As in {rule.example}")
    near = get_close_matches(name, _RULES, n=1)
    return f"There is no setting {name!r}", f"Did you mean {near[0]}?" if near else f"There is {', '.join(_RULES)}"


@dataclass(frozen=True)
class _Rule:
    """What a setting may be."""

    holds: Callable[[object], bool]
    """Tells whether a value can be."""
    wants: str
    """What can be, as the end of a sentence."""
    example: str
    """One line that is right."""


def _from(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and least <= value <= most


_RULES = {
    "theme": _Rule(lambda value: isinstance(value, str) and bool(value), "the name of a theme", 'theme = "hearth"'),
    "days": _Rule(_from(1, 60), "a whole number from 1 to 60", "days = 7"),
    "nudges": _Rule(_from(0, 5), "a whole number from 0 to 5", "nudges = 2"),
}
"""Of each setting, what it may be."""


def _line(text: str, name: str) -> str:
    """Return `, line N` for the line on which a setting stands; nothing where it is not found."""
    pattern = re.compile(rf"""^\s*(\[\s*)?["']?{re.escape(name)}["']?\s*[=.\]]""")
    numbers = (number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line))
    number = next(numbers, None)
    return f", line {number}" if number else ""
