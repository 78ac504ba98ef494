"""Say yes, perhaps and no; promises of one's own; series topped up."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.invitation import Answer, Invitation, State
from cop_tui.domain.moment import seen_from, whole_day
from cop_tui.domain.record import Record, altered, derived_id, fresh
from cop_tui.practice.remove import remove
from cop_tui.practice.say_yes import promise, say_maybe, say_no, say_yes, still_coming, top_up
from cop_tui.practice.show_up import another_day, excuse, missed, showed_up

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = datetime(2026, 11, 25, 18, 0, tzinfo=BERLIN)
"""A Wednesday evening, two days after the tests' now."""
MIDNIGHT = whole_day(FIRST.date()).astimezone(BERLIN)
"""The moment by which that day is kept, as a clock in Berlin shows it."""
WEEK = timedelta(days=7)

Verb = Callable[[Book, datetime], Change]


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def single(now: datetime, **fields: object) -> Invitation:
    """Return an invitation to one gathering."""
    given = {"title": "Rust", "start": FIRST, "end": FIRST + timedelta(hours=2), "timezone": "Europe/Berlin"}
    return altered(fresh(Invitation, now, title="", uid="one"), now, **(given | fields))


def weekly(now: datetime, **fields: object) -> Invitation:
    """Return an invitation to a gathering every Wednesday evening in Berlin."""
    return single(now, **({"uid": "week", "recurrence": "RRULE:FREQ=WEEKLY"} | fields))


def moved(now: datetime, weeks: int, **fields: object) -> Invitation:
    """Return the invitation for one occurrence of that series."""
    original = FIRST + weeks * WEEK
    return single(now, **({"uid": "week", "occurrence": original, "start": original} | fields))


def starts(book: Book, now: datetime, *outcomes: Outcome) -> list[str]:
    """Return when the promises of these outcomes begin, open ones if none are named, as seen by the member."""
    wanted = outcomes or (Outcome.OPEN,)
    found = [one.start for one in book.commitments.values() if one.outcome in wanted and one.start]
    return [f"{start.astimezone(now.tzinfo):%m-%d %H:%M}" for start in sorted(found)]


def test_a_yes_makes_the_promise(now: datetime) -> None:
    """With the invitation's words, times and community."""
    rust = fresh(Community, now, name="Rust Berlin")
    invitation = single(now, community=rust.id)
    change = say_yes(holding(now, rust, invitation), invitation, now=now)
    book = holding(now, rust, invitation).apply(change)

    (made,) = book.commitments.values()
    assert "Said yes to Rust, Wed 25 Nov 18:00" == change.sentence
    assert (Answer.YES, now.astimezone(UTC)) == (
        book.invitations[invitation.id].answer,
        book.invitations[invitation.id].answered_on,
    )
    assert ("Rust", rust.id, invitation.id, FIRST, FIRST + timedelta(hours=2), "Europe/Berlin", Promise.SHOW_UP) == (
        made.what,
        made.community,
        made.invitation,
        made.start,
        made.end,
        made.timezone,
        made.kind,
    )
    assert derived_id("commitment", "one", "") == made.id


def test_a_second_yes_changes_nothing(now: datetime) -> None:
    """It says so, for one gathering as for a series."""
    for invitation in (single(now), weekly(now)):
        book = holding(now, invitation)
        book = book.apply(say_yes(book, invitation, now=now))
        again = say_yes(book, invitation, now=now + timedelta(minutes=1))

        assert not again
        assert again.sentence.startswith("Already said yes to Rust, Wed 25 Nov 18:00")


def test_the_same_yes_on_two_machines_makes_the_same_promises(now: datetime) -> None:
    """Whichever zone each of them stands in, and whatever id the invitation has there."""
    here, there = weekly(now), weekly(now)
    at_home = holding(now, here).apply(say_yes(holding(now, here), here, now=now))
    abroad_now = now.astimezone(ZoneInfo("America/New_York"))
    abroad = holding(now, there).apply(say_yes(holding(now, there), there, now=abroad_now))

    assert here.id != there.id
    assert at_home.commitments.keys() == abroad.commitments.keys()


def test_an_invitation_without_uid_goes_by_its_id(now: datetime) -> None:
    """Two of them are two."""
    one, other = single(now, uid=""), single(now, uid="")
    book = holding(now, one, other)
    book = book.apply(say_yes(book, one, now=now))
    book = book.apply(say_yes(book, other, now=now))

    assert {derived_id("commitment", one.id, ""), derived_id("commitment", other.id, "")} == set(book.commitments)


