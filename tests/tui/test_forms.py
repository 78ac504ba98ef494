"""What the words in a form's blanks make of a record: days and hours on whatever clock, and nothing by the way."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Level, Taker, Tick
from cop_tui.domain.errors import Refused
from cop_tui.domain.interest import Interest
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.field import PHASES
from cop_tui.practice.learn import climb
from cop_tui.tui.dialogs.forms.blank import Given
from cop_tui.tui.dialogs.forms.communities import COMMUNITY
from cop_tui.tui.dialogs.forms.table import COMMITMENT
from cop_tui.tui.dialogs.naming import subjects_in

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 9, tzinfo=BERLIN)
ABROAD = fresh(
    Commitment,
    NOW,
    what="Open call",
    start=datetime(2026, 11, 26, 12, tzinfo=NEW_YORK),
    end=datetime(2026, 11, 26, 13, tzinfo=NEW_YORK),
    timezone="America/New_York",
)
AT_HOME = msgspec.structs.replace(ABROAD, timezone="Europe/Berlin")
DAYS = fresh(
    Commitment,
    NOW,
    what="Retreat",
    start=datetime(2026, 12, 26, tzinfo=UTC),
    end=datetime(2026, 12, 28, tzinfo=UTC),
    all_day=True,
)


def filled(record: Record, **words: str) -> Any:
    """Return a record after these words were written into its form, one blank after the other."""
    for blank in COMMITMENT:
        if blank.name in words:
            read = blank.read(Given(Book(), words[blank.name], NOW, record))
            record = msgspec.structs.replace(record, **read)
    return record


def shown(record: Record) -> dict[str, str]:
    """Return what stands in the form of a record."""
    return {blank.name: blank.shows(Book(), record, NOW) for blank in COMMITMENT}


@pytest.mark.parametrize("words", ["20:00", "2026-11-26 20:00", "26 nov 20:00"])
def test_an_end_is_on_the_clock_that_the_form_shows(words: str) -> None:
    """Wherever the gathering is: what was typed is what stands there the next time."""
    made = filled(ABROAD, end=words)

    assert ("2026-11-26 18:00", "2026-11-26 20:00") == (shown(made)["start"], shown(made)["end"])
    assert 2 == (made.end - made.start).total_seconds() / 3600


def test_a_start_keeps_the_zone_of_its_gathering() -> None:
    """An hour that is changed from afar does not move a gathering to another clock, which has other summers."""
    made = filled(ABROAD, start="2026-11-26 19:00")

    assert ("America/New_York", 13) == (made.timezone, made.start.hour)
    assert ("2026-11-26 19:00", "2026-11-26 20:00") == (shown(made)["start"], shown(made)["end"])


def test_whole_days_end_with_a_day() -> None:
    """An hour is no end of them, and a day is none of what begins at an hour; both are said."""
    assert "2026-12-30" == shown(filled(DAYS, end="30 dec"))["end"]
    with pytest.raises(Refused, match="whole days"):
        filled(DAYS, end="20:00")
    with pytest.raises(Refused, match="at an hour"):
        filled(ABROAD, end="2026-11-27")


@pytest.mark.parametrize(
    ("record", "field", "words"),
    [
        (AT_HOME, "start", "9999-12-31 23:59"),
        (ABROAD, "start", "0001-01-01 01:30"),
        (ABROAD, "end", "0001-01-01 01:30"),
        (DAYS, "start", "9999-12-31"),
        (DAYS, "end", "9999-12-31"),
    ],
)
def test_the_ends_of_the_calendar_are_told(record: Record, field: str, words: str) -> None:
    """What would end after the last day, or begin before the first one over there, is refused in words."""
    with pytest.raises(Refused, match="No calendar goes so far"):
        filled(record, **{field: words})


def _put(record: Record) -> Change:
    return Change(sentence="Changed it", at=NOW, put=(record,))


async def test_a_line_of_a_checklist_keeps_what_was_not_touched(opened: Any) -> None:
    """A note beside it does not open again what was ticked meanwhile, and a tick rewrites no note."""
    checklist, item = PHASES[0].key, PHASES[0].items[0].key
    place = opened(fresh(Community, NOW, id="birds", name="Birds"))
    async with place.app.run_test() as pilot:
        place.app.action_open("tick", ("birds", checklist, item))
        await pilot.pause()
        birds = place.book.communities["birds"]
        ticked = Tick(checklist=checklist, item=item, on=NOW.date(), note="Two\nlines\x07")
        other = msgspec.structs.replace(birds, phases=(ticked,))
        place.notebook.apply(_put(other))

        await pilot.press("ctrl+s")
        await pilot.pause()

        assert (ticked,) == place.book.communities["birds"].phases


async def test_joining_keeps_what_was_not_touched(opened: Any) -> None:
    """The level and the reason that another program noted while the dialog was open stay."""
    place = opened(fresh(Community, NOW, id="birds", name="Birds", level=Level.PERIPHERAL))
    async with place.app.run_test() as pilot:
        place.app.action_open("join", ("birds",))
        await pilot.pause()
        birds = place.book.communities["birds"]
        place.notebook.apply(_put(msgspec.structs.replace(birds, level=Level.CORE, why="Owls")))

        await pilot.press("enter")
        await pilot.pause()

        made = place.book.communities["birds"]
        assert (Level.CORE, "Owls", NOW.date()) == (made.level, made.why, made.joined_on)


@pytest.mark.parametrize(
    ("words", "subjects"),
    [
        ("data, open", ["data, open"]),
        ("Birds, data, open, trees", ["Birds", "data, open", "trees"]),
        ("data", ["data"]),
        (" , ", []),
    ],
)
def test_a_subject_that_is_known_may_hold_a_comma(words: str, subjects: list[str]) -> None:
    """What a dialog fills in is one subject, as it was said; other commas part."""
    known = fresh(Interest, NOW, who="ana", subject="data, open", on=NOW)
    book = Book().apply(_put(known))

    assert subjects == subjects_in(book, words)


@pytest.mark.parametrize("dialog", ["merge-subject", "share", "ask"])
async def test_dialogs_about_a_subject_with_a_comma_mean_that_subject(opened: Any, dialog: str) -> None:
    """It is filled in and kept as it stands: no half of it becomes a subject."""
    said = {"b": ("li", "Open data"), "a": ("ana", "data, open")}
    interests = [fresh(Interest, NOW, id=key, who=who, subject=what, on=NOW) for key, (who, what) in said.items()]
    people = [fresh(Person, NOW, id=key, name=key.title()) for key in ("ana", "li")]
    place = opened(*interests, *people)
    async with place.app.run_test() as pilot:
        place.app.action_open(dialog, {"merge-subject": ("b", "a"), "share": ("a",), "ask": ("li", "a")}[dialog])
        await pilot.pause()

        await pilot.press("ctrl+s")
        await pilot.pause()

        words = {word for one in place.book.interests.values() for word in (one.subject, *one.aliases)}
        assert (2, {"Open data", "data, open"}) == (len(place.notebook.history()), words)


async def test_a_rung_that_was_climbed_meanwhile_is_not_climbed_past(opened: Any) -> None:
    """The dialog climbs to the rung that it names, or says that it is another one by now."""
    learned = fresh(Learning, NOW, id="one", text="A borrow is a loan", on=NOW)
    place = opened(learned)
    async with place.app.run_test() as pilot:
        place.app.action_open("learn", ("one",))
        await pilot.pause()
        await pilot.press("tab", "right")
        place.notebook.apply(climb(place.book, learned, now=NOW))
        reached = place.book.learning["one"].rung

        await pilot.press("ctrl+s")
        await pilot.pause()

        assert reached == place.book.learning["one"].rung
        assert f"It is on {reached} by now" in place.shown()


def test_names_with_commas_and_parts_with_brackets_stay_when_another_is_added() -> None:
    """Whatever stands in a list of a form is the same when a line is added to it."""
    people = [fresh(Person, NOW, id=key, name=name) for key, name in (("ana", "Ana Lind"), ("li", "Li Zhang"))]
    ana = Taker(person="ana", level=Level.CORE, part="hosts (with cake), convenes")
    birds = fresh(Community, NOW, name="Birds", organisations=("Smith, Lee & Co",), people=(ana,))
    book = Book().apply(Change(sentence="", at=NOW, put=(*people, birds)))
    blanks = {blank.name: blank for blank in COMMUNITY}

    def read(name: str, more: str) -> Any:
        blank = blanks[name]
        return blank.read(Given(book, blank.shows(book, birds, NOW) + more, NOW, birds))

    assert {"organisations": ("Smith, Lee & Co", "TU")} == read("organisations", ", TU")
    assert {"people": (ana, Taker(person="li"))} == read("takers", "\nLi Zhang")


async def test_words_about_a_promise_that_nobody_touched_stay(opened: Any) -> None:
    """What another program wrote while the dialog was open is not written over with what stood there before."""
    place = opened(ABROAD)
    async with place.app.run_test() as pilot:
        place.app.action_open("reflect", (ABROAD.id,))
        await pilot.pause()
        place.notebook.apply(_put(msgspec.structs.replace(ABROAD, reflection="It was warm.")))

        await pilot.press("ctrl+s")
        await pilot.pause()

        assert "It was warm." == place.book.commitments[ABROAD.id].reflection
