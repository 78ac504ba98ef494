"""The blanks of what was learned."""

from collections.abc import Mapping

from cop_tui.domain.learning import Climb, Learning
from cop_tui.domain.purpose import RUNGS, Purpose, Rung
from cop_tui.practice.field import PURPOSES
from cop_tui.tui.dialogs.forms.blank import Blank, Given
from cop_tui.tui.widgets.choice import Option

PURPOSE_OPTIONS = tuple(Option(one.value, PURPOSES[one].title.casefold(), ", ".join(RUNGS[one])) for one in Purpose)
"""The five purposes with the rungs that each climbs, as a choice."""


def purpose() -> Blank:
    """Return the blank for what it is for; on another ladder it stands as high as before."""
    return Blank(
        label="purpose",
        name="purpose",
        options=PURPOSE_OPTIONS,
        shows=lambda _book, one, _now: one.purpose.value,
        reads=_on_ladder,
    )


def links() -> Blank:
    """Return the blank for where to read on: one a line."""
    return Blank(
        label="read on",
        name="links",
        hint="one a line: https://…",
        has_lines=True,
        shows=lambda _book, one, _now: "\n".join(one.links),
        reads=lambda given: {"links": tuple(line.strip() for line in given.words.splitlines() if line.strip())},
    )


def _on_ladder(given: Given) -> Mapping[str, object]:
    one: Learning = given.record
    aim = Purpose(given.words)

    def same(rung: Rung) -> Rung:
        before = RUNGS[one.purpose]
        return RUNGS[aim][before.index(rung)] if rung in before else RUNGS[aim][0]

    climbs = tuple(Climb(rung=same(climb.rung), on=climb.on) for climb in one.climbs)
    return {"purpose": aim, "rung": same(one.rung), "climbs": climbs}
