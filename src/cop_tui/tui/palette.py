"""The palette: all that can be done here, and the promises and invitations that can be opened, by name.

Textual parses a palette's strings as markup, so everything is given as Content.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Matcher, Provider
from textual.content import Content
from textual.style import Style

from cop_tui.practice.words import one_line
from cop_tui.tui.action import Action
from cop_tui.tui.actions import ACTIONS, signs
from cop_tui.tui.desk import Desk
from cop_tui.tui.markup import line, literal
from cop_tui.tui.messages import OpenDialog
from cop_tui.tui.tones import FAINT, INK, KEY

WIDE = 70
"""Cells of a record's title in the palette."""


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
    """The promises that are due or come, and the invitations that wait."""

    def offers(self) -> Iterator[Offer]:
        """Go through them in their order."""
        desk = getattr(self.screen, "desk", None)
        if not isinstance(desk, Desk):
            return
        found = desk.agenda
        titles = [(one.id, one.what) for one in (*found.due, *found.upcoming)]
        titles += [(one.id, one.title) for one in found.waiting]
        for record_id, title in titles:
            run = partial(self.screen.post_message, OpenDialog("detail", (record_id,)))
            yield Offer(one_line(title, WIDE), literal("Open", FAINT), run)


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