def test_what_no_longer_stands_cannot_be_answered(now: datetime) -> None:
    """Also not one occurrence of a series that no longer stands."""
    invitation, series = single(now, state=State.WITHDRAWN), weekly(now, state=State.WITHDRAWN)
    one = moved(now, 1)
    book = holding(now, invitation, series, one)

    for verb in (say_yes, say_maybe, say_no):
        for answered in (invitation, series, one):
            with pytest.raises(Refused, match="withdrawn"):
                verb(book, answered, now=now)


def test_a_yes_to_what_has_lapsed_opens_it_again(now: datetime) -> None:
    """Someone who answers late was there, or still means it; what came of it can be said."""
    lapsed = single(now, start=now - timedelta(days=400), end=None, state=State.LAPSED)
    book = holding(now, lapsed)

    book = book.apply(say_yes(book, lapsed, now=now))

    assert State.OPEN is book.invitations[lapsed.id].state
    assert 1 == len(book.commitments)
    assert say_no(book, book.invitations[lapsed.id], now=now)


def test_what_is_gone_cannot_be_answered(now: datetime) -> None:
    """An invitation that another window removed."""
    with pytest.raises(NotFound):
        say_yes(Book(), single(now), now=now)
    with pytest.raises(NotFound):
        say_no(Book(), moved(now, 1), now=now)


def test_a_yes_to_a_series_promises_the_next_sixty_days(now: datetime) -> None:
    """Not what is past, and not what is farther away."""
    series = weekly(now, start=FIRST - 5 * WEEK, end=FIRST - 5 * WEEK + timedelta(hours=2))
    change = say_yes(holding(now, series), series, now=now)
    book = holding(now, series).apply(change)

    assert "Said yes to Rust, Wed 25 Nov 18:00 and 8 more" == change.sentence
    found = starts(book, now)
    assert (9, "11-25 18:00", "01-20 18:00") == (len(found), found[0], found[-1])
    assert all(one.occurrence == one.start for one in book.commitments.values())


def test_a_gathering_that_is_under_way_is_still_promised(now: datetime) -> None:
    """One that is over is not."""
    series = weekly(now, start=now - timedelta(hours=1), end=now + timedelta(hours=1))
    after = now + timedelta(hours=2)

    first = holding(now, series).apply(say_yes(holding(now, series), series, now=now))
    assert "11-23 08:00" in starts(first, now)
    second = holding(now, series).apply(say_yes(holding(now, series), series, now=after))
    assert "11-23 08:00" not in starts(second, now)


def test_days_of_a_series_are_days_in_every_zone(now: datetime) -> None:
    """Today's is promised until the day is over; a camp of several days until its last."""
    day = whole_day(now.date())
    daily = weekly(now, start=day, end=day + timedelta(days=1), all_day=True, timezone="")
    camp = weekly(
        now, uid="camp", start=day - timedelta(days=2), end=day + timedelta(days=1), all_day=True, timezone=""
    )
    over = weekly(now, uid="over", start=day - timedelta(days=2), end=day, all_day=True, timezone="")
    open_end = weekly(now, uid="open", start=day, end=None, all_day=True, timezone="")
    book = holding(now, daily, camp, over, open_end)
    late = now.replace(hour=23, minute=30)

    for zone in ("Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"):
        looks = late.replace(tzinfo=ZoneInfo(zone))
        found = {one.uid: say_yes(book, one, now=looks).put[1] for one in (daily, camp, over, open_end)}
        firsts = {uid: one.start for uid, one in found.items() if isinstance(one, Commitment)}
        assert {
            "week": day,
            "camp": day - timedelta(days=2),
            "over": day + timedelta(days=5),
            "open": day,
        } == firsts


def test_eighteen_in_berlin_stays_eighteen_over_the_change_of_clocks() -> None:
    """Also as promised and seen by a member in New York."""
    now = datetime(2027, 3, 1, 9, 0, tzinfo=ZoneInfo("America/New_York"))
    first = datetime(2027, 3, 3, 18, 0, tzinfo=BERLIN)
    series = weekly(now, start=first, end=first + timedelta(hours=1))
    book = holding(now, series).apply(say_yes(holding(now, series), series, now=now))

    begun = sorted(one.start for one in book.commitments.values() if one.start)
    assert {"18:00"} == {f"{start.astimezone(BERLIN):%H:%M}" for start in begun}
    seen = {f"{seen_from(start, now, timezone='Europe/Berlin'):%m-%d %H:%M}" for start in begun}
    assert {"03-10 12:00", "03-17 13:00", "03-24 13:00", "03-31 12:00"} <= seen


