"""What fields complete, while it is typed."""

from datetime import UTC, datetime
from typing import Any

import pytest

from cop_tui.domain.goal import Goal
from cop_tui.domain.record import Record, fresh
from cop_tui.tui.dialogs.fields import Completion, MarkedCompletion, understood

Records = tuple[Record, ...]
COMPLETED = {
    "ana l": "Ana Lind",
    "Kofi, ANA": "Kofi, Ana Lind",
    "ana lind": None,
    "jean ": "Jean-Luc Petit",
    "jean luc": "Jean-Luc Petit",
    "STRASSE": "STRASSE 7",
    "": None,
    "Ana, ": None,
    "esc": None,
}


@pytest.mark.parametrize("typed", COMPLETED)
async def test_a_name_is_completed_as_it_is_written(typed: str) -> None:
    """Whatever the case, and with blanks for dashes; never one that can't be printed in a line."""
    completion = Completion(["Ana Lind", "Jean-Luc Petit", "Straße 7", "esc\x1b[31m", "Ana"])

    assert COMPLETED[typed] == await completion.get_suggestion(typed)


async def test_without_commas_the_whole_line_is_the_name() -> None:
    """A goal with a comma in it is completed as one."""
    completion = Completion(["First this, then that"], commas=False)

    assert "First this, then that" == await completion.get_suggestion("first this, th")


MARKED = {
    "x @an": "x @Ana Lind",
    "x @li z": "x @Li Zhang",
    "x +rust st": "x +Rust study group",
    "x >gi": "x >Give a talk",
    "@ana lind met @li": "@ana lind met @Li Zhang",
    "x@an": None,
    "x @nobody": None,
    "x": None,
}


@pytest.mark.parametrize("typed", MARKED)
async def test_a_marked_name_is_completed_at_the_end_of_the_line(typed: str, opened: Any, day: Records) -> None:
    """People after @, communities after +, goals after >, and nothing elsewhere."""
    book = opened(*day, fresh(Goal, datetime.now(UTC), id="goal", text="Give a talk")).book

    assert MARKED[typed] == await MarkedCompletion(book).get_suggestion(typed)


@pytest.mark.parametrize("words", ["f", "today7", "[/x] [WIP] é 你好"])
def test_a_date_that_is_still_typed_is_helped_along_in_one_line(words: str) -> None:
    """The words below the field fit beside its label at 80 columns, whole."""
    told = understood(words, datetime(2026, 11, 23, 9, 0, tzinfo=UTC))

    assert "fri 18:00" in told.plain
    assert told.cell_length <= 54
