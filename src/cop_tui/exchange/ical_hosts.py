"""Who may change an invitation: only its own host. An event that says otherwise is refused with a sentence."""

from cop_tui.domain.invitation import Invitation, Way
from cop_tui.exchange.ical_draft import Draft
from cop_tui.exchange.ical_events import Happening, mail_of


def why_refused(draft: Draft, known: Invitation, what: Happening, *, must_name: bool) -> str:
    """Return why an event may not touch an invitation that is known; nothing where it may.

    Args:
        draft: Knows the member's addresses.
        known: The invitation, or the series that it belongs to.
        what: What was read.
        must_name: Whether it has to say who its host is: a change has to, a repetition need not.
    """
    hosts = draft.mine if known.way is Way.SENT else {_address(known.organizer)} - {""}
    host = "you" if known.way is Way.SENT else known.organizer
    if known.way is Way.RECEIVED and not hosts:
        return ""
    if what.organizer is None:
        return f"it does not say that it comes from {host}, who asked" if must_name else ""
    if _address(what.organizer.raw) in hosts or what.organizer.mail in hosts:
        return ""
    return f"it comes from {what.organizer.raw}, but {host} asked"


def _address(raw: str) -> str:
    return mail_of(raw) or raw.casefold()
