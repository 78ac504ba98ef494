"""A text in Markdown laid out on lines of a width: calm typography, and nothing in it acts. Pure.

HTML is shown as it is written, a link with its address behind it, an image as its words, every control character as a
picture of itself. The parser is bounded: a text that is too long or too deep is shown as it was typed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content

from cop_tui.practice.words import one_line, visible
from cop_tui.tui.markup import Piece, line, literal
from cop_tui.tui.tones import FAINT, INK, LINE, SAID, SOFT, STRONG

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 60_000
"""Characters up to which a text is read as Markdown."""
BRACKETS = 2_000
"""Opening brackets up to which it is: the time that they take grows with their square."""
NARROWEST = 12
"""Cells that the words of a quote within a list within a quote keep."""
ADDRESS = 72
"""Cells of an address that is shown behind its words at most."""
RULE = 12
"""Marks of a rule between two parts."""
CODE = "$foreground on $panel"
"""Words for a machine."""

_MARKED = {"strong": "bold", "em": "italic", "link": "underline"}


@dataclass
class _Inside:
    """What a block stands in: what its lines begin with, and the tone of its words."""

    begin: str
    rest: str
    tone: str = ""
    is_list: bool = False
    number: int | None = None
    is_new: bool = False


@dataclass
class _Sheet:
    """Lines, as they come to be."""

    width: int
    lines: list[Content] = field(default_factory=list)
    inside: list[_Inside] = field(default_factory=list)
    is_parted: bool = False

    def write(self, pieces: Sequence[Piece], tone: str = "") -> None:
        """Write one block, wrapped within what it stands in; blanks part it from the one before."""
        if self.is_parted and self.lines:
            self.lines.append(Content(""))
        self.is_parted = True
        within = next((one.tone for one in reversed(self.inside) if one.tone), INK)
        words = line(*((words, f"{tone or within} {mark}".strip()) for words, mark in pieces))
        room = max(NARROWEST, self.width - len("".join(one.rest for one in self.inside)))
        for wrapped in words.wrap(room):
            self.lines.append(line(*self._prefix()) + wrapped)

    def _prefix(self) -> Iterator[Piece]:
        """Go through what stands before a line; the mark of a list stands before its first line alone."""
        room = self.width - NARROWEST
        for one in self.inside:
            words, one.begin = one.begin, one.rest
            room -= len(words)
            if room >= 0:
                yield words, FAINT if one.is_list else LINE


def visible_lines(text: str) -> str:
    """Return a text with its lines, every other control character made visible."""
    return "\n".join(visible(one.replace("\t", "    ")) for one in text.splitlines())


@lru_cache(maxsize=8)
def laid(text: str, width: int) -> tuple[Content, ...]:
    """Return a text in Markdown as lines of at most this many cells."""
    shown, sheet = visible_lines(text), _Sheet(max(NARROWEST, width))
    if len(shown) > LONGEST or shown.count("[") > BRACKETS:
        return tuple(literal(shown, INK).wrap(sheet.width))
    for token in _parser().parse(shown):
        _block(sheet, token)
    return tuple(sheet.lines)


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20})
    parser.disable(["html_block", "html_inline", "reference"])
    parser.validateLink = _every_link  # type: ignore[method-assign, assignment] # none of them does anything
    return parser


def _every_link(_address: str) -> bool:
    return True


_HEADED = {"h1": f"{STRONG} underline", "h2": STRONG}
_LOWER = "bold $ink-soft"


def _block(sheet: _Sheet, token: "Token") -> None:
    match token.type:
        case "blockquote_open":
            sheet.inside.append(_Inside("▎ ", "▎ ", SAID))
        case "bullet_list_open" | "ordered_list_open":
            _begin_list(sheet, token)
        case "list_item_open":
            _begin_item(sheet, sheet.inside[-1])
        case "paragraph_open" if token.hidden:
            sheet.is_parted = sheet.inside[-2].is_new
            sheet.inside[-2].is_new = False
        case "heading_open":
            sheet.inside.append(_Inside("", "", _HEADED.get(token.tag, _LOWER)))
        case "inline":
            sheet.write(list(_pieces(token.children or ())))
        case "fence" | "code_block":
            _code(sheet, token.content)
        case "hr":
            sheet.write([("─" * RULE, "")], LINE)
        case "blockquote_close" | "bullet_list_close" | "ordered_list_close" | "list_item_close" | "heading_close":
            sheet.inside.pop()
            sheet.is_parted = True


def _begin_list(sheet: _Sheet, token: "Token") -> None:
    number = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
    is_nested = any(one.is_list for one in sheet.inside)
    sheet.inside.append(_Inside("", "", is_list=True, number=number, is_new=not is_nested))


def _begin_item(sheet: _Sheet, around: _Inside) -> None:
    mark = "• " if around.number is None else f"{around.number}. "
    around.number = None if around.number is None else around.number + 1
    sheet.inside.append(_Inside(mark, " " * len(mark), is_list=True))


def _code(sheet: _Sheet, words: str) -> None:
    """Write words for a machine: each line as it is, on a ground of its own."""
    for number, one in enumerate(words.rstrip("\n").split("\n")):
        sheet.is_parted = sheet.is_parted and not number
        sheet.write([(f" {one} ", "")], CODE)


def _pieces(tokens: "Sequence[Token]") -> Iterator[Piece]:
    """Go through the words of a block, each with its marks."""
    marks: list[tuple[str, str]] = []
    said = ""
    for token in tokens:
        tone = " ".join(mark for mark, _ in marks)
        match token.type:
            case "text":
                said += token.content
                yield token.content, tone
            case "softbreak" | "hardbreak":
                yield "\n", ""
            case "code_inline":
                said += token.content
                yield token.content, "on $panel"
            case "image":
                yield _picture(token), SOFT
            case "strong_open" | "em_open" | "link_open":
                said = "" if token.type == "link_open" else said
                marks.append((_MARKED[token.type.partition("_")[0]], str(token.attrs.get("href", ""))))
            case "strong_close" | "em_close" | "link_close":
                _, address = marks.pop()
                if address and address.removeprefix("mailto:") != said:
                    yield f" ({one_line(address, ADDRESS)})", FAINT


def _picture(token: "Token") -> str:
    words = token.content.strip()
    address = one_line(str(token.attrs.get("src", "")), ADDRESS)
    return f"[picture: {words or address}]" if not (words and address) else f"[picture: {words} ({address})]"
