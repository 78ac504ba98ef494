"""The page of a list: where each row stands, and how words fit their columns."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cop_tui.tui.widgets.rows import GAP, Column, Page, Part, Row, Section, fitted

sections = st.lists(
    st.builds(
        lambda rows, title, keys, empty: (rows, title, keys, empty),
        st.integers(0, 5),
        st.sampled_from(["", "Title"]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=5,
)


def page_of(shapes: list[tuple[int, str, bool, bool]]) -> Page:
    """Return a page with sections of these shapes: rows, title, keys below, words where it is empty."""
    made = []
    for number, (rows, title, keys, empty) in enumerate(shapes):
        own = tuple(Row(f"{number}-{row}", (f"Row {row}",)) for row in range(rows))
        made.append(Section(title, own, keys=(("y", "yes"),) if keys else (), empty="Nothing" if empty else ""))
    return Page(tuple(made))


@given(sections)
def test_every_row_stands_on_the_line_that_tells_it(shapes: list[tuple[int, str, bool, bool]]) -> None:
    """From row to line and back is the same row, and each line is told once."""
    page = page_of(shapes)

    lines = [page.line(index) for index in range(page.rows)]
    assert lines == sorted(set(lines))
    assert all(page.at(line).index == index for index, line in enumerate(lines))
    told = [page.at(line) for line in range(page.lines)]
    assert sum(place.part is Part.ROW for place in told) == page.rows
    assert sum(place.part is Part.TITLE for place in told) == sum(bool(shape[1]) for shape in shapes)
    assert sum(place.part is Part.KEYS for place in told) == sum(shape[2] for shape in shapes)


@given(sections)
def test_a_row_is_found_by_its_id(shapes: list[tuple[int, str, bool, bool]]) -> None:
    """Each row's id leads to where it stands."""
    page = page_of(shapes)

    for index in range(page.rows):
        row = page.row(index)
        assert row is not None
        assert page.index(row.id) == index
    assert page.index("gone") is None
    assert page.row(-1) is page.row(page.rows) is None


@given(st.text(max_size=60), st.integers(0, 40))
def test_words_fit_exactly(words: str, width: int) -> None:
    """Whatever the words, they take exactly the cells there are, in one line, with nothing that steers a terminal."""
    line = fitted(words, width)

    assert cell_len(line) == width
    assert not any(letter in line for letter in "\n\r\t\x1b\x9b\u202e")


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    """Ten thousand letters cost no more than a line, and show that something had to go."""
    assert fitted("word " * 2_000, 12) == "word word w…"


@given(
    st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30)), max_size=6),
    st.integers(0, 90),
)
def test_columns_align_and_never_take_more_than_there_is(rows: list[tuple[str, str, str]], room: int) -> None:
    """All sections share their columns; a column that finds no room is left out whole."""
    page = Page((Section("", tuple(Row(str(number), cells) for number, cells in enumerate(rows))),))

    widths = page.widths((Column(), Column(most=18), Column(most=20)), room)

    assert sum(width + len(GAP) for width in widths if width) <= room + len(GAP)
    assert all(width >= 0 for width in widths)


def test_the_last_column_gives_way_first() -> None:
    """Where room is short, who becomes shorter, then is left out, before when is touched."""
    row = Row("1", ("A long enough title", "tomorrow 12:30", "Accessibility circle"))
    page = Page((Section("", (row,)),))
    columns = (Column(), Column(most=18), Column(most=20))

    assert page.widths(columns, 90) == (52, 14, 20)
    assert page.widths(columns, 53) == (24, 14, 11)
    assert page.widths(columns, 45) == (29, 14, 0)


def test_a_section_with_columns_of_its_own_does_not_widen_those_of_the_others() -> None:
    """Each kind of columns is measured by its own sections."""
    columns, own = (Column(), Column(most=18)), (Column(most=8), Column())
    page = Page(
        (
            Section("", (Row("1", ("A title", "today")),)),
            Section("", (Row("2", ("Wed 18", "What happened there")),), columns=own),
        )
    )

    assert page.widths(columns, 60) == (53, 5)
    assert page.widths(own, 60, usual=columns) == (6, 52)


def test_a_page_without_sections_is_empty() -> None:
    """It has no rows and no lines."""
    page = Page()

    assert (page.rows, page.lines, page.row(0), page.section(0)) == (0, 0, None, None)
