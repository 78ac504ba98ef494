"""The member: say who one is. Invitations are matched by these addresses, days by this zone."""

from collections.abc import Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused
from cop_tui.domain.member import ME, Member
from cop_tui.domain.moment import zone_named
from cop_tui.domain.record import altered, fresh
from cop_tui.practice.manners import named, nothing


def set_me(
    book: Book,
    *,
    now: datetime,
    name: str | None = None,
    emails: Sequence[str] | None = None,
    organisation: str | None = None,
    timezone: str | None = None,
) -> Change:
    """Set what is given of who the member is, and leave the rest; an empty zone is the machine's own."""
    known = book.member.get(ME)
    before = known or fresh(Member, now, id=ME)
    after = altered(
        before,
        now,
        name=before.name if name is None else name.strip(),
        emails=before.emails if emails is None else _addresses(emails),
        organisation=before.organisation if organisation is None else organisation.strip(),
        timezone=before.timezone if timezone is None else _zone(timezone),
    )
    if after is known or (known is None and after is before):
        return nothing("Nothing changed in who you are", now)
    words = f": {named(after.name)}" if after.name else ""
    return Change(sentence=f"Noted who you are{words}", at=now, put=(after,))


def _addresses(emails: Sequence[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for email in emails:
        bare = email.strip().removeprefix("mailto:")
        if "@" not in bare or any(mark.isspace() for mark in bare):
            raise Refused(
                f"{named(bare) if bare else 'That'} is not a mail address", "An address looks like ana@example.org"
            )
        kept.setdefault(bare.casefold(), bare)
    return tuple(kept.values())


def _zone(timezone: str) -> str:
    words = timezone.strip()
    if words and zone_named(words) is None:
        raise Refused(f"There is no time zone {named(words)}", "Name it as Europe/Berlin or America/New_York")
    return words