def test_a_series_with_nothing_ahead_is_still_answered(now: datetime) -> None:
    """It only promises nothing."""
    series = weekly(now, recurrence="RRULE:FREQ=WEEKLY;UNTIL=20200101T000000", start=FIRST.replace(year=2019), end=None)
    change = say_yes(holding(now, series), series, now=now)

    assert "Said yes to Rust, with nothing in the next 60 days" == change.sentence
    assert [Answer.YES] == [one.answer for one in change.put if isinstance(one, Invitation)]
    assert 1 == len(change.put)


def test_occurrences_with_an_invitation_of_their_own_follow_it(now: datetime) -> None:
    """Moved ones take its time; those called off, or answered with no or perhaps, are left out."""
    series = weekly(now)
    overrides = (
        moved(now, 1, start=FIRST + WEEK + timedelta(hours=1), community="c"),
        moved(now, 2, state=State.WITHDRAWN),
        moved(now, 3, answer=Answer.NO),
        moved(now, 4, answer=Answer.MAYBE),
        moved(now, 5, start=None),
        moved(now, 6, start=FIRST + 52 * WEEK),
        moved(now, 60, start=FIRST + timedelta(days=1)),
    )
    book = holding(now, series, *overrides)
    book = book.apply(say_yes(book, series, now=now))

    expected = ["11-25 18:00", "11-26 18:00", "12-02 19:00", "12-30 18:00", "01-13 18:00", "01-20 18:00"]
    assert expected == starts(book, now)
    first_moved = book.commitments[derived_id("commitment", "week", (FIRST + WEEK).astimezone(UTC).isoformat())]
    assert (overrides[0].id, "c", (FIRST + WEEK).astimezone(UTC)) == (
        first_moved.invitation,
        first_moved.community,
        first_moved.occurrence,
    )


def test_answering_one_occurrence_touches_only_that_one(now: datetime) -> None:
    """By its own invitation, or by its moment in the series."""
    rust = fresh(Community, now, name="Rust")
    series, one = weekly(now, community=rust.id), moved(now, 1)
    book = holding(now, rust, series, one)
    book = book.apply(say_yes(book, series, now=now))

    book = book.apply(say_no(book, one, now=now))
    assert ["12-02 18:00"] == starts(book, now, Outcome.EXCUSED)
    change = say_maybe(book, series, now=now, occurrence=FIRST + 2 * WEEK)
    assert "Said perhaps to Rust, Wed 9 Dec 18:00" == change.sentence
    book = book.apply(change)
    assert ["12-09 18:00"] == starts(book, now, Outcome.RELEASED)
    assert 7 == len(starts(book, now))
    assert Answer.YES is book.invitations[series.id].answer
    assert not top_up(book, now=now)

    book = book.apply(say_yes(book, one, now=now))
    book = book.apply(say_yes(book, series, now=now, occurrence=FIRST + 2 * WEEK))
    assert 9 == len(starts(book, now))
    assert {rust.id} == {promised.community for promised in book.commitments.values()}


def test_a_yes_to_one_occurrence_of_a_series_promises_only_that_one(now: datetime) -> None:
    """The series still waits; the new invitation is the same on every machine, and is found again where it moved."""
    series = weekly(now, uid="")
    book = holding(now, series)
    change = say_yes(book, series, now=now, occurrence=(FIRST + WEEK).astimezone(UTC))
    book = book.apply(change)

    (one,) = (invitation for invitation in book.invitations.values() if invitation.occurrence)
    assert "Said yes to Rust, Wed 2 Dec 18:00" == change.sentence
    assert derived_id("invitation", series.id, (FIRST + WEEK).astimezone(UTC).isoformat()) == one.id
    assert ("", series.id, Answer.YES) == (one.recurrence, one.uid, one.answer)
    assert ["12-02 18:00"] == starts(book, now)
    assert Answer.WAITING is book.invitations[series.id].answer
    assert not say_yes(book, series, now=now, occurrence=FIRST + WEEK)
    assert not top_up(book, now=now)
    book = book.apply(Change(sentence="", at=now, put=(altered(one, now, start=FIRST + WEEK + timedelta(hours=1)),)))
    assert not say_yes(book, series, now=now, occurrence=FIRST + WEEK + timedelta(hours=1))


