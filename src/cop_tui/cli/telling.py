"""`tell`: the story as it goes."""

from contextlib import AbstractContextManager

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import (
    as_record,
    as_text,
    community_option,
    line_option,
    past_option,
    people_option,
)
from cop_tui.cli.output import narrate
from cop_tui.cli.reporting import did
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Element
from cop_tui.domain.story import Story
from cop_tui.practice.when import When


@click.command()
@click.argument("text", nargs=-1, callback=as_text, metavar="[TEXT…]")
@community_option("The community that it is about.")
@line_option("--title", "TITLE", "Its title; else its first line, where that is a heading.")
@past_option("--on", "When it was; now if you don't say.")
@people_option("--with", "people", help_text="Who is in it; again for each person.")
@click.option("--at", callback=as_record(Commitment), metavar="REF", help="The gathering that it tells of.")
@click.option("--element", type=click.Choice([one.value for one in Element]), help="Which element it is about.")
@click.option("--star", is_flag=True, help="One to come back to.")
@click.pass_obj
def tell(
    here: Here,
    *,
    text: str,
    community: Community | None,
    title: str | None,
    on: When | None,
    people: tuple[str, ...],
    at: Commitment | None,
    element: str | None,
    star: bool,
) -> None:
    """Write down a piece of the story.

    Without TEXT your editor opens; - reads stdin. The text is Markdown; words that begin with # are tags.
    """
    from cop_tui.cli.days import moment_of
    from cop_tui.practice.tell import tell as told

    with _text(text) as words:
        if not words:
            narrate("Nothing written, nothing told")
            return
        change = told(
            here.book,
            words,
            now=here.now,
            on=moment_of(on, here.now),
            title=title or "",
            community=community,
            people=people,
            element=Element(element) if element else None,
            commitment=at,
            starred=star,
        )
        did(here, change, Story, when=on)


def _text(given: str) -> AbstractContextManager[str]:
    """Hand over the text that was given, or the one that is written in the editor now; neither is lost."""
    from cop_tui.exchange.editor import kept_where_it_fails, written_in_editor

    return kept_where_it_fails(given) if given else written_in_editor()
