"""Names of files that every system takes, kept from run to run.

Kept apart from the writing, because they are reckoned with texts alone: no folder is looked at.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

LONGEST = 120
"""Bytes that one part of a path may have in UTF-8, its suffix counted."""
DEEPEST = 8
"""Parts that a path may have."""

_NAMELESS = "untitled"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
_UNSEEN = ("Cc", "Cs", "Cn", "Co", "Zl", "Zp")
_DIRECTIONS = re.compile("[\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]")
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|(?:COM|LPT)[0-9¹²³]|CONIN\$|CONOUT\$)\s*(?:\.|$)", re.IGNORECASE)


def names_for(wished: Mapping[str, str], known: Mapping[str, str], suffix: str) -> dict[str, str]:
    """Return the relative path of each record's file: the one that it had, else a safe one like the wished stem.

    No two are the same, even where a file system ignores case or the form of Unicode. The name of a record that is
    gone is free again in the next run, when its file is gone too.

    Args:
        wished: The stems by record id; `/` parts folders, which are made safe one by one.
        known: The paths of the last run by record id.
        suffix: What every name ends in, with its full stop: `.md`.
    """
    taken: set[str] = set()
    kept: dict[str, str] = {}
    for one, path in known.items():
        if is_safe(path, suffix) and key_of(path) not in taken:
            taken.add(key_of(path))
            kept[one] = path
    numbers: dict[str, int] = {}
    return {one: kept.get(one) or _free(stem, suffix, taken, numbers) for one, stem in wished.items()}


def is_safe(path: str, suffix: str = "") -> bool:
    """Tell whether a relative path can stand as it is, on every system, below the folder it is meant for."""
    return path.endswith(suffix) and bool(path) and path == _path(path.removesuffix(suffix), suffix)


def key_of(path: str) -> str:
    """Return the form in which two paths are the same file for some file system."""
    if path.isascii():
        return path.casefold()
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKD", path).casefold())
    return "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")


def _free(stem: str, suffix: str, taken: set[str], numbers: dict[str, int]) -> str:
    """Return the first path like this stem that nobody has, and take it."""
    path = _path(stem, suffix)
    first = key_of(path)
    while (key := key_of(path)) in taken:
        numbers[first] = numbers.get(first, 1) + 1
        path = _path(stem, suffix, f" {numbers[first]}")
    taken.add(key)
    return path


def _path(stem: str, suffix: str, number: str = "") -> str:
    *folders, name = stem.split("/")
    parts = [part for folder in folders if (part := _folder(folder, suffix))]
    return "/".join((*parts[: DEEPEST - 1], _made_safe(name, number + suffix) or _NAMELESS + number + suffix))


def _folder(name: str, suffix: str) -> str:
    """Return a folder's name made safe; never one that a file of ours could have."""
    part = _made_safe(name, "")
    return _made_safe(part + "_", "") if suffix and part.casefold().endswith(suffix.casefold()) else part


def _made_safe(name: str, end: str) -> str:
    """Return a name with its end, as every system takes it; empty where nothing is left of it."""
    seen = "".join(_letters(unicodedata.normalize("NFC", name)))
    plain = unicodedata.normalize("NFC", " ".join(seen.split())).lstrip(". ")
    plain = f"_{plain}" if _DEVICE.match(plain) else plain
    cut = plain.encode()[: LONGEST - len(end.encode())].decode(errors="ignore").rstrip(". \u200d")
    return cut + end if cut else ""


def _letters(name: str) -> Iterator[str]:
    for letter in _DIRECTIONS.sub("", _FORBIDDEN.sub(" ", name)):
        yield " " if unicodedata.category(letter) in _UNSEEN else letter
