"""Copies of the notebook from earlier days, beside it in `backups/`.

One a day for the last ten days on which something was written, and one before each import, merge, restore and
migration. Their names sort by time: `notebook-20261123T080000Z-001-daily.json`.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from cop_tui.domain.errors import CopError, NotFound
from cop_tui.storage.codec import Unsound
from cop_tui.storage.disk import Data, read_whole, sweep, write_whole
from cop_tui.storage.reading import Foreign, Newer, Understood, understand

DAYS = 10
"""Of how many days a daily backup is kept."""

OCCASIONS = 50
"""How many backups are kept that were made before an import, a merge, a restore or a mending."""

DAILY = "daily"
"""Why: the first change of a day."""
ASKED = "asked"
"""Why: the member asked for it."""
IMPORT = "import"
"""Why: before an import."""
MERGE = "merge"
"""Why: before a merge with another copy."""
RESTORE = "restore"
"""Why: before an earlier state was brought back."""
MEND = "mend"
"""Why: before the notebook was mended."""
MIGRATION = "migration"
"""Why: before the file was brought to a newer schema."""

_OCCASIONAL = {IMPORT, MERGE, RESTORE, MEND}
_STAMP = "%Y%m%dT%H%M%SZ"


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """One backup."""

    name: str
    """The name of its file, by which it is restored."""
    path: Path
    """Where it is."""
    on: datetime
    """When it was made, in UTC."""
    why: str
    """What for: daily, asked, import, merge, restore, mend, migration."""
    records: int
    """How many records it holds."""
    whole: bool
    """Whether it can be read from end to end."""


class _Found(msgspec.Struct, frozen=True, order=True):
    """A backup by its name alone."""

    on: datetime
    number: int
    why: str
    path: Path


class Backups:
    """The backups of one notebook."""

    def __init__(self, notebook: Path) -> None:
        """Look after the backups of this file."""
        self.folder = notebook.parent / "backups"
        """Where they are."""
        self._stem = notebook.stem
        self._name = re.compile(rf"{re.escape(self._stem)}-(\d{{8}}T\d{{6}}Z)-(\d{{3,}})-([a-z-]+)\.json")

    def newest_first(self) -> tuple[Backup, ...]:
        """Return all backups, each read from end to end."""
        return tuple(_examined(found) for found in self._sorted())

    def newest_whole(self) -> Backup | None:
        """Return the newest backup that can be read from end to end."""
        return next((backup for backup in map(_examined, self._sorted()) if backup.whole), None)

    def find(self, name: str) -> Backup:
        """Return the backup of this name, with or without `.json`.

        Raises:
            NotFound: there is none of this name.
        """
        for found in self._sorted():
            if name in (found.path.name, found.path.stem):
                return _examined(found)
        raise NotFound(f"There is no backup “{name}”", "cop-tui backup list shows those that there are")

    def has_any(self) -> bool:
        """Tell whether there is any backup."""
        return any(True for _ in self._found())

    def has_daily(self, now: datetime) -> bool:
        """Tell whether the daily backup of this day was made."""
        day = now.date()
        return any(found.why == DAILY and found.on.astimezone(now.tzinfo).date() == day for found in self._found())

    def make(self, data: Data, now: datetime, why: str) -> Path:
        """Keep these bytes as a backup, and let go of those that are too old.

        Args:
            data: a whole notebook, encoded.
            now: when.
            why: what for, a word.

        Notes:
            The caller holds the notebook's lock.
        """
        on = now.astimezone(UTC).replace(microsecond=0)
        number = 1 + max((found.number for found in self._found() if found.on == on), default=0)
        word = re.sub("[^a-z]+", "-", why.lower()).strip("-") or ASKED
        path = self.folder / f"{self._stem}-{on:{_STAMP}}-{number:03}-{word}.json"
        sweep(self.folder, self._name)
        write_whole(path, data)
        self._rotate(keep=path)
        return path

    def _rotate(self, *, keep: Path) -> None:
        found = [one for one in self._sorted() if one.path != keep]
        daily = [one for one in found if one.why == DAILY]
        occasional = [one for one in found if one.why in _OCCASIONAL]
        just_made = self._why(keep)
        too_old = daily[DAYS - (just_made == DAILY) :] + occasional[OCCASIONS - (just_made in _OCCASIONAL) :]
        for one in too_old:
            with suppress(OSError):
                one.path.unlink()

    def _why(self, path: Path) -> str:
        match = self._name.fullmatch(path.name)
        return match[3] if match else ""

    def _sorted(self) -> list[_Found]:
        return sorted(self._found(), reverse=True)

    def _found(self) -> Iterator[_Found]:
        with suppress(OSError):
            for path in self.folder.iterdir():
                if match := self._name.fullmatch(path.name):
                    with suppress(ValueError):
                        on = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                        yield _Found(on=on, number=int(match[2]), why=match[3], path=path)


def read_backup(path: Path) -> Understood | None:
    """Return what a backup holds; none where it is not whole, or a newer version's."""
    with suppress(CopError):
        found = read_whole(path)
        return understood(found[0]) if found else None
    return None


def understood(data: bytes) -> Understood | None:
    """Return what these bytes hold; none where that is no whole notebook that this version can read."""
    with suppress(Unsound, Newer, Foreign):
        return understand(data)
    return None


def _examined(found: _Found) -> Backup:
    held = read_backup(found.path)
    return Backup(
        name=found.path.name,
        path=found.path,
        on=found.on,
        why=found.why,
        records=sum(1 for _ in held.book.records()) if held else 0,
        whole=held is not None,
    )
