"""Mend a notebook: save what can be read, put right what can be put right, lose nothing of the rest.

First a copy of the file as it was; then what can't be read goes into a file beside it; then the notebook is written,
once, with a change at the end of its history that undo takes back.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zlib import crc32

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Damaged, NotebookError
from cop_tui.storage.backups import MEND, Backup, Backups, read_backup, understood
from cop_tui.storage.codec import Unsound, encode, said, settled
from cop_tui.storage.disk import footprint, write_whole
from cop_tui.storage.history import noted
from cop_tui.storage.json_storage import JsonStorage
from cop_tui.storage.lock import held
from cop_tui.storage.reading import Foreign, Newer
from cop_tui.storage.salvage import ASIDE, Salvaged, salvage
from cop_tui.storage.snapshot import foreign, newer, set_aside, take_snapshot
from cop_tui.storage.tidying import Tidied, lost, tidied
from cop_tui.storage.torn import Piece

MOST_TOLD = 40
"""How many things that were done are told one by one."""


class Mending(msgspec.Struct, frozen=True, kw_only=True):
    """What was done."""

    done: tuple[str, ...] = ()
    """What was put right, as sentences without a full stop; empty where there was nothing to mend."""
    copy: str = ""
    """The name of the copy of the file as it was before."""
    aside: str = ""
    """The name of the file in which what could not be read is kept; empty where all could be."""
    undo: bool = False
    """Whether undo takes it back, all but what could not be read."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What was done, as lines to print."""
        if not self.done:
            return ("There is nothing to mend",)
        aside = (f"What could not be read is kept as {self.aside}",) if self.aside else ()
        back = ("cop-tui undo takes it back",) if self.undo else ()
        more = len(self.done) - MOST_TOLD
        rest = (f"And {more} more like these",) if more > 0 else ()
        return (*self.done[:MOST_TOLD], *rest, f"The file as it was is kept as {self.copy}", *aside, *back)


def mend(path: Path, *, now: datetime) -> Mending:
    """Mend what can be mended in a notebook.

    Raises:
        NewerNotebook: a newer version wrote it; it is left alone.
        Damaged: it is of an older schema and damaged too.
        NotebookError: it is no notebook, or nothing could be kept of it; it is as it was.

    Notes:
        Writes a copy of the file, a file with what could not be read, and the notebook, in this order.
    """
    storage = JsonStorage(path)
    if footprint(storage.path) is None:
        return Mending()
    with suppress(NotebookError):  # some programs write in place: what is not whole may be so in a moment
        take_snapshot(storage)
    with held(storage.path):
        found = storage.load()
        return _mended(storage, found[0], now) if found else Mending()


def salvaged(path: Path, data: bytes) -> Salvaged:
    """Return what can be read of these bytes.

    Raises:
        NewerNotebook, NotebookError, Damaged: they are not to be touched.
    """
    try:
        return salvage(data)
    except Newer as error:
        raise newer(path, error.schema) from error
    except Foreign as error:
        raise foreign(path) from error
    except Unsound as error:
        raise Damaged(f"{path} cannot be mended: {said(error)}", "cop-tui backup list shows the others") from error


def _mended(storage: JsonStorage, data: bytes, now: datetime) -> Mending:
    backup = Backups(storage.path).newest_whole()
    if not data.strip() and backup is None:
        return Mending()
    saved = salvaged(storage.path, data)
    tidy = _tidied(saved, backup, now)
    done = (*saved.said, *tidy.said)
    if not done:
        return Mending()
    copy = _copied(storage.path, data, now)
    aside = _put_aside(storage.path, (*saved.pieces, *tidy.pieces))
    can_undo = _write(storage, saved, tidy, now)
    return Mending(done=done, copy=copy, aside=aside, undo=can_undo)


def _tidied(saved: Salvaged, backup: Backup | None, now: datetime) -> Tidied:
    there = read_backup(backup.path) if backup else None
    if backup is None or there is None:
        return tidied(saved.documents, saved.book, (), "", now)
    missing = lost(saved.book, there.book)
    return tidied(saved.documents, saved.book, missing, backup.name, now)


def _copied(path: Path, data: bytes, now: datetime) -> str:
    """Keep the file as it was: as a backup where it can be restored, else as a damaged state; return its name."""
    copy = Backups(path).make(data, now, MEND) if understood(data) else set_aside(path, data)
    if copy is None:
        raise NotebookError(f"{path} could not be kept under another name; nothing was changed")
    return copy.name


def _put_aside(path: Path, pieces: tuple[Piece, ...]) -> str:
    """Keep the pieces in a file beside the notebook; return its name, empty where there are none."""
    if not pieces:
        return ""
    data = encode([_as_text(piece) for piece in pieces])
    aside = path.with_name(f"{path.stem}.{ASIDE}-{crc32(data):08x}{path.suffix}")
    write_whole(aside, data)
    return aside.name


def _as_text(piece: Piece) -> dict[str, str]:
    """Return a piece as JSON can hold it: bytes that are no text are written as escapes."""
    text = piece.raw.decode("utf-8", "backslashreplace")
    return {"table": piece.table, "number": piece.number, "why": piece.why, "text": text}


def _write(storage: JsonStorage, saved: Salvaged, tidy: Tidied, now: datetime) -> bool:
    """Write the notebook; tell whether there is something that undo takes back."""
    change, encoded = settled(tidy.change(now))
    documents = saved.documents
    if change:
        book: Book = saved.book.apply(change)
        after = documents.after(change, book, encoded, {})
        documents = noted(documents, after, saved.book.undoing(change), book)
    storage.save(documents.tables)
    return bool(change)
