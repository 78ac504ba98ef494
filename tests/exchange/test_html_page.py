"""The story as one page: what it tells, that it is whole, and that nothing in it is anybody else's."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace as with_tables
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from html.parser import HTMLParser
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community, Stage, StageMove, Taker
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Channel, Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.exchange.html_page import page
from cop_tui.practice.demo import demo_book

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
FRIDAY = datetime(2026, 11, 20, 18, 0, tzinfo=ZoneInfo("Europe/Berlin"))
VOID = frozenset({"meta", "br", "hr", "input", "path", "circle", "rect"})
HOSTILE = (
    "<script>document.title='hacked'</script>",
    "</style><style>body{display:none}</style>",
    "</script></title></svg><img src=x onerror=alert(1)>",
    "[a](javascript:alert(1)) ![b](http://evil.example/p.png) <http://evil.example>",
    "{{7*7}} {% include 'page.css' %} {# x #} ${7*7}",
    "\"><svg onload=alert(1)> ' onmouseover='alert(1)",
    "[/x] [Anna] [@click=app.quit] &lt;b&gt; &#60;",
    "\u202eevil\u2066 \x00\x1b[31m \ud800 \ufeff ]]> <!-- --!>",
    "😀é漢字 עברית " + "x" * 3000,
    "a\r\nb\rc\n\n# heading\n\n```\nopen",
)


class Outline(HTMLParser):
    """What a page is made of, read strictly: each tag closed in its order."""

    def __init__(self, html: str) -> None:
        """Read a page; what is wrong with it is in `wrong`."""
        super().__init__()
        self.tags: list[tuple[str, Mapping[str, str | None]]] = []
        self.texts: list[str] = []
        self.wrong: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.wrong += [f"{tag} is never closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and that it is open."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Note that the innermost tag is closed."""
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"{tag} is closed at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    def all(self, attribute: str) -> list[str]:
        """Return the values that an attribute has on the page."""
        return [value or "" for _, attributes in self.tags for name, value in attributes.items() if name == attribute]


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def story(title: str = "", body: str = "", **fields: Any) -> Story:
    """Return a story of Friday evening."""
    return fresh(Story, NOW, **{"title": title, "body": body, "on": FRIDAY, **fields})


def promise(outcome: Outcome, days: int = 0, **fields: Any) -> Commitment:
    """Return a promise of a Friday evening that was closed."""
    start = FRIDAY - timedelta(days=days)
    return fresh(Commitment, NOW, what="Tea", start=start, outcome=outcome, closed_on=start.astimezone(UTC), **fields)


def words_of(html: str, chart: str) -> str:
    """Return what a chart says in words."""
    found = re.search(rf'<desc id="{chart}-words">(.*?)</desc>', html)
    assert found
    return found[1]


ME_MYSELF = fresh(Member, NOW, id="me", name="Maya")
ANA = fresh(Person, NOW, id="ana", name="Ana Silva", emails=("ana@example.org",), note="Likes figs")
LI = fresh(Person, NOW, id="li", name="Li Zhang", channels=(Channel(kind="phone", address="+49 30 1"),))
RUST = fresh(
    Community,
    NOW,
    id="rust",
    name="Rust <3",
    people=(Taker(person="li"),),
    stages=(
        StageMove(stage=Stage.POTENTIAL, on=date(2025, 11, 20)),
        StageMove(stage=Stage.MATURING, on=date(2026, 5, 20)),
        StageMove(stage=Stage.COALESCING, on=date(2026, 8, 20)),
    ),
)


def test_an_empty_book_is_a_page_that_says_so() -> None:
    """With nothing to search, no contents and no charts."""
    html = page(Book(), now=NOW)

    assert "<h1>The story so far</h1>" in html
    assert "Nothing is written here yet." in html
    assert not [one for one in ("<nav", "<figure", "told by") if one in html]


def test_the_page_has_a_title_contents_and_the_story_by_days() -> None:
    """In the order of the journal; headings below each other."""
    book = book_of(ME_MYSELF, ANA, RUST, story("A day", "# Why\nBecause.", community="rust", people=("ana",)))
    html = page(book, now=NOW)
    headings = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", html)

    assert "<title>The story so far, told by Maya</title>" in html
    assert "1 story, 1 community and 1 person" in html
    assert '<a href="#m2026-11">November</a>' in html
    assert ["2025", "November 2025", "2026", "May 2026", "August 2026", "November 2026"] == [
        text for level, text in headings if level in "23" and text[-4:].isdigit()
    ]
    assert [("5", "A day"), ("6", "Why")] == [one for one in headings if one[0] in "56"]
    assert html.index('id="d2026-11-20"') < html.index("A day") < html.index('id="communities"')


