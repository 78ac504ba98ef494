"""Address cards as lines: vCard 2.1, 3.0 and 4.0, taken apart card by card before anything in them is understood.

A card is read as bytes up to its single values: 2.1 names a character set value by value, and breaks lines that are
quoted-printable in a way of its own. No regular expression here runs longer than its line is long.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterable, Iterator

import msgspec

from cop_tui.exchange.ical_lines import pieces_of, text_of
from cop_tui.exchange.ical_text import in_utf8

MOST_LINES = 20_000
"""How many lines one card may have; photos have a few thousand."""

_LINE_END = re.compile(rb"\r\n|\r|\n")
_GROUP = re.compile(r"[\w-]+\.")
_CHARSET = re.compile(
    r"(utf-?(8|16|16le|16be)|us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?1|(windows|cp)-?\d{3,4}|koi8-[ru]"
    r"|shift[_-]jis|euc-(jp|kr)|iso-2022-jp|gb(2312|k|18030)|big5)"
)
_ESCAPED_IN_2_1 = re.compile(r"\\([;,])")
_PART = re.compile(r"((?:[^\\;]|\\.|\\$)*)(?:;|$)", re.DOTALL)
_NOT_QUOTED = re.compile(rb"=(?![0-9A-Fa-f]{2})")
_SINGLE = re.compile(r"[\w-]+")
_QUOTED_PRINTABLE = "quoted-printable"
_BASE64 = frozenset(("base64", "b"))


class Unclear(Exception):
    """A value is not in the letters or the encoding that it names; says how as the end of a sentence."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a card: EMAIL;TYPE=work:ana@example.org."""

    name: str
    """The property, in capitals."""
    group: str
    """What ties it to a label, in small letters; mostly empty."""
    types: tuple[str, ...]
    """What it is said to be (home, cell, pref), in small letters, in whichever of the three ways it is said."""
    params: dict[str, str]
    """The other parameters: names in capitals."""
    raw: bytes
    """The value as it is written."""
    old: bool
    """Whether it is of version 2.1, which escapes nothing but semicolons."""

    def text(self) -> str:
        """Return the value as its writer meant it.

        Raises:
            Unclear: it is not in the letters or the encoding that it names.
        """
        return self._plain(self._decoded())

    def parts(self) -> list[str]:
        r"""Return the parts between semicolons, each as its writer meant it; `\;` divides nothing.

        Raises:
            Unclear: it is not in the letters or the encoding that it names.
        """
        return [self._plain(part).strip() for part in _PART.findall(self._decoded())]

    def _plain(self, text: str) -> str:
        return _ESCAPED_IN_2_1.sub(r"\1", text) if self.old else text_of(text)

    def _decoded(self) -> str:
        data = _unpacked(self.raw, self.params.get("ENCODING", "").lower())
        return _lettered(data, self.params.get("CHARSET", "").lower()).replace("\r\n", "\n").replace("\r", "\n")


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One BEGIN:VCARD … END:VCARD."""

    place: int
    """Which card of its file, from 1."""
    fields: tuple[Field, ...] = ()
    """Its lines; what is no line of a card is passed over."""
    trouble: str = ""
    """Why it can't be taken, as the end of a sentence; mostly empty."""

    def all(self, *names: str) -> Iterator[Field]:
        """Go through the lines of these properties."""
        return (one for one in self.fields if one.name in names)


def cards_of(data: bytes) -> list[Card]:
    """Take a file apart into its cards; one that another begins inside of, or that the file ends in, is cut off."""
    plain, _ = in_utf8(data)
    cards: list[Card] = []
    lines: list[bytes] | None = None
    inner = False
    for line in _LINE_END.split(plain.removeprefix(b"\xef\xbb\xbf")):
        mark = b"".join(line[:40].split()).upper()
        if mark == b"BEGIN:VCARD":
            inner = bool(lines) and lines is not None and _holds_a_card(lines[-1])
            if lines is not None and not inner:
                cards.append(_card(len(cards) + 1, lines, "it is cut off"))
            lines = lines if inner else []
        elif mark == b"END:VCARD" and inner:
            inner = False
        elif mark == b"END:VCARD" and lines is not None:
            cards.append(_card(len(cards) + 1, lines, ""))
            lines = None
        elif lines is not None and not inner:
            lines.append(line)
    if lines is not None:
        cards.append(_card(len(cards) + 1, lines, "it is cut off"))
    return cards


