"""The Notebook: the one door to the file. All that is kept goes through `apply`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Damaged, NotebookError, Refused
from cop_tui.domain.rebase import rebase
from cop_tui.storage.backups import ASKED, DAILY, IMPORT, MIGRATION, RESTORE, Backup, Backups, read_backup
from cop_tui.storage.codec import Documents, Images, pieces_of, settled
from cop_tui.storage.disk import footprint
from cop_tui.storage.history import Done, noted, told, undoing, without_last
from cop_tui.storage.json_storage import JsonStorage
from cop_tui.storage.lock import held
from cop_tui.storage.reading import Understood
from cop_tui.storage.snapshot import Snapshot, peek, take_snapshot
from cop_tui.storage.trouble import vanished

Listener = Callable[[Book], None]
"""Whoever wants to know when the book is another."""


class Notebook:
    """One member's notebook, open.

    Any number of programs may have the same file open: each change is made under a lock, on what the file holds then.
    """

    def __init__(self, path: Path, storage: JsonStorage, state: Snapshot) -> None:
        """Hold what was read; `Notebook.open` is the way to get one."""
        self.path = path
        """The file, as it was named."""
        self._storage = storage
        self._state = state
        self._backups = Backups(storage.path)
        self._backed_up: object = None
        self._listeners: list[Listener] = []

    @classmethod
    def open(cls, path: Path, *, now: datetime) -> "Notebook":
        """Open a notebook; a missing file is an empty one, and nothing is created before the first change.

        Raises:
            Damaged: the file is not a whole notebook; it is kept, and a backup is named.
            NewerNotebook: a newer version wrote it.
            NotebookError: it cannot be read, or is no notebook.

        Notes:
            A file of an older schema is backed up and written in the current one.
        """
        storage = JsonStorage(path)
        notebook = cls(path, storage, take_snapshot(storage))
        if notebook._state.former is not None:
            notebook._write_migrated(now)
        return notebook

    @staticmethod
    def peek(path: Path) -> tuple[Book, object] | None:
        """Look at a notebook without touching anything; return its book and version, or none where it must be opened.

        Notes:
            Opening may write: it migrates an older file and sets a damaged one aside.
        """
        return peek(path)

    @property
    def book(self) -> Book:
        """All that is kept, as it was read or written last."""
        return self._state.book

    @property
    def version(self) -> object:
        """What is equal as long as nobody writes to the file."""
        return self._state.footprint

    def apply(
        self, change: Change, *, base: Book | None = None, back_up_first: bool = False, why: str = IMPORT
    ) -> Book:
        """Carry out a change, in the file and in memory, or neither.

        Args:
            change: what to do; one that does nothing writes nothing.
            base: the book on which the change was made, where that is not the latest.
            back_up_first: whether to keep a backup of how things are before it.
            why: what that backup is for.

        Returns:
            The book after it.

        Raises:
            Busy: another program is writing.
            Damaged: the file was damaged in between.
            NotebookError: the file cannot be written; it is as it was.
            Refused: a record cannot be kept in a file.

        Notes:
            What another program wrote in between stays: the change is brought onto it, field by field.
        """
        if change:
            self._commit(change, base or self.book, {}, why if back_up_first else "")
        return self.book

    def undo(self, *, now: datetime) -> str:
        """Take back the change that was made last, by whichever program; return its sentence.

        Raises:
            Refused: there is nothing to undo, or all that it touched was changed by another program since.
        """
        with self._writing() as state:
            last = without_last(state.documents)
            if last is None:
                raise Refused("There is nothing to undo")
            entry, documents = last
            inverse = undoing(entry, state.book, now)
            change, encoded = settled(inverse.change)
            book = state.book.apply(change)
            self._save(state, documents.after(change, book, encoded, inverse.images), book, now)
        self._tell()
        if inverse.stays and not change:
            raise Refused(
                f"“{entry.sentence}” stays: another program changed it since",
                "The next undo goes on with what was done before it",
            )
        return entry.sentence

    def history(self) -> tuple[Done, ...]:
        """Return the changes that can be undone, newest first."""
        return told(self._state.documents)

    def refresh(self) -> bool:
        """Read the file again if another program wrote it; tell whether it was so.

        Notes:
            A file that is missing is waited for: a program that synchronises may be replacing it just now.
        """
        if not self._storage.changed_since(self._state.footprint):
            return False
        state = take_snapshot(self._storage)
        if state.footprint is None:
            return False
        self._state = state
        self._tell()
        return True

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with each new book; return what ends this."""
        self._listeners.append(listener)

        def leave() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return leave

    def back_up(self, *, now: datetime, why: str = ASKED) -> Path:
        """Keep a copy of the notebook as it is; return where."""
        with self._writing() as state:
            if state.footprint is None:
                raise Refused("There is nothing to back up yet")
            return self._backups.make(pieces_of(state.documents.tables), now, why)

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups, newest first."""
        return self._backups.newest_first()

    def restore(self, name: str, *, now: datetime) -> Change:
        """Go back to how things were in a backup; this can be undone like any change.

        Returns:
            What was changed; a change that does nothing where all is as it was then.

        Raises:
            NotFound: there is no backup of this name.
            NotebookError: it is not whole.
        """
        backup = self._backups.find(name)
        content = content_of(backup)
        change = leading_to(content.book, self.book, now, f"Restored the backup {backup.name}")
        images = {
            (record.table, record.id): raw
            for record in change.put
            if (raw := content.documents.raw(record.table, record.id)) is not None
        }
        if change:
            self._commit(change, self.book, images, RESTORE)
        return change

    def _commit(self, change: Change, base: Book, images: Images, back_up_as: str) -> None:
        with self._writing() as state:
            change, encoded = settled(change if base is state.book else rebase(change, base, state.book))
            book = state.book.apply(change)
            inverse = state.book.undoing(change)
            after = state.documents.after(change, book, encoded, images)
            documents = noted(state.documents, after, inverse, book)
            if back_up_as and state.footprint is not None:
                self._backups.make(pieces_of(state.documents.tables), change.at, back_up_as)
            self._save(state, documents, book, change.at)
        self._tell()

    @contextmanager
    def _writing(self) -> Iterator[Snapshot]:
        """Hold the lock; give the file as it is now, read again if another program wrote it."""
        known = self._state.footprint
        if known is not None and footprint(self._storage.path) is None:
            raise vanished(self.path)
        with held(self._storage.path):
            if not self._storage.changed_since(known):
                yield self._state
                return
            state = take_snapshot(self._storage)
            if known is not None and state.footprint is None:
                raise vanished(self.path)
            yield state

    def _save(self, state: Snapshot, documents: Documents, book: Book, now: datetime) -> None:
        """Write the file; only when that is done, let memory follow."""
        if state.former is not None:
            self._backups.make(state.former, now, MIGRATION)
        first_today = self._backed_up != now.date() and not self._backups.has_daily(now)
        if first_today and state.footprint is not None:
            self._back_up_daily(state.documents, now)
        self._state = Snapshot(documents, book, self._storage.save(documents.tables))
        if first_today and state.footprint is None:
            self._back_up_daily(documents, now)
        self._backed_up = now.date()

    def _back_up_daily(self, documents: Documents, now: datetime) -> None:
        """Keep today's backup; where that cannot be, the member's change matters more, and the doctor will tell."""
        with suppress(NotebookError):
            self._backups.make(pieces_of(documents.tables), now, DAILY)

    def _write_migrated(self, now: datetime) -> None:
        with self._writing() as state:
            if state.former is not None:
                self._save(state, state.documents, state.book, now)
            else:
                self._state = state

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(self.book)


def content_of(backup: Backup) -> Understood:
    """Return what a backup holds, in the current schema.

    Raises:
        Damaged: it is not whole.
    """
    content = read_backup(backup.path)
    if content is None:
        raise Damaged(
            f"The backup {backup.name} is not whole; nothing was changed", "cop-tui backup list shows the others"
        )
    return content


def leading_to(target: Book, book: Book, now: datetime, sentence: str) -> Change:
    """Return the change that leads from one book to another; what it takes out leaves tombstones."""
    there = [record for kind in KINDS for record in target.of(kind).values()]
    put = tuple(record for record in there if book.of(type(record)).get(record.id) != record)
    take = tuple(record for record in book.records() if not target.holds(record))
    return Change(sentence=sentence, at=now, put=put, take=take)
