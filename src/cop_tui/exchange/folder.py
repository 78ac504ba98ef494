"""Many files in a folder that the member names, from run to run: only what changed is written.

A small list of ours in the folder (`.cop-tui.json`) says which files are ours and what we wrote into each. Whatever is
not in it is a stranger's and never touched; what is in it and looks different was edited since, and is kept as it is:
the new text is not written, not even beside it, since two files of one UID would confuse a calendar; unless a leaf
says that it knows the edit already (`Leaf.knows`). Who wants ours again removes the file and exports once more.
"""

import hashlib
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import Enum, auto
from pathlib import Path

import msgspec

from cop_tui.domain.errors import CopError
from cop_tui.exchange.folder_names import is_safe, key_of, names_for
from cop_tui.exchange.whole import put_whole

__all__ = ["LIST", "Brought", "Leaf", "bring_up_to_date", "known_in", "names_for"]

LIST = ".cop-tui.json"
"""The name of our list in the folder."""
_FORMAT = "cop-tui folder"
_VERSION = 1
_MOST_BYTES = 64_000_000
_PRIVATE, _AS_USUAL = 0o700, 0o777


class Leaf(msgspec.Struct, frozen=True):
    """One file of a folder."""

    path: str
    """Where it is, from the folder on, its parts separated by `/`; safe, as `names_for` gives it."""
    data: bytes
    """What is in it."""
    knows: Callable[[bytes], bool] | None = None
    """Tells whether what somebody edited there is known to us, and may give way; it never is, where none is given."""


class Brought(msgspec.Struct, frozen=True, kw_only=True):
    """What came of bringing a folder up to date."""

    written: int = 0
    """Files that are new or were written anew."""
    unchanged: int = 0
    """Files that were so already, and were not touched."""
    removed: int = 0
    """Files whose record is gone."""
    edited: tuple[str, ...] = ()
    """Files of ours that somebody edited since; they are kept as they are."""
    strangers: tuple[str, ...] = ()
    """Names under which something stands that is not ours; it is kept as it is."""