def test_the_demo_book_is_a_whole_page() -> None:
    """Every tag closed, every id once, every anchor and every name of a thing led to it."""
    html = page(demo_book(NOW), now=NOW)
    outline = Outline(html)
    ids = outline.all("id")

    assert [] == outline.wrong
    assert len(ids) == len(set(ids))
    assert {one[1:] for one in outline.all("href") if one.startswith("#")} <= set(ids)
    assert set(" ".join([*outline.all("aria-labelledby"), *outline.all("aria-describedby")]).split()) <= set(ids)
    assert html.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert html.endswith("</html>\n")


def test_the_same_book_at_the_same_moment_is_the_same_page() -> None:
    """To the byte."""
    assert page(demo_book(NOW), now=NOW) == page(demo_book(NOW), now=NOW)


def test_the_policy_allows_one_style_and_one_script() -> None:
    """Those that are in the page, by their hashes, and nothing from anywhere."""
    html = page(book_of(story("A")), now=NOW)
    style, script = (re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL) for tag in ("style", "script"))
    outline = Outline(html)
    policy = next(at["content"] or "" for tag, at in outline.tags if at.get("http-equiv") == "Content-Security-Policy")

    assert (1, 1) == (len(style), len(script))
    assert [
        "default-src 'none'",
        f"style-src '{_hash(style[0])}'",
        f"script-src '{_hash(script[0])}'",
        "img-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ] == policy.split("; ")
    assert {"content": "no-referrer", "name": "referrer"} in [at for _, at in outline.tags]
    assert not outline.all("style")
    assert "url(" not in style[0]
    assert "@import" not in style[0]


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_written_in_any_field_is_only_shown(text: str) -> None:
    """No tag, no attribute, no address of others; the page stays whole and can be written out."""
    book = _filled_with(text)
    html = page(book, now=NOW, community=next(iter(book.communities.values())))
    html += page(book, now=NOW)
    html.encode()
    outline = Outline(html)
    ours = Outline(page(book_of(story("a"), ANA, RUST, promise(Outcome.KEPT)), now=NOW))

    text_tags = "em strong pre code ul ol li hr br a blockquote h5 h6 article figure figcaption rect circle"
    assert [] == outline.wrong
    assert {tag for tag, _ in outline.tags} <= {tag for tag, _ in ours.tags} | set(text_tags.split())
    assert (2, 2) == (html.count("<script>"), html.count("<style>"))
    assert not [name for _, attributes in outline.tags for name in attributes if name.startswith("on") or name == "src"]
    assert all(re.match(r"#|https?://|mailto:", address) for address in outline.all("href"))
    assert "7*7" not in text or html.count("{{7*7}}") > 10
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]", html)


def _filled_with(text: str) -> Book:
    """Return the first records of the demo book with this text in every field that holds words."""
    book = demo_book(NOW)
    tables: dict[str, Any] = {
        kind.table: {key: _filled(one, text) for key, one in islice(book.of(kind).items(), 6)} for kind in KINDS
    }
    return with_tables(book, **tables)