def _holds_a_card(line: bytes) -> bool:
    """Tell whether a line says that the card of an assistant (AGENT) comes next, which is inside this one."""
    return line.strip().upper() == b"AGENT:"


def _card(place: int, lines: list[bytes], trouble: str) -> Card:
    if len(lines) > MOST_LINES:
        return Card(place=place, trouble=f"it has more than {MOST_LINES} lines")
    heads = [_head(line) for line in _logical(lines)]
    old = any(name == "VERSION" and value.strip() == b"2.1" for _, name, _, value in heads)
    fields = tuple(_field(*head, old=old) for head in heads)
    return Card(place=place, fields=fields, trouble=trouble)


def _logical(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Join what was folded: after a blank, and in quoted-printable after a `=` at the end of the line before."""
    parts: list[bytes] = []
    quoted = soft = False
    for line in lines:
        if soft:
            parts.append(line)
        elif line[:1] in (b" ", b"\t") and parts:
            parts.append(line[1:])
        else:
            yield b"".join(parts)
            parts = [line]
            quoted = _QUOTED_PRINTABLE.encode() in line.partition(b":")[0].lower()
        soft = quoted and line.endswith(b"=")
        if soft:
            parts[-1] = parts[-1][:-1]
    yield b"".join(parts)


def _head(line: bytes) -> tuple[str, str, list[str], bytes]:
    """Return the group, the name, the parameters and the value of a line; a line that is none has no name."""
    (name, *params), value = pieces_of(line.decode("latin-1"))
    if value is None:
        return "", "", [], b""
    found = _GROUP.match(name.strip())
    group = found.group() if found else ""
    return group.rstrip(".").lower(), name.strip()[len(group) :].upper(), params, value.encode("latin-1")


def _field(group: str, name: str, params: list[str], value: bytes, *, old: bool) -> Field:
    types: dict[str, None] = {}
    named: dict[str, str] = {}
    for param in params:
        key, equals, given = param.encode("latin-1").decode(errors="replace").partition("=")
        key, given = key.strip().upper(), given.strip().strip('"')
        if not equals and key.lower() in (_QUOTED_PRINTABLE, *_BASE64):
            named["ENCODING"] = key.lower()
        elif not equals or key == "TYPE":
            types.update(dict.fromkeys(_SINGLE.findall((given if equals else key).lower())))
        else:
            named.setdefault(key, given)
    return Field(name=name, group=group, types=tuple(types), params=named, raw=value, old=old)


def _unpacked(data: bytes, encoding: str) -> bytes:
    if encoding == _QUOTED_PRINTABLE:
        if _NOT_QUOTED.search(data):
            raise Unclear("it is not the quoted-printable that it says it is")
        return quopri.decodestring(data)
    if encoding in _BASE64:
        try:
            return base64.b64decode(b"".join(data.split()), validate=True)
        except (binascii.Error, ValueError):
            raise Unclear("it is not the base64 that it says it is") from None
    return data


def _lettered(data: bytes, charset: str) -> str:
    """Return bytes as letters: of the character set that is named, else of UTF-8, else of Windows' Latin one."""
    if charset and not _CHARSET.fullmatch(charset):
        raise Unclear(f"it names a character set that is not known ({charset[:40]})")
    if charset and charset not in ("us-ascii", "ascii"):
        try:
            return data.decode(charset)
        except (UnicodeError, LookupError):
            raise Unclear(f"it is not in the character set that it names ({charset[:40]})") from None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
