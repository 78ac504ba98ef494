"""Marks with their word: how far something learned has come, in which cycles a story showed value; tags."""

from collections.abc import Iterable

from cop_tui.domain.learning import Learning
from cop_tui.domain.purpose import RUNGS
from cop_tui.domain.story import Story, Value

FULL, EMPTY = "●", "○"
"""A mark that is there, and one that is not yet."""


def ladder(one: Learning) -> str:
    """Return the rungs that something learned has reached, and the word of the highest: "● ● ○ tried"."""
    rungs = RUNGS[one.purpose]
    reached = rungs.index(one.rung) + 1 if one.rung in rungs else 0
    return f"{_marks(number < reached for number in range(len(rungs)))} {one.rung.value}"


def strip(one: Story) -> str:
    """Return the five cycles, filled where something showed, and how many those are: "● ○ ● ○ ○ 2 of 5"."""
    shown = {cycle.cycle for cycle in one.cycles}
    return f"{_marks(value in shown for value in Value)} {len(shown)} of {len(Value)}"


def tags(words: Iterable[str]) -> str:
    """Return tags with their sign."""
    return "  ".join(f"#{word}" for word in words)


def _marks(full: Iterable[bool]) -> str:
    return " ".join(FULL if one else EMPTY for one in full)
