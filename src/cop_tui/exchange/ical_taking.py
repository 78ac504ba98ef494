"""What becomes of an event in the notebook: an invitation received or sent, kept up to date by its revisions."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from cop_tui.domain.invitation import Answer, Invitation, State, Way
from cop_tui.domain.record import altered, fresh
from cop_tui.exchange.ical_draft import Draft
from cop_tui.exchange.ical_events import Happening
from cop_tui.exchange.ical_fields import fields_of, host_of, id_of, role_of
from cop_tui.exchange.ical_hosts import why_refused
from cop_tui.exchange.ical_moves import begins_after, dropped, is_coming, moved, named_by, stands
from cop_tui.exchange.intake import Tally

KIND = "invitations"
"""The word under which events are counted."""
MOVED = "The time moved"
"""The reflection of a commitment whose gathering moved."""
CALLED_OFF = "Called off by the host"
"""The reflection of a commitment whose gathering was called off."""
ELSEWHERE = "Answered elsewhere"
"""The reflection of a commitment that was taken back in another program."""


class Taking:
    """Takes events into a draft, one after another, and counts what came of each."""

    def __init__(self, draft: Draft, tally: Tally) -> None:
        """Take into this draft, count in this tally."""
        self.draft = draft
        """What is written into."""
        self.tally = tally
        """What is counted in."""
        self.accepted: list[str] = []
        """The ids of invitations whose file says that the member comes."""
        self._new: set[str] = set()

    def offer(self, what: Happening) -> None:
        """Take what was asked or published: a new invitation, or a revision of one that is known."""
        group = self.draft.group(what.uid)
        known, series = group.get(what.occurrence), group.get(None)
        why = self._why_not(what, known, series)
        if why:
            self.tally.skip(what.title, why)
        elif known is not None:
            self._revise(known, what)
        elif self._was_removed(what):
            self.tally.unchanged += 1
        else:
            self._add(what, series)

    def call_off(self, what: Happening) -> None:
        """Take back an invitation, or one occurrence of a series."""
        group = self.draft.group(what.uid)
        known = self.one_of(what)
        if not group:
            self.tally.skip(what.title, "it calls off something that you don't have")
            return
        host = known or next(iter(group.values()))
        why = why_refused(self.draft, host, what, must_name=True)
        if not why and what.reach == "following":
            why = "it calls off this and all later ones at once, which is not read yet"
        if not why and known is None and what.occurrence is not None:
            why = "the series has nothing on that day"
        if why:
            self.tally.skip(what.title, why)
        elif what.sequence < host.sequence:
            self.tally.unchanged += 1
        else:
            self._withdraw([host] if what.occurrence is not None else group.values(), what)

    def one_of(self, what: Happening) -> Invitation | None:
        """Return the invitation that is meant: known, or for an occurrence made like its series; or none."""
        group = self.draft.group(what.uid)
        series, planned = group.get(None), None
        if what.occurrence not in group and series is not None:
            planned = named_by(series, what.occurrence)
        if series is None or planned is None:
            return group.get(what.occurrence)
        return altered(
            series,
            self.draft.now,
            id=id_of(what.uid, what.occurrence),
            created=self.draft.now.astimezone(UTC),
            occurrence=what.occurrence,
            recurrence="",
            start=planned.start,
            end=planned.end,
        )

    def _why_not(self, what: Happening, known: Invitation | None, series: Invitation | None) -> str:
        if what.reach == "following":
            return "it changes this and all later ones at once, which is not read yet"
        host = known or series
        must_name = _is_newer(known, what) if known is not None else series is not None and series.id not in self._new
        why = why_refused(self.draft, host, what, must_name=must_name) if host is not None else ""
        return why or ("it has no date" if known is None and what.start is None and not what.is_cancelled else "")

    def _add(self, what: Happening, series: Invitation | None) -> None:
        way, attendee = role_of(self.draft, what)
        invitation = fresh(
            Invitation,
            self.draft.now,
            id=id_of(what.uid, what.occurrence),
            way=way,
            uid=what.uid,
            occurrence=what.occurrence,
            community=series.community if series is not None else None,
            attendee=attendee.raw if attendee is not None else "",
            **host_of(self.draft, what, way),
            **fields_of(self.draft, what, way),
        )
        if series is not None and series.id not in self._new:
            invitation = self._beside(invitation, series)
        elif attendee is not None and way is Way.RECEIVED and not what.is_cancelled:
            invitation = self._answered(invitation, attendee.answer, what)
        if invitation.sender is None and what.sender is not None and what.sender.mail not in self.draft.mine:
            self.tally.note(f"“{what.title}” does not say who asks; the mail is from {what.sender.name}")
        self._new.add(invitation.id)
        self._settle(invitation, State.WITHDRAWN if what.is_cancelled else State.OPEN)
        if what.is_cancelled:
            self._release([invitation], [what.occurrence], CALLED_OFF)
        self.tally.added[KIND] += 1

    def _beside(self, one: Invitation, series: Invitation) -> Invitation:
        """Give an occurrence that comes beside a known series the answer of that, unless it moved."""
        planned = named_by(series, one.occurrence)
        if planned is not None and stands(one, planned):
            return altered(one, self.draft.now, answer=series.answer, answered_on=series.answered_on)
        if series.answer in (Answer.YES, Answer.MAYBE):
            self._release([series], [one.occurrence], MOVED)
            self.tally.note(f"“{one.title}” has one gathering that moved; it asks again about that one")
        return one

    def _revise(self, known: Invitation, what: Happening) -> None:
        after = altered(known, self.draft.now, **fields_of(self.draft, what, known.way, known.recipients))
        same_revision = what.sequence == known.sequence
        same_content = not what.is_cancelled and _content(after) == _content(known)
        says_nothing_new = same_revision and same_content and self._said_since(known, what) is None
        comes_late = same_revision and known.state is State.WITHDRAWN
        if not _is_newer(known, what) or says_nothing_new or comes_late:
            self.tally.unchanged += 1
        elif what.is_cancelled:
            self._withdraw([known] if what.occurrence is not None else self.draft.group(what.uid).values(), what)
        else:
            if what.organizer is not None and not known.organizer:
                after = altered(after, self.draft.now, **host_of(self.draft, what, known.way))
            if known.way is Way.RECEIVED:
                after = self._asked_again(known, after, what)
            self._settle(after, State.OPEN)
            self._rename(known, after)
            self.tally.changed[KIND] += 1

    def _asked_again(self, known: Invitation, after: Invitation, what: Happening) -> Invitation:
        """Let an answer wait again where the time moved; else take over one that was given elsewhere since."""
        waiting = altered(after, self.draft.now, answer=Answer.WAITING, answered_on=None)
        if known.state is State.WITHDRAWN:
            return waiting
        if known.answer in (Answer.YES, Answer.MAYBE) and moved(known, after, self.draft.now):
            self._release([known], None, MOVED)
            self.tally.note(f"“{after.title}” moved to another time; it asks again")
            return waiting
        if known.answer is Answer.YES:
            self._release([known], dropped(known, after, self.draft.now), CALLED_OFF)
        return self._answered(after, self._said_since(known, what), what)

    def _said_since(self, known: Invitation, what: Happening) -> Answer | None:
        """Return what the file says that the member says, if that is news: they waited, or said it since."""
        _, attendee = role_of(self.draft, what)
        is_later = what.stamp is not None and known.answered_on is not None and what.stamp > known.answered_on
        if attendee is None or known.way is Way.SENT or not (known.answer is Answer.WAITING or is_later):
            return None
        return attendee.answer if attendee.answer not in (Answer.WAITING, known.answer) else None

    def _rename(self, known: Invitation, after: Invitation) -> None:
        """Let the open commitments have the new title."""
        for one in self.draft.commitments([after]) if known.title != after.title else ():
            if one.what == known.title:
                self.draft.put(altered(one, self.draft.now, what=after.title))

    def _answered(self, invitation: Invitation, answer: Answer | None, what: Happening) -> Invitation:
        """Take over what the file says that the member says; commitments are made when all is read."""
        if answer in (None, Answer.WAITING, invitation.answer):
            return invitation
        if answer is Answer.YES and is_coming(invitation, self.draft.now):
            self.accepted.append(invitation.id)
            return invitation
        if invitation.answer is Answer.YES:
            self._release([invitation], None, ELSEWHERE)
        on = what.stamp or self.draft.now.astimezone(UTC)
        return altered(invitation, self.draft.now, answer=answer, answered_on=on)

    def _withdraw(self, group: Iterable[Invitation], what: Happening) -> None:
        standing = [one for one in group if one.state is not State.WITHDRAWN]
        if standing:
            self._release(standing, None if what.occurrence is None else [what.occurrence], CALLED_OFF, what.stamp)
            for one in standing:
                sequence, stamp = max(one.sequence, what.sequence), what.stamp or one.stamp
                self.draft.put(altered(one, self.draft.now, state=State.WITHDRAWN, sequence=sequence, stamp=stamp))
            self.tally.changed[KIND] += 1
        else:
            self.tally.unchanged += 1

    def _release(
        self,
        group: list[Invitation],
        which: Collection[datetime | None] | None,
        why: str,
        since: datetime | None = None,
    ) -> None:
        """Release the open commitments of these, or of these occurrences; of a series only what was still to come."""
        whole = {one.id: one for one in (*group, *self.draft.group(group[0].uid).values())}
        since = min(since or self.draft.now, self.draft.now)
        self.draft.release(
            (
                one
                for one in self.draft.commitments((*whole.values(),) if which is not None else group)
                if (which is None or one.occurrence in which) and (one.occurrence is None or begins_after(one, since))
            ),
            why,
        )

    def _settle(self, invitation: Invitation, state: State) -> None:
        """Keep an invitation as it stands: one that nobody answered lapses when there is nothing to come."""
        waits = invitation.way is Way.RECEIVED and invitation.answer is Answer.WAITING
        is_open = state is State.OPEN and waits and invitation.id not in self.accepted
        if is_open and not is_coming(invitation, self.draft.now):
            state = State.LAPSED
        self.draft.put(altered(invitation, self.draft.now, state=state))

    def _was_removed(self, what: Happening) -> bool:
        grave = self.draft.book.gone.get(id_of(what.uid, what.occurrence))
        if grave is None or (what.stamp is not None and what.stamp > grave.on):
            return False
        self.tally.note(f"“{what.title}” was removed by you and stays so")
        return True


def _is_newer(known: Invitation, what: Happening) -> bool:
    if what.sequence != known.sequence:
        return what.sequence > known.sequence
    return what.stamp is not None and (known.stamp is None or what.stamp > known.stamp)


def _content(one: Invitation) -> Invitation:
    return altered(one, one.created, stamp=None, created=datetime.min.replace(tzinfo=UTC))
