"""The notebook as it stood in the file at one moment; and what to do where the file is not whole."""

from contextlib import suppress
from pathlib import Path
from time import sleep as pause
from zlib import crc32

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Damaged, NewerNotebook, NotebookError
from cop_tui.storage.backups import Backups
from cop_tui.storage.codec import Documents, Unsound
from cop_tui.storage.disk import Footprint, write_whole
from cop_tui.storage.json_storage import JsonStorage
from cop_tui.storage.migrations import current_schema
from cop_tui.storage.reading import Foreign, Newer, nothing, understand

EMPTIED = "it is empty, and there are backups of it"
"""Why a file with nothing in it is damaged."""

NO_BACKUP = "There is no whole backup of it"
"""What is said where nothing can be brought back."""

_PATIENCE = (0.02, 0.05, 0.1)


class Snapshot(Struct, frozen=True):
    """The file at one moment, read."""

    documents: Documents
    """Its documents."""
    book: Book
    """Its records."""
    footprint: Footprint | None = None
    """What tells whether it was written since; none where there was no file."""
    former: bytes | None = None
    """The bytes of an older schema from which it was brought to this one in memory; none where that was not needed."""


def peek(path: Path) -> tuple[Book, Footprint] | None:
    """Look at a notebook without touching anything: neither migrating it nor setting a damaged one aside.

    Returns:
        The book and the footprint of its file; none where there is none, or where opening it does or says more.
    """
    with suppress(Unsound, Newer, Foreign, NotebookError):
        found = JsonStorage(path).load()
        if found and found[0].strip():
            known = understand(found[0])
            return (known.book, found[1]) if known.schema == current_schema() else None
    return None


def take_snapshot(storage: JsonStorage) -> Snapshot:
    """Read the file. One that is not whole is looked at again for a moment: some programs write in place.

    Raises:
        Damaged: it is not a whole notebook; a copy was set aside.
        NewerNotebook: a newer version wrote it.
        NotebookError: it is no notebook, or could not be read.
    """
    patience = list(_PATIENCE)
    while True:
        found = storage.load()
        if found is None:
            empty = nothing()
            return Snapshot(empty.documents, empty.book)
        data, seen = found
        try:
            return _read(storage.path, data, seen)
        except Unsound as error:
            while patience and not storage.changed_since(seen):
                pause(patience.pop(0))
            if not patience:
                raise damaged(storage.path, data, str(error)) from error


def damaged(path: Path, data: bytes, why: str) -> Damaged:
    """Return the error for a file that is not whole.

    Notes:
        Keeps a copy of the bytes beside the file, once for each state that it is found in.
    """
    aside = set_aside(path, data)
    kept = f"a copy of it is kept as {aside.name}" if aside else "it was left as it is"
    backup = Backups(path).newest_whole()
    back = f"Or go back to the newest whole backup: cop-tui backup restore {backup.name}" if backup else NO_BACKUP
    return Damaged(f"{path} is damaged ({why}); {kept}", f"cop-tui doctor --mend saves what can be read. {back}")


def set_aside(path: Path, data: bytes) -> Path | None:
    """Keep these bytes beside the notebook under a name of their own; none where that cannot be."""
    aside = path.with_name(f"{path.stem}.damaged-{crc32(data):08x}{path.suffix}")
    with suppress(NotebookError):
        if not aside.exists():
            write_whole(aside, data)
        return aside
    return None


def newer(path: Path, schema: int) -> NewerNotebook:
    """Return the error for a file of a schema that this version does not know."""
    return NewerNotebook(
        f"{path} was written by a newer cop-tui (schema {schema}; this one knows {current_schema()}). "
        "It was left alone",
        "Update cop-tui to open it",
    )


def foreign(path: Path) -> NotebookError:
    """Return the error for a file of another program."""
    return NotebookError(f"{path} holds tables of another program; it was left alone", "Name another file with --data")


def _read(path: Path, data: bytes, seen: Footprint) -> Snapshot:
    if not data.strip():
        if Backups(path).has_any():
            raise Unsound(EMPTIED)
        empty = nothing()
        return Snapshot(empty.documents, empty.book, seen)
    try:
        known = understand(data)
    except Newer as error:
        raise newer(path, error.schema) from error
    except Foreign as error:
        raise foreign(path) from error
    former = data if known.schema < current_schema() else None
    return Snapshot(known.documents, known.book, seen, former)
