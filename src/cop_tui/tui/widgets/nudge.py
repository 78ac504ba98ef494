"""The nudge: one small next step with its reason, marked by a thick bar, and the key that does it."""

from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from cop_tui.practice.nudges import Nudge
from cop_tui.tui.action import sign
from cop_tui.tui.actions import DIALOGS
from cop_tui.tui.markup import line, lines, literal
from cop_tui.tui.tones import KEY, SOFT, STRONG

WORDS = {
    "ask": "ask them",
    "invite": "write them an invitation",
    "learn": "write what came of it",
    "tell": "tell the story",
    "contact": "note that you were in touch",
    "share": "share what you care about",
    "yes": "make it a promise",
    "rhythm": "say how often",
    "me": "say it here",
    "check-in": "check in",
}
"""What following a nudge does, by the name of its action."""


def can_follow(nudge: Nudge) -> bool:
    """Tell whether a key can do what a nudge suggests."""
    return nudge.act in DIALOGS or nudge.act == "check-in"


class NudgeCard(Static):
    """One nudge."""

    def __init__(self, nudge: Nudge, key: str, *, leads: bool) -> None:
        """Take the nudge, the key that follows it, and whether it is the one that leads."""
        super().__init__(_words(nudge, key, STRONG if leads else SOFT), markup=False, classes="-leads" if leads else "")
        self._key = key

    def on_click(self, event: Click) -> None:
        """Follow the nudge."""
        event.stop()
        if self._key:
            self.app.simulate_key(self._key)


def _words(nudge: Nudge, key: str, lead: str) -> Content:
    does = line((sign(key), KEY), (f" {WORDS.get(nudge.act, nudge.act)}", SOFT))
    by_shell = literal(nudge.command, SOFT)
    return lines(literal(nudge.text, lead), literal(f"{nudge.why}.", SOFT), does if can_follow(nudge) else by_shell)
