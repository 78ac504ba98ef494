"""The journal: the story as one Markdown document."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community, Element, Level, Place, Stage, StageMove, Taker, Tick
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Answer, Invitation, Offer, Recipient, State, Way
from cop_tui.domain.learning import Climb, FollowUp, Learning
from cop_tui.domain.member import Member
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Channel, Contact, Person
from cop_tui.domain.purpose import Purpose, Rung
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.exchange.markdown import journal
from cop_tui.practice.demo import demo_book

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)
FRIDAY = datetime(2026, 11, 20, 18, 0, tzinfo=BERLIN)
DAY = timedelta(days=1)


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def told(*records: Record, **choice: Any) -> str:
    """Return the journal of a book that holds these records, without its title and contents."""
    return journal(book_of(*records), now=NOW, **choice).split("\n## ", 1)[-1]


def story(title: str = "", body: str = "", **fields: Any) -> Story:
    """Return a story of Friday evening."""
    return fresh(Story, NOW, **{"title": title, "body": body, "on": FRIDAY, **fields})


ANA = fresh(Person, NOW, id="ana", name="Ana Silva")
LI = fresh(Person, NOW, id="li", name="Li")
RUST = fresh(Community, NOW, id="rust", name="Rust study group")


def test_an_empty_book_has_a_journal() -> None:
    """It says so, and ends in one newline."""
    assert "# A journal\n\nNothing is written here yet.\n" == journal(Book(), now=NOW)


def test_the_title_page_names_the_member_and_the_span() -> None:
    """With the years, what is in them, and the last chapters."""
    me = fresh(Member, NOW, name="Maya *O*")
    old = story("Old", on=FRIDAY.replace(year=2025))
    kept = fresh(Commitment, NOW, what="Meet", start=FRIDAY, outcome=Outcome.KEPT, closed_on=FRIDAY.astimezone(UTC))
    lines = journal(book_of(me, story("A"), story("B"), old, kept, ANA, RUST), now=NOW).split("\n")

    assert [
        "# The journal of Maya \\*O\\*",
        "",
        "*20 November 2025 to 20 November 2026*",
        "",
        "- [2025](#2025): 1 story",
        "- [2026](#2026): 2 stories and 1 promise kept",
        "- [Communities](#communities)",
        "- [People](#people)",
        "",
        "## 2025",
    ] == lines[:10]


def test_a_story_is_told_in_full() -> None:
    """Its title below its day, its headings below that, and what it is about in a line."""
    gathering = fresh(Commitment, NOW, id="circle", what="Reading circle", start=FRIDAY)
    text = told(
        story(
            "A [good] day",
            "# Why\nBecause.\n\n```\n# code\n```",
            community="rust",
            commitment="circle",
            people=("ana", "li"),
            tags=("fun", "food"),
            starred=True,
            element=Element.PEOPLE,
            cycles=(Cycle(cycle=Value.APPLIED, text="Used\nit", on=NOW),),
        ),
        *(gathering, ANA, LI, RUST),
    )

    assert text.startswith(
        "2026\n\n### November 2026\n\n#### Friday, 20 November\n\n##### A \\[good\\] day\n\n###### Why\nBecause.\n\n"
        "```\n# code\n```\n\n**Applied**, 23 November 2026: Used\\\nit\n\n"
        "*★ · Rust study group · at Reading circle · with Ana Silva and Li · \\#fun \\#food*\n\n## Communities\n\n"
    )


def test_a_story_without_a_title_is_set_off() -> None:
    """From whatever stands before it on its day; alone it needs nothing."""
    first, second = story(body="One"), story(body="Two", on=FRIDAY + timedelta(hours=1))

    assert "#### Friday, 20 November\n\nOne\n\n* * *\n\nTwo\n" in told(first, second)
    assert "Set a goal: *Sing*.\n\n* * *\n\nOne\n" in told(first, fresh(Goal, FRIDAY, text="Sing"))


def test_what_is_short_comes_before_the_stories_of_a_day() -> None:
    """So that it does not read as a part of them; both in the order of the hours."""
    late, early = story("Late"), story("Early", on=FRIDAY - timedelta(hours=3))
    text = told(late, early, fresh(Goal, FRIDAY + timedelta(hours=2), text="Sing"))

    assert text.index("Sing") < text.index("Early") < text.index("Late")


def kept(what: str = "Rust evening", outcome: Outcome = Outcome.KEPT, **fields: Any) -> Commitment:
    """Return a promise of Friday evening that was closed two days later."""
    closed = (FRIDAY + 2 * DAY).astimezone(UTC)
    return fresh(Commitment, NOW, **{"what": what, "start": FRIDAY, "outcome": outcome, "closed_on": closed, **fields})


def test_what_was_kept_stands_on_its_day() -> None:
    """With its reflection and what was noted at the gathering."""
    ticks = (
        Tick(checklist="after-gathering", item="take-away", note="A recipe"),
        Tick(checklist="after-gathering", item="try", on=NOW.date()),
        Tick(checklist="of-a-later-version", item="x", note="unknown"),
    )
    text = told(
        kept(community="rust", reflection="Six people\n# one stove", occasions=ticks), RUST, until=FRIDAY.date()
    )

    assert (
        "#### Friday, 20 November\n\nShowed up at *Rust evening*, with Rust study group.\n\n"
        "> Six people\\\n> \\# one stove\n\n*What do I take away?* A recipe\n\n## Communities" in text
    )
    assert "Showed up at *Rust study group*.\n" in told(kept("Rust study group", community="rust"), RUST)


def test_a_promise_to_do_something_is_told_as_one() -> None:
    """An undated one stands on the day it was closed, an all-day one on its day in every zone."""
    undated = kept("Send notes", kind=Promise.DO, start=None)
    whole = kept("Bake", kind=Promise.DO, start=whole_day(date(2026, 11, 19)), all_day=True)
    text = journal(book_of(undated, whole), now=NOW.astimezone(ZoneInfo("America/New_York")))

    assert (
        "#### Thursday, 19 November\n\nKept a promise: *Bake*.\n\n"
        "#### Sunday, 22 November\n\nKept a promise: *Send notes*." in text
    )


def test_what_was_not_kept_is_told_where_there_are_words_about_it() -> None:
    """Neutrally; without a word it is left out."""
    missed, excused, released = (
        kept(what, outcome, reflection="A cold")
        for what, outcome in zip("ABC", ("missed", "excused", "released"), strict=True)
        for outcome in (Outcome(outcome),)
    )
    text = told(missed, excused, released, kept("D", Outcome.MISSED), kept("E", Outcome.OPEN, reflection="Hm"))

    for sentence in ("Missed *A*.", "Could not come to *B*, and said so.", "*C* was called off."):
        assert f"{sentence}\n\n> A cold" in text
    assert "*D*" not in text
    assert "*E*" not in text


def test_learning_is_told_with_its_source_and_its_rungs() -> None:
    """On the day it was learned, on the days it climbed, and on those it came back."""
    goal = fresh(Goal, NOW, id="goal", text="Ask more")
    entry = fresh(
        Learning,
        NOW,
        text="Ask | early",
        on=FRIDAY - 4 * DAY,
        community="rust",
        people=("ana",),
        goal="goal",
        purpose=Purpose.HELPING,
        rung=Rung.HELPED,
        climbs=(Climb(rung=Rung.ASKED, on=FRIDAY - 4 * DAY), Climb(rung=Rung.HELPED, on=FRIDAY - 2 * DAY)),
        tags=("asking",),
        links=("https://example.org",),
        follow_ups=(FollowUp(on=FRIDAY, text="It works"), FollowUp(on=NOW, text=" ")),
    )
    text = told(entry, goal, ANA, RUST, until=FRIDAY.date())

    assert (
        "#### Monday, 16 November\n\nLearned from Ana Silva, with Rust study group:\n\n> Ask \\| early\n\n"
        "*Helping · helped by now · towards Ask more · \\#asking · https://example.org*\n\n"
        "#### Wednesday, 18 November\n\nHelped: “Ask \\| early”\n\n"
        "#### Friday, 20 November\n\nCame back to “Ask \\| early”:\n\n> It works\n\n" in text
    )
    assert "Learned:\n\n> Alone\n\n*Individual development · noticed*" in told(
        fresh(Learning, NOW, text="Alone", on=FRIDAY)
    )


def test_a_story_comes_back_by_its_name() -> None:
    """By its title, or its first line."""
    again = FollowUp(on=NOW, text="Still")

    assert "Came back to “Map”:\n\n> Still" in told(story("Map", follow_ups=(again,)))
    assert "Came back to “Map it”:\n\n> Still" in told(story(body="# Map it\nnow", follow_ups=(again,)))


def cares(who: str, subject: str, depth: Depth = Depth.CURIOUS, note: str = "") -> Interest:
    """Return an interest of Friday evening."""
    return fresh(Interest, NOW, id=subject, who=who, subject=subject, depth=depth, note=note, on=FRIDAY)


def test_who_was_asked_is_told_with_what_they_care_about() -> None:
    """All that was said at one time in one sentence; the contact that asking logs is not told twice."""
    ana = replace_contacts(ANA, "cares about Cello, Rust", "Met at the station", "")
    asked = (cares("ana", "Rust", Depth.CAN_HELP), cares("ana", "Cello", note="Bach"))
    text = told(ana, *asked, cares("me", "Tea", Depth.PRACTISING))

    assert "Asked Ana Silva, who cares about Cello and Rust (can help).\n\n> Cello: Bach\n\n" in text
    assert "Shared an interest in Tea (practising).\n" in text
    assert "In touch with Ana Silva:\n\n> Met at the station\n\n" in text
    assert "In touch with Ana Silva.\n" in text
    assert "cares about Cello, Rust" not in text
    assert "> cares about Cello, Rust" in told(ana)


def replace_contacts(person: Person, *texts: str) -> Person:
    """Return the person with contacts of Friday evening."""
    return fresh(
        Person, NOW, id=person.id, name=person.name, contacts=tuple(Contact(on=FRIDAY, text=one) for one in texts)
    )


def test_invitations_sent_are_told_with_the_answers() -> None:
    """Those received are not: a yes to them is told when it was kept."""
    people = (
        Recipient(person="ana", answer=Answer.YES),
        Recipient(person="gone", answer=Answer.YES),
        Recipient(person="li", answer=Answer.MAYBE),
    )
    sent = fresh(
        Invitation,
        NOW,
        way=Way.SENT,
        title="Compilers",
        recipients=people,
        start=NOW + DAY,
        timezone="Europe/Berlin",
        note="Tea",
    )
    idea = fresh(Invitation, NOW, way=Way.SENT, kind=Offer.PROPOSAL, title="Walks", state=State.WITHDRAWN, stamp=FRIDAY)
    text = told(sent, idea, fresh(Invitation, NOW, title="Received"), ANA, LI)

    assert (
        "Invited Ana Silva, someone and Li to *Compilers* on 24 November 2026. "
        "Ana Silva and someone said yes. Li said perhaps.\n\n> Tea" in text
    )
    assert "#### Friday, 20 November\n\nProposed *Walks* to people. It was withdrawn.\n" in text
    assert "Received" not in text


def test_the_life_of_a_community_is_woven_in() -> None:
    """Its stages on and back, joining with its reason, leaving with its reason."""
    community = fresh(
        Community,
        NOW,
        name="Circle",
        why="Curious",
        stages=tuple(
            StageMove(stage=stage, on=(FRIDAY + days * DAY).date())
            for days, stage in enumerate((Stage.POTENTIAL, Stage.MATURING, Stage.COALESCING))
        ),
        joined_on=FRIDAY.date(),
        left_on=NOW.date(),
        occasions=(Tick(checklist="leaving", item="why", note="Moved away"),),
    )
    text = told(community)

    for sentence in (
        "Circle was at the stage *potential*.",
        "Circle moved on to *maturing*.",
        "Circle moved back to *coalescing*.",
        "Joined Circle.\n\n> Curious",
        "Left Circle.\n\n> Moved away",
    ):
        assert f"{sentence}\n\n" in text
    assert "Left B.\n\n## Communities" in told(fresh(Community, NOW, name="B", left_on=NOW.date()))


def test_goals_are_set_reached_and_let_go() -> None:
    """Each on its day."""
    reached = fresh(Goal, FRIDAY, text="Talk", why="To grow", by=NOW.date(), state=Pursuit.REACHED, closed_on=NOW)
    let_go = fresh(Goal, FRIDAY, text="", state=Pursuit.LET_GO, closed_on=NOW.astimezone(UTC))
    text = told(reached, let_go)

    assert "Set a goal: *Talk*, by 23 November 2026.\n\n> To grow\n" in text
    assert "Reached a goal: *Talk*.\n" in text
    assert "Let go of a goal: *something*.\n" in text


def test_the_chapter_of_a_community_has_what_there_is_to_know() -> None:
    """Subject, purpose, organisations, rhythm, places, stages, people, notes."""
    community = fresh(
        Community,
        NOW,
        name="Rust study group",
        subject="Rust",
        purpose=Purpose.HELPING,
        other_purposes=(Purpose.KNOWLEDGE, Purpose.INNOVATION),
        stage=Stage.COALESCING,
        stages=(StageMove(stage=Stage.COALESCING, on=FRIDAY.date()),),
        level=Level.CORE,
        organisations=("Uni", "Library"),
        people=(Taker(person="ana", level=Level.CORE, part="convenes"), Taker(person="gone")),
        rhythm=14,
        places=(Place(kind="room", text="Back room"), Place(text="list@example.org")),
        phases=(Tick(checklist="early-conversations", item="possible", note="A\nlot"),),
        occasions=(Tick(checklist="joining", item="runs"),),
        why="The kitchen",
        joined_on=FRIDAY.date(),
        left_on=NOW.date(),
    )

    assert journal(book_of(community, ANA), now=NOW).endswith(
        "## Communities\n\n### Rust study group\n\n> The kitchen\n\n"
        "It is about Rust. Its purpose is helping, and also knowledge and innovation. It crosses Uni and Library. "
        "It meets every 2 weeks. Find it here: Back room; list@example.org. My level is *core*. "
        "Joined on 20 November 2026. Left on 23 November 2026.\n\n"
        "How it lived:\n\n- *coalescing* from 20 November 2026\n\n"
        "Who takes part:\n\n- Ana Silva (core, convenes)\n- someone (peripheral)\n\n"
        "Noted on the way:\n\n- *What might be possible together?* A\\\n  lot\n\n"
        "## People\n\n### Ana Silva\n\nTakes part in Rust study group.\n"
    )


def test_the_chapter_of_people_has_what_there_is_to_know() -> None:
    """In the order of their names, accents aside."""
    stefan = fresh(
        Person,
        NOW,
        id="stefan",
        name="Ștefan",
        organisation="Uni",
        emails=("s@example.org",),
        channels=(Channel(kind="chat", address="@s"),),
        note="Trains",
    )
    text = told(stefan, fresh(Person, NOW, name="Zoë"), fresh(Person, NOW, name=""), ANA, cares("stefan", "rust"))

    assert text.endswith(
        "## People\n\n### Someone\n\n### Ana Silva\n\n### Ștefan\n\nUni. Cares about rust. "
        "Write to s@example.org, @s.\n\n> Trains\n\n### Zoë\n"
    )


def test_a_span_of_days_is_chosen() -> None:
    """Its first and last day are in it; the chapters tell of those who come up."""
    days = [story(f"Day {day}", on=FRIDAY + day * DAY, people=("ana",) if day == 1 else ("li",)) for day in range(4)]
    text = journal(book_of(*days, ANA, LI, RUST), now=NOW, since=date(2026, 11, 21), until=date(2026, 11, 21))

    assert ["##### Day 1"] == re.findall("##### .*", text)
    assert text.startswith(
        "# A journal\n\n*21 November 2026*\n\n- [2026](#2026): 1 story\n- [People](#people)\n\n## 2026"
    )
    assert ["### November 2026", "### Ana Silva"] == re.findall("(?m)^### .*", text)


def test_a_community_is_chosen() -> None:
    """What belongs to it, and its people."""
    circle = fresh(Community, NOW, id="circle", name="Circle", people=(Taker(person="li"),))
    book = book_of(
        story("Ours", community="circle"), story("Theirs", community="rust", people=("ana",)), circle, RUST, ANA, LI
    )
    text = journal(book, now=NOW, community=circle)

    assert ["##### Ours"] == re.findall("##### .*", text)
    assert "*Circle, 20 November 2026*" in text
    assert text.endswith("Who takes part:\n\n- Li (peripheral)\n\n## People\n\n### Li\n\nTakes part in Circle.\n")
    assert "*Circle*\n\nNothing is written here yet.\n\n- [Communities]" in journal(
        book_of(circle), now=NOW, community=circle
    )


def full(text: Callable[[], str]) -> Book:
    """Return a book with every kind of entry and every text from a source, all in the days of one week."""
    words = (text() for _ in iter(int, 1))
    say: Callable[[], str] = words.__next__
    said: dict[str, Any] = {"on": FRIDAY, "tags": (say(),), "community": "c", "people": ("p",)}
    back = (FollowUp(on=FRIDAY, text=say()),)
    ticks = (Tick(checklist="joining", item="why", note=say()), Tick(checklist="leaving", item="why", note=say()))
    return book_of(
        fresh(Member, NOW, name=say()),
        fresh(
            Person,
            NOW,
            id="p",
            name=say(),
            organisation=say(),
            emails=(say(),),
            note=say(),
            contacts=(Contact(on=FRIDAY, text=say()),),
        ),
        fresh(Person, NOW, name=say(), channels=(Channel(kind=say(), address=say()),)),
        fresh(Interest, NOW, who="p", subject=say(), note=say(), on=FRIDAY),
        fresh(Interest, NOW, who="me", subject=say(), note=say(), on=FRIDAY),
        fresh(
            Community,
            NOW,
            id="c",
            name=say(),
            subject=say(),
            why=say(),
            stages=(StageMove(stage=Stage.MATURING, on=FRIDAY.date()),),
            joined_on=FRIDAY.date(),
            left_on=NOW.date(),
            organisations=(say(), say()),
            people=(Taker(person="p", part=say()),),
            places=(Place(text=say()), Place(text=say())),
            phases=(Tick(checklist="next-steps", item="dates", note=say()),),
            occasions=ticks,
        ),
        fresh(Invitation, NOW, way=Way.SENT, title=say(), note=say(), recipients=(Recipient(person="p"),)),
        kept(say(), reflection=say(), community="c", id="k", occasions=ticks),
        kept(say(), Outcome.MISSED, reflection=say()),
        fresh(Goal, NOW, id="g", text=say(), why=say()),
        fresh(Learning, NOW, text=say(), goal="g", links=(say(),), follow_ups=back, **said),
        story(
            say(),
            say(),
            commitment="k",
            cycles=(Cycle(cycle=Value.REALISED, text=say(), on=NOW),),
            follow_ups=back,
            **said,
        ),
        story("", say()),
        story(say(), say(), on=FRIDAY - 2 * DAY),
    )


LINES = st.one_of(
    st.sampled_from(
        [
            *(
                "# a",
                "## 2026",
                "### b",
                "===",
                "---",
                "```",
                "~~~",
                "> # q",
                "- # l",
                "1. # n",
                "> ===",
                "- ```",
                "* * *",
                "",
            ),
            *(
                "<!--",
                "-->",
                "<div>",
                "<pre>",
                "<script>",
                "[x]: /u",
                "| a |",
                "- a",
                "    # c",
                "\\",
                "`",
                "*",
                "**",
                "_",
                "\r",
            ),
            *("\x85", "\u2028", "\0", "\ud800", "\u202e", "a", "&lt;", "]", "](", "!["),
        ]
    ),
    st.text(st.characters(), max_size=8),
)
NASTY = st.lists(LINES, max_size=5).map("\n".join)


def outline(document: str) -> list[tuple[int, str, int]]:
    """Return the headings of a document down to the days, as another program reads it: level, words, depth."""
    tokens = MarkdownIt("commonmark", {"maxNesting": 100}).parse(document)
    found = [
        (int(token.tag[1:]), inline.content, token.level)
        for token, inline in pairwise(tokens)
        if token.type == "heading_open"
    ]
    return [heading for heading in found if heading[0] <= 4]


@settings(max_examples=60)
@given(st.data())
def test_no_text_of_a_member_alters_the_outline(data: st.DataObject) -> None:
    """Title, years, months, days and chapters are ours alone, whatever stands in any field."""
    document = journal(full(lambda: data.draw(NASTY)), now=NOW)
    plain = journal(full(lambda: "plain"), now=NOW)

    document.encode()
    assert [(level, depth) for level, _, depth in outline(plain)] == [
        (level, depth) for level, _, depth in outline(document)
    ]
    assert [words for level, words, _ in outline(plain) if level in (2, 4)] == [
        words for level, words, _ in outline(document) if level in (2, 4)
    ]
    assert document.endswith("\n")
    assert not document.endswith("\n\n")


DEMO = demo_book(NOW)


def test_a_year_in_a_life_is_told_whole() -> None:
    """Every story, everything kept and learned; the days in their order."""
    document = journal(DEMO, now=NOW)
    days = [datetime.strptime(f"{day} {month[-4:]}", "%A, %d %B %Y") for month, day in days_of(document)]  # noqa: DTZ007

    assert [*sorted(set(days))] == days
    assert all(one.title in document.replace("\\", "") for one in DEMO.stories.values())
    assert sum(one.outcome is Outcome.KEPT for one in DEMO.commitments.values()) == len(
        re.findall("(?m)^(?:Showed up at|Kept a promise:) ", document)
    )
    assert len(DEMO.learning) == len(re.findall("(?m)^Learned.*:$", document))
    assert len(DEMO.people) + len(DEMO.communities) == len(re.findall("(?m)^### ", document.split("## Communities")[1]))


def days_of(document: str) -> list[tuple[str, str]]:
    """Return every day's heading with that of its month."""
    found: list[tuple[str, str]] = []
    month = ""
    for level, words, _ in outline(document):
        month = words if level == 3 else month
        found += [(month, words)] if level == 4 else []
    return found


def test_the_same_book_makes_the_same_journal() -> None:
    """In whatever order its records came."""
    tables: dict[str, Any] = {}
    for kind in KINDS:
        records = [*DEMO.of(kind).items()]
        random.Random(7).shuffle(records)  # noqa: S311 - not for secrets
        tables[kind.table] = dict(records)

    assert journal(DEMO, now=NOW) == journal(replace(DEMO, **tables), now=NOW)
