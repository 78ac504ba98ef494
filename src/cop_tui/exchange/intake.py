"""What came of reading somebody else's files: counted, and named where something was left out."""

from collections import Counter
from collections.abc import Callable
from pathlib import PurePath

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Unreadable
from cop_tui.domain.record import Record

Progress = Callable[[int, int], None]
"""Told how many items of how many are read."""

MOST_SKIPPED = 20_000
"""How many items of a file are left out and named; a file with more is not what it seems to be."""


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """One item that was left out."""

    file: str
    """The name of the file that it is in."""
    item: str
    """Which item: its title, or what it is and its place in the file."""
    why: str
    """Why, as the end of a sentence."""


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """What one reading did; the items read are those added, changed, unchanged and skipped."""

    book: Book
    """The book as it is with what was read."""
    change: Change
    """What leads to it; nothing, where nothing is new."""
    added: dict[str, int] = {}
    """How many items became new records, by the word that `list` has for them."""
    changed: dict[str, int] = {}
    """How many items altered a record that was there."""
    unchanged: int = 0
    """How many items say what is known already, or something older."""
    skipped: tuple[Skipped, ...] = ()
    """What was left out, and why."""
    along: dict[str, int] = {}
    """Records made on the way: people who invite, commitments of a yes."""
    notes: tuple[str, ...] = ()
    """What the member must know: a time that moved, a zone that was guessed."""

    @property
    def items(self) -> int:
        """How many items were read."""
        return sum(self.added.values()) + sum(self.changed.values()) + self.unchanged + len(self.skipped)


class Tally:
    """Counts while a file is read."""

    def __init__(self, path: str) -> None:
        """Begin with nothing, for the file of this name."""
        self.file = PurePath(path).name
        """The name of the file."""
        self.added: Counter[str] = Counter()
        """Items that became new records."""
        self.changed: Counter[str] = Counter()
        """Items that altered a record."""
        self.unchanged = 0
        """Items that brought nothing new."""
        self.skipped: list[Skipped] = []
        """Items that were left out."""
        self.notes: dict[str, None] = {}
        """What the member must know, each once, in its order."""

    def skip(self, item: str, why: str) -> None:
        """Count an item that is left out, and say why.

        Raises:
            Unreadable: too many are left out already.
        """
        if len(self.skipped) == MOST_SKIPPED:
            raise Unreadable(
                f"More than {MOST_SKIPPED:,} items of {self.file} can't be taken, the last for this reason: {why}; "
                "nothing was changed"
            )
        self.skipped.append(Skipped(file=self.file, item=item, why=why))

    def note(self, text: str) -> None:
        """Keep something that the member must know, with the file's name before it; the same thing once."""
        self.notes[f"{self.file}: {text}"] = None

    def intake(self, book: Book, change: Change, along: dict[str, int] | None = None) -> Intake:
        """Return the counts with the book that came of them."""
        return Intake(
            book=book,
            change=change,
            added=dict(self.added),
            changed=dict(self.changed),
            unchanged=self.unchanged,
            skipped=tuple(self.skipped),
            along=along or {},
            notes=tuple(self.notes),
        )


def together(first: Intake, second: Intake, sentence: str) -> Intake:
    """Return two readings, the second made on the book of the first, as one."""
    return Intake(
        book=second.book,
        change=first.change.then(second.change, sentence),
        added=dict(Counter(first.added) + Counter(second.added)),
        changed=dict(Counter(first.changed) + Counter(second.changed)),
        unchanged=first.unchanged + second.unchanged,
        skipped=first.skipped + second.skipped,
        along=dict(Counter(first.along) + Counter(second.along)),
        notes=tuple(dict.fromkeys(first.notes + second.notes)),
    )


def word_for(kind: type[Record]) -> str:
    """Return the word that `list` has for this kind of record."""
    return kind.table.replace("_", "-")


def sentence_of(count: int, names: tuple[str, ...]) -> str:
    """Return the sentence for a Change that brings so many items from files of these names."""
    where = names[0] if len(names) == 1 else f"{len(names)} files"
    return f"Imported {count} {'item' if count == 1 else 'items'} from {where}"
