"""The page of a year: five questions in Markdown, whatever the records say."""

from datetime import date, datetime

from markdown_it import MarkdownIt

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME, Member
from cop_tui.domain.record import fresh
from cop_tui.exchange.html_page import year_page
from cop_tui.exchange.yearly import page


def book_of(now: datetime, *texts: str) -> Book:
    """Return the book of someone who learned these today."""
    me = fresh(Member, now, id=ME, name="Sam [x]")
    learned = (fresh(Learning, now, text=text, on=now) for text in texts)
    can = fresh(Interest, now, who=ME, subject="Rust", depth=Depth.CAN_HELP, on=now)
    return Book().apply(Change(sentence="Put", at=now, put=(me, can, *learned)))


def test_a_year_is_five_questions_with_their_records(now: datetime) -> None:
    """Counted, dated, in words; a question without an answer says so."""
    text = page(book_of(now, "Bees dance", ""), now=now)

    assert text.startswith("# 2026, as Sam \\[x\\] looks back on it\n\n*Up to 23 November 2026.*\n\n## What do I know")
    assert "From what you wrote down: 2 notes.\n\n" in text
    assert {"- 23 November, learned: Bees dance", "- 23 November, learned: something without a title"} <= set(
        text.splitlines()
    )
    assert "- 23 November, can help: Rust" in text
    assert 3 == text.count("Nothing is written down for this.")


def test_another_year_is_told_when_asked_for(now: datetime) -> None:
    """A past year is whole, and says nothing of today."""
    text = page(book_of(now, "Bees dance"), now=now, since=date(2025, 1, 1))

    assert text.startswith("# 2025, as Sam")
    assert ("Bees" in text, "Up to" in text) == (False, False)


def test_hostile_words_stay_words(now: datetime) -> None:
    """Nothing that was learned makes a heading, a link or a line of its own."""
    text = page(book_of(now, "# x\n# y", "[a](b)", "<script>", "\x1b[2J", "x" * 5000), now=now)

    tokens = MarkdownIt("commonmark").parse(text)
    assert 6 == sum(token.type == "heading_open" for token in tokens)
    inline = [child.type for token in tokens for child in token.children or ()]
    assert {"link_open", "html_inline", "image"}.isdisjoint(inline)
    assert "html_block" not in {token.type for token in tokens}
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) < 250


def test_the_page_in_html_tells_the_same(now: datetime) -> None:
    """Five chapters with the questions, the same notes, hostile words as text, and nothing from elsewhere."""
    html = year_page(book_of(now, "Bees dance", "<script>alert(1)</script>"), now=now)

    assert 5 == html.count('<section class="chapter"')
    assert "What do I know that I didn" in html
    assert "Bees dance" in html
    assert "&lt;script&gt;alert(1)" in html
    assert 1 == html.count("<script>")
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html
    assert "Nothing is written here yet" not in html
