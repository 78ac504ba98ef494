"""Addresses in a member's pages: rows that show them in full; which of them may be opened. Pure."""

import re
from collections.abc import Iterable, Sequence

from cop_tui.tui.tones import INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Section

COLUMNS = (Column(tone=INK), Column(most=18, tone=SOFT))
"""How a row of an address looks among others."""

MOST = 20
"""Addresses of one text that are offered."""

_PAGE = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f]+", re.IGNORECASE)
_WITHIN = re.compile(r"https?://[^\s<>“”\"\x00-\x20\x7f-\x9f]{1,2000}", re.IGNORECASE)
_AFTER = ".,;:!?'’*_"


def is_page(address: str) -> bool:
    """Tell whether an address is one of a page of the web, and nothing else: those alone are opened."""
    return _PAGE.fullmatch(address) is not None and address.isprintable()


def links_in(text: str) -> Sequence[str]:
    """Return the addresses of pages in a text, each once, in their order."""
    found = (_bare(match.group()) for match in _WITHIN.finditer(text))
    return tuple(dict.fromkeys(found))[:MOST]


def link_section(addresses: Iterable[str], title: str = "Read on") -> Section:
    """Return addresses as rows; opening one shows it in full before anything happens."""
    rows = tuple(
        Row(f"link:{number}", (address, ""), does=("link", address)) for number, address in enumerate(addresses)
    )
    return Section(title, rows, count=str(len(rows)) if rows else "")


def _bare(address: str) -> str:
    """Return an address without the marks that end the sentence or the brackets around it."""
    bare = address.rstrip(_AFTER)
    while bare.endswith((")", "]")) and bare.count(bare[-1]) > bare.count({")": "(", "]": "["}[bare[-1]]):
        bare = bare[:-1].rstrip(_AFTER)
    return bare
