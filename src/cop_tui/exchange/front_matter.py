"""Front matter: the properties at the head of a note, in the few forms of YAML that every program understands.

Written by hand and not by a library, so that each property is one line or a list, the same in every version. Read by
PyYAML's events alone: every value stays a text (no date, no `no`, no `1e3` becomes something else), nothing is built
that the text did not spell out, and what would grow without bound is refused before it does.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from cop_tui.domain.errors import CopError

if TYPE_CHECKING:
    from yaml import Event

Property: TypeAlias = str | bool | int | date | tuple[str, ...]
"""What can be written: a text, yes or no, a number, a day or a moment, or a list of texts."""

Node: TypeAlias = "str | list[Node] | dict[str, Node] | None"
"""What can be read: texts, and lists and mappings of them; none where a value is left empty."""

MOST = 1_000_000
"""Characters of front matter that are read."""
DEEPEST = 16
"""How deep its lists and mappings may stand in one another."""

_OPENS = re.compile(r"---[ \t]*\r?\n")
_CLOSES = re.compile(r"^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d_](?:[\w .,'()/-]*[\w.')/-])?")
_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n", ".inf", ".nan"))
_ESCAPED = re.compile(r'["\\]|[^\S ]|[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]')
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


class Broken(CopError):
    """The front matter of a note is not what YAML asks for; the sentence says why, as the end of one."""


class Overgrown(Broken):
    """It is made to grow without bound, or is larger or deeper than any note needs."""


def written(properties: Mapping[str, Property]) -> str:
    """Return properties as front matter, with its fences; lists one item a line, an empty one left out."""
    lines = ["---"]
    for key, value in properties.items():
        if isinstance(value, tuple):
            lines += [f"{key}:", *(f"  - {_scalar(item)}" for item in value)] if value else []
        else:
            lines.append(f"{key}: {_scalar(value)}")
    return "\n".join([*lines, "---\n"])


def parted(text: str) -> tuple[str | None, str]:
    """Return what stands between the fences at the very start of a note, if there are any, and the text after it."""
    opens = _OPENS.match(text)
    closes = _CLOSES.search(text, opens.end()) if opens else None
    if opens is None or closes is None:
        return None, text
    return text[opens.end() : closes.start()], text[closes.end() :]


def parsed(front: str) -> dict[str, Node]:
    """Return the properties in front matter, every value as the text that it is.

    Raises:
        Broken: it is no YAML, no mapping, or says the same property twice.
        Overgrown: it repeats itself by anchors, or is too large or too deep.
    """
    import yaml

    if len(front) > MOST:
        raise Overgrown(f"its front matter is larger than {MOST // 1000} kB")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return _built(yaml.parse(front, Loader=loader))
    except yaml.MarkedYAMLError as wrong:
        where = f" (line {wrong.problem_mark.line + 2})" if wrong.problem_mark else ""
        raise Broken(f"its front matter can't be read: {wrong.problem or wrong.context}{where}") from None
    except (yaml.YAMLError, ValueError, OverflowError):
        raise Broken("its front matter can't be read: it holds what YAML doesn't allow") from None


def _scalar(value: str | bool | int | date) -> str:  # noqa: FBT001 - a value to write, not a switch
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if _PLAIN.fullmatch(value) and value.casefold() not in _WORDS:
        return value
    return f'"{_ESCAPED.sub(_escape, value)}"'


def _escape(found: re.Match[str]) -> str:
    letter = found.group()
    if letter in '"\\':
        return f"\\{letter}"
    if letter == "\n":
        return "\\n"
    return "\\uFFFD" if "\ud800" <= letter <= "\udfff" else f"\\u{ord(letter):04X}"


class _Open:
    """A list or a mapping that is being read."""

    def __init__(self, node: list[Node] | dict[str, Node]) -> None:
        self.node = node
        self._key: str | None = None

    def take(self, value: Node) -> None:
        """Take an item, or a key and then its value."""
        if isinstance(self.node, list):
            self.node.append(value)
        elif self._key is None:
            self._key = self._checked(value)
        else:
            self.node[self._key], self._key = value, None

    def _checked(self, key: Node) -> str:
        if key is not None and not isinstance(key, str):
            raise Broken("its front matter has a list where a name belongs")
        if (key or "") in self.node:
            raise Broken(f"its front matter says “{(key or '')[:40]}” twice")
        return key or ""


def _built(events: "Iterator[Event]") -> dict[str, Node]:
    """Build from the events of one document, without going down into it by calls."""
    import yaml

    root: list[Node] = []
    stack = [_Open(root)]
    for event in events:
        match event:
            case yaml.AliasEvent():
                raise Overgrown("its front matter repeats parts of itself by anchors")
            case yaml.ScalarEvent():
                stack[-1].take(_value(event.value, plain=not event.style))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                node: list[Node] | dict[str, Node] = {} if isinstance(event, yaml.MappingStartEvent) else []
                stack[-1].take(node)
                stack.append(_Open(node))
                if len(stack) > DEEPEST:
                    raise Overgrown("its front matter is deeper than a note needs")
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                stack.pop()
    found = root[0] if root else None
    if len(root) > 1 or not (found is None or isinstance(found, dict)):
        raise Broken("its front matter is no list of properties")
    return found or {}


def _value(value: str, *, plain: bool) -> str | None:
    """Return a text, or none for a value left empty.

    Raises:
        ValueError: it has half a character in it, which only an escape can spell.
    """
    value.encode()
    return None if plain and value in _NOTHING else value
