"""`today`: what is due, what waits, what comes next, on one calm page, one line, or as JSON."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import json_option
from cop_tui.cli.output import columns, say, say_json

if TYPE_CHECKING:
    from cop_tui.domain.commitment import Commitment
    from cop_tui.domain.invitation import Invitation
    from cop_tui.practice.agenda import Agenda
    from cop_tui.practice.nudges import Nudge

Row = tuple[str, str, str, str]
"""What, when, who, and the id by which a command finds it."""

MOST = 12
"""Rows of a section that are printed; the rest is counted."""

_WIDE = (44, 32, 28, 8)
"""The cells that each column of the page may take."""


@click.command()
@click.option("--short", is_flag=True, help="One line, for a shell prompt; nothing where there is nothing.")
@json_option()
@click.pass_obj
def today(here: Here, *, short: bool, as_json: bool) -> None:
    """What is due, what waits, what comes next."""
    from cop_tui.practice.agenda import agenda

    found = agenda(here.book, here.now, days=here.settings.days)
    if as_json:
        _say_json(here, found)
    elif short:
        _say_short(here, found)
    else:
        _say_page(here, found)


def _say_short(here: Here, found: "Agenda") -> None:
    from cop_tui.practice.agenda import next_yes
    from cop_tui.practice.words import one_line, short_moment

    parts = [f"{len(found.due)} due"] if found.due else []
    if found.waiting:
        parts.append(f"{len(found.waiting)} waiting")
    coming = next_yes(here.book, here.now)
    if coming is not None and coming.start is not None:
        when = short_moment(coming.start, here.now, timezone=coming.timezone, all_day=coming.all_day)
        parts.append(f"next {when} {one_line(coming.what, 32)}")
    if parts:
        say(" · ".join(parts))


def _say_json(here: Here, found: "Agenda") -> None:
    from cop_tui.practice.nudges import nudges
    from cop_tui.practice.rhythm import rhythm

    beat = rhythm(here.book, here.now)
    counts = ("streak", "longest", "checked_in_today", "kept", "missed", "excused", "released", "open")
    say_json(
        {
            "now": here.now,
            "member": here.book.me,
            "due": found.due,
            "waiting": found.waiting,
            "upcoming": found.upcoming,
            "still_coming": found.still_coming,
            "nudges": [
                {"text": one.text, "why": one.why, "command": one.command}
                for one in nudges(here.book, here.now, limit=here.settings.nudges)
            ],
            "rhythm": {name: getattr(beat, name) for name in counts},
        }
    )


def _say_page(here: Here, found: "Agenda") -> None:
    from cop_tui.practice.nudges import nudges
    from cop_tui.practice.words import exact_day

    say(f"{exact_day(here.now.date())}, {here.now:%H:%M}")
    say()
    days = here.settings.days
    asked = {one.id for one in found.still_coming}
    sections = [
        ("Did you show up?", [_promise(here, one) for one in found.due]),
        ("Waiting for your answer", [_asked(here, one) for one in found.waiting]),
        ("Still coming?", [_promise(here, one) for one in found.still_coming]),
        (f"The next {days} days", [_promise(here, one) for one in found.upcoming if one.id not in asked]),
    ]
    _say_sections(sections)
    if not any(rows for _, rows in sections):
        say("Nothing is due and nobody waits for your answer.")
        say()
    _say_nudges(nudges(here.book, here.now, limit=here.settings.nudges))
    say(_rhythm_words(here))


def _say_sections(sections: Sequence[tuple[str, Sequence[Row]]]) -> None:
    """Print the sections that have something in them, their columns under each other."""
    lines = iter(columns([row for _, rows in sections for row in rows[:MOST]], most=_WIDE))
    for title, rows in sections:
        if rows:
            say(f"{title}  {len(rows)}", style="bold")
            for _ in rows[:MOST]:
                say(next(lines))
            if len(rows) > MOST:
                say(f"  and {len(rows) - MOST} more", style="dim")
            say()


def _say_nudges(found: "Sequence[Nudge]") -> None:
    for one in found:
        say(one.text)
        say(f"  {one.why}")
        say(f"  {one.command}", style="dim")
        say()


def _promise(here: Here, one: "Commitment") -> Row:
    from cop_tui.practice.resolve import short_id

    community = here.book.communities.get(one.community or "")
    return one.what, _when(here, one), community.name if community else "", short_id(one, here.book)


def _asked(here: Here, one: "Invitation") -> Row:
    from cop_tui.practice.resolve import short_id

    sender = here.book.people.get(one.sender or "")
    return one.title, _when(here, one), f"from {sender.name}" if sender else "", short_id(one, here.book)


def _when(here: Here, one: "Commitment | Invitation") -> str:
    """Return when something is: near now as people say it, of a series its next time."""
    from cop_tui.domain.invitation import Invitation
    from cop_tui.practice.series import next_start
    from cop_tui.practice.words import short_moment

    start = one.start
    if isinstance(one, Invitation) and one.recurrence:
        start = next_start(one, here.now) or start
    if start is None:
        return "no date yet"
    return short_moment(start, here.now, timezone=one.timezone, all_day=one.all_day)


def _rhythm_words(here: Here) -> str:
    return " · ".join(_rhythm_parts(here))


def _rhythm_parts(here: Here) -> Iterator[str]:
    from cop_tui.practice.rhythm import kept_words, rhythm

    beat = rhythm(here.book, here.now)
    yield "checked in today" if beat.checked_in_today else "cop-tui checkin takes about a minute"
    if beat.streak > 1:
        yield f"{beat.streak} days in a row"
    if beat.kept or beat.missed or beat.excused:
        yield kept_words(beat)
