"""`me`: who the member is."""

from collections.abc import Mapping

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import as_lines, json_option, line_option
from cop_tui.cli.output import columns, narrate, say_json, say_lines
from cop_tui.cli.reporting import did


@click.command()
@line_option("--name", "NAME", "As you want to be called.")
@click.option(
    "--email",
    "emails",
    multiple=True,
    callback=as_lines,
    metavar="ADDRESS",
    help="Where invitations reach you; again for each address. They replace those kept.",
)
@line_option("--organisation", "ORGANISATION", "Where you work or belong.")
@line_option("--timezone", "ZONE", "Your time zone, as in Europe/Berlin.")
@json_option()
@click.pass_obj
def me(
    here: Here,
    *,
    name: str | None,
    emails: tuple[str, ...],
    organisation: str | None,
    timezone: str | None,
    as_json: bool,
) -> None:
    """Show or set who you are.

    Invitations that you import are matched by your addresses. Without options it shows what is known.
    """
    given = {"name": name, "emails": emails or None, "organisation": organisation, "timezone": timezone}
    if any(value is not None for value in given.values()):
        _set(here, given, quiet=as_json)
    if as_json:
        say_json(here.book.me)
    elif all(value is None for value in given.values()):
        _show(here)


def _set(here: Here, given: Mapping[str, object], *, quiet: bool) -> None:
    from cop_tui.practice.member import set_me

    change = set_me(here.book, now=here.now, **given)  # type: ignore[arg-type]  # each option is of its field's type
    if quiet:
        here.apply(change)
    else:
        did(here, change)


def _show(here: Here) -> None:
    member = here.book.me
    if not here.book.member:
        narrate("Nobody has said who you are yet: cop-tui me --name NAME --email ADDRESS")
        return
    rows = [
        ("name", member.name),
        ("email", ", ".join(member.emails)),
        ("organisation", member.organisation),
        ("time zone", member.timezone or f"{here.zone.key} (the machine's)"),
    ]
    say_lines(columns([row for row in rows if row[1]], indent=0))
