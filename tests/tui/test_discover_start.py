"""Sparks: what a start has filled in keeps to those who are named; a filter finds the sparks of a person."""

from typing import Any

from textual.widgets import Input

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.interest import Interest
from cop_tui.domain.member import ME
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.narrowing import keeps, narrowing
from cop_tui.tui.screens.discover_rows import could_be

SIZE = (120, 40)


async def test_a_person_left_out_of_a_start_is_neither_noted_nor_addressed(
    opened: Any, day: tuple[Record, ...]
) -> None:
    """What was filled in speaks of those who are still named; what the member wrote stays."""
    place = opened(*day)
    async with place.app.run_test(size=SIZE) as pilot:
        await pilot.press("5", "v", "v")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        dialog = place.app.screen
        dialog.query_one("#idea", Input).value = "Tea"
        dialog.query_one("#people", Input).value = "Ana Lind, Li Zhang"
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()

    (made,) = [one for one in place.book.communities.values() if one.subject == "compilers"]
    (asked,) = [one for one in place.book.invitations.values() if one.community == made.id]
    notes = {one.item: one.note for one in made.phases}
    assert ("Ana Lind and Li Zhang", "Tea") == (notes["involve"], notes["idea"])
    assert "Kofi" not in asked.note


def test_a_filter_for_a_person_shows_the_sparks_they_are_in(day: tuple[Record, ...], now: Any) -> None:
    """Also where the member shares it."""
    own = fresh(Interest, now, who=ME, subject="compilers", on=now)
    book = Book().apply(Change(sentence="", at=now, put=(*day, own)))

    sections = could_be(book, now, keeps(book, narrowing(book, "@Li Zhang", now)))

    assert ["compilers"] == [row.cells[0] for section in sections for row in section.rows]
