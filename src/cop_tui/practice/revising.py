"""What a change of an invitation that the member sent means for those who were asked: they have to hear of it."""

from datetime import datetime

import msgspec

from cop_tui.domain.invitation import Answer, Invitation, Recipient, Way
from cop_tui.domain.record import altered
from cop_tui.practice.following import TIMES
from cop_tui.practice.manners import utc

TOLD = ("title", "note", "kind", "place", "link", *TIMES)
"""The fields that guests are told of: a change of one of them makes another revision."""


def as_revision(before: Invitation, after: Invitation, *, now: datetime) -> Invitation:
    """Return a changed invitation as the revision that it is for its guests (RFC 5546 §2.1.4).

    Its sequence is higher than before, so that calendars take it for the newer one. Where the time moved, everyone is
    asked again: a yes was to the former time. What came from somebody else is revised by them alone, and stays.
    """
    if after.way is Way.RECEIVED or not _differ(before, after, TOLD):
        return after
    recipients = after.recipients
    if _differ(before, after, TIMES):
        recipients = tuple(_asked_again(one) for one in recipients)
    sequence = max(before.sequence + 1, after.sequence)
    return altered(after, now, sequence=sequence, stamp=utc(now), recipients=recipients)


def _differ(before: Invitation, after: Invitation, names: tuple[str, ...]) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in names)


def _asked_again(one: Recipient) -> Recipient:
    return msgspec.structs.replace(one, answer=Answer.WAITING, stamp=None)
