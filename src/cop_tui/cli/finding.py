"""Find what a member's words refer to, beyond what the practice resolves: communities, ids, dates of a series."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from cop_tui.domain.community import Community
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.interest import folded

if TYPE_CHECKING:
    from datetime import datetime

    from cop_tui.cli.context import Here
    from cop_tui.domain.book import Book
    from cop_tui.domain.invitation import Invitation
    from cop_tui.practice.when import When

LEAST = 4
"""Letters of an id that a member must type at least."""


def looks_like_an_id(words: str) -> bool:
    """Tell whether these words are the beginning of an id, and so hardly a text."""
    return LEAST <= len(words) <= 32 and all(letter in "0123456789abcdef" for letter in words)


def community_named(book: "Book", words: str, *, archived: bool = False) -> Community:
    """Return the community of this name or id; its exact name goes before parts of other names.

    Those that are archived count only where `archived` says so.

    Raises:
        NotFound: There is none such; the hint names those that are near.
        Ambiguous: There are several; they are listed.
    """
    from cop_tui.practice.resolve import resolve

    among = [one for one in book.communities.values() if archived or not one.archived]
    exact = [one for one in among if folded(one.name) == folded(words)]
    if len(exact) == 1:
        return exact[0]
    try:
        return resolve(book, words, Community, among=among)
    except NotFound as error:
        raise NotFound(f"There is no community {words!r}", _near(words, among)) from error


def occurrence_on(here: "Here", invitation: "Invitation", on: "When | None") -> "datetime | None":
    """Return the start of the gathering of a series that is on this day or at this moment; none of what is no series.

    Raises:
        Refused: The series has no gathering on this day.
    """
    from datetime import timedelta

    from cop_tui.practice.gatherings import is_series
    from cop_tui.practice.series import occurrences

    if on is None or not is_series(invitation):
        return None
    if not on.all_day:
        return on.start
    midnight = on.start.replace(tzinfo=here.now.tzinfo)
    found = occurrences(invitation, midnight, midnight + timedelta(days=1), limit=1)
    if not found:
        raise Refused(f"{invitation.title} does not take place on that day", "Choose one of its own dates")
    return found[0].start


def _near(words: str, among: list[Community]) -> str:
    if not among:
        return f"cop-tui community add {words!r} makes it"
    names = {folded(one.name): one.name for one in among}
    near = get_close_matches(folded(words), names, n=3, cutoff=0.5)
    if near:
        return f"Did you mean {' or '.join(names[one] for one in near)}?"
    few = ", ".join(sorted(names.values())[:6])
    return f"There is {few}" + (" and more" if len(names) > 6 else "")
