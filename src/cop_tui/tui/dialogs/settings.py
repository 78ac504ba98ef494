"""Settings: the colours, tried on as they are chosen; how far Today looks; how much it suggests; where it stands."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cop_tui.domain.change import Change
from cop_tui.domain.errors import WrongUse
from cop_tui.practice.words import one_line
from cop_tui.settings.table import BY_NAME
from cop_tui.tui import themes
from cop_tui.tui.action import CHOSEN, Action
from cop_tui.tui.actions import AREAS, BY_ID, signs
from cop_tui.tui.chosen import TriesThemes
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import ChoiceField, Field
from cop_tui.tui.markup import line, lines
from cop_tui.tui.tones import FAINT, INK, KEY, TITLE
from cop_tui.tui.widgets.choice import Choice, Option

PATH = 400
"""Cells of the file's path at most."""

WHY = {
    themes.HEARTH.name: "ink on dark paper, by a fire",
    themes.DAYLIGHT.name: "ink on light paper, at a window",
}
"""What our own themes look like."""


class SettingsDialog(TriesThemes, Dialog):
    """What the member may set; Escape leaves all as it was."""

    TITLE_WORDS: ClassVar[str] = "Settings"
    WHY: ClassVar[str] = "as you like it"

    _theme = ""
    """The theme that was on when it was opened."""

    def fields(self) -> Iterable[Widget]:
        """Return the fields, filled in with what holds now."""
        now = self.desk.settings
        self._theme = self.app.theme
        yield ChoiceField("colours", "theme", self._themes())
        yield Field("days ahead", "days", value=str(now.days), hint=BY_NAME["days"].wants)
        yield Field("nudges", "nudges", value=str(now.nudges), hint=BY_NAME["nudges"].wants)
        yield Static(_where(now.file), markup=False, classes="told")
        yield Static(_own_keys(), markup=False, classes="told")

    def on_mount(self) -> None:
        """Begin with the theme that is on; from now on, put on whichever is chosen."""
        choice = self.query_one("#theme", Choice)
        choice.value = self._theme
        self.watch(choice, "index", self._try_on, init=False)

    def make(self) -> Change:
        """Keep what is chosen; nothing in the notebook changes.

        Note: Writes the settings.
        """
        theme = self.text("theme")
        chosen = {name: self._number(name) for name in ("days", "nudges")}
        others = {"theme": theme} if theme != self._theme else {}
        self.desk.choose(**others, **chosen)
        sentence = "Your settings are kept" if self.desk.settings.file else "They hold until you leave"
        return Change(sentence=sentence, at=self.desk.now())

    def action_leave(self) -> None:
        """Close it, with the theme from before on again; what was typed is not kept for later."""
        self.app.theme = self._theme
        self.desk.drafts.pop(self._draft, None)
        self.dismiss(None)

    def _themes(self) -> list[Option]:
        own = [theme.name for theme in themes.OWN]
        others = sorted(name for name in self.app.available_themes if name not in own)
        return [Option(name, name, WHY.get(name, "")) for name in (*own, *others)]

    def _try_on(self) -> None:
        self.app.theme = self.text("theme")

    def _number(self, field: str) -> int:
        words = self.words(field)
        if words.isascii() and words.isdigit() and len(words) < 6:
            return int(words)
        setting = BY_NAME[field]
        raise WrongUse(f"{field} wants {setting.wants}", f"As in {setting.example}")


def _where(file: Path | None) -> Content:
    if file is None:
        return line(("They hold until you leave.", FAINT))
    return lines(line(("They stand in", FAINT)), line(("  ", ""), (one_line(str(file), PATH), INK)))


def _own_keys() -> Content:
    """Return the keys that the member chose, and how they do it."""
    own = [BY_ID[name] for name in CHOSEN.get() if name in BY_ID]
    if not own:
        how = f"In the file of the settings, {BY_NAME['keys'].example} lets A ask."
        return lines(
            line(("Your keys", TITLE)), line(("  None are other than ours.", FAINT)), line(("  ", ""), (how, FAINT))
        )
    return lines(line(("Your keys", TITLE)), *(_own_key(action) for action in own))


def _own_key(action: Action) -> Content:
    what = f"{action.name}, {AREAS[action.area][:1].lower()}{AREAS[action.area][1:]}"
    return line(("  ", ""), (f"{signs(action) or 'no key'}  ", KEY), (what, INK), (f"  {action.id}", FAINT))
