"""Back from a backup, also where the notebook itself cannot be opened."""

from datetime import datetime
from pathlib import Path

from cop_tui.domain.errors import Damaged, NotebookError
from cop_tui.storage.backups import Backup, Backups
from cop_tui.storage.codec import HISTORY, Documents, Unsound
from cop_tui.storage.disk import real_path
from cop_tui.storage.history import noted
from cop_tui.storage.json_storage import JsonStorage
from cop_tui.storage.lock import held
from cop_tui.storage.notebook import Notebook, content_of, leading_to
from cop_tui.storage.reading import Foreign, Newer, Understood
from cop_tui.storage.salvage import salvage
from cop_tui.storage.snapshot import set_aside


def backups_of(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a notebook, newest first, whether it can be opened or not."""
    return Backups(real_path(path)).newest_first()


def bring_back(path: Path, name: str, *, now: datetime) -> Notebook:
    """Go back to a backup and return the notebook, open.

    Where the notebook is whole, this is a change that can be undone. Where it is damaged, the backup takes its place.

    Raises:
        NotFound: there is no backup of this name.
        NotebookError: the backup is not whole, or the file cannot be written.
    """
    try:
        notebook = Notebook.open(path, now=now)
    except Damaged:
        return replace_damaged(path, name, now=now)
    notebook.restore(name, now=now)
    return notebook


def replace_damaged(path: Path, name: str, *, now: datetime) -> Notebook:
    """Put a backup in the place of a damaged notebook, of which a copy is kept under another name.

    Undo brings back what could still be read of the damaged one.
    """
    storage = JsonStorage(path)
    content = content_of(Backups(storage.path).find(name))
    with held(storage.path):
        found = storage.load()
        if found is not None and set_aside(storage.path, found[0]) is None:
            raise NotebookError(f"{path} could not be kept under another name; nothing was changed")
        storage.save(_in_the_place_of(found[0] if found else b"", content, name, now).tables)
    return Notebook.open(path, now=now)


def _in_the_place_of(data: bytes, content: Understood, name: str, now: datetime) -> Documents:
    """Return the documents of a backup, with the way back to what can be read of these bytes in their history."""
    try:
        saved = salvage(data)
    except (Newer, Foreign, Unsound):
        saved = salvage(b"")
    change = leading_to(content.book, saved.book, now, f"Restored the backup {name}")
    past = saved.documents.tables[HISTORY] or content.documents.tables[HISTORY]
    return noted(saved.documents, content.documents.with_table(HISTORY, past), saved.book.undoing(change), content.book)
