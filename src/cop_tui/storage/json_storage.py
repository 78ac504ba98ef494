"""The storage that TinyDB is given: one JSON file, written whole or not at all.

TinyDB's own storage writes in place, keeps a handle to a file that may have been replaced, and lets one writer
overwrite another. This one opens the file anew for each read, writes it atomically under the lock, and refuses to
write over what it has not seen. The Notebook saves through it too, from documents that are encoded already.
"""

import json
import re
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from cop_tui.domain.errors import Busy, Damaged, Refused
from cop_tui.storage.codec import Tables, pieces_of, said
from cop_tui.storage.disk import Data, Footprint, footprint, read_whole, real_path, sweep, write_whole
from cop_tui.storage.lock import held


class JsonStorage(Storage):
    """Keeps a TinyDB in one JSON file: `TinyDB(path, storage=JsonStorage)`."""

    def __init__(self, path: str | Path) -> None:
        """Work on this file, or on the one that it is a link to; nothing is created before the first write."""
        self.path = real_path(Path(path))
        """The file itself."""
        self._seen: Footprint | None = None
        self._swept = False

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return all tables as plain dicts of the caller's own; none where there is nothing yet."""
        found = self.load()
        if found is None or not found[0]:
            return None
        try:
            tables: dict[str, dict[str, Any]] = json.loads(found[0])
        except (ValueError, RecursionError) as error:
            raise Damaged(f"{self.path} is not whole JSON: {said(error)}", "cop-tui doctor tells more") from error
        return tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file by these tables.

        Raises:
            Refused: the tables hold something that is no JSON.
            Busy: another program wrote the file since it was read here.
        """
        try:
            encoded = json.dumps(data, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode()
        except (ValueError, TypeError, RecursionError) as error:
            raise Refused(f"This cannot be kept in JSON ({said(error)}); nothing was written") from error
        with held(self.path):
            if self._seen != footprint(self.path):
                raise Busy(f"Another program wrote {self.path} in between; nothing was written", "Read it again")
            self.replace(encoded)

    def load(self) -> tuple[bytes, Footprint] | None:
        """Return the bytes of the file and its footprint; none where there is no file."""
        found = read_whole(self.path)
        self._seen = found[1] if found else None
        return found

    def changed_since(self, seen: Footprint | None) -> bool:
        """Tell whether the file is another than the one that left this footprint."""
        return footprint(self.path) != seen

    def save(self, tables: Tables) -> Footprint:
        """Replace the file by tables of raw documents; the caller holds the lock and has seen the file as it is."""
        return self.replace(pieces_of(tables))

    def replace(self, data: Data) -> Footprint:
        """Replace the file by these bytes; the caller holds the lock."""
        if not self._swept:
            sweep(self.path.parent, _with_what_is_beside(self.path))
            self._swept = True
        self._seen = write_whole(self.path, data)
        return self._seen


def _with_what_is_beside(path: Path) -> re.Pattern[str]:
    """Return what the notebook is called, and the copies and pieces of it that are kept beside it."""
    return re.compile(rf"{re.escape(path.stem)}(\.[a-z-]+-[0-9a-f]{{8}})?{re.escape(path.suffix)}")
