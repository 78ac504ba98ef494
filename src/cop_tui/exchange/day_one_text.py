"""The text of a Day One entry as a member reads it: without its backslashes, with a word where an attachment was."""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

KINDS = {"photo": "photo", "video": "video", "audio": "recording", "pdfAttachment": "PDF"}
"""What Day One attaches, and what it is called here."""

_MOMENT = re.compile(r"!?\[[^\[\]\n]{0,200}\]\(dayone-moment:/{1,2}(?:([A-Za-z]{1,20})/)?([^)\s]{0,80})\)")
_ESCAPED = re.compile(r"\\(?:(?P<kept>[\\`*_\[\]<])|(?P<plain>[.!\-(){}+#|~:;,'\"=&%$^/?@>]))")
_WORD = "*(a {}, left in Day One)*"
_LEFT = re.compile(r"\*\(an? [\w ]{1,20}, left in Day One\)\*\s*")
_LISTS = {"bulleted": "- ", "numbered": "1. ", "checkbox": "- [ ] "}
_MOST_LEVELS = 6


def readable(text: str) -> tuple[str, set[str]]:
    """Return a text without escapes, a word in the place of each attachment, and the names of these attachments.

    What would be Markdown without its backslash keeps it. Attachments that stand before all words come after them, so
    that the entry begins with words of its own.
    """
    names: set[str] = set()

    def word(found: re.Match[str]) -> str:
        names.add(found[2])
        return left(found[1] or "photo")

    plain = _ESCAPED.sub(lambda found: found[0] if found["kept"] else found["plain"], _MOMENT.sub(word, text))
    return _words_first(plain.strip("\r\n").rstrip()), names


def left(kind: str) -> str:
    """Return what stands where an attachment of this kind was."""
    return _WORD.format(KINDS.get(kind, "file"))


def rich_text(document: str) -> str:
    """Return the words of a rich text, as Markdown where lines are headings or items of a list; empty if it has none.

    Raises:
        ValueError: it is not whole.
        RecursionError: it is nested too deep.
    """
    rich = msgspec.json.decode(document, type=_Rich)
    return "".join(_pieces(rich.contents))


class _Line(msgspec.Struct):
    header: int = 0
    listStyle: str = ""  # noqa: N815 - its name there
    checked: bool = False


class _Attributes(msgspec.Struct):
    line: _Line | None = None


class _Embedded(msgspec.Struct):
    type: str = "photo"
    identifier: str = ""


class _Piece(msgspec.Struct):
    text: str = ""
    attributes: _Attributes | None = None
    embeddedObjects: list[_Embedded] = []  # noqa: N815 - its name there


class _Rich(msgspec.Struct):
    contents: list[_Piece] = []


def _pieces(contents: Iterable[_Piece]) -> Iterator[str]:
    begins = True
    for piece in contents:
        for one in piece.embeddedObjects:
            yield f"\n\n![](dayone-moment:/{one.type}/{one.identifier})\n\n"
        for text in piece.text.splitlines(keepends=True):
            line = piece.attributes.line if piece.attributes else None
            yield (_prefix(line) if begins and line else "") + text
            begins = text.endswith("\n")
        begins = begins or bool(piece.embeddedObjects)


def _prefix(line: _Line) -> str:
    if line.header > 0:
        return "#" * min(line.header, _MOST_LEVELS) + " "
    return "- [x] " if line.checked else _LISTS.get(line.listStyle, "")


def _words_first(text: str) -> str:
    end = 0
    while found := _LEFT.match(text, end):
        end = found.end()
    before, after = text[:end].rstrip(), text[end:]
    return f"{after}\n\n{before}" if before and after else text


def place_and_weather(location: Mapping[str, object], weather: Mapping[str, object]) -> str:
    """Return where an entry was written and how the weather was, as one line; empty where nothing is said."""
    names = dict.fromkeys(_line(location.get(name)) for name in ("userLabel", "placeName", "localityName", "country"))
    degrees = weather.get("temperatureCelsius")
    is_known = isinstance(degrees, int | float) and -200 < degrees < 200
    sky = [f"{degrees:.0f} °C" if is_known else "", _line(weather.get("conditionsDescription"))]
    parts = (", ".join(filter(None, names)), ", ".join(filter(None, sky)))
    return " · ".join(part for part in parts if part)


def _line(value: object) -> str:
    return " ".join(value.split())[:200] if isinstance(value, str) else ""
