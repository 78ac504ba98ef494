"""iTIP replies: what someone says to an invitation that the member sent."""

from cop_tui.domain.invitation import Invitation, Recipient, Way
from cop_tui.domain.record import altered
from cop_tui.exchange.ical_draft import Draft
from cop_tui.exchange.ical_events import Happening, Someone
from cop_tui.exchange.ical_taking import KIND, Taking


def take_reply(taking: Taking, what: Happening) -> None:
    """Note an attendee's answer on the invitation that it answers; whoever was not invited is named."""
    draft, tally = taking.draft, taking.tally
    invitation = taking.one_of(what)
    who = what.attendees[0] if len(what.attendees) == 1 else None
    why = _why_not(draft, invitation, who, what)
    if why or invitation is None or who is None:
        tally.skip(what.title, why)
        return
    person = draft.known(who)
    before = next((one for one in invitation.recipients if one.person == person), None)
    if before is None:
        tally.skip(what.title, f"{who.name} answers, but was not invited")
    elif _says_nothing_new(before, who, what):
        tally.unchanged += 1
    else:
        said = Recipient(person=before.person, answer=who.answer or before.answer, stamp=what.stamp or before.stamp)
        recipients = tuple(said if one is before else one for one in invitation.recipients)
        draft.put(altered(invitation, draft.now, recipients=recipients))
        tally.changed[KIND] += 1


def _says_nothing_new(before: Recipient, who: Someone, what: Happening) -> bool:
    is_older = before.stamp is not None and what.stamp is not None and what.stamp < before.stamp
    return who.answer in (None, before.answer) or is_older


def _is_for_its_time(invitation: Invitation, what: Happening) -> bool:
    """Tell whether an answer names the time that still holds; of a series, which may have changed, nobody can tell."""
    if invitation.recurrence or invitation.start is None or what.start is None:
        return False
    return what.start.at == invitation.start and invitation.end in (None, what.end)


def _why_not(draft: Draft, invitation: Invitation | None, who: Someone | None, what: Happening) -> str:
    if invitation is None:
        return "it answers something that you don't have"
    if who is None:
        return "it is a reply that names nobody, or several"
    if who.mail in draft.mine:
        return "it is an answer of your own"
    if invitation.way is not Way.SENT:
        return f"{who.name} answers an invitation that is not yours"
    if what.sequence < invitation.sequence and not _is_for_its_time(invitation, what):
        return f"{who.name} answers an older version of it"
    return ""
