"""Members' words inside a Markdown document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cop_tui.exchange.markdown_text import body, escaped, flowing, listed, prose, quoted
from cop_tui.practice.words import visible

READER = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
"""Another program's reader, with what many add to the standard."""

PIECES = st.one_of(
    st.sampled_from(
        [
            *(
                "# a",
                "## ",
                "###### b ##",
                "#",
                "#\tt",
                "a",
                "",
                "",
                "===",
                "---",
                "--",
                "-",
                "=",
                "```",
                "````",
                "~~~",
                "``` py",
            ),
            *(
                "> # q",
                "> a",
                "> ===",
                "> ```",
                ">",
                "- # l",
                "- a",
                "  ---",
                "  # in",
                "1. # n",
                "1) a",
                "   ===",
                "- ```",
                "* * *",
            ),
            *(
                "<!--",
                "-->",
                "<div>",
                "<pre>",
                "</pre>",
                "<script>",
                "<?",
                "<!X",
                "<![CDATA[",
                "> <!--",
                "- <pre>",
                "<b>",
                "<style",
            ),
            *(
                "    # code",
                "\t# tab",
                " # one",
                "   # three",
                "| a |",
                "| - |",
                "[x]: /u",
                "\\",
                "`",
                "**",
                "_",
                "a_b_",
                "&amp;",
            ),
            *(
                "- - # deep",
                "> > a",
                "> > ---",
                "10. a",
                "    ===",
                "a  ",
                "a\\",
                "\r",
                "\x85",
                "\u2028",
                "\0",
                "\ud800",
                "+",
                "é",
            ),
        ]
    ),
    st.text(st.characters(), max_size=12),
)
NASTY = st.lists(PIECES, max_size=10).map("\n".join)
"""Texts in which much is Markdown that wants to get out."""


def said(tokens: list[Token] | None) -> str:
    """Return the words of tokens as a reader shows them; fail where they are anything but words and line breaks."""
    words = ""
    for token in tokens or []:
        assert token.type in ("text", "text_special", "hardbreak", "softbreak"), token
        words += token.content if token.type.startswith("text") else "\n"
    return words


@given(NASTY)
def test_an_escaped_text_is_read_as_it_was_written(text: str) -> None:
    """In one line, whatever marks are in it."""
    (_, inline, _) = READER.parse(f"So {escaped(text)}!")

    assert f"So {visible(' '.join(text.split()))}!" == said(inline.children)


@given(NASTY)
def test_a_flowing_text_keeps_its_lines(text: str) -> None:
    """As one paragraph that is nothing but a paragraph."""
    lines = [visible(" ".join(line.split())) for line in visible(text).split("\n")]
    tokens = READER.parse(flowing(text))
    shown = [line for line in lines if line]

    assert (["paragraph_open", "inline", "paragraph_close"] if shown else []) == [token.type for token in tokens]
    assert shown == ([] if not shown else said(tokens[1].children).split("\n"))


@given(NASTY)
def test_a_quoted_text_is_one_quotation(text: str) -> None:
    """Or nothing where there is no text."""
    kinds = [token.type for token in READER.parse(quoted(text))]

    assert kinds in ([], ["blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close"])


@given(NASTY, st.integers(1, 6))
def test_a_body_stays_below_its_place(text: str, below: int) -> None:
    """Whatever it begins and does not end: no higher heading, and what follows is read."""
    tokens = READER.parse(f"before\n\n{body(text, below=below)}\n\n# after")
    levels = [int(token.tag[1:]) for token in tokens if token.type == "heading_open"]

    assert ("after", 0) == (tokens[-2].content, tokens[-1].level)
    assert all(level > min(below, 5) for level in levels[:-1])


@given(NASTY, st.integers(1, 5))
def test_a_body_that_is_below_stays_there(text: str, below: int) -> None:
    """Closing and lowering once is enough: what is closed stays as it is when its headings are as low as can be."""
    once = body(text, below=6)

    assert once == body(once, below=6)


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("plain\n\n- one\n- two", "plain\n\n- one\n- two"),
        ("# One\n## Two\ntext", "##### One\n###### Two\ntext"),
        ("# One #", "##### One #"),
        ("#one is a tag", "#one is a tag"),
        ("One\n===\nTwo\n---", "##### One\n###### Two"),
        ("One\nmore\n===", "##### One more"),
        ("text\n\n---\n\nmore", "text\n\n---\n\nmore"),
        ("> # One\n> said", "> ##### One\n> said"),
        ("> 1\n> ===", "> ##### 1"),
        ("- # One", "- ##### One"),
        ("1. One\n   ---", "1. ###### One"),
        ("```sh\n# a comment\n```\n# One", "```sh\n# a comment\n```\n##### One"),
        ("1. So:\n   ```\n   # a comment\n   ```", "1. So:\n   ```\n   # a comment\n   ```"),
        ("    # code\n\n# One", "    # code\n\n##### One"),
        ("~~~~\n# a comment\n```", "~~~~\n# a comment\n```\n~~~~"),
        ("- ```\n# One", "- ```\n##### One"),
        ("<!-- # One -->\n\n# Two", "<!-- # One -->\n\n##### Two"),
        ("<!-- # One\n\n# Two", "\\<!-- # One\n\n##### Two"),
        ("<PRE>\n# One\n<script>", "\\<PRE>\n##### One\n\\<script>"),
        ("<div>\n```\n\n# One", "<div>\n```\n\n##### One"),
        ("\n\n  kept\n\n", "  kept"),
        ("\x1b[31m", "␛[31m"),
        ("", ""),
    ],
)
def test_headings_go_below_and_the_rest_stays(text: str, lowered: str) -> None:
    """Code stays as it is; what is open is closed or shown."""
    assert lowered == body(text, below=4)


def test_names_and_paragraphs_are_joined() -> None:
    """Without those that say nothing."""
    assert ["", "Ana", "Ana and Li", "Ana, Li and Kofi"] == [
        listed(names) for names in ([], ["Ana"], ["Ana", "Li"], ["Ana", "Li", "Kofi"])
    ]
    assert "a\n\nb" == prose("", "a", "", "b")
