"""The desk: what a screen or dialog is given to work with, and nothing more.

It knows the notebook, the time and the settings. Screens ask it for readings and give it changes; it tells them when
the book is another one, whoever changed it.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol, TypeVar

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change

T = TypeVar("T")


class Notes(Protocol):
    """What the desk needs of a notebook."""

    @property
    def book(self) -> Book:
        """The book as it is now."""

    def apply(self, change: Change) -> Book:
        """Write a change down."""

    def undo(self, *, now: datetime) -> str:
        """Take the last change back and return its sentence."""

    def refresh(self) -> bool:
        """Look whether someone else wrote; read again if so."""

    def subscribe(self, listener: Callable[[Book], None]) -> Callable[[], None]:
        """Tell a listener of every other book; what is returned ends it."""


class Settings(Protocol):
    """What the screens need of the settings."""

    @property
    def theme(self) -> str:
        """The name of the theme."""


class Desk:
    """One notebook, one clock, one set of settings, laid out for the screens."""

    def __init__(self, notebook: Notes, clock: Callable[[], datetime], settings: Settings) -> None:
        """Lay out a notebook, a clock that gives the member's own time, and the settings."""
        self.settings = settings
        """The member's settings."""
        self._notebook = notebook
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self._readings: dict[Callable[[Book, datetime], Any], Any] = {}
        self._minute = self.now().replace(second=0, microsecond=0)
        notebook.subscribe(lambda _: self._tell())

    @property
    def book(self) -> Book:
        """The book as it is now."""
        return self._notebook.book

    def now(self) -> datetime:
        """Return the time, in the member's zone."""
        return self._clock()

    def do(self, change: Change) -> None:
        """Write a change down; whoever watches is told.

        Raises:
            CopError: It could not be written; nothing was changed.
        """
        self._notebook.apply(change)

    def undo(self) -> str:
        """Take the last change back and return its sentence.

        Raises:
            CopError: There is nothing to take back, or it could not be written.
        """
        return self._notebook.undo(now=self.now())

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

    def poll(self) -> None:
        """Look at the clock, and at the file for what another program wrote.

        Raises:
            CopError: The file can't be read any more.
        """
        minute = self.now().replace(second=0, microsecond=0)
        if not self._notebook.refresh() and minute != self._minute:
            self._tell()
        self._minute = minute

    def _tell(self) -> None:
        self._readings.clear()
        for listener in tuple(self._listeners):
            listener()
