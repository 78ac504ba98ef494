"""The fields of dialogs: a line of text with its label, one that completes names, one that understands dates."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from cop_tui.domain.book import Book
from cop_tui.domain.errors import CopError
from cop_tui.domain.goal import Pursuit
from cop_tui.domain.interest import folded
from cop_tui.practice.marked import MARK, completions
from cop_tui.practice.words import moment_words
from cop_tui.tui.dialogs.naming import shown
from cop_tui.tui.markup import literal
from cop_tui.tui.tones import ALIVE, FAINT, SOFT
from cop_tui.tui.widgets.choice import Choice, Option
from cop_tui.tui.widgets.lines import Lines

DATES = "Not a day yet: fri 18:00, tomorrow, 1 dec, in 2 weeks"
"""What is said below a date that is not understood, or not yet: it is still being typed."""

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
        commas: bool = True,
        box: type[Input] = Input,
    ) -> None:
        """Hold a label, the field's id and what to fill in.

        Args:
            label: What stands before it.
            field: The id of its text box.
            value: What stands in it at first.
            hint: What stands in it, faint, as long as it is empty.
            completes: The words that it completes.
            commas: Whether several of them may be typed, parted by commas.
            box: What the text box is, where it has keys of its own.
        """
        super().__init__()
        self._label = label
        suggester = Completion(completes, commas=commas)
        self._box = box(value, placeholder=hint, id=field, compact=True, suggester=suggester, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """Put the label before the text box."""
        yield Static(literal(self._label, FAINT), markup=False, classes="label")
        yield self._box


class TextField(Horizontal):
    """A label and a few lines of text."""

    def __init__(self, label: str, field: str, *, hint: str = "", value: str = "") -> None:
        """Hold a label, the field's id, what stands in it, faint, as long as it is empty, and its text."""
        super().__init__()
        self._label = label
        self._box = Lines(value, hint=hint, id=field)

    def compose(self) -> ComposeResult:
        """Put the label before the text."""
        yield Static(literal(self._label, FAINT), markup=False, classes="label")
        yield self._box


class ChoiceField(Horizontal):
    """A label and a choice between a few."""

    def __init__(self, label: str, field: str, options: Sequence[Option], *, value: str | None = None) -> None:
        """Hold a label, the field's id and the options; the first one is chosen unless a value is given."""
        super().__init__()
        self._label = label
        self._box = Choice(options, id=field)
        if value is not None:
            self._box.value = value

    def compose(self) -> ComposeResult:
        """Put the label before the choice."""
        yield Static(literal(self._label, FAINT), markup=False, classes="label")
        yield self._box


class WhenField(Vertical):
    """A field for a date in plain words, with the date that was understood below it."""

    def __init__(
        self,
        label: str,
        field: str,
        now: Callable[[], datetime],
        *,
        hint: str = "fri 18:00, tomorrow, 1 dec, in 2 weeks",
        value: str = "",
    ) -> None:
        """Hold a label, the field's id, a clock and what stands in it at first."""
        super().__init__()
        self._now = now
        self._field = Field(label, field, hint=hint, value=value)
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
    """Completes a name, or the last of several, whatever the case."""

    def __init__(self, words: Iterable[str], *, commas: bool = True) -> None:
        """Take the names, and whether commas part one from the next."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = Names(words)
        self._commas = commas

    async def get_suggestion(self, value: str) -> str | None:
        """Return the text with its last name completed; none where no name begins so."""
        typed = (value.rsplit(",", 1)[-1] if self._commas else value).lstrip()
        return self._names.completed(value, len(value) - len(typed))


class MarkedCompletion(Suggester):
    """Completes the name after the last mark of a line: people after `@`, communities after `+`, goals after `>`."""

    def __init__(self, book: Book) -> None:
        """Take the book whose names are completed."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = {mark: Names(names) for mark, names in completions(book).items()}

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with the name at its end completed; a name may hold blanks, and marks."""
        found = (self._names[match[1]].completed(value, match.end()) for match in MARK.finditer(value))
        return next((line for line in found if line), None)


class Names:
    """Names that may be completed; those that can't be printed in a line are never offered."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names."""
        printable = {name for name in names if name.isprintable()}
        self._keys = [(folded(name), name) for name in sorted(printable, key=str.casefold)]

    def completed(self, line: str, start: int) -> str | None:
        """Return a line with the first name that begins like its end, from `start` on; or none.

        Case does not matter; the name comes as it is written, where that takes the place of what was typed.
        """
        typed = line[start:]
        begun = folded(typed)
        if not begun:
            return None
        fitting = (name for key, name in self._keys if key.startswith(begun))
        for name in fitting:
            rest = _rest(name, typed, begun)
            if rest:
                return line[:start] + name if len(name) - len(rest) == len(typed) else line + rest
        return None


def _rest(name: str, typed: str, begun: str) -> str:
    """Return the end of a name after what was typed of it; blanks and dashes stand for one another."""
    end = next((end for end in range(len(name)) if folded(name[:end]) == begun), len(name))
    return name[end:].lstrip(BETWEEN) if typed.endswith(tuple(BETWEEN)) else name[end:]


def understood(words: str, now: datetime) -> Content:
    """Return the exact date that words mean, or a hint of one line where they mean none."""
    from cop_tui.practice.when import HINT, understand

    try:
        when = understand(words, now)
    except CopError as error:
        return literal(DATES if error.hint == HINT else error.hint or error.sentence, SOFT)
    return literal(moment_words(when.start, now, all_day=when.all_day), ALIVE)


def people_field(book: Book, label: str, about: Iterable[str] = ()) -> Field:
    """Return the field for people, filled in with those whose ids are given."""
    names = (shown(book.people[one].name) for one in about if one in book.people)
    return Field(label, "people", value=", ".join(names), hint="a name, another", completes=people(book))


def community_field(book: Book, about: Iterable[str] = ()) -> Field:
    """Return the field for a community, filled in with the first one whose id is given."""
    names = [shown(book.communities[one].name) for one in about if one in book.communities]
    value = "".join(names[:1])
    return Field("in", "community", value=value, hint="the community", completes=communities(book), commas=False)


def people(book: Book) -> list[str]:
    """Return the names of the people there are, for completion."""
    return [person.name for person in book.people.values()]


def communities(book: Book) -> list[str]:
    """Return the names of the communities there are, for completion."""
    return [community.name for community in book.communities.values() if not community.archived]


def goals(book: Book) -> list[str]:
    """Return the goals that the member pursues, for completion."""
    return [goal.text for goal in book.goals.values() if goal.state is Pursuit.PURSUING]


def subjects(book: Book) -> list[str]:
    """Return the subjects there are, for completion."""
    return [interest.subject for interest in book.interests.values()]