def test_an_occurrence_that_the_series_does_not_have_cannot_be_answered(now: datetime) -> None:
    """It asks for one of its own dates."""
    series = weekly(now)

    with pytest.raises(Refused, match="does not take place then"):
        say_yes(holding(now, series), series, now=now, occurrence=FIRST + timedelta(days=1))


def test_a_no_to_a_series_excuses_what_is_coming(now: datetime) -> None:
    """What was kept stays kept, what is past waits to be told; a new yes takes it all up again."""
    series = weekly(now)
    book = holding(now, series)
    book = book.apply(say_yes(book, series, now=now))
    later = now + 2 * WEEK
    kept = min(book.commitments.values(), key=lambda one: one.start or now)
    book = book.apply(showed_up(book, kept, now=later))

    change = say_no(book, series, now=later)
    book = book.apply(change)

    assert "Said no to Rust, Wed 25 Nov 18:00; excused 7 coming" == change.sentence
    assert (["11-25 18:00"], ["12-02 18:00"]) == (starts(book, now, Outcome.KEPT), starts(book, now))
    assert not say_no(book, series, now=later)
    assert not top_up(book, now=later)
    book = book.apply(say_yes(book, series, now=later))
    assert (["11-25 18:00"], []) == (starts(book, now, Outcome.KEPT), starts(book, now, Outcome.EXCUSED))
    assert all(one.closed_on is None for one in book.commitments.values() if one.outcome is Outcome.OPEN)


def test_a_perhaps_after_a_yes_releases_it(now: datetime) -> None:
    """It is no promise any more, and nothing was missed."""
    invitation = single(now)
    book = holding(now, invitation)
    book = book.apply(say_yes(book, invitation, now=now))
    change = say_maybe(book, invitation, now=now)
    book = book.apply(change)

    assert "Said perhaps to Rust, Wed 25 Nov 18:00" == change.sentence
    assert ["11-25 18:00"] == starts(book, now, Outcome.RELEASED)
    assert "Already said perhaps to Rust, Wed 25 Nov 18:00" == say_maybe(book, invitation, now=now).sentence


def test_a_no_to_a_series_never_said_yes_to_leaves_the_one_yes(now: datetime) -> None:
    """After a yes to all, a no to all is meant for that one too."""
    series, one = weekly(now), moved(now, 1)
    book = holding(now, series, one)
    book = book.apply(say_yes(book, one, now=now))
    assert ["12-02 18:00"] == starts(book.apply(say_no(book, series, now=now)), now)

    book = book.apply(say_yes(book, series, now=now))
    book = book.apply(say_no(book, series, now=now))
    assert [] == starts(book, now)
    assert Answer.NO is book.invitations[one.id].answer


def test_a_yes_takes_up_what_was_excused_alone(now: datetime) -> None:
    """Of one gathering; of a series, what was excused alone stays so; what was kept or missed is what it is."""
    invitation, series = single(now), weekly(now)
    book = holding(now, invitation, series)
    for answered in (invitation, series):
        book = book.apply(say_yes(book, answered, now=now))
    for promised in list(book.commitments.values()):
        book = book.apply(excuse(book, promised, now=now))

    assert not say_yes(book, series, now=now)
    book = book.apply(say_yes(book, invitation, now=now))
    assert ["11-25 18:00"] == starts(book, now)
    (promised,) = book.commitments_by_invitation[invitation.id]
    book = book.apply(missed(book, promised, now=now + WEEK))
    book = book.apply(say_maybe(book, invitation, now=now))
    book = book.apply(say_yes(book, invitation, now=now))
    assert Outcome.MISSED is book.commitments[promised.id].outcome


def test_a_promise_that_the_member_moved_stays_where_it_is(now: datetime) -> None:
    """Until the invitation moves and is answered anew."""
    invitation = single(now)
    book = holding(now, invitation)
    book = book.apply(say_yes(book, invitation, now=now))
    (promised,) = book.commitments.values()
    book = book.apply(another_day(book, promised, FIRST + timedelta(days=1), now=now))

    assert not say_yes(book, invitation, now=now)
    asked_again = altered(invitation, now, start=FIRST + timedelta(hours=1), answer=Answer.WAITING)
    book = book.apply(Change(sentence="", at=now, put=(asked_again,)))
    book = book.apply(say_yes(book, invitation, now=now))
    assert ["11-25 19:00"] == starts(book, now)


