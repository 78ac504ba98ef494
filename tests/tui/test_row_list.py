"""The list: keys, mouse, the highlight, and that its length costs nothing."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip

from cop_tui.tui.widgets.row_list import RowList
from cop_tui.tui.widgets.rows import Column, Row, Section

LONG = 20_000


class Counting(RowList):
    """A list that counts the lines that it draws."""

    drawn = 0

    def render_line(self, y: int) -> Strip:
        """Draw a line and count it."""
        self.drawn += 1
        return super().render_line(y)


class Bench(App[None]):
    """An app with one list that fills it."""

    CSS = "RowList { height: 1fr; }"

    def __init__(self, sections: Sequence[Section]) -> None:
        """Take what the list shows."""
        super().__init__()
        self.animation_level = "none"
        self.rows = Counting((Column(), Column(most=10)))
        self.sections = sections
        self.opened: list[str] = []

    def get_css_variables(self) -> dict[str, str]:
        """Add the inks that the list draws with."""
        self.theme_variables = super().get_css_variables() | dict.fromkeys(
            ("ink-soft", "ink-faint", "ink-line"), "grey"
        )
        return self.theme_variables

    def compose(self) -> ComposeResult:
        """Show the list."""
        yield self.rows

    def on_mount(self) -> None:
        """Fill it."""
        self.rows.show(self.sections)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Note what was opened."""
        assert event.control is self.rows
        self.opened.append(event.row.id)


def rows(count: int, first: int = 0) -> tuple[Row, ...]:
    """Return rows with these numbers as their ids."""
    return tuple(Row(str(number), (f"Row {number}", "today")) for number in range(first, first + count))


def two_sections() -> tuple[Section, ...]:
    """Return two sections of three rows, the first one with keys."""
    return (
        Section("First", rows(3), count="3", keys=(("y", "yes"), ("n", "no"))),
        Section("Second", rows(3, 3)),
    )


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["j"], 1),
        (["down", "down"], 2),
        (["j", "j", "k"], 1),
        (["k"], 0),
        (["G"], 5),
        (["G", "j"], 5),
        (["end", "g"], 0),
        (["end", "home"], 0),
        (["j", "j", "j"], 3),
        (["pagedown"], 5),
        (["pagedown", "pageup"], 0),
    ],
)
async def test_keys_move_the_highlight(keys: list[str], expected: int) -> None:
    """Arrows, j k g G, Home, End and the page keys move from row to row, over titles and through sections."""
    app = Bench(two_sections())
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press(*keys)

        assert app.rows.cursor == expected


async def test_enter_opens_the_highlighted_row() -> None:
    """Enter opens the row, by its id."""
    app = Bench(two_sections())
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("j", "enter")

        assert app.opened == ["1"]


async def test_a_click_highlights_and_a_second_one_opens() -> None:
    """The mouse does what arrows and Enter do; a title can't be highlighted."""
    app = Bench(two_sections())
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.click(app.rows, offset=(5, 3))
        assert (app.rows.cursor, app.opened) == (2, [])

        await pilot.click(app.rows, offset=(5, 6))
        assert app.rows.cursor == 2

        await pilot.click(app.rows, offset=(5, 7), times=2)
        assert (app.rows.cursor, app.opened) == (3, ["3"])


async def test_a_click_on_a_key_below_the_rows_presses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words below the rows are buttons for the mouse, as long as the highlight is in their section."""
    app = Bench(two_sections())
    pressed: list[str] = []
    async with app.run_test(size=(40, 20)) as pilot:
        monkeypatch.setattr(app, "simulate_key", pressed.append)
        await pilot.click(app.rows, offset=(4, 4))
        await pilot.click(app.rows, offset=(11, 4))
        await pilot.click(app.rows, offset=(9, 4))
        app.rows.cursor = 4
        await pilot.click(app.rows, offset=(4, 4))

    assert pressed == ["y", "n"]


async def test_a_key_stands_by_its_sign_and_is_pressed_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual knows no key that is called ">"."""
    app = Bench((Section("One", rows(1), keys=(("greater_than_sign", "climb"), ("ctrl+k", "copy"))),))
    pressed: list[str] = []
    async with app.run_test(size=(40, 20)) as pilot:
        monkeypatch.setattr(app, "simulate_key", pressed.append)
        assert "   > climb  ctrl+k copy" == app.rows.render_line(2).text.rstrip()
        await pilot.click(app.rows, offset=(3, 2))
        await pilot.click(app.rows, offset=(10, 2))
        await pilot.click(app.rows, offset=(12, 2))

    assert pressed == ["greater_than_sign", "ctrl+k"]


