"""Markdown as HTML that is safe to send: no tags of others, no image that loads, links to the web and to mail only.

What a link or an image of another kind points to is shown as text, so that nothing is lost and nothing happens.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from cop_tui.practice.printable import one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

LONGEST = 100_000
"""The characters of one text up to which its Markdown is read; a longer one is shown as it is."""

BRACKETS = 4_000
"""The opening brackets up to which they are tried as links: the time that this takes grows with their square."""

ADDRESS = 120
"""The cells of an address that is shown as text at most."""

_SAFE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20]+", re.IGNORECASE)
_BARE = re.compile(r"https?://[^\s<>“”\"]+", re.IGNORECASE)
_AFTER = ".,;:!?'’)*_"


def to_html(markdown: str) -> str:
    """Return Markdown as HTML; every tag and every character of HTML in it is shown as text."""
    if len(markdown) > LONGEST or markdown.count("[") > BRACKETS:
        return _plain(markdown)
    html: str = _parser().render(markdown)
    return html


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "typographer": True, "maxNesting": 40})
    parser.enable(["smartquotes", "table", "strikethrough"])
    parser.disable(["html_block", "html_inline"])
    parser.core.ruler.push("only_safe_links", _only_safe_links)
    parser.validateLink = _every_link  # type: ignore[method-assign, assignment] # they are judged together, below
    return parser


def _every_link(_address: str) -> bool:
    return True


def _only_safe_links(state: "StateCore") -> None:
    for token in state.tokens:
        token.attrs.pop("style", None)
        if token.type == "inline" and token.children:
            token.children = list(_rebuilt(token.children))


def _rebuilt(tokens: "list[Token]") -> "Iterator[Token]":
    """Go through the tokens of a paragraph: what is not safe comes as text, bare addresses as links."""
    said: list[str] = []
    address: str | None = None
    is_safe = False
    for token in tokens:
        if token.type == "link_open":
            said, address = [], str(token.attrs.get("href", ""))
            is_safe = _SAFE.fullmatch(address) is not None
            if is_safe:
                yield _opened(token, address)
        elif token.type == "link_close":
            if is_safe:
                yield token
            elif address and address != "".join(said):
                yield _text(f" ({one_line(address, ADDRESS)})")
            address = None
        elif token.type == "image":
            yield _text(_picture(token))
        elif token.type == "text" and address is None:
            yield from _with_links(token)
        else:
            said.append(token.content)
            yield token


def _opened(token: "Token", address: str) -> "Token":
    token.attrs = {"href": address, "rel": "noopener noreferrer"}
    if token.markup == "autolink" or token.info == "auto":
        token.attrs["class"] = "bare"
    return token


def _picture(token: "Token") -> str:
    alt, address = token.content.strip(), one_line(str(token.attrs.get("src", "")), ADDRESS)
    return f"{alt} ({address})" if alt and address else alt or address


def _with_links(token: "Token") -> "Iterator[Token]":
    """Go through a text with the addresses in it as links."""
    start = 0
    for found in _BARE.finditer(token.content):
        address = found.group().rstrip(_AFTER)
        if len(address) > len("https://"):
            yield _text(token.content[start : found.start()])
            yield from _link(address)
            start = found.start() + len(address)
    yield _text(token.content[start:])


def _link(address: str) -> "Iterator[Token]":
    from markdown_it.token import Token

    yield _opened(Token("link_open", "a", 1, info="auto"), address)
    yield _text(address)
    yield Token("link_close", "a", -1)


def _text(content: str) -> "Token":
    from markdown_it.token import Token

    return Token("text", "", 0, content=content)


def _plain(text: str) -> str:
    from markupsafe import escape

    return f'<p class="plain">{escape(text)}</p>\n'
