"""What the shell's completion offers: communities, people, records. Never an error, never a word on the screen."""

import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from cop_tui.cli.context import Here

if TYPE_CHECKING:
    from cop_tui.domain.book import Book
    from cop_tui.domain.record import Record

Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
"""What click calls to complete a word."""

MOST = 50
"""How many are offered at most."""


def offer_communities(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the communities that are not archived."""
    return _offered(
        ctx,
        incomplete,
        lambda book: ((one.name, one.subject) for one in book.communities.values() if not one.archived),
    )


def offer_people(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the people in the book."""
    return _offered(ctx, incomplete, lambda book: ((one.name, one.organisation) for one in book.people.values()))


def offer_records(*kinds: "type[Record]") -> Offer:
    """Make an offer of the open records of these kinds, by short id, each with its title."""

    def offer(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return _offered(ctx, incomplete, lambda book: _open_records(book, kinds))

    return offer


def _open_records(book: "Book", kinds: "tuple[type[Record], ...]") -> "Iterable[tuple[str, str]]":
    from cop_tui.practice.resolve import is_open, short_id
    from cop_tui.practice.words import title_of

    for kind in kinds:
        for record in book.of(kind).values():
            if is_open(record):
                yield short_id(record, book), title_of(record, book)


def _offered(
    ctx: click.Context, incomplete: str, pairs: "Callable[[Book], Iterable[tuple[str, str]]]"
) -> list[CompletionItem]:
    """Offer what begins with what was typed; nothing where the notebook can't be read."""
    with suppress(Exception):
        here = ctx.ensure_object(Here)
        typed = incomplete.casefold()
        found = [(word, help_text) for word, help_text in pairs(here.book) if word.casefold().startswith(typed)]
        return [CompletionItem(_for_the_shell(word), help=help_text) for word, help_text in found[:MOST]]
    return []


def _for_the_shell(word: str) -> str:
    """Return a word as the shell wants to insert it: bash does not quote by itself."""
    if os.environ.get("_COP_TUI_COMPLETE", "").startswith("bash"):
        return re.sub(r"([^\w@%+=:,./-])", r"\\\1", word)
    return word
