"""The story as one page in HTML that needs nothing else: to read, to search, to print, to send.

It loads nothing from anywhere, and its own policy forbids it to: the style and the script in it are named by their
hashes, everything else is refused. What is told and in which order is that of the journal in Markdown.
"""

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace as with_fields
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.exchange.html_interests import interests
from cop_tui.exchange.html_lives import lives
from cop_tui.exchange.html_months import showing_up
from cop_tui.exchange.html_text import to_html
from cop_tui.exchange.markdown_chapters import by_name, community_section, person_section
from cop_tui.exchange.markdown_choice import Choice, choose
from cop_tui.exchange.markdown_entries import Entry, long_day
from cop_tui.exchange.yearly import answer
from cop_tui.practice.days import MONTHS, WEEKDAYS
from cop_tui.practice.discreet import discreet as told_discreetly
from cop_tui.practice.phrases import counted, listed
from cop_tui.practice.printable import visible
from cop_tui.practice.yearly import yearly

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_COUNTED = (
    ("stories", "story", "stories"),
    ("kept", "promise kept", "promises kept"),
    ("learned", "thing learned", "things learned"),
)


class Told(Struct, frozen=True, kw_only=True):
    """One entry, as HTML."""

    kind: str
    """Whether it is a `story` or `short`."""
    html: str
    """What it says."""
    about: str
    """The line below it; empty where there is none."""


class Day(Struct, frozen=True, kw_only=True):
    """One day."""

    id: str
    """Its anchor."""
    iso: str
    """As machines read it."""
    weekday: str
    """Which day of the week."""
    said: str
    """As it is said below its month: 20 November."""
    entries: tuple[Told, ...]
    """What happened on it."""


class Month(Struct, frozen=True, kw_only=True):
    """One month."""

    id: str
    """Its anchor."""
    name: str
    """With its year."""
    short: str
    """Without."""
    days: tuple[Day, ...]
    """Its days that have something to tell."""


class Year(Struct, frozen=True, kw_only=True):
    """One year."""

    id: str
    """Its anchor."""
    name: str
    """Its number."""
    counted: str
    """What is in it, in words."""
    months: tuple[Month, ...]
    """Its months that have something to tell."""


class Chapter(Struct, frozen=True, kw_only=True):
    """The communities, or the people."""

    id: str
    """Its anchor."""
    name: str
    """Its heading."""
    sections: tuple[str, ...]
    """One for each, as HTML."""
    count: int
    """How many there are."""


def page(
    book: Book,
    *,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
    community: Community | None = None,
    discreet: bool = False,
) -> str:
    """Return the story as one page; the same for the same book and now.

    How to reach people, and the member's notes about them, stay in the notebook: a page is for sending.

    Args:
        book: What is told of.
        now: The moment of writing, in the member's zone: days are the member's.
        since: The first day; from the beginning, where none is given.
        until: The last day; to the end, where none is given.
        community: Tell only what belongs to this community.
        discreet: Name people by their initials.
    """
    book = told_discreetly(book) if discreet else _for_others(book)
    about = book.communities.get(community.id, community) if community else None
    choice = choose(book, now=now, since=since, until=until, community=about)
    html: str = (
        _environment()
        .get_template("page.html")
        .render(
            **_policy(),
            **_title(book, choice),
            **_parts(book, choice, now),
            colophon=_colophon(now, is_discreet=discreet),
        )
    )
    return html


def year_page(book: Book, *, now: datetime, since: date | None = None, discreet: bool = False) -> str:
    """Return the page about a year: five questions, with what the records answer; the same for the same book and now.

    Args:
        book: What is told of.
        now: The moment of writing, in the member's zone: days are the member's, and nothing later is told.
        since: A day of the year that is meant; this year, where none is given.
        discreet: Name people by their initials.
    """
    book = told_discreetly(book) if discreet else _for_others(book)
    year = since.year if since else now.year
    chapters = [
        Chapter(
            id=question.item.key,
            name=question.item.text,
            sections=(_html(answer(question, book)),),
            count=len(question.notes),
        )
        for question in yearly(book, year, now=now)
    ]
    html: str = (
        _environment()
        .get_template("page.html")
        .render(
            **_policy(),
            kicker="Looking back on",
            title=str(year),
            teller=" ".join(book.me.name.split()),
            span=f"up to {long_day(now.date())}" if year == now.year else "",
            counted="",
            months=None,
            lives=None,
            interests=None,
            has_charts=False,
            years=(),
            chapters=chapters,
            colophon=_colophon(now, is_discreet=discreet),
        )
    )
    return html