@pytest.mark.parametrize(
    ("start", "all_day", "kept", "words"),
    [
        (None, None, (None, False, ""), "Said yes to Idea"),
        (FIRST, None, (FIRST, False, "Europe/Berlin"), "Said yes to Idea, Wed 25 Nov 18:00"),
        (whole_day(FIRST.date()), None, (whole_day(FIRST.date()), True, ""), "Said yes to Idea, Wed 25 Nov"),
        (FIRST, True, (whole_day(FIRST.date()), True, ""), "Said yes to Idea, Wed 25 Nov"),
        (MIDNIGHT, None, (MIDNIGHT, False, "Europe/Berlin"), "Said yes to Idea, Wed 25 Nov 01:00"),
        (FIRST.astimezone(UTC), None, (FIRST, False, "Europe/Berlin"), "Said yes to Idea, Wed 25 Nov 18:00"),
    ],
)
def test_a_proposal_is_dated_by_the_yes_or_not_at_all(
    now: datetime, start: datetime | None, all_day: bool | None, kept: tuple[object, ...], words: str
) -> None:
    """A day is understood as one from how it is kept."""
    proposal = single(now, title="Idea", start=None, end=None, timezone="")
    change = say_yes(holding(now, proposal), proposal, now=now, start=start, all_day=all_day)
    (made,) = (one for one in change.put if isinstance(one, Commitment))

    assert (kept, words) == ((made.start, made.all_day, made.timezone), change.sentence)


def test_an_undated_yes_may_be_dated_later(now: datetime) -> None:
    """By a second yes with a date; a no excuses it."""
    proposal = single(now, start=None, end=None)
    book = holding(now, proposal)
    book = book.apply(say_yes(book, proposal, now=now))
    book = book.apply(say_yes(book, proposal, now=now, start=FIRST))

    assert ["11-25 18:00"] == starts(book, now)
    undated = book.apply(say_yes(holding(now, proposal), proposal, now=now))
    assert {Outcome.EXCUSED} == {
        one.outcome for one in undated.apply(say_no(undated, proposal, now=now)).commitments.values()
    }


def test_what_has_its_date_is_not_given_another_by_a_yes(now: datetime) -> None:
    """Neither one gathering nor a series."""
    for invitation in (single(now), weekly(now)):
        with pytest.raises(Refused, match="its date already"):
            say_yes(holding(now, invitation), invitation, now=now, start=FIRST)


def test_a_promise_of_ones_own_needs_no_invitation(now: datetime) -> None:
    """To do something, unless it is said to be a gathering."""
    rust = fresh(Community, now, name="Rust")
    change = promise(holding(now, rust), " Send the notes ", now=now, start=FIRST, community=rust)
    (made,) = change.put

    assert isinstance(made, Commitment)
    assert "Promised Send the notes, Wed 25 Nov 18:00" == change.sentence
    assert ("Send the notes", FIRST, "Europe/Berlin", rust.id, Promise.DO, None) == (
        made.what,
        made.start,
        made.timezone,
        made.community,
        made.kind,
        made.invitation,
    )
    dinner = promise(Book(), "Dinner", now=now, start=FIRST, end=FIRST + WEEK, kind=Promise.SHOW_UP).put[0]
    assert (Promise.SHOW_UP, FIRST + WEEK) == (getattr(dinner, "kind", None), getattr(dinner, "end", None))
    assert "Promised Read" == promise(Book(), "Read", now=now, all_day=True).sentence
    with pytest.raises(Refused, match="needs words"):
        promise(Book(), "", now=now)


def test_series_are_topped_up_as_days_pass(now: datetime) -> None:
    """Twice on one day adds nothing the second time; only what was said yes to and stands is topped up."""
    series = weekly(now)
    others = (
        weekly(now, uid="no", answer=Answer.NO),
        weekly(now, uid="off", answer=Answer.YES, state=State.WITHDRAWN),
        single(now, answer=Answer.YES),
    )
    book = holding(now, series, *others)
    book = book.apply(say_yes(book, series, now=now))

    assert ("Nothing to add to the series you said yes to", False) == (
        top_up(book, now=now).sentence,
        bool(top_up(book, now=now)),
    )
    one = top_up(book, now=now + timedelta(days=6))
    assert "Added 1 gathering of series you said yes to" == one.sentence
    two = top_up(book, now=now + 2 * WEEK)
    assert "Added 2 gatherings of series you said yes to" == two.sentence
    book = book.apply(two)
    assert 11 == len(book.commitments)
    assert not top_up(book, now=now + 2 * WEEK)


