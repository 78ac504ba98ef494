"""Turns of phrase."""

from datetime import date

import pytest

from cop_tui.practice.phrases import counted, every, listed, quoted, since, span


@pytest.mark.parametrize(
    ("names", "also", "words"),
    [
        ([], "", ""),
        (["Ana"], "", "Ana"),
        (["Ana", "Li"], "", "Ana and Li"),
        (["Ana", "Li", "Kofi", "Sam"], "", "Ana, Li, Kofi and Sam"),
        (["Ana", "Li", "Kofi", "Sam", "Bo"], "", "Ana, Li, Kofi and 2 others"),
        (["Ana"], "you", "Ana and you"),
        (["Ana", "Li", "Kofi", "Sam", "Bo"], "you", "Ana, Li, Kofi, 2 others and you"),
    ],
)
def test_names_are_listed_as_one_would_say_them(names: list[str], also: str, words: str) -> None:
    """Commas, an "and", and not too many of them."""
    assert words == listed(names, also=also)


def test_counts_carry_their_noun() -> None:
    """One, several, and nouns of their own."""
    assert ["1 story", "0 stories", "2 weeks"] == [
        counted(1, "story", "stories"),
        counted(0, "story", "stories"),
        counted(2, "week"),
    ]


def test_spans_are_told_in_weeks_where_they_are_weeks() -> None:
    """And in days where they are not."""
    assert ["every week", "every 2 weeks", "every day", "every 30 days"] == [every(days) for days in (7, 14, 1, 30)]
    assert ["6 weeks", "1 week", "90 days", "1 day"] == [span(days) for days in (42, 7, 90, 1)]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "this week"),
        (date(2026, 11, 16), "a week ago"),
        (date(2026, 11, 10), "a week ago"),
        (date(2026, 11, 9), "2 weeks ago"),
        (date(2026, 11, 1), "3 weeks ago"),
        (date(2026, 9, 29), "7 weeks ago"),
        (date(2026, 9, 28), "in September"),
        (date(2026, 8, 30), "in August"),
        (date(2025, 8, 30), "in August 2025"),
    ],
)
def test_the_past_is_told_roughly(day: date, words: str) -> None:
    """The further away, the rougher."""
    assert words == since(day, date(2026, 11, 23))


def test_a_quotation_is_one_line_that_is_not_too_long() -> None:
    """Brackets stay, line ends and the full stop go, long ones are cut at a word and end in an ellipsis."""
    assert "“[b] and [/b]”" == quoted("[b]\nand  [/b].")
    assert "“one, two…”" == quoted("one, two, three", width=12)
    assert "“aaaa…”" == quoted("a" * 90, width=5)


@pytest.mark.parametrize(
    ("words", "width", "told"),
    [
        ("it is set in LaTeX entirely", 22, "“it is set in LaTeX…”"),
        ("it is set in LaTeX entirely", 20, "“it is set in LaTeX…”"),
        ("one, two; three: four", 19, "“one, two; three…”"),
        ("one... two", 5, "“one…”"),
        ("no-blank-in-it-at-all", 9, "“no-blank…”"),
        ("\u202e" * 4, 40, "“⟨U+202E⟩⟨U+202E⟩⟨U+202E⟩⟨U+202E⟩”"),
    ],
)
def test_a_cut_quotation_ends_at_a_whole_word(words: str, width: int, told: str) -> None:
    """Only the stops after that word go, nothing of the word itself."""
    assert told == quoted(words, width=width)


def test_a_quotation_takes_sixty_cells_where_nothing_else_is_said() -> None:
    """Without its quotation marks."""
    assert f"“{'a' * 59}…”" == quoted("a" * 61)
    assert f"“{'a' * 60}”" == quoted("a" * 60)