class _Item(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the list says about one file."""

    path: str
    digest: str
    """Of what we wrote, or are about to write."""
    before: str = ""
    """Of what we wrote before, while we are about to write anew: a killed run is gone on with."""


class _List(msgspec.Struct, frozen=True):
    """Our list."""

    format: str
    version: int
    kind: str
    items: dict[str, _Item]


class _Place(Enum):
    """What stands where a file of ours belongs."""

    FREE = auto()
    SAME = auto()
    OURS = auto()
    EDITED = auto()
    STRANGE = auto()


def known_in(folder: Path) -> dict[str, str]:
    """Return the paths of the last run by record id; none where there was no run.

    Raises:
        CopError: our list in the folder is damaged, or somebody else's.
    """
    return {one: item.path for one, item in _read(folder).items.items()}


def bring_up_to_date(folder: Path, leaves: Mapping[str, Leaf], *, kind: str, private: bool = False) -> Brought:
    """Make the files of a folder what they should be; touch none that is so already, and none that is not ours.

    Args:
        folder: The folder; made where there is none yet.
        leaves: The files by record id.
        kind: What the folder is for, as `export` calls it; a folder is for one kind.
        private: Whether nobody but the member may look into the folder; the files in it are the member's own anyway.

    Raises:
        CopError: it is no folder, its list is damaged or of another kind, or it can't be written to. What was written
            until then stands, and the next run goes on with it.

    Notes:
        Writes, replaces and removes files, and folders below this one that are empty then.
    """
    _check(leaves)
    before = _read(folder, kind)
    with _said(folder):
        _make(folder, _PRIVATE if private else _AS_USUAL)
        if private:
            folder.chmod(_PRIVATE)
        return _Run(folder.resolve(), leaves, before, _PRIVATE if private else _AS_USUAL).done()


class _Run:
    """One run over a folder: look at everything, note what is about to happen, do it, note that it is done."""

    def __init__(self, root: Path, leaves: Mapping[str, Leaf], before: _List, mode: int) -> None:
        self._root = root
        self._mode = mode
        self._leaves = leaves
        self._before = before
        self._ours = {item.path: item for item in before.items.values()}
        meant = {leaf.path for leaf in leaves.values()}
        self._stale = [item for item in before.items.values() if item.path not in meant]

    def done(self) -> Brought:
        """Do it all and tell what came of it."""
        found = {one: self._look(leaf.path, leaf) for one, leaf in self._leaves.items()}
        removed, left = self._remove()
        kept = {one: self._ours[self._leaves[one].path] for one in _of(found, _Place.EDITED)}
        same = {one: _item(self._leaves[one]) for one in _of(found, _Place.SAME)}
        writing = [one for one, place in found.items() if place in (_Place.FREE, _Place.OURS)]
        self._note(kept | same | {one: self._about(self._leaves[one], found[one]) for one in writing})
        wrote = {one: _item(self._leaves[one]) for one in writing if self._write(self._leaves[one])}
        self._note(kept | same | wrote)
        strange = [*_of(found, _Place.STRANGE), *(one for one in writing if one not in wrote)]
        return Brought(
            written=len(wrote),
            unchanged=len(same),
            removed=removed,
            edited=tuple(sorted([*left, *(item.path for item in kept.values())])),
            strangers=tuple(sorted(self._leaves[one].path for one in strange)),
        )

    def _look(self, path: str, leaf: Leaf | None = None) -> _Place:
        """Return what stands under a path; nothing is followed, and nothing opened that is no ordinary file."""
        file = self._file(path)
        try:
            folders = [parent.lstat().st_mode for parent in self._above(file)]
            status = file.lstat()
        except FileNotFoundError:
            return _Place.FREE
        except NotADirectoryError:
            return _Place.STRANGE
        if not all(map(stat.S_ISDIR, folders)) or not stat.S_ISREG(status.st_mode):
            return _Place.STRANGE
        if leaf is not None and status.st_size == len(leaf.data) and file.read_bytes() == leaf.data:
            return _Place.SAME
        item = self._ours.get(path)
        if item is None:
            return _Place.STRANGE
        is_ours = _digest_in(file) in (item.digest, item.before) or _is_known(file, leaf)
        return _Place.OURS if is_ours else _Place.EDITED

    def _file(self, path: str) -> Path:
        return self._root.joinpath(*path.split("/"))

    def _above(self, file: Path) -> list[Path]:
        """Return the folders between ours and a file, outermost first."""
        inner = file.relative_to(self._root).parents
        return [self._root / one for one in reversed(inner) if one.parts]

    def _about(self, leaf: Leaf, place: _Place) -> _Item:
        """Return what the list says while a file is about to be written: it may still be what it was."""
        before = _digest_in(self._file(leaf.path)) if place is _Place.OURS else ""
        return _Item(leaf.path, _digest(leaf.data), before)

    def _write(self, leaf: Leaf) -> bool:
        """Write a file, unless somebody else wrote there since we looked."""
        file = self._file(leaf.path)
        place = self._look(leaf.path, leaf)
        if place not in (_Place.FREE, _Place.OURS):
            return place is _Place.SAME
        for folder in self._above(file):
            folder.mkdir(self._mode, exist_ok=True)
        try:
            put_whole(file, leaf.data, replace=place is _Place.OURS)
        except FileExistsError:
            return False
        return True

    def _remove(self) -> tuple[int, list[str]]:
        """Remove what is ours and meant no more; return how many, and the paths of those that were edited since."""
        places = {item.path: self._look(item.path) for item in self._stale}
        for path in _of(places, _Place.OURS):
            file = self._file(path)
            file.unlink()
            with suppress(OSError):
                for parent in reversed(self._above(file)):
                    parent.rmdir()
        return len(_of(places, _Place.OURS)), [*_of(places, _Place.EDITED), *_of(places, _Place.STRANGE)]

    def _note(self, items: Mapping[str, _Item]) -> None:
        """Write the list, where it would say something else than it does."""
        if items == self._before.items:
            return
        self._before = msgspec.structs.replace(self._before, items=dict(items))
        put_whole(self._root / LIST, msgspec.json.format(msgspec.json.encode(self._before), indent=1), replace=True)


def _is_known(file: Path, leaf: Leaf | None) -> bool:
    """Tell whether the record of an edited file knows already what was edited."""
    knows = leaf.knows if leaf is not None else None
    return knows is not None and file.stat().st_size <= _MOST_BYTES and knows(file.read_bytes())


def _of(places: Mapping[str, _Place], place: _Place) -> list[str]:
    return [one for one, found in places.items() if found is place]


def _item(leaf: Leaf) -> _Item:
    return _Item(leaf.path, _digest(leaf.data))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_in(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _check(leaves: Mapping[str, Leaf]) -> None:
    paths = [leaf.path for leaf in leaves.values()]
    wrong = next((path for path in paths if not is_safe(path)), None)
    if wrong is not None:
        raise CopError(f"“{wrong}” is no name that every system takes; nothing was written")
    if len(set(map(key_of, paths))) < len(paths):
        raise CopError("Two files would have the same name; nothing was written")


def _read(folder: Path, kind: str = "") -> _List:
    """Return our list in a folder, of any kind where none is asked for; an empty one where there is none.

    Raises:
        CopError: it is damaged, somebody else's, newer, or of another kind.
    """
    file = folder / LIST
    with _said(folder):
        try:
            status = file.lstat()
        except FileNotFoundError:
            return _List(_FORMAT, _VERSION, kind, {})
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_BYTES:
            raise _foreign(file)
        data = file.read_bytes()
    try:
        found = msgspec.json.decode(data, type=_List)
    except (ValueError, RecursionError):
        raise _foreign(file) from None
    _check_list(found, file, kind)
    return found


def _check_list(found: _List, file: Path, kind: str) -> None:
    paths = [item.path for item in found.items.values()]
    if found.format != _FORMAT or not all(map(is_safe, paths)) or len(set(map(key_of, paths))) < len(paths):
        raise _foreign(file)
    if found.version > _VERSION:
        raise CopError(f"A newer cop-tui wrote {file.parent}; nothing was written", "Upgrade cop-tui first")
    if kind and found.kind != kind:
        raise CopError(
            f"{file.parent} holds an export to {found.kind}, not to {kind}; nothing was written", "Name another folder"
        )


def _foreign(file: Path) -> CopError:
    return CopError(
        f"{file} is not the list that cop-tui keeps there, or is damaged; nothing was written",
        "Name another folder; or move that file away: then files that look different are left alone",
    )


def _make(folder: Path, mode: int) -> None:
    try:
        folder.mkdir(mode, exist_ok=True)
    except FileNotFoundError:
        raise CopError(f"There is no folder {folder.parent}", "Make it first, or name another one") from None


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    """Say in a sentence what the system says about a folder."""
    try:
        yield
    except (FileExistsError, NotADirectoryError):
        raise CopError(f"{folder} is not a folder; nothing was written", "Name a folder") from None
    except (OSError, ValueError) as wrong:
        reason = wrong.strerror if isinstance(wrong, OSError) and wrong.strerror else str(wrong)
        raise CopError(
            f"{folder} could not be brought up to date: {reason.lower()}", "What is written stands; export again"
        ) from wrong