def test_what_asks_again_is_not_topped_up(now: datetime) -> None:
    """An occurrence that moved after the yes waits for its own answer, on the day itself too, until it has one."""
    series = weekly(now)
    book = holding(now, series)
    book = book.apply(say_yes(book, series, now=now))
    beyond = moved(now, 10, start=FIRST + 10 * WEEK + timedelta(hours=1))
    nearer = moved(now, 30, start=FIRST + timedelta(days=1))
    book = book.apply(Change(sentence="", at=now, put=(beyond, nearer)))

    for later in (now, now + 2 * WEEK, now + 10 * WEEK):
        made = top_up(book, now=later).put

        assert not {beyond.id, nearer.id} & {getattr(one, "invitation", None) for one in made}
        assert not say_yes(book, book.invitations[series.id], now=now)

    later = now + 2 * WEEK
    book = book.apply(say_yes(book, beyond, now=later))
    assert ["02-03 19:00"] == starts(book, now)[-1:]
    assert beyond.id not in {getattr(one, "invitation", None) for one in top_up(book, now=later).put}


def test_undoing_a_top_up_does_not_lose_it(now: datetime) -> None:
    """The next one makes the same again."""
    series = weekly(now, answer=Answer.YES)
    book = holding(now, series)
    change = top_up(book, now=now)
    undone = book.apply(change).apply(book.undoing(change))

    assert {one.id for one in change.put} == {one.id for one in top_up(undone, now=now).put}


def test_a_promise_of_a_series_that_was_removed_does_not_come_back(now: datetime) -> None:
    """Removing it says no to that one."""
    series = weekly(now)
    book = holding(now, series)
    book = book.apply(say_yes(book, series, now=now))
    first = min(book.commitments.values(), key=lambda one: one.start or now)
    book = book.apply(remove(book, first, now=now))

    assert not top_up(book, now=now)
    assert 8 == len(book.commitments)


def test_still_coming_is_said_once(now: datetime) -> None:
    """And only of what is open."""
    invitation = single(now)
    book = holding(now, invitation)
    book = book.apply(say_yes(book, invitation, now=now))
    (promised,) = book.commitments.values()

    change = still_coming(book, promised, now=now)
    book = book.apply(change)
    assert "Said you are coming to Rust, Wed 25 Nov 18:00" == change.sentence
    assert now.astimezone(UTC) == book.commitments[promised.id].confirmed_on
    assert not still_coming(book, promised, now=now)
    book = book.apply(excuse(book, promised, now=now))
    with pytest.raises(Refused, match="is closed: excused"):
        still_coming(book, promised, now=now)


ANSWERS = st.lists(
    st.tuples(st.sampled_from([say_yes, say_maybe, say_no]), st.sampled_from([None, 0, 1, 3])), max_size=8
)


@given(answers=ANSWERS, days=st.integers(0, 20))
def test_however_often_one_changes_ones_mind_the_last_answers_hold(
    answers: list[tuple[type, int | None]], days: int
) -> None:
    """No promise is made twice, no top-up brings back what was declined, and undo leads back."""
    now = datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)
    series = weekly(now)
    book = holding(now, series)
    for verb, week in answers:
        occurrence = None if week is None else FIRST + week * WEEK
        change = verb(book, series, now=now, occurrence=occurrence)
        after = book.apply(change)
        undone = after.apply(book.undoing(change))
        assert (book.commitments, book.invitations) == (undone.commitments, undone.invitations)
        book = after
        if occurrence:
            said = [one.answer for one in book.invitations.values() if one.occurrence == occurrence.astimezone(UTC)]
            kept = [one.outcome for one in book.commitments.values() if one.occurrence == occurrence.astimezone(UTC)]
            assert ([Answer.YES] == said) is ([Outcome.OPEN] == kept)
    book = book.apply(top_up(book, now=now + timedelta(days=days)))
    promised = [one for one in book.commitments.values() if one.outcome is Outcome.OPEN]
    if book.invitations[series.id].answer is not Answer.YES:
        assert all(book.invitations[one.invitation or ""].answer is Answer.YES for one in promised)
    declined = {one.occurrence for one in book.invitations.values() if one.answer in (Answer.NO, Answer.MAYBE)}
    assert not declined & {one.occurrence for one in promised}


