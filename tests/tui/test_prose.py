"""A text in Markdown on lines: calm to read, and whatever stands in it does nothing."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from cop_tui.tui.links import is_page, links_in
from cop_tui.tui.widgets.prose_lines import BRACKETS, LONGEST, laid


def plain(text: str, width: int = 60) -> list[str]:
    """Return the lines of a text, without their tones."""
    return [line.plain.rstrip() for line in laid(text, width)]


def test_a_page_is_laid_out() -> None:
    """Headings, lists within lists, numbers, quotes, code as it is, a rule; lines of a paragraph stay lines."""
    text = "# Head\nOne *line*\nand **another**\n- a\n  - b\n- c\n\n7. x\n8. y\n\n> said\n\n```\n  code [b]\n```\n***\n"

    assert plain(text) == [
        "Head",
        "",
        "One line",
        "and another",
        "",
        "• a",
        "  • b",
        "• c",
        "",
        "7. x",
        "8. y",
        "",
        "▎ said",
        "",
        "   code [b]",
        "",
        "────────────",
    ]


def test_lines_of_a_list_go_on_below_their_words() -> None:
    """What is too long for a line is indented as the words before it."""
    assert plain("- aaaa bbbb cccc dddd", 14) == ["• aaaa bbbb", "  cccc dddd"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<script>x</script> <b onclick='y'>z</b>", "<script>x</script> <b onclick='y'>z</b>"),
        ("<div>\n\nx", "<div>"),
        ("[/x] [bold]no[/] [@click=app.quit]go[/]", "[/x] [bold]no[/] [@click=app.quit]go[/]"),
        ("[site](https://evil.example)", "site (https://evil.example)"),
        ("[https://good.example](https://evil.example)", "https://good.example (https://evil.example)"),
        ("[run](javascript:alert(1))", "run (javascript:alert(1))"),
        ("<https://x.example>", "https://x.example"),
        ("![alt](http://pix.example/a.png)", "[picture: alt (http://pix.example/a.png)]"),
        ("a\x1b[2Jb\x07", "a␛[2Jb␇"),
        ("a&#8238;b&#27;", "a⟨U+202E⟩b"),
        ("[a]\n\n[a]: https://x.example", "[a]"),
    ],
)
def test_nothing_in_it_acts(text: str, seen: str) -> None:
    """HTML, markup, links and images show as words; what would steer the terminal as a picture of itself."""
    assert seen in "\n".join(plain(text, 80))


HOSTILE = [
    "x" * 10_000,
    "[" * (BRACKETS - 1),
    "[" * (BRACKETS + 1),
    "![" * 900,
    "> " * 3_000,
    "- " * 3_000,
    "* a\n" * 2_000,
    "_a **b " * 1_000,
    "`" * 5_000,
    "<" * 9_000,
    "```\n" * 2_000,
    "a" * (LONGEST + 1),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_takes_long_or_more_than_its_width(text: str) -> None:
    """Ten thousand characters without a blank wrap; what is deep or endless ends soon."""
    began = time.process_time()

    lines = plain(text, 52)

    assert time.process_time() - began < 1
    assert max(map(cell_len, lines), default=0) <= 52


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab \n\t#*_`>-[]()!<&;1.\x1b\u202e你é\u0301"), max_size=80), st.integers(12, 40))
def test_whatever_is_written_can_be_shown(text: str, width: int) -> None:
    """Every text becomes lines of the width, without anything that would steer a terminal."""
    lines = plain(text, width)

    assert all(cell_len(line) <= width for line in lines)
    assert not {"\x1b", "\u202e"} & set("".join(lines))


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://a b", False),
        (" https://a", False),
        ("https://a\n-x", False),
        ("https://a\u202eb", False),
        ("--help", False),
    ],
)
def test_only_pages_of_the_web_are_opened(address: str, is_one: bool) -> None:
    """Nothing else than a whole address of one."""
    assert is_one is is_page(address)


def test_addresses_are_found_in_a_text() -> None:
    """Each once, without the brackets and marks around it."""
    text = "See (https://a.example/x_(y)), <https://b.example>, https://a.example/x_(y). ftp://c.example"

    assert ("https://a.example/x_(y)", "https://b.example") == links_in(text)
