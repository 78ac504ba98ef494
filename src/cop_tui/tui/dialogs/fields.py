"""The fields of dialogs: a line of text with its label, one that completes names, one that understands dates."""

from collections.abc import Callable, Iterable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from cop_tui.domain.book import Book
from cop_tui.domain.errors import CopError
from cop_tui.domain.interest import folded
from cop_tui.practice.marked import MARK, completions
from cop_tui.practice.words import moment_words
from cop_tui.tui.markup import literal
from cop_tui.tui.tones import ALIVE, FAINT, SOFT

BETWEEN = " -_/"
"""What may stand between the words of a name; each is as good as the other."""


class Field(Horizontal):
    """A label and a line of text."""

    def __init__(
        self,
        label: str,
        field: str,
        *,
        value: str = "",
        hint: str = "",
        completes: Iterable[str] = (),
    ) -> None:
        """Hold a label, the field's id and what to fill in.

        Args:
            label: What stands before it.
            field: The id of its text box.
            value: What stands in it at first.
            hint: What stands in it, faint, as long as it is empty.
            completes: The words that it completes; several of them may be typed, parted by commas.
        """
        super().__init__()
        self._label = label
        self._box = Input(
            value, placeholder=hint, id=field, compact=True, suggester=Completion(completes), select_on_focus=False
        )

    def compose(self) -> ComposeResult:
        """Put the label before the text box."""
        yield Static(literal(self._label, FAINT), markup=False, classes="label")
        yield self._box


class WhenField(Vertical):
    """A field for a date in plain words, with the date that was understood below it."""

    def __init__(self, label: str, field: str, now: Callable[[], datetime], *, value: str = "") -> None:
        """Hold a label, the field's id and a clock."""
        super().__init__()
        self._now = now
        self._field = Field(label, field, value=value, hint="fri 18:00, tomorrow, 1 dec, in 2 weeks")
        self._echo = Static(markup=False, classes="echo")

    def compose(self) -> ComposeResult:
        """Put the understood date below the field."""
        yield self._field
        yield self._echo

    @on(Input.Changed)
    def say_what_is_understood(self, event: Input.Changed) -> None:
        """Say which date the words mean, or what to write, while they are typed."""
        words = event.value.strip()
        self._echo.update(understood(words, self._now()) if words else "")


class Completion(Suggester):
    """Completes the last of several names, whatever the case."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the names."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = Names(words)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the text with its last name completed; none where no name begins so."""
        rest = self._names.rest_of(value.rsplit(",", 1)[-1].lstrip())
        return value + rest if rest else None


class MarkedCompletion(Suggester):
    """Completes the name after the last mark of a line: people after `@`, communities after `+`, goals after `>`."""

    def __init__(self, book: Book) -> None:
        """Take the book whose names are completed."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = {mark: Names(names) for mark, names in completions(book).items()}

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with the name at its end completed; a name may hold blanks, and marks."""
        for match in MARK.finditer(value):
            rest = self._names[match[1]].rest_of(value[match.end() :])
            if rest:
                return value + rest
        return None


class Names:
    """Names that may be completed; those that can't be printed in a line are never offered."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names."""
        printable = {name for name in names if name.isprintable()}
        self._keys = [(folded(name), name) for name in sorted(printable, key=str.casefold)]

    def rest_of(self, typed: str) -> str | None:
        """Return what is still to be typed of the first name that begins so, whatever the case; or none."""
        begun = folded(typed)
        if not begun:
            return None
        fitting = (name for key, name in self._keys if key.startswith(begun))
        return next((rest for name in fitting if (rest := _rest(name, typed, begun))), None)


def _rest(name: str, typed: str, begun: str) -> str:
    """Return the end of a name after what was typed of it; blanks and dashes stand for one another."""
    end = next((end for end in range(len(name)) if folded(name[:end]) == begun), len(name))
    return name[end:].lstrip(BETWEEN) if typed.endswith(tuple(BETWEEN)) else name[end:]


def understood(words: str, now: datetime) -> Content:
    """Return the exact date that words mean, or a hint where they mean none."""
    from cop_tui.practice.when import understand

    try:
        when = understand(words, now)
    except CopError as error:
        return literal(error.hint or error.sentence, SOFT)
    return literal(moment_words(when.start, now, all_day=when.all_day), ALIVE)


def people(book: Book) -> list[str]:
    """Return the names of the people there are, for completion."""
    return [person.name for person in book.people.values()]


def communities(book: Book) -> list[str]:
    """Return the names of the communities there are, for completion."""
    return [community.name for community in book.communities.values() if not community.archived]


def subjects(book: Book) -> list[str]:
    """Return the subjects there are, for completion."""
    return [interest.subject for interest in book.interests.values()]
