"""Members' Markdown as HTML: shown, linked where that is safe, and never run."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.exchange.html_text import LONGEST, to_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ('She said, "it\'s late"', "<p>She said, “it’s late”</p>"),
        ('`"code"`', "<p><code>&quot;code&quot;</code></p>"),
        ("~~no~~", "<p><s>no</s></p>"),
        ("a\\\nb", "<p>a<br />\nb</p>"),
        ("<b>x</b> & <!-- y -->", "<p>&lt;b&gt;x&lt;/b&gt; &amp; &lt;!-- y --&gt;</p>"),
        ("</style><script>alert(1)</script>", "<p>&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("{{7*7}}", "<p>{{7*7}}</p>"),
    ],
)
def test_text_is_shown(markdown: str, html: str) -> None:
    """Emphasis, code and quotes as books have them; tags of others as text."""
    assert html == to_html(markdown).strip()


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[x](https://a.example/b)", '<a href="https://a.example/b" rel="noopener noreferrer">x</a>'),
        ("[x](HTTP://a.example)", '<a href="HTTP://a.example" rel="noopener noreferrer">x</a>'),
        ("[x](mailto:a@b.example 'title')", '<a href="mailto:a@b.example" rel="noopener noreferrer">x</a>'),
        (
            "<https://a.example>",
            '<a href="https://a.example" rel="noopener noreferrer" class="bare">https://a.example</a>',
        ),
        (
            "(see https://a.example/x_y.)",
            '(see <a href="https://a.example/x_y" rel="noopener noreferrer" class="bare">https://a.example/x_y</a>.)',
        ),
        ("[x](javascript:alert(1))", "x (javascript:alert(1))"),
        ("[x](JaVaScRiPt&#58;alert)", "x (JaVaScRiPt:alert)"),
        ("[x](<java\tscript:a>)", "x (java%09script:a)"),
        ("<javascript:alert>", "javascript:alert"),
        ("[x](data:text/html,hi)", "x (data:text/html,hi)"),
        ("[x](vbscript:y) [z](file:///etc) [q](//h.example)", "x (vbscript:y) z (file:///etc) q (//h.example)"),
        ("[*x*](notes.md)", "<em>x</em> (notes.md)"),
        ("[x](<>)", "x"),
        ("![alt](https://a.example/p.png)", "alt (https://a.example/p.png)"),
        ("![](p.png)", "p.png"),
        ("![alt]()", "alt"),
        ("[![alt](p.png)](https://a.example)", "alt (p.png)</a>"),
        ("(https://)", "<p>(https://)</p>"),
    ],
)
def test_only_links_to_the_web_and_to_mail_are_links(markdown: str, html: str) -> None:
    """Others, and images, are text with the address that they have; nothing is lost."""
    assert html in to_html(markdown)
    assert "<img" not in to_html(markdown)


def test_a_table_has_no_style_of_its_own() -> None:
    """The page's policy would refuse it."""
    html = to_html("|a|b|\n|:-:|--:|\n|1|2|")

    assert "<td>1</td>" in html
    assert "style" not in html


def test_a_long_address_is_cut() -> None:
    """A picture inside a text does not come out as a wall of letters."""
    assert len(to_html(f"![a](data:image/png;base64,{'A' * 50_000})")) < 300


@pytest.mark.parametrize("piece", ["[", "![", "*a ", "`a``b", "**a*", "> ", "- a\n", '"', "a_b_", "|a", "<a "])
def test_no_text_takes_long(piece: str) -> None:
    """Marks that are never closed, in whatever number."""
    start = process_time()

    to_html(piece * (20_000 // len(piece)))

    assert process_time() - start < 2


def test_a_text_that_is_too_long_is_shown_as_it_is() -> None:
    """With its line breaks, its marks unread."""
    html = to_html("*a*\n<b>" + "x" * LONGEST)

    assert html.startswith('<p class="plain">*a*\n&lt;b&gt;xxx')


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab<>&\"'[]()!*_`#:/\\\n {}|~-h", max_size=60))
def test_whatever_the_text_only_our_own_tags_come_out(text: str) -> None:
    """Each tag is one that Markdown makes."""
    tags = {piece.split(">")[0].split(" ")[0].strip("/") for piece in to_html(text).split("<")[1:]}

    allowed = "p em strong code pre h1 h2 h3 h4 h5 h6 ul ol li blockquote hr br a s table thead tbody tr th td"
    assert tags <= set(allowed.split())