@pytest.mark.parametrize(
    ("verb", "sentence", "hint"),
    [
        (
            lambda _, now: promise(Book(), " ", now=now),
            "A promise needs words",
            "Say in a few words what you will do",
        ),
        (
            lambda _, now: promise(Book(), "Tea", now=now, start=FIRST, end=now),
            "It would end before it starts",
            "Give an end after the start",
        ),
        (
            lambda _, now: promise(Book(), "Tea", now=now, end=now),
            "It has an end and no start",
            "Give the start too",
        ),
        (
            lambda book, now: say_yes(book, book.invitations["week"], now=now, occurrence=FIRST + timedelta(days=1)),
            "Rust does not take place then",
            "Choose one of its own dates",
        ),
        (
            lambda book, now: say_yes(book, book.invitations["off"], now=now),
            "Rust, Wed 25 Nov 18:00 was withdrawn",
            "Ask the host whether there is another date",
        ),
        (
            lambda book, now: say_yes(book, book.invitations["one"], now=now, start=now),
            "It has its date already",
            "Say yes without a date; what you promised may be moved afterwards",
        ),
        (
            lambda book, now: still_coming(book, book.commitments["closed"], now=now),
            "Rust, Wed 25 Nov 18:00 is closed: kept",
            "Reopen it if you are coming after all",
        ),
    ],
)
def test_what_cannot_be_promised_is_refused_with_a_way_on(now: datetime, verb: Verb, sentence: str, hint: str) -> None:
    """A member reads what stands in the way, and what to do instead."""
    closed = fresh(Commitment, now, id="closed", what="Rust", start=FIRST, outcome=Outcome.KEPT)
    book = holding(now, weekly(now, id="week"), single(now, id="one"), closed)
    book = book.apply(Change(sentence="", at=now, put=(single(now, id="off", uid="off", state=State.WITHDRAWN),)))

    with pytest.raises(Refused) as refused:
        verb(book, now)

    assert (sentence, hint) == (refused.value.sentence, refused.value.hint)


@pytest.mark.parametrize(
    ("verb", "sentence"),
    [
        (
            lambda book, now: say_yes(book, book.invitations["one"], now=now),
            "Already said yes to Rust, Wed 25 Nov 18:00",
        ),
        (lambda book, now: say_no(book, book.invitations["no"], now=now), "Already said no to Rust, Wed 25 Nov 18:00"),
        (
            lambda book, now: say_maybe(book, book.invitations["maybe"], now=now),
            "Already said perhaps to Rust, Wed 25 Nov 18:00",
        ),
        (
            lambda book, now: still_coming(book, book.commitments["told"], now=now),
            "Already said you are coming to Rust, Wed 25 Nov 18:00",
        ),
        (lambda book, now: top_up(book, now=now), "Nothing to add to the series you said yes to"),
    ],
)
def test_what_was_said_already_changes_nothing(now: datetime, verb: Verb, sentence: str) -> None:
    """It is said so, also where the first time was long ago."""
    told = fresh(Commitment, now, id="told", what="Rust", start=FIRST, confirmed_on=now)
    answered = {"one": Answer.WAITING, "no": Answer.NO, "maybe": Answer.MAYBE}
    book = holding(now, told, *(single(now, id=name, uid=name, answer=answer) for name, answer in answered.items()))
    book = book.apply(say_yes(book, book.invitations["one"], now=now))
    later = now + timedelta(hours=1)

    change = verb(book, later)

    assert not change
    assert (sentence, later) == (change.sentence, change.at)


@pytest.mark.parametrize(
    ("verb", "answer", "outcome"),
    [(say_no, Answer.NO, Outcome.EXCUSED), (say_maybe, Answer.MAYBE, Outcome.RELEASED)],
)
def test_stepping_back_is_dated(now: datetime, verb: Callable[..., Change], answer: Answer, outcome: Outcome) -> None:
    """The answer to a series, that to one of its gatherings, and what becomes of each promise; one under way too."""
    start = now - timedelta(hours=1)
    series = weekly(now, start=start, end=now + timedelta(hours=1))
    one = single(now, uid="week", occurrence=start + WEEK, start=start + WEEK, answer=Answer.YES)
    book = holding(now, series, one)
    book = book.apply(say_yes(book, series, now=now))
    later = now + timedelta(minutes=30)

    change = verb(book, series, now=later)
    after = book.apply(change)

    assert later == change.at
    assert {(answer, later.astimezone(UTC))} == {(each.answer, each.answered_on) for each in after.invitations.values()}
    assert {(outcome, later.astimezone(UTC))} == {(each.outcome, each.closed_on) for each in after.commitments.values()}


