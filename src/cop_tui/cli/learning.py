"""`learn` and `climb`: what the member learned, and how far it has come."""

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import (
    as_record,
    community_option,
    line_option,
    past_option,
    people_option,
    ref_argument,
    text_argument,
)
from cop_tui.cli.reporting import did
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal
from cop_tui.domain.learning import Learning
from cop_tui.domain.purpose import Purpose
from cop_tui.practice.when import When


@click.command()
@text_argument()
@community_option("The community in which you learned it.")
@people_option("--from", "people", help_text="From whom; again for each person.")
@click.option("--purpose", type=click.Choice([one.value for one in Purpose]), help="What it is for.")
@click.option("--goal", callback=as_record(Goal), metavar="REF", help="The goal that it serves.")
@click.option("--at", callback=as_record(Commitment), metavar="REF", help="The gathering at which you learned it.")
@past_option("--on", "When it was; now if you don't say.")
@click.pass_obj
def learn(
    here: Here,
    *,
    text: str,
    community: Community | None,
    people: tuple[str, ...],
    purpose: str | None,
    goal: Goal | None,
    at: Commitment | None,
    on: When | None,
) -> None:
    """Write down what you learned.

    Words that begin with # are tags.
    """
    from cop_tui.cli.days import moment_of
    from cop_tui.practice.learn import learn as learned

    change = learned(
        here.book,
        text,
        now=here.now,
        on=moment_of(on, here.now),
        community=community,
        people=people,
        goal=goal,
        purpose=Purpose(purpose) if purpose else None,
        commitment=at,
    )
    did(here, change, Learning, when=on)


@click.command()
@ref_argument(Learning)
@line_option("--note", "TEXT", "What came of it.")
@click.pass_obj
def climb(here: Here, *, record: Learning, note: str | None) -> None:
    """Move something learned up a rung.

    With --note what came of it is written down beside it.
    """
    from cop_tui.practice.learn import came_back
    from cop_tui.practice.learn import climb as climbed

    change = climbed(here.book, record, now=here.now)
    if note:
        book = here.book.apply(change)
        change = change.then(came_back(book, book.learning[record.id], note, now=here.now), change.sentence)
    did(here, change)
