"""Text as a terminal takes it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.practice.printable import cells, cut, fold, one_line, pictured, visible

HOSTILE = st.text(st.characters(), max_size=60)
"""Any text, halves of characters, directions and control characters among it."""


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain", "plain"),
        ("\x1b[31mred", "␛[31mred"),
        ("nul\0", "nul␀"),
        ("\x7f", "␡"),
        ("\x9b1m", "⟨U+009B⟩1m"),
        ("abc\u202edef", "abc⟨U+202E⟩def"),
        ("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"),
        ("half \ud83d", "half ⟨U+D83D⟩"),
        ("one\r\ntwo\rthree", "one\ntwo␍three"),
        ("a\n\tb", "a\n\tb"),
        ("שלום", "שלום"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("\ufefftext", "⟨U+FEFF⟩text"),
    ],
)
def test_what_could_steer_a_terminal_becomes_a_picture(text: str, seen: str) -> None:
    """Control characters, directions and halves of characters show; newlines, tabs and scripts stay."""
    assert seen == visible(text)


@given(HOSTILE)
def test_what_is_visible_can_be_printed(text: str) -> None:
    """It can be written out, steers nothing, and is the same when made visible twice."""
    seen = visible(text)

    seen.encode()
    assert not [one for one in seen if unicodedata.category(one) in ("Cc", "Cs") and one not in "\n\t"]
    assert seen == visible(seen)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("日本", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("🙂", 2),
        ("👩‍👧", 4),
        ("\u1100\u1161", 2),
        ("a\xadb", 3),
        ("ส\u0e35", 1),
    ],
)
def test_text_is_measured_in_cells(text: str, width: int) -> None:
    """Wide characters take two, marks and joiners none."""
    assert width == cells(text)


@pytest.mark.parametrize(
    ("text", "width", "line"),
    [
        ("short", 5, "short"),
        ("a bit longer", 6, "a bit…"),
        ("a bit longer", 7, "a bit…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("👩‍👩‍👧", 3, "👩…"),
        ("two\nlines\tand  blanks ", 40, "two lines and blanks"),
        ("bell\a", 10, "bell␇"),
        ("MAXX \u200d and more", 6, "MAXX…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("", 0, ""),
    ],
)
def test_a_line_fits_its_width(text: str, width: int, line: str) -> None:
    """What is too long ends in an ellipsis, never in half a character."""
    assert line == one_line(text, width)


@given(HOSTILE, st.integers(-1, 40))
def test_one_line_is_one_line_and_fits(text: str, width: int) -> None:
    """Whatever the text: no line break, nothing steering, no cell too many."""
    line = one_line(text, width)

    assert cells(line) <= max(width, 0)
    assert [line] == line.splitlines() or not line
    assert line == visible(line)


@given(HOSTILE)
def test_what_fits_is_not_cut(text: str) -> None:
    """Where there is room, all of it stays."""
    assert text == cut(text, cells(text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("ÆTHER", "aether"),
        ("Crème  Brûlée", "creme brulee"),
        ("Rust-lang", "rust lang"),
        ("ＦＵＬＬ", "full"),
        ("İstanbul ılık", "istanbul ilik"),
        ("ÅNGSTRÖM", "angstrom"),
        ("Ελλάδα ΣΟΦΟΣ", "ελλαδα σοφοσ"),
        ("", ""),
    ],
)
def test_case_accents_and_dashes_do_not_count(text: str, folded: str) -> None:
    """Neither do blanks too many, nor the width of letters."""
    assert folded == fold(text)


@given(st.text(st.characters(codec="latin-1"), max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(text) == fold(fold(text))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain", "plain"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x7f\0", "␡␀"),
        ("\x9b1m", "\ufffd1m"),
        ("abc\u202edef", "abc\ufffddef"),
        ("half \ud83d", "half \ufffd"),
        ("a\tb\n", "a\tb\n"),
        ("one\r\ntwo", "one␍\ntwo"),
    ],
)
def test_in_a_text_box_every_character_keeps_its_place(text: str, seen: str) -> None:
    """One sign for each; the sign for the unknown where there is no picture."""
    assert seen == pictured(text)


@given(HOSTILE)
def test_a_picture_is_as_long_as_its_text(text: str) -> None:
    """So that a cursor in it is where it is in the text."""
    assert len(text) == len(pictured(text))
