"""Communities as bars of five."""

from rich.cells import cell_len

from cop_tui.practice.at_a_glance import Glance
from cop_tui.tui.widgets.elements import EMPTY, FULL, bar, communities


def test_a_bar_shows_its_marks_without_colour() -> None:
    """Marks that are there are heavy, those that are not are light, five in all, whatever the number."""
    for marks, full in ((0, 0), (3, 3), (5, 5), (9, 5), (-1, 0)):
        assert "".join(words for words, _ in bar(marks)) == FULL * full + EMPTY * (5 - full)


def test_each_community_has_three_bars_and_a_word() -> None:
    """Bars stand below the names of their elements, and no line is wider than there is room."""
    found = (
        Glance("rust", "Rust study group", (5, 3, 0), "lively"),
        Glance("far", "你好" * 20, (0, 0, 1), "quiet", is_quiet=True),
    )

    head, *lines = communities((("Communities", ""),), found, 55).plain.splitlines()

    assert head.split() == ["Communities", "focus", "people", "practice"]
    assert lines[0].index(FULL) == head.index("focus")
    assert lines[0].split() == ["Rust", "study", "group", FULL * 5, FULL * 3 + EMPTY * 2, EMPTY * 5, "lively"]
    assert lines[1].endswith("quiet")
    assert all(cell_len(line) <= 55 for line in (head, *lines))
