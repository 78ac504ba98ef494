"""How a member's words come to the screen: as they are, never as markup.

Textual reads a plain `str` as markup: `[Anna]` vanishes and `[/x]` ends the app. So whatever a member, or a file from
somebody else, has written goes through here.
"""

from textual.content import Content

from cop_tui.practice.words import visible

Piece = tuple[str, str]
"""A piece of a line: its words, as they are, and its tone."""


def literal(words: str, tone: str = "") -> Content:
    """Return words as they are, control characters made visible, in a tone."""
    return Content.styled(visible(words), tone) if tone else Content(visible(words))


def line(*pieces: Piece) -> Content:
    """Return one line of several pieces, each with its words as they are and its tone."""
    return Content("").join(literal(words, tone) for words, tone in pieces)


def lines(*parts: Content) -> Content:
    """Return several lines as one text."""
    return Content("\n").join(parts)
