"""The palette: all that can be done here, and every record that can be opened, by its words.

Textual parses a palette's strings as markup, so everything is given as Content.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Matcher, Provider
from textual.content import Content
from textual.style import Style

from cop_tui.practice.resolve import NAMES
from cop_tui.practice.search import search
from cop_tui.practice.words import one_line, title_of
from cop_tui.tui.action import Action
from cop_tui.tui.actions import ACTIONS, signs
from cop_tui.tui.desk import Desk
from cop_tui.tui.markup import line, literal
from cop_tui.tui.messages import OpenRecord
from cop_tui.tui.tones import FAINT, INK, KEY

WIDE = 70
"""Cells of a record's title in the palette."""

MOST = 20
"""Records that the palette offers for some words."""
LEAST = 0.4
"""How high the likeliest of them stands: below what can be done, whose name has the words."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the palette."""

    words: str
    """What it is called, as it is."""
    help: Content
    """What it does."""
    run: Callable[[], object]
    """Does it."""


class _Offers(Provider):
    """Offers of one sort, all of them at first, then those that match what is typed."""

    def offers(self) -> Iterator[Offer]:
        """Go through what is offered now."""
        raise NotImplementedError

    async def discover(self) -> Hits:
        """Offer everything."""
        for offer in self.offers():
            yield DiscoveryHit(literal(offer.words), offer.run, offer.words, _help(offer))

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        for offer in self.offers():
            score, shown = _matched(matcher, offer.words)
            if score:
                yield Hit(score, shown, offer.run, offer.words, _help(offer))


class Doable(_Offers):
    """What can be done here: the table of keys, without what can't be done now."""

    def offers(self) -> Iterator[Offer]:
        """Go through the actions whose key works now, and those that have no key."""
        active = {one.binding.id: one.node for one in self.screen.active_bindings.values() if one.enabled}
        for action in ACTIONS:
            if action.palette and (action.id in active or not action.keys):
                run = partial(self.app.run_action, action.do, active.get(action.id, self.app))
                yield Offer(action.name, _of(action), run)


class Openable(_Offers):
    """Every record, by its words; at first the promises that are due or come, and the invitations that wait."""

    def offers(self) -> Iterator[Offer]:
        """Go through what is at hand, in its order."""
        desk = self._desk
        if desk is not None:
            found = desk.agenda
            for record in (*found.due, *found.upcoming, *found.waiting):
                yield self._offer(record.id, title_of(record, desk.book), "Open")

    async def search(self, query: str) -> Hits:
        """Offer the records in which every word is found, the likeliest first."""
        desk = self._desk
        for number, hit in enumerate(search(desk.book, query, limit=MOST) if desk else ()):
            assert desk is not None  # noqa: S101 - without a desk nothing was found
            kind = NAMES.get(hit.kind.replace("-", "_"), hit.kind)
            offer = self._offer(hit.id, hit.title, f"Open this {kind}")
            yield Hit(LEAST / (number + 1), literal(offer.words, INK), offer.run, offer.words, _help(offer))

    @property
    def _desk(self) -> Desk | None:
        desk = getattr(self.app, "desk", None)
        return desk if isinstance(desk, Desk) else None

    def _offer(self, record_id: str, title: str, does: str) -> Offer:
        run = partial(self.app.post_message, OpenRecord(record_id))
        return Offer(one_line(title, WIDE), literal(does, FAINT), run)


def _of(action: Action) -> Content:
    keys = signs(action)
    return line((action.help, FAINT), *([("  ", ""), (keys, KEY)] if keys else []))


def _matched(matcher: Matcher, words: str) -> tuple[float, Content]:
    score, offsets = matcher.fuzzy_search.match(matcher.query, words)
    content = literal(words, INK)
    for offset in offsets if score else ():
        content = content.stylize(Style(bold=True, underline=True), offset, offset + 1)
    return score, content


def _help(offer: Offer) -> str:
    """Return the help of an offer: Textual types it as words, and shows Content as it is."""
    help_: object = offer.help
    return help_  # type: ignore[return-value]
