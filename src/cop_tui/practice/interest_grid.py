"""The map of interests: subjects as rows, people as columns, so that one can go about in it."""

from datetime import datetime

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.interest import Interest
from cop_tui.domain.member import ME
from cop_tui.practice.discovery import Shared, interest_map, map_of, said_by
from cop_tui.practice.narrowing import Keeps
from cop_tui.practice.share import depth_words


class Grid(Struct, frozen=True, kw_only=True):
    """Who cares about what."""

    subjects: tuple[Shared, ...] = ()
    """The rows: the most shared first."""
    people: tuple[str, ...] = ()
    """The columns: the member first, as `me`, then the ids of those who share most with them."""

    def __bool__(self) -> bool:
        """Tell whether there is anything in it."""
        return bool(self.subjects)


def interest_grid(book: Book, now: datetime, is_kept: Keeps | None = None) -> Grid:  # noqa: ARG001 - as all readings
    """Return the map of what people care about; with `is_kept` of those interests alone that it keeps."""
    kept = (one for one in book.interests.values() if is_kept and is_kept(one))
    subjects = map_of(book, kept) if is_kept else interest_map(book)
    if not subjects:
        return Grid()
    mine, shared = dict[str, int](), dict[str, int]()
    for one in subjects:
        for who in one.people:
            mine[who] = mine.get(who, 0) + one.mine
            shared[who] = shared.get(who, 0) + (len(one.depths) > 1)
    others = sorted(mine, key=lambda who: (-mine[who], -shared[who], book.people[who].name.casefold(), who))
    return Grid(subjects=subjects, people=(ME, *others))


def cell_words(book: Book, shared: Shared, who: str) -> str:
    """Return what a cell of the map says, in words: "Li Zhang is practising compilers: how parsers recover"."""
    said = said_by(book, shared.key, who)
    if said is None:
        if who == ME:
            return f"You have not shared {shared.subject}"
        return f"{book.people[who].name} has not spoken of {shared.subject}"
    words = f"{depth_words(who, said.depth, book)} {said.subject}"
    return f"{words[:1].upper()}{words[1:]}{_noted(said)}"


def _noted(said: Interest) -> str:
    note = " ".join(said.note.split())
    return f": {note}" if note else ""
