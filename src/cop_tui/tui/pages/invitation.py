"""The page of an invitation: what, when, from whom, what you said; who answered what; its single dates."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from cop_tui.domain.book import Book
from cop_tui.domain.invitation import Answer, Invitation, Offer, State, Way
from cop_tui.practice.again_words import again_words
from cop_tui.practice.agenda import load
from cop_tui.practice.gatherings import HORIZON, is_series, overrides_of, promises_of
from cop_tui.practice.phrases import counted
from cop_tui.practice.series import occurrences
from cop_tui.practice.words import person_words
from cop_tui.tui.pages import around
from cop_tui.tui.pages.page import Fact, RecordPage
from cop_tui.tui.tones import INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Section

COLUMNS = (Column(tone=INK), Column(most=22, tone=SOFT), Column(most=12, tone=SOFT))
"""Who or when, what was said, what it is."""

SAID: dict[Answer, str] = {
    Answer.WAITING: "has not answered",
    Answer.YES: "yes",
    Answer.MAYBE: "perhaps",
    Answer.NO: "no",
}
"""What someone else's answer is called."""


def told(book: Book, one: Invitation, now: datetime) -> RecordPage:
    """Return the page."""
    return RecordPage(
        title=one.title,
        facts=tuple(_facts(book, one, now)),
        texts=(one.note,),
        sections=tuple(_sections(book, one, now)),
        columns=COLUMNS,
    )


def _facts(book: Book, one: Invitation, now: datetime) -> Iterator[Fact]:
    when = around.moment(one.start, now, timezone=one.timezone, all_day=one.all_day)
    yield "when", when or ("a proposal, without a date" if one.kind is Offer.PROPOSAL else "")
    if one.end and not one.all_day and one.start:
        yield "until", around.moment(one.end, now, timezone=one.timezone)
    yield "again", again_words(one.recurrence)
    count = len(load(book, one, now)) if one.way is Way.RECEIVED and one.answer is Answer.WAITING else 0
    yield "that week", f"already {counted(count, 'yes', 'yeses')}" if count else ""
    yield "from", "you" if one.way is Way.SENT else around.person(book, one.sender)
    yield "community", around.community(book, one.community)
    yield "place", one.place
    yield "link", one.link
    if one.way is Way.RECEIVED and one.answer is not Answer.WAITING:
        on = f", {around.near(one.answered_on, now)}" if one.answered_on else ""
        yield "you said", f"{SAID[one.answer]}{on}"
    if one.state is not State.OPEN:
        yield "it is", {State.WITHDRAWN: "withdrawn", State.LAPSED: "gone by"}[one.state]


def _sections(book: Book, one: Invitation, now: datetime) -> Iterator[Section]:
    asked = tuple(
        Row(
            f"answer:{taker.person}",
            (person_words(taker.person, book), SAID[taker.answer], ""),
            does=("their-answer", one.id, taker.person) if one.way is Way.SENT else (),
        )
        for taker in one.recipients
    )
    if one.way is Way.RECEIVED:
        asked = tuple(Row(taker.person, row.cells) for taker, row in zip(one.recipients, asked, strict=True))
    yield from around.shown(around.section("Who answered what" if one.way is Way.SENT else "Asked too", asked))
    if is_series(one) and one.way is Way.RECEIVED:
        yield around.section("Its dates", tuple(_dates(book, one, now)), empty="None in the next two months.")
    promises = sorted(promises_of(book, one), key=lambda each: (each.start or now, each.id))
    yield from around.shown(around.section("What you promised", around.record_rows(book, promises, now)))


def _dates(book: Book, series: Invitation, now: datetime) -> Iterator[Row]:
    """Go through the next dates of a series, each with what was said to it alone; opening one answers it alone."""
    single = {one.occurrence.astimezone(UTC): one for one in overrides_of(book, series) if one.occurrence}
    for found in occurrences(series, now - timedelta(hours=12), now + HORIZON):
        own = single.get(found.original.astimezone(UTC))
        start, answer = (own.start or found.start, own.answer) if own else (found.start, series.answer)
        called_off = own is not None and own.state is State.WITHDRAWN
        words = "called off" if called_off else "" if answer is Answer.WAITING else SAID[answer]
        when = around.moment(start, now, timezone=series.timezone, all_day=series.all_day)
        yield Row(
            f"date:{found.original.isoformat()}",
            (when, words, ""),
            does=("one-date", series.id, found.original.isoformat()),
            tone=SOFT if called_off else "",
        )