async def test_keys_below_the_rows_are_told_whole_or_not_at_all() -> None:
    """Half a word is no word: a key that finds no room is left to the page of keys."""
    keys = (("y", "showed up"), ("r", "another day"), ("w", "how it was"))
    app = Bench((Section("First", rows(1), keys=keys),))
    async with app.run_test(size=(34, 20)):
        told = app.rows.render_line(2).text.rstrip()

    assert told == "   y showed up  r another day"


async def test_the_highlight_keeps_to_its_row() -> None:
    """When other rows come before it, the same record stays highlighted."""
    app = Bench(two_sections())
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("G")
        app.rows.show((Section("New", rows(4, 100)), *two_sections()))
        await pilot.pause()

        assert app.rows.row is not None
        assert (app.rows.row.id, app.rows.cursor) == ("5", 9)


async def test_the_highlight_stays_in_its_place_among_rows_of_one_record() -> None:
    """When the list is filled anew, it does not jump to the first row about the same record."""
    app = Bench((Section("", (*rows(2), *rows(1), *rows(1))),))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("G")
        app.rows.show(app.sections)

        assert app.rows.cursor == 3


async def test_a_row_that_left_is_followed_by_the_next() -> None:
    """When the highlighted row leaves, the one that took its place is highlighted; at the end, the last."""
    app = Bench((Section("", rows(3)),))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("j")
        app.rows.show((Section("", (*rows(1), *rows(1, 2))),))
        assert app.rows.row is not None
        assert app.rows.row.id == "2"

        app.rows.show((Section("", rows(1)),))
        assert app.rows.row.id == "0"

        app.rows.show(())
        await pilot.press("j", "enter", "G")
        assert app.rows.page.row(app.rows.cursor) is None
        assert app.opened == []


async def test_long_lists_draw_only_what_is_seen() -> None:
    """Of 20,000 rows the first frame draws a screenful, and a key no more than a screenful."""
    app = Bench((Section("Everything", rows(LONG), count=str(LONG)),))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.rows.drawn <= 4 * 24

        await pilot.press("G")
        assert app.rows.row is not None
        assert app.rows.row.id == str(LONG - 1)
        app.rows.drawn = 0
        await pilot.press("k")

        assert app.rows.drawn <= 24
        assert app.rows.scroll_offset.y == LONG + 1 - 24


async def test_the_first_row_brings_its_title_into_view() -> None:
    """Going back to the top of a section shows what it is called."""
    app = Bench((Section("Everything", rows(100)),))
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.press("G", "g")

        assert app.rows.scroll_offset.y == 0


async def test_the_highlight_shows_without_colour() -> None:
    """A pointer stands before the highlighted row, and before no other."""
    app = Bench(two_sections())
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("j")
        lines = [app.rows.render_line(y).text for y in range(9)]

        assert [y for y, line in enumerate(lines) if "▸" in line] == [2]


async def test_a_question_in_passing_stands_in_the_last_column() -> None:
    """What is asked about a row takes the place of its last cell."""
    app = Bench((Section("", (Row("1", ("Evening", "today"), asks="coming?"), *rows(1))),))
    async with app.run_test(size=(40, 5)):
        assert app.rows.render_line(0).text.split() == ["▸", "Evening", "coming?"]


async def test_where_nothing_is_there_the_list_says_so() -> None:
    """A section without rows tells what will stand there, and which key begins."""
    app = Bench((Section("Welcome", empty="Here you will see it.", keys=(("a", "ask"),)),))
    async with app.run_test(size=(40, 5)):
        lines = [app.rows.render_line(y).text.strip() for y in range(3)]

        assert lines == ["Welcome", "Here you will see it.", "a ask"]
