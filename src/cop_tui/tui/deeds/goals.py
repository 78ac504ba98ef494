"""What a member does with a goal."""

from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.tui.deeds.deed import Deed

DEEDS: tuple[Deed, ...] = (
    Deed(
        name="reached",
        kind=Goal,
        key="r",
        title="Reached",
        help="You came to be able to do it",
        word="reached",
        verb="cop_tui.practice.goals:reach_goal",
        fits=lambda _book, one, _now: one.state is Pursuit.PURSUING,
    ),
    Deed(
        name="let-go",
        kind=Goal,
        key="x",
        title="Let go",
        help="It matters no longer, and that is fine",
        word="let go",
        verb="cop_tui.practice.goals:let_go",
        fits=lambda _book, one, _now: one.state is Pursuit.PURSUING,
    ),
    Deed(
        name="take-up",
        kind=Goal,
        key="r",
        title="Take up again",
        help="You pursue it again",
        word="take up again",
        verb="cop_tui.practice.goals:take_up_goal",
        fits=lambda _book, one, _now: one.state is not Pursuit.PURSUING,
    ),
)
"""They fit by whether it is still pursued."""
