"""Apply a change and say so: one sentence, the id of what was made, the date that was understood."""

from typing import TYPE_CHECKING

from cop_tui.cli.output import exact, say

if TYPE_CHECKING:
    from cop_tui.cli.context import Here
    from cop_tui.domain.change import Change
    from cop_tui.domain.record import Record
    from cop_tui.practice.when import When


def did(here: "Here", change: "Change", *made: "type[Record]", when: "When | None" = None) -> None:
    """Write a change to the notebook and print its sentence.

    Args:
        here: Where the command runs.
        change: What is to be written.
        made: Kinds of record; of the first kind of which the change makes a record, its short id is added.
        when: What was understood of the member's WHEN; printed exactly, on a line of its own.
    """
    from cop_tui.practice.resolve import short_id

    new = next((one for kind in made for one in change.put if isinstance(one, kind) and not here.book.holds(one)), None)
    after = here.apply(change)
    say(f"{change.sentence}  ({short_id(new, after)})" if new else change.sentence)
    if when is not None:
        say(f"  that is {exact(when, here.now)}")