def test_every_yes_is_dated(now: datetime) -> None:
    """And so is what is promised, and what is said again near the day."""
    invitation = single(now)
    book = holding(now, invitation, weekly(now, answer=Answer.YES))

    said = say_yes(book, invitation, now=now)
    (promised,) = (one for one in said.put if isinstance(one, Commitment))
    coming = still_coming(book.apply(said), promised, now=now)

    assert [now] * 4 == [change.at for change in (said, coming, top_up(book, now=now), promise(book, "Read", now=now))]


@pytest.mark.parametrize(
    ("start", "end", "all_day", "kept"),
    [
        (None, None, False, (None, None, False, "")),
        (None, None, True, (None, None, False, "")),
        (FIRST, FIRST + WEEK, True, (whole_day(FIRST.date()), whole_day((FIRST + WEEK).date()), True, "")),
        (FIRST, FIRST, False, (FIRST, FIRST, False, "Europe/Berlin")),
    ],
)
def test_a_promise_is_for_a_moment_a_day_or_some_time(
    *, now: datetime, start: datetime | None, end: datetime | None, all_day: bool, kept: tuple[object, ...]
) -> None:
    """What has no date is about no day."""
    (made,) = promise(Book(), "Read", now=now, start=start, end=end, all_day=all_day).put

    assert isinstance(made, Commitment)
    assert kept == (made.start, made.end, made.all_day, made.timezone)


def test_a_promise_in_no_named_zone_is_on_the_members_own_clock(now: datetime) -> None:
    """Its end as well as its start."""
    start = datetime(2026, 11, 27, 18, 0, tzinfo=timezone(timedelta(hours=3)))
    (made,) = promise(Book(), "Tea", now=now, start=start, end=start + timedelta(hours=1)).put

    assert isinstance(made, Commitment)
    assert ["2026-11-27T16:00:00+01:00", "2026-11-27T17:00:00+01:00"] == [
        moment.isoformat() for moment in (made.start, made.end) if moment
    ]
    assert "Europe/Berlin" == made.timezone


def test_a_gathering_answered_on_its_own_is_topped_up_with_its_series(now: datetime) -> None:
    """Where its promise is missing it is made, in the community of its series."""
    series = weekly(now, answer=Answer.YES, community="c")
    one = moved(now, 1, answer=Answer.YES)

    made = [each for each in top_up(holding(now, series, one), now=now).put if isinstance(each, Commitment)]

    assert ["c"] == [each.community for each in made if each.invitation == one.id]


def test_a_new_yes_takes_everything_from_what_moved(now: datetime) -> None:
    """The day, the end, the zone; and of a series the invitation that it has of its own by now."""
    invitation, series = single(now), weekly(now)
    book = holding(now, invitation, series)
    for answered in (invitation, series):
        book = book.apply(say_yes(book, answered, now=now))
    day = whole_day(FIRST.date())
    camp = altered(invitation, now, start=day, end=day + WEEK, all_day=True, timezone="", answer=Answer.WAITING)
    own = moved(now, 1)
    book = book.apply(Change(sentence="", at=now, put=(camp, own)))

    for answered in (camp, own):
        book = book.apply(say_yes(book, answered, now=now))

    (kept,) = book.commitments_by_invitation[camp.id]
    assert (day, day + WEEK, True, "") == (kept.start, kept.end, kept.all_day, kept.timezone)
    assert [FIRST + WEEK] == [one.start for one in book.commitments_by_invitation[own.id]]


def test_a_yes_to_something_far_away_says_both_clocks(now: datetime) -> None:
    """The member's own, and the one that counts."""
    start = datetime(2026, 11, 27, 18, 0, tzinfo=ZoneInfo("America/New_York"))
    invitation = single(now, start=start, end=None, timezone="America/New_York")

    change = say_yes(holding(now, invitation), invitation, now=now)

    assert "Said yes to Rust, Sat 28 Nov 00:00 (Fri 18:00 in New York)" == change.sentence


def test_a_no_to_one_gathering_of_a_series_is_for_that_one(now: datetime) -> None:
    """The others still stand."""
    series = weekly(now)
    book = holding(now, series)
    book = book.apply(say_yes(book, series, now=now))

    change = say_no(book, series, now=now, occurrence=FIRST + WEEK)

    assert "Said no to Rust, Wed 2 Dec 18:00" == change.sentence
    assert ["12-02 18:00"] == starts(book.apply(change), now, Outcome.EXCUSED)
