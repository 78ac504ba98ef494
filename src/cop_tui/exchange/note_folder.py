"""The notes in a folder: found, bounded in number and size, nothing followed that leads out of it."""

import os
from collections.abc import Iterator
from pathlib import Path

from cop_tui.domain.errors import Unreadable

MOST_NOTES = 100_000
"""How many notes of a folder are read."""
MOST_BYTES = 200_000_000
"""How large they may be together."""
DEEPEST = 32
"""How many folders may stand in one another."""

_SUFFIXES = (".md", ".markdown")


def notes_in(folder: Path) -> dict[str, bytes]:
    """Return the notes in a folder and in those below it, by their path from there, in its order.

    Folders and files whose name begins with a full stop are the programs' own; links are not followed.

    Raises:
        Unreadable: there is none, or too much, or it can't be read.
    """
    try:
        found = dict(sorted(_found(folder)))
    except PermissionError as wrong:
        raise Unreadable(f"You may not read {wrong.filename or folder}; nothing was changed") from None
    except (OSError, ValueError) as wrong:
        reason = wrong.strerror if isinstance(wrong, OSError) and wrong.strerror else wrong
        raise Unreadable(f"{folder} can't be read ({reason}); nothing was changed") from None
    if not found:
        raise Unreadable(
            f"{folder} is a folder without notes in Markdown; nothing was changed", "Other files are read one by one"
        )
    return found


def _found(folder: Path) -> Iterator[tuple[str, bytes]]:
    count = size = 0
    for path, file in _files(folder, "", 0):
        count, size = count + 1, size + file.stat(follow_symlinks=False).st_size
        if count > MOST_NOTES or size > MOST_BYTES:
            raise Unreadable(
                f"{folder} holds more than {MOST_NOTES:,} notes or {MOST_BYTES // 1_000_000} MB; nothing was changed",
                "Read its folders one by one",
            )
        yield path, Path(file.path).read_bytes()


def _files(folder: Path, above: str, depth: int) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Go through the notes; a name that is not UTF-8 comes with marks in place of what is none."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = above + entry.name.encode(errors="replace").decode()
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if depth < DEEPEST:
                    yield from _files(Path(entry.path), f"{path}/", depth + 1)
            elif entry.is_file(follow_symlinks=False) and entry.name.casefold().endswith(_SUFFIXES):
                yield path, entry
