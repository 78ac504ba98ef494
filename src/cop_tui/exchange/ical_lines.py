"""Content lines and components of RFC 5545, read with patience.

A file is taken apart into its components before anything in them is understood, so that what is wrong with one of
them, or with a time zone, costs the others nothing.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

KINDS = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")
"""The components that are counted: each is an item of a file."""

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CARET = re.compile(r"\^(['n^])")


class Line(msgspec.Struct, frozen=True):
    """One content line."""

    name: str
    """The property, in capitals."""
    params: dict[str, str]
    """Its parameters: names in capitals, values without their quotes."""
    value: str
    """Its value, as it is written."""


class Component:
    """One BEGIN … END, with its lines and the components inside it."""

    __slots__ = ("children", "is_whole", "name", "raw")

    def __init__(self, name: str) -> None:
        """Begin a component of this name, in capitals."""
        self.name = name
        """Which component."""
        self.raw: list[str] = []
        """Its own content lines, unfolded."""
        self.children: list[Component] = []
        """The components inside it."""
        self.is_whole = False
        """Whether its END was there."""

    def lines(self, wanted: frozenset[str]) -> Iterator[Line]:
        """Go through the lines of these properties; what is no content line is passed over."""
        for text in self.raw:
            name = _name_of(text)
            if name in wanted:
                line = line_of(text)
                if line is not None:
                    yield line

    def first(self, name: str) -> Line | None:
        """Return the first line of a property."""
        return next(self.lines(frozenset((name,))), None)

    def walk(self) -> Iterator["Component"]:
        """Go through the component and all that are inside it."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(one.children)


def components(lines: Iterable[str]) -> list[Component]:
    """Take unfolded lines apart into calendars; events that stand bare are put into one of their own.

    An item that begins inside another tells that the outer one has no end; so does the end of the file.
    """
    calendars: list[Component] = []
    opened: list[Component] = []
    for text in lines:
        mark, name = _mark(text)
        if mark == "BEGIN":
            _begin(name, opened, calendars)
        elif mark == "END":
            _end(name, opened)
        elif opened:
            opened[-1].raw.append(text)
    return calendars


def line_of(text: str) -> Line | None:
    """Read one content line; none where it is none."""
    pieces, value = pieces_of(text)
    if value is None:
        return None
    name, *params = pieces
    pairs = (param.partition("=") for param in params)
    values = {key.strip().upper(): _CARET.sub(_uncaret, given.strip().strip('"')) for key, _, given in pairs}
    return Line(name.strip().upper(), values, value)


def pieces_of(text: str) -> tuple[list[str], str | None]:
    """Take one content line apart: its name, each of its parameters as it is written, and its value if it has one."""
    head, value = _halves(text)
    return _pieces(head), value


def text_of(value: str) -> str:
    r"""Return a TEXT value as its writer meant it: `\n`, `\,`, `\;` and `\\` undone."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value) if "\\" in value else value


def _mark(text: str) -> tuple[str, str]:
    colon = text.find(":", 0, 8)
    if colon < 3:
        return "", ""
    mark = text[:colon].strip().upper()
    return (mark, text[colon + 1 :].strip().upper()) if mark in ("BEGIN", "END") else ("", "")


def _begin(name: str, opened: list[Component], calendars: list[Component]) -> None:
    component = Component(name)
    if name == "VCALENDAR":
        opened.clear()
        calendars.append(component)
    else:
        if name in KINDS:
            del opened[1:]
        if not opened:
            if not calendars or calendars[-1].is_whole:
                calendars.append(Component("VCALENDAR"))
            opened.append(calendars[-1])
        opened[-1].children.append(component)
    opened.append(component)


def _end(name: str, opened: list[Component]) -> None:
    for place in range(len(opened) - 1, -1, -1):
        if opened[place].name == name:
            opened[place].is_whole = True
            del opened[place:]
            return


def _name_of(text: str) -> str:
    for place, letter in enumerate(text):
        if letter in ";:":
            return text[:place].strip().upper()
    return ""


def _halves(text: str) -> tuple[str, str | None]:
    """Split a line at the first colon outside quotes; if quotes never close, at the first colon."""
    colon = text.find(":")
    quote = text.find('"', 0, colon if colon > 0 else None)
    if quote >= 0:
        quoted = False
        for place, letter in enumerate(text):
            if letter == '"':
                quoted = not quoted
            elif letter == ":" and not quoted:
                return text[:place], text[place + 1 :]
    return (text[:colon], text[colon + 1 :]) if colon > 0 else (text, None)


def _pieces(head: str) -> list[str]:
    """Split a line's head at the semicolons outside quotes."""
    if '"' not in head:
        return head.split(";")
    pieces, begin, quoted = [], 0, False
    for place, letter in enumerate(head):
        if letter == '"':
            quoted = not quoted
        elif letter == ";" and not quoted:
            pieces.append(head[begin:place])
            begin = place + 1
    return [*pieces, head[begin:]]


def _uncaret(found: re.Match[str]) -> str:
    return {"'": '"', "n": "\n", "^": "^"}[found[1]]
