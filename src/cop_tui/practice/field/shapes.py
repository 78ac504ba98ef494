"""The shapes in which the field's texts are kept."""

from msgspec import Struct

from cop_tui.domain.community import Element, Level, Stage
from cop_tui.domain.purpose import Purpose, Rung
from cop_tui.domain.story import Value


class ChecklistItem(Struct, frozen=True):
    """One line of a checklist."""

    key: str
    """What a member's tick refers to; never changes."""
    text: str
    """The line, as the member reads it."""


class Checklist(Struct, frozen=True):
    """A checklist: of a phase of getting started, or of an occasion."""

    key: str
    """What a member's tick refers to; never changes."""
    title: str
    """What it is called."""
    text: str
    """What it is for, in one sentence."""
    items: tuple[ChecklistItem, ...]
    """Its lines, in their order."""

    def item(self, key: str) -> ChecklistItem | None:
        """Return the line with this key; none where there is none such."""
        return next((item for item in self.items if item.key == key), None)


class RungText(Struct, frozen=True):
    """One rung of a purpose's ladder."""

    rung: Rung
    """Which."""
    text: str
    """What has happened when an entry stands on it."""


class PurposeText(Struct, frozen=True):
    """One of the five purposes."""

    purpose: Purpose
    """Which."""
    title: str
    """What it is called."""
    text: str
    """What it is, in one sentence."""
    rungs: tuple[RungText, RungText, RungText]
    """Its ladder, lowest rung first."""


class ElementText(Struct, frozen=True):
    """One of the three elements to cultivate."""

    element: Element
    """Which."""
    title: str
    """What it is called."""
    text: str
    """What it is."""
    question: str
    """What to ask oneself about it."""
    step: str
    """One small step where it has gone quiet."""


class StageText(Struct, frozen=True):
    """One stage in a community's life."""

    stage: Stage
    """Which."""
    title: str
    """What it is called."""
    going_on: str
    """What is going on."""
    now: tuple[str, ...]
    """What a member can do now."""


class LevelText(Struct, frozen=True):
    """One level of taking part."""

    level: Level
    """Which."""
    title: str
    """What it is called."""
    text: str
    """What it is like, and how many usually choose it."""


class ValueText(Struct, frozen=True):
    """One cycle in which value shows."""

    value: Value
    """Which."""
    title: str
    """What it is called."""
    text: str
    """What shows in it."""
    question: str
    """What to ask, to tell of it."""


class Verse(Struct, frozen=True):
    """A short text with a name: one of the five ways, a principle, a manner, a reading."""

    key: str
    """Its name in lower case and with dashes; never changes."""
    title: str
    """What it is called."""
    text: str
    """What it says."""
