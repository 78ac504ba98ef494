"""The desk: what a screen or dialog is given to work with, and nothing more.

It knows the notebook, the time and the settings. Screens ask it for readings and give it changes; it tells them when
the book is another one, whoever changed it.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.practice.agenda import Agenda, agenda
from cop_tui.practice.first_look import FirstLook, Reading
from cop_tui.practice.say_yes import top_up
from cop_tui.settings.table import Settings

T = TypeVar("T")


class Notes(Protocol):
    """What the desk needs of a notebook."""

    @property
    def book(self) -> Book:
        """The book as it is now."""

    @property
    def version(self) -> object:
        """What is equal as long as the notebook is the same."""

    def apply(self, change: Change, *, base: Book | None = None) -> Book:
        """Write a change down that was made on this book, or on the latest."""

    def undo(self, *, now: datetime) -> str:
        """Take the last change back and return its sentence."""

    def refresh(self) -> bool:
        """Look whether someone else wrote; read again if so."""

    def subscribe(self, listener: Callable[[Book], None]) -> Callable[[], None]:
        """Tell a listener of every other book; what is returned ends it."""


class Desk:
    """One notebook, one clock, one set of settings, laid out for the screens.

    Looking never writes: what the passing days add to a series that the member said yes to is reckoned in memory, and
    goes to the file together with the next change, as one step to undo.
    """

    def __init__(
        self,
        open_notebook: Callable[[], Notes],
        clock: Callable[[], datetime],
        settings: Settings,
        *,
        seen: FirstLook | None = None,
    ) -> None:
        """Lay out a notebook, a clock that gives the member's own time, and the settings.

        Args:
            open_notebook: Opens the notebook; called at once, unless something was seen of it before.
            clock: Gives the time, once the notebook is open.
            settings: The member's settings.
            seen: What was seen of the notebook; it lies there until `settle`.
        """
        self.settings = settings
        """The member's settings."""
        self.drafts: dict[tuple[str, ...], dict[str, str]] = {}
        """What was typed in dialogs that were left, by dialog and what it is about; it lasts as long as the desk."""
        self._open_notebook = open_notebook
        self._clock = clock
        self._seen = seen
        self._listeners: list[Callable[[], None]] = []
        self._readings: dict[Reading, Any] = self._readings_of(seen) if seen else {}
        self._is_other = False
        self._topped_up: tuple[Book, date, Book, Change] | None = None
        if seen is None:
            self._notebook = self._opened()
        self._minute = self.now().replace(second=0, microsecond=0)

    @property
    def book(self) -> Book:
        """The book as it is now, series topped up."""
        return self._seen.book if self._seen else self._up_to_date()[0]

    @property
    def is_whole(self) -> bool:
        """Whether the whole book lies there, and not only what was seen of it."""
        return self._seen is None

    @property
    def agenda(self) -> Agenda:
        """What is due, what waits, what comes in the days that the member looks ahead."""
        return self.read(self._agenda)

    def now(self) -> datetime:
        """Return the time, in the member's zone."""
        return self._seen.now if self._seen else self._clock()

    def settle(self) -> None:
        """Open the notebook if that was not done yet, and let it take the place of what was seen of it.

        What was read of the whole book stays, unless another program wrote in between; whoever watches is told.

        Raises:
            CopError: It can't be opened any more; what was seen goes on lying there.
        """
        if self._seen is None:
            return
        self._notebook = self._opened()
        seen, self._seen = self._seen, None
        self._is_other = self._notebook.version != seen.version
        self._readings = {} if self._is_other else self._readings_of(seen)
        self._call_listeners()

    def do(self, change: Change, *, base: Book | None = None) -> None:
        """Write a change down; whoever watches is told.

        Args:
            change: What to do.
            base: The book on which it was made, where that is not the latest: what others wrote since then stays.

        Raises:
            CopError: It could not be written; nothing was changed.
        """
        self.settle()
        if change:
            self._notebook.apply(self._up_to_date()[1].then(change, change.sentence), base=base)

    def undo(self) -> str:
        """Take the last change back and return its sentence.

        Raises:
            CopError: There is nothing to take back, or it could not be written.
        """
        self.settle()
        return self._notebook.undo(now=self.now())

    def choose(self, **changes: str | int | bool) -> None:
        """Change settings: they hold at once, and are written to their file if they have one.

        Raises:
            CopError: There is no such setting, or it could not be written; all is as it was.
        """
        from cop_tui.settings.file import changed

        self.settle()
        self.settings = changed(self.settings, **changes)
        self._tell()

    def read(self, reading: Callable[[Book, datetime], T]) -> T:
        """Return a reading of the book as it is now; the same reading is made once a book and minute."""
        if reading not in self._readings:
            self._readings[reading] = reading(self.book, self.now())
        result: T = self._readings[reading]
        return result

    def watch(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call a listener whenever the book or the minute is another one; what is returned ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def poll(self) -> bool:
        """Look at the clock, and at the file; tell whether another program wrote to it, or had when it was opened.

        Raises:
            CopError: The file can't be read any more.
        """
        self.settle()
        minute = self.now().replace(second=0, microsecond=0)
        is_other, self._is_other = self._notebook.refresh() or self._is_other, False
        if not is_other and minute != self._minute:
            self._tell()
        self._minute = minute
        return is_other

    def _agenda(self, book: Book, now: datetime) -> Agenda:
        return agenda(book, now, days=self.settings.days)

    def _up_to_date(self) -> tuple[Book, Change]:
        """Return the book with what the days since the last change add, and that alone; once a book and day."""
        kept, now = self._notebook.book, self.now()
        if self._topped_up is None or self._topped_up[0] is not kept or self._topped_up[1] != now.date():
            change = top_up(kept, now=now)
            self._topped_up = (kept, now.date(), kept.apply(change), change)
        return self._topped_up[2:]

    def _opened(self) -> Notes:
        notebook = self._open_notebook()
        notebook.subscribe(lambda _: self._tell())
        return notebook

    def _readings_of(self, seen: FirstLook) -> dict[Reading, Any]:
        return {**seen.readings, self._agenda: seen.agenda}

    def _tell(self) -> None:
        self._readings.clear()
        self._call_listeners()

    def _call_listeners(self) -> None:
        for listener in tuple(self._listeners):
            listener()
