"""`search` and `sparks`: finding words, finding communities that could be."""

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import json_option, text_argument
from cop_tui.cli.output import narrate, say, say_json


@click.command()
@text_argument("words")
@json_option()
@click.pass_obj
def search(here: Here, *, words: str, as_json: bool) -> None:
    """Find words in everything you keep.

    All of the words must be there; titles come before texts, newer before older.
    """
    from cop_tui.practice.search import search as found
    from cop_tui.practice.words import exact_day

    hits = found(here.book, words)
    if as_json:
        fields = ("kind", "id", "title", "excerpt", "on")
        say_json([{name: getattr(hit, name) for name in fields} for hit in hits])
        return
    for hit in hits:
        day = exact_day(hit.on) if hit.on else ""
        say(f"{hit.id[:8]}  {hit.title}", style="bold")
        say(f"          {' · '.join(part for part in (hit.kind, day, hit.excerpt) if part)}")
    if not hits:
        narrate("Nothing found")


@click.command()
@json_option()
@click.pass_obj
def sparks(here: Here, *, as_json: bool) -> None:
    """Communities that could be, and why."""
    from cop_tui.practice.discovery import sparks as found

    book = here.book
    named = [(spark, [book.people[one].name for one in spark.people]) for spark in found(book, here.now)]
    if as_json:
        say_json(
            [
                {"subject": one.subject, "people": names, "organisations": one.organisations, "why": one.why}
                for one, names in named
            ]
        )
        return
    for one, _ in named:
        say(one.subject, style="bold")
        say(f"  {one.why}")
    if not named:
        narrate("No sparks yet. Ask people what they care about: cop-tui ask PERSON SUBJECT")
