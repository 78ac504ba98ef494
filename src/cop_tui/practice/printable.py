"""Text as a terminal takes it: made visible, measured in cells, cut to one line, folded for comparing.

Kept apart from the words so that they can rest on it, and so that no part needs a terminal library to measure.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

from cop_tui.domain.interest import folded

ELLIPSIS = "…"
"""What ends a line that was cut."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and newline
    "\u202a-\u202e\u2066-\u2069"  # directions that reach beyond the text that they stand in
    "\u2028\u2029\ufeff\ufff9-\ufffb\U000e0001"  # line ends and marks that no terminal shows
    "\ud800-\udfff]"  # halves of a character, which can't be written out
)

_BARE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that are typed without their stroke where a keyboard has none, and that Unicode doesn't take apart."""


def visible(text: str) -> str:
    """Return a text with everything that could steer a terminal as a picture of itself.

    Newlines and tabs stay; an ESC becomes ␛, what has no picture its number, as ⟨U+202E⟩. Line ends become newlines.
    """
    if text.isprintable():
        return text
    return _UNSEEN.sub(_picture, text.replace("\r\n", "\n"))


def pictured(text: str) -> str:
    """Return a text of the same length with one sign for everything that could steer a terminal; tabs stay.

    For a text box, in which each character has its place: what has no picture becomes the sign for the unknown.
    """
    return text if text.isprintable() else _UNSEEN.sub(_one_sign, text)


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def cut(text: str, width: int) -> str:
    """Return a text that takes at most `width` cells, its end an ellipsis where something had to go."""
    if cells(text) <= width:
        return text
    if text.isascii():
        kept = text[: max(width - 1, 0)]
    else:
        used = accumulate(map(_cells_of, text))
        kept = "".join(letter for letter, taken in zip(text, used, strict=True) if taken < width)
    return kept.rstrip(" \u200d") + ELLIPSIS if width > 0 else ""


def one_line(text: str, width: int) -> str:
    """Return a text as one line of at most `width` cells, blanks run together, everything visible."""
    return cut(visible(" ".join(text.split())), width)


def fold(text: str) -> str:
    """Return the form in which texts are compared by a search: without case, accents, dashes, extra blanks."""
    plain = folded(text)
    if plain.isascii():
        return plain
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return folded(bare.translate(_BARE))


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def _one_sign(found: re.Match[str]) -> str:
    picture = _picture(found)
    return picture if len(picture) == 1 else "\ufffd"


@lru_cache(maxsize=4096)
def _cells_of(letter: str) -> int:
    """Return the cells of one character: none for marks and joiners, two for wide ones."""
    if "\u1160" <= letter <= "\u11ff" or (unicodedata.category(letter) in ("Mn", "Me", "Cf") and letter != "\xad"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