def _filled(value: Any, text: str, field: str = "") -> Any:
    if isinstance(value, msgspec.Struct):
        fields = {name: _filled(getattr(value, name), text, name) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    if isinstance(value, tuple):
        return tuple(_filled(one, text, field) for one in value)
    is_words = isinstance(value, str) and not isinstance(value, Enum)
    keys = {"id", "who", "person", "people", "community", "commitment", "invitation", "goal", "checklist", "item"}
    return text if is_words and field not in keys else value


def test_a_span_of_days_and_a_community_are_told_alone() -> None:
    """Others don't come up: not in the days, not among the people, not in the charts."""
    here = story("Here", community="rust", people=("li",))
    book = book_of(ME_MYSELF, ANA, LI, RUST, here, story("Elsewhere"), promise(Outcome.KEPT), promise(Outcome.KEPT, 9))
    of_rust = page(book, now=NOW, community=RUST)
    of_days = page(book, now=NOW, since=date(2026, 11, 13), until=date(2026, 11, 21))

    assert "<h1>Rust &lt;3</h1>" in of_rust
    assert ("Here" in of_rust, "Elsewhere" in of_rust, "Ana Silva" in of_rust) == (True, False, False)
    assert "Li Zhang" in of_rust
    assert "13 November 2026 to 21 November 2026" in of_days
    assert ("Elsewhere" in of_days, "May 2026</h3>" in of_days) == (True, False)
    assert "November 2026: kept 1 of 1. " == words_of(of_days, "months")


def test_how_to_reach_people_stays_in_the_notebook() -> None:
    """And so does what the member noted about them: a page is for sending."""
    html = page(book_of(ANA, LI), now=NOW)

    assert "Ana Silva" in html
    assert not [one for one in ("ana@example.org", "+49 30 1", "figs") if one in html]


def test_told_discreetly_the_page_names_nobody() -> None:
    """Not in a story, not in a title, not in a chart, not on the title page."""
    shared = [fresh(Interest, NOW, who=who, subject="Rust", on=FRIDAY) for who in ("ana", "li", ME)]
    club = fresh(Community, NOW, id="club", name="Ana's club", stages=RUST.stages, people=(Taker(person="ana"),))
    book = book_of(ME_MYSELF, ANA, LI, club, *shared, story("Li sings", "Ana Silva's *kitchen*", community="club"))
    html = page(book, now=NOW, community=club, discreet=True)

    assert not [
        one for one in ("Ana", "Silva", "Li ", "Zhang", "Maya") if one in re.sub("<style>.*?</style>", "", html)
    ]
    assert "<h1>A. S.’s club</h1>" in html
    assert "A. S.’s <em>kitchen</em>" in html
    assert "named by their initials" in html


def test_showing_up_is_counted_by_month() -> None:
    """What is called off is said and not drawn; months between are there, empty."""
    outcomes = [promise(Outcome.KEPT), promise(Outcome.MISSED), promise(Outcome.EXCUSED), promise(Outcome.KEPT, 61)]
    html = page(book_of(*outcomes, promise(Outcome.OPEN), promise(Outcome.RELEASED)), now=NOW)

    assert (
        "September 2026: kept 1 of 1. October 2026: nothing came due. "
        "November 2026: kept 1 of 2, excused 1, called off 1. " == words_of(html, "months")
    )
    assert ["kept", "kept", "excused", "missed"] == re.findall(r'<rect class="(kept|excused|missed)"', html)


def test_many_years_are_drawn_as_years() -> None:
    """However long ago the first one was, the chart stays a chart."""
    old = [promise(Outcome.KEPT, 365 * years) for years in (0, 5, 900)]
    html = page(book_of(*old), now=NOW)

    assert "1127: kept 1 of 1. 2021: kept 1 of 1. 2026: kept 1 of 1. " == words_of(html, "months")


def test_the_map_shows_who_cares_about_what() -> None:
    """Most shared first, the teller first, a mark for each depth."""
    cares = [("ana", "Rust", Depth.CAN_HELP), ("li", "Rust", Depth.CURIOUS), (ME, "Rust", Depth.LEARNING)]
    cares += [("ana", "Figs", Depth.PRACTISING), ("li", "Figs", Depth.CURIOUS), ("li", "Chess", Depth.CURIOUS)]
    made = [fresh(Interest, NOW, who=who, subject=subject, depth=depth, on=FRIDAY) for who, subject, depth in cares]
    html = page(book_of(ME_MYSELF, ANA, LI, *made), now=NOW)

    assert (
        "Rust: Maya (learning), Ana Silva (can help), Li Zhang (curious). "
        "Figs: Ana Silva (practising), Li Zhang (curious)." == words_of(html, "interests")
    )
    assert "the 2 subjects of 3 that most share" in html


def test_a_map_of_many_people_shows_the_first_and_says_so() -> None:
    """It stays one that can be read, and printed on a page."""
    crowd = [fresh(Person, NOW, id=f"p{number}", name=f"Person {number:02}") for number in range(70)]
    cares = [fresh(Interest, NOW, who=one.id, subject="Rust", on=FRIDAY) for one in crowd]
    html = page(book_of(*crowd, *cares), now=NOW)

    assert "Shown: 60 people of 70." in html
    assert ("Person 59 (curious)" in html, "Person 60 (curious)" in html) == (True, False)


def test_the_lives_of_communities_are_steps() -> None:
    """Up and down, and what happened after the last day that is told is not drawn."""
    html = page(book_of(RUST), now=NOW)
    before = page(book_of(RUST), now=NOW, until=date(2026, 6, 1))

    assert "Rust &lt;3: potential from 20 November 2025, maturing from 20 May 2026" in words_of(html, "lives")
    assert ["9.0", "27.0", "18.0"] == re.findall(r'<rect class="step"[^>]* height="([0-9.]+)"', html)
    assert ["9.0", "27.0"] == re.findall(r'<rect class="step"[^>]* height="([0-9.]+)"', before)


def test_dates_at_the_ends_of_the_calendar_are_told() -> None:
    """The first and the last year that there are."""
    moves = tuple(StageMove(stage=stage, on=on) for stage, on in zip(Stage, (date.min, date.max), strict=False))
    ends = [story("First", on=datetime(1, 1, 2, tzinfo=UTC)), story("Last", on=datetime(9999, 12, 30, tzinfo=UTC))]
    html = page(book_of(fresh(Community, NOW, name="Old", stages=moves), *ends), now=NOW)

    assert [] == Outline(html).wrong
    assert "2 January" in html
    assert "30 December" in html


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_on_its_ground(scheme: int) -> None:
    """4.5 to 1 at least, in both schemes; on what is found too."""
    style = re.findall(r":root \{(.*?)\n  ?\}", page(Book(), now=NOW), re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", style))

    for ink in ("ink", "faint", "amber", "sage"):
        assert _contrast(colours[ink], colours["paper"]) >= 4.5, ink
    assert _contrast(colours["ink"], colours["found"]) >= 4.5


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