def _parts(book: Book, choice: Choice, now: datetime) -> dict[str, object]:
    """Return what the page is made of: the charts, the years, the communities and the people."""
    charts = {
        "months": showing_up(book, choice, now),
        "lives": lives(choice, now),
        "interests": interests(book, choice),
    }
    communities = tuple(_html(community_section(book, one)) for one in by_name(choice.communities))
    people = tuple(_html(person_section(book, one)) for one in by_name(choice.people))
    chapters = (
        Chapter(id="communities", name="Communities", sections=communities, count=len(communities)),
        Chapter(id="people", name="People", sections=people, count=len(people)),
    )
    return {
        **charts,
        "has_charts": any(charts.values()),
        "years": tuple(_years(choice.entries)),
        "chapters": [chapter for chapter in chapters if chapter.sections],
    }


def _for_others(book: Book) -> Book:
    """Return the book without what is in it for the member alone: how to reach people, and notes about them."""
    people = {one.id: replace(one, emails=(), channels=(), note="") for one in book.people.values()}
    return with_fields(book, people=people)


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("cop_tui.exchange", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.filters["capitalize_first"] = _capitalised
    return environment


def _shown(value: object) -> object:
    """Let no character into the page that isn't one: every text that comes to it has gone through here."""
    return visible(value) if type(value) is str else value


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _html(markdown: str) -> "Markup":
    from markupsafe import Markup

    return Markup(to_html(markdown))  # noqa: S704 - made of escaped text and our own tags


def _policy() -> dict[str, "Markup"]:
    """Return the style, the script, and the policy that allows these two and nothing else."""
    from markupsafe import Markup

    style, script = (_part(name) for name in ("page.css", "page.js"))
    rules = (
        "default-src 'none'",
        f"style-src '{_hash(style)}'",
        f"script-src '{_hash(script)}'",
        "img-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return {"style": Markup(style), "script": Markup(script), "policy": Markup("; ".join(rules))}  # noqa: S704 - ours


def _part(name: str) -> str:
    return files("cop_tui.exchange").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _title(book: Book, choice: Choice) -> dict[str, str]:
    told = choice.entries
    counts = Counter(entry.kind for entry in told)
    words = [counted(counts[kind], one, many) for kind, one, many in _COUNTED if counts[kind]]
    met = [counted(len(choice.people), "person", "people")] if choice.people and not choice.community else []
    communities = [counted(len(choice.communities), "community", "communities")] if choice.communities else []
    return {
        "kicker": "The story of" if choice.community else "",
        "title": " ".join(choice.community.name.split()) if choice.community else "The story so far",
        "teller": " ".join(book.me.name.split()),
        "span": " to ".join(map(long_day, choice.days)),
        "counted": listed([*words, *([] if choice.community else communities), *met], most=9) if words else "",
    }


def _years(told: Sequence[Entry]) -> Iterator[Year]:
    for number, group in groupby(told, lambda entry: entry.day.year):
        of_year = list(group)
        counts = Counter(entry.kind for entry in of_year)
        words = [counted(counts[kind], one, many) for kind, one, many in _COUNTED if counts[kind]]
        yield Year(id=f"y{number}", name=str(number), counted=listed(words), months=tuple(_months(of_year)))


def _months(told: Sequence[Entry]) -> Iterator[Month]:
    for month, of_month in groupby(told, lambda entry: entry.day.month):
        days = tuple(_days(list(of_month)))
        name, year = MONTHS[month - 1].title(), days[0].iso[:4]
        yield Month(id=f"m{days[0].iso[:7]}", name=f"{name} {year.lstrip('0')}", short=name, days=days)


def _days(told: Sequence[Entry]) -> Iterator[Day]:
    for day, of_day in groupby(told, lambda entry: entry.day):
        yield Day(
            id=f"d{day.isoformat()}",
            iso=day.isoformat(),
            weekday=WEEKDAYS[day.weekday()].title(),
            said=f"{day.day} {MONTHS[day.month - 1].title()}",
            entries=tuple(map(_told, of_day)),
        )


def _told(entry: Entry) -> Told:
    return Told(
        kind="story" if entry.is_story else "short",
        html=_html(entry.text.removesuffix(entry.about)),
        about=_html(entry.about) if entry.about else "",
    )


def _colophon(now: datetime, *, is_discreet: bool) -> str:
    people = " People are named by their initials." if is_discreet else ""
    return f"Written on {long_day(now.date())} from a cop-tui notebook.{people} It fetches nothing from anywhere."
