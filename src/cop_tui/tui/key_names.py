"""The names of keys: what Textual calls them, what people write, what types itself. Knows nothing of Textual.

Textual names a key by its sign where that is a letter or a digit, else by the sign's name in Unicode; held keys stand
before it in the order of the alphabet: `k`, `question_mark`, `alt+ctrl+k`.
"""

import unicodedata
from functools import lru_cache

HELD = ("alt", "ctrl", "shift")
"""Keys that are held while another is pressed, in the order in which Textual names them."""

NAMED = frozenset(
    (
        *("escape", "enter", "tab", "space", "backspace", "delete", "insert"),
        *("home", "end", "pageup", "pagedown", "up", "down", "left", "right"),
        *(f"f{number}" for number in range(1, 25)),
    )
)
"""Keys that have a name and no sign."""

SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Signs that Textual gives a shorter name than Unicode does."""

KEYBOARD, WIDE = 0x7F, 0x3000
"""Where the signs of an English keyboard end in Unicode, and those that are looked through at all."""


def named(key: str) -> str:
    """Return the name of a key as Textual has it, from what a member wrote; what is no key comes back as it is."""
    if key == " ":
        return "space"
    if len(key) == 1:
        return _name(key)
    *held, last = _parts(key)
    if len(last) == 1:
        last = _name(last)
    return "+".join((*sorted(held), last))


def character(key: str) -> str:
    """Return the sign that a key types; empty where it types none."""
    if key == "space":
        return " "
    if len(key) == 1:
        return key if key.isprintable() else ""
    if not key or key in NAMED or "+" in key or "-" in key:
        return ""
    return _signs(KEYBOARD).get(key) or _signs(WIDE).get(key, "")


def why_not(key: str) -> str | None:
    """Return what to write in place of something that is no key, or that no terminal sends; none where it is one.

    Args:
        key: The key, as `named` returns it.
    """
    *held, last = _parts(key)
    if not set(held) <= set(HELD) or len(set(held)) < len(held):
        return "Held keys are ctrl, alt and shift, as in ctrl+k or ctrl+shift+k"
    if last not in NAMED and not character(last):
        return "As in k, K, ctrl+k, f5, pageup, question_mark or ?"
    if held and len(last) == 1 and last != last.lower():
        return f"Write {named('+'.join((*{*held, 'shift'}, last.lower())))}"
    if held == ["shift"] and (character(last)):
        return "Write the sign itself: K, not shift+k"
    return None


def _parts(key: str) -> list[str]:
    """Return the held keys and the key itself; a plus may be the key."""
    if key.endswith("++"):
        return [*key[:-2].split("+"), "plus"]
    return key.split("+")


def _name(sign: str) -> str:
    if sign.isalnum():
        return sign
    name = unicodedata.name(sign, "").lower().replace("-", "_").replace(" ", "_")
    return SHORTER.get(name, name) or sign


@lru_cache
def _signs(end: int) -> dict[str, str]:
    """Return the signs before a place in Unicode by the names that Textual gives them."""
    signs = (sign for sign in map(chr, range(0x21, end)) if sign.isprintable() and not sign.isalnum())
    return {_name(sign): sign for sign in signs}
