"""What the views of Discover show besides the map: what you care about, sparks, subjects. Pure."""

from collections.abc import Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.interest import Depth, Interest, folded
from cop_tui.domain.member import ME
from cop_tui.practice.discovery import (
    Shared,
    Spark,
    interest_map,
    said_by,
    shared_about,
    sparks,
    what_is_missing,
    who_cares,
)
from cop_tui.practice.interest_grid import cell_words
from cop_tui.practice.narrowing import Keeps
from cop_tui.practice.nudges import new_sparks
from cop_tui.practice.phrases import counted, listed
from cop_tui.practice.subjects import alike, key_of, spellings
from cop_tui.practice.words import person_words
from cop_tui.tui.pages.interest import COLUMNS as PAGE_COLUMNS
from cop_tui.tui.pages.interest import DEPTHS
from cop_tui.tui.pages.page import RecordPage
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Section, filled

MINE = (Column(tone=INK), Column(most=18, tone=SOFT), Column(most=40, tone=FAINT))
"""What, with how many it is shared, what exactly."""

SPARKS = (Column(tone=INK), Column(most=30, tone=SOFT), Column(most=16, tone=FAINT))
"""What, who, how many organisations."""

SUBJECTS = (Column(tone=INK), Column(most=10, tone=SOFT), Column(most=30, tone=FAINT))
"""What, how many care, how else it is called."""

TITLES: dict[Depth, str] = {
    Depth.CAN_HELP: "You can help with",
    Depth.PRACTISING: "You practise",
    Depth.LEARNING: "You are learning",
    Depth.CURIOUS: "You are curious about",
}
"""The sections of what the member cares about, the deepest first."""


def mine(book: Book, _now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return what the member cares about, by depth."""
    shared = {one.key: len(one.people) for one in interest_map(book) if one.mine}
    kept = [one for one in book.interests_by_person.get(ME, ()) if is_kept(one)]
    kept.sort(key=lambda one: (-shared.get(key_of(book, one.subject), 0), one.subject.casefold(), one.id))

    def row(one: Interest) -> Row:
        count = shared.get(key_of(book, one.subject), 0)
        return Row(one.id, (one.subject, f"with {count}" if count else "you alone so far", one.note))

    sections = (_section(title, [row(one) for one in kept if one.depth is depth]) for depth, title in TITLES.items())
    return filled(*sections, empty="You have not said yet what you care about. n shares it.")


def could_be(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return the communities that could be: those with the member in them before those of others."""
    kept = {key_of(book, subject) for subject in {one.subject for one in book.interests.values() if is_kept(one)}}
    fresh = {one.subject for one in new_sparks(book, now)}
    found = [(one, interest) for one in sparks(book, now) if (interest := interest_about(book, one.subject))]
    rows = [
        (one.mine, _spark_row(book, one, interest, is_new=one.subject in fresh))
        for one, interest in found
        if key_of(book, one.subject) in kept
    ]
    return filled(
        _section("You and others", [row for is_mine, row in rows if is_mine]),
        _section("Between others", [row for is_mine, row in rows if not is_mine]),
        empty="A spark is two people who care about one thing. a asks, and shows more of them.",
    )


def subjects(book: Book, _now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return the subjects that may be one, and all there are with the other words for them."""
    groups = [[one for words in group if (one := interest_about(book, words))] for group in alike(book)]
    same = [
        Row(f"alike:{group[0].id}", (" · ".join(one.subject for one in group), "", ""), does=_merging(group))
        for group in groups
        if any(is_kept(one) for one in group)
    ]
    names = spellings(book)
    rows = [
        Row(one.id, (each.subject, counted(len(each.depths), "person", "people"), _others(each, names[each.key])))
        for each in interest_map(book)
        if (one := interest_about(book, each.subject)) and is_kept(one)
    ]
    return filled(
        _section("May be one and the same", same),
        _section("All subjects", rows),
        empty="Nobody has said yet what they care about. a asks, s shares.",
    )


def interest_about(book: Book, subject: str) -> Interest | None:
    """Return what the member said of a subject, else what someone did who cares; none where nobody does."""
    key = key_of(book, subject)
    shared = shared_about(book, subject)
    who = ME if shared and shared.mine else shared.people[0] if shared else ""
    return said_by(book, key, who)


def spark_page(book: Book, spark: Spark) -> RecordPage:
    """Return the page of a spark: who, across which organisations, why."""
    key = key_of(book, spark.subject)
    people = tuple(
        Row(who, (person_words(who, book), DEPTHS[said.depth], book.people[who].organisation))
        for who in spark.people
        if (said := said_by(book, key, who))
    )
    why = f"{who_cares(book, spark)}. {what_is_missing(spark).capitalize()}."
    return RecordPage(
        title=spark.subject,
        facts=(("across", ", ".join(spark.organisations)),),
        texts=(why, "Enter starts a community of them."),
        sections=(_section("Who cares about it", people),),
        columns=PAGE_COLUMNS,
    )


def nothing_page(book: Book, shared: Shared, who: str) -> RecordPage:
    """Return what stands beside a cell of the map in which there is nothing."""
    does = "Enter shares it." if who == ME else "Enter asks them."
    return RecordPage(title=shared.subject, texts=(f"{cell_words(book, shared, who)}. {does}",))


def _spark_row(book: Book, spark: Spark, interest: Interest, *, is_new: bool) -> Row:
    first = [book.people[one].name.split()[:1] for one in spark.people]
    names = listed([" ".join(words) for words in first], also="you" if spark.mine else "")
    across = counted(len(spark.organisations), "organisation") if spark.organisations else ""
    return Row(
        f"spark:{interest.id}",
        (spark.subject, names, across if is_new else "proposed"),
        does=("start", interest.id),
    )


def _merging(group: Sequence[Interest]) -> tuple[str, ...]:
    return ("merge-subject", *(one.id for one in group))


def _others(shared: Shared, names: Sequence[str]) -> str:
    """Return the other words for a subject."""
    return ", ".join(name for name in names if folded(name) != folded(shared.subject))


def _section(title: str, rows: Sequence[Row]) -> Section:
    return Section(title, rows, count=str(len(rows)))
