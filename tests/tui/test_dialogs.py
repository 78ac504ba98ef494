"""The dialogs of the verbs: by keys alone, with whatever is typed in them."""

from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec
import pytest
from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, Static

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Promise
from cop_tui.domain.community import Community, Element, Level, Taker
from cop_tui.domain.errors import CopError
from cop_tui.domain.goal import Goal
from cop_tui.domain.interest import Depth
from cop_tui.domain.invitation import Answer, Invitation, Offer, Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME
from cop_tui.domain.person import Person
from cop_tui.domain.purpose import RUNGS, Purpose, Rung
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.nudges import nudges
from cop_tui.tui.app import CopApp
from cop_tui.tui.dialogs import tell as tell_module
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.came_back import CameBackDialog
from cop_tui.tui.dialogs.edit import MemberDialog, RhythmDialog
from cop_tui.tui.dialogs.table import DIALOGS
from cop_tui.tui.widgets.choice import Choice
from cop_tui.tui.widgets.lines import Lines
from cop_tui.tui.widgets.row_list import RowList

Records = tuple[Record, ...]
NORMAL, NARROW = (120, 36), (80, 24)
HOSTILE = "[/x] [WIP] é 你好"
R = TypeVar("R", bound=Record)


async def write(pilot: Pilot[Any], text: str) -> None:
    """Type a text, letter by letter, without the pause that the pilot makes after each."""
    driver = pilot.app._driver
    assert driver is not None
    for letter in text:
        key = Key("enter" if letter == "\n" else _character_to_key(letter), letter)
        key.set_sender(pilot.app)
        driver.send_message(key)
    await pilot.pause()


async def fill(pilot: Pilot[Any], **texts: str) -> None:
    """Type into the fields of these ids, going there with Tab."""
    for field, text in texts.items():
        for _ in range(12):
            if pilot.app.focused is not None and pilot.app.focused.id == field:
                break
            await pilot.press("tab")
        assert pilot.app.focused is not None
        assert field == pilot.app.focused.id
        await write(pilot, text)


async def open_about(pilot: Pilot[Any], dialog: str, *about: str) -> Dialog:
    """Open a dialog about records, as a nudge does."""
    assert isinstance(pilot.app, CopApp)
    pilot.app.action_open(dialog, about)
    await pilot.pause()
    assert isinstance(pilot.app.screen, Dialog)
    return pilot.app.screen


def only(records: Any, kind: type[R]) -> R:
    """Return the one record that there is of a kind."""
    (record,) = records.values()
    assert isinstance(record, kind)
    return record


def newest(records: Any) -> Any:
    """Return the record that was written down last."""
    return list(records.values())[-1]


@pytest.mark.parametrize(("verb", "field"), [("l", "text"), ("a", "who"), ("t", "text")])
async def test_what_is_typed_right_behind_the_key_is_in_the_field(opened: Any, verb: str, field: str) -> None:
    """Quick fingers lose no letter to the opening of a dialog, and open no other one."""
    today = opened()
    async with today.app.run_test(size=NORMAL) as pilot:
        await write(pilot, f"{verb}list")
        await pilot.pause()

        assert isinstance(today.app.screen, Dialog)
        assert today.app.screen.text(field) == "list"
        assert len(today.app.screen_stack) == 2


async def test_share_notes_what_you_care_about(opened: Any) -> None:
    """Subjects with commas, a depth chosen with the arrows, a note; Enter keeps all of it."""
    today = opened()
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("s")
        await fill(pilot, subjects="Rust, compilers")
        await pilot.press("tab", "right", "right", "right", "left")
        await fill(pilot, note="the borrow checker")
        await pilot.press("enter")

        cares = today.book.interests_by_person[ME]
        assert ["Rust", "compilers"] == [one.subject for one in cares]
        assert {(Depth.PRACTISING, "the borrow checker")} == {(one.depth, one.note) for one in cares}


async def test_share_leaves_a_depth_alone_that_is_not_said(opened: Any) -> None:
    """Sharing a subject again without saying how deep makes it no shallower."""
    today = opened()
    async with today.app.run_test(size=NARROW) as pilot:
        for keys in (("tab", "space", "space", "enter"), ("enter",)):
            await pilot.press("s", *"Rust", *keys)
            await pilot.pause()

        (interest,) = today.book.interests_by_person[ME]
        assert Depth.PRACTISING is interest.depth
        assert 2 == len(today.notebook.history())


async def test_invite_with_a_date_is_an_invitation(opened: Any, day: Records) -> None:
    """To people known and new, of a community, with the date understood before it counts."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("i")
        await fill(pilot, title="Lints, together", people="li zh")
        await pilot.press("right", *", Zoë Q")
        await fill(pilot, community="rust study group", when="fri 18:00", place="Library", link="https://x.example")
        assert "Fri 27 Nov 18:00" in today.shown()
        await fill(pilot, note="Bring one.")
        await pilot.press("enter")

        made = newest(today.book.invitations)
        names = [today.book.people[one.person].name for one in made.recipients]
        assert ("Lints, together", ["Li Zhang", "Zoë Q"], "rust") == (made.title, names, made.community)
        assert (Offer.INVITATION, Way.SENT, "Library", "Bring one.") == (made.kind, made.way, made.place, made.note)
        assert ("https://x.example", "2026-11-27T18:00:00+01:00") == (made.link, made.start.isoformat())


async def test_invite_without_a_date_is_a_proposal(opened: Any, day: Records) -> None:
    """A title is enough; whom to ask may come later."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("i", *"Lunch?", "enter")

        assert Offer.PROPOSAL is newest(today.book.invitations).kind


async def test_invite_about_a_spark_has_people_and_question_filled_in(opened: Any, day: Records) -> None:
    """What the people share is asked about; people of no spark bring no title."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        spark = await open_about(pilot, "invite", "ana", "kofi", "li")
        assert "Shall we meet about compilers?" == spark.words("title")
        assert "Ana Lind, Kofi Mensah, Li Zhang" == spark.words("people")
        await pilot.press("enter")

        made = newest(today.book.invitations)
        assert ["ana", "kofi", "li"] == [one.person for one in made.recipients]
        assert "" == (await open_about(pilot, "invite", "li")).words("title")


async def test_invite_about_a_community_names_those_who_take_part_most(opened: Any, day: Records) -> None:
    """Three at most, core before active before peripheral, and the community itself."""
    takers = (
        *(Taker(person=one) for one in ("ana", "gone")),
        Taker(person="li", level=Level.ACTIVE),
        Taker(person="kofi", level=Level.CORE),
    )
    circle = fresh(Community, datetime.now(UTC), id="circle-of-four", name="Circle", people=takers)
    today = opened(*day, circle)
    async with today.app.run_test(size=NARROW) as pilot:
        dialog = await open_about(pilot, "invite", "circle-of-four")

        assert "Kofi Mensah, Li Zhang, Ana Lind" == dialog.words("people")
        assert ("Circle", "Circle") == (dialog.words("title"), dialog.words("community"))


async def test_y_says_yes_to_what_waits(opened: Any, day: Records) -> None:
    """Typing narrows, also by who asks; Enter says yes to the row that is marked, and the load is told before."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        dialog = await open_about(pilot, "yes")
        assert ["tonight", "breakfast", "launch", "reviews"] == [row.id for row in _rows(dialog)]
        await write(pilot, "zhang")
        await pilot.pause()
        assert ["breakfast", "own"] == [row.id for row in _rows(dialog)]
        assert "already" in today.shown()
        await pilot.press("enter")

        assert Answer.YES is today.book.invitations["breakfast"].answer
        assert ["breakfast"] == [one.invitation for one in today.book.commitments.values() if one.invitation]


async def test_y_works_where_no_row_asks_for_it(opened: Any, day: Records) -> None:
    """On an empty Today the key opens the dialog; on a row that is asked about it answers that row."""
    today = opened(fresh(Person, datetime.now(UTC), id="ana", name="Ana"))
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("y")
        await pilot.pause()
        assert "Nothing waits for you." in today.shown()

        await pilot.press(*"Call Ana", "enter")
        assert "Call Ana" == only(today.book.commitments, Commitment).what


async def test_y_says_once_more_that_one_comes(opened: Any, day: Records) -> None:
    """What begins soon stands first, and the arrows choose."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        dialog = await open_about(pilot, "yes", "tonight")
        assert "tonight" == _list(dialog).row.id  # type: ignore[union-attr]
        await pilot.press("down", "up", "enter")

        assert today.book.commitments["tonight"].confirmed_on is not None


async def test_y_dates_a_proposal(opened: Any, day: Records) -> None:
    """What has no date yet may be given one with the yes."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        await open_about(pilot, "yes", "reviews")
        await fill(pilot, when="fri 18:00")
        await pilot.press("enter")

        (made,) = (one for one in today.book.commitments.values() if one.invitation == "reviews")
        assert "2026-11-27T18:00:00+01:00" == made.start.isoformat()


async def test_y_with_other_words_is_a_promise_of_ones_own(opened: Any, day: Records) -> None:
    """Words that match nothing stand below as a promise, with a date and a community of its own."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        dialog = await open_about(pilot, "yes")
        assert ["what"] == [box.id for box in dialog.focus_chain]
        await write(pilot, HOSTILE)
        assert ["what", "when", "community"] == [box.id for box in dialog.focus_chain]
        await fill(pilot, when="fri", community="Rust study group")
        assert ["own"] == [row.id for row in _rows(dialog)]
        await pilot.press("enter")

        made = newest(today.book.commitments)
        assert (HOSTILE, "rust", Promise.DO, True) == (made.what, made.community, made.kind, made.all_day)


async def test_y_by_the_mouse(opened: Any, day: Records) -> None:
    """A click marks a row, a second one says yes to it."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        dialog = await open_about(pilot, "yes")
        line = _list(dialog).page.line(_list(dialog).page.index("launch") or 0)
        await pilot.click(RowList, offset=(6, line), times=2)
        await pilot.pause()

        assert Answer.YES is today.book.invitations["launch"].answer


async def test_learn_keeps_all_that_belongs_to_it(opened: Any, day: Records) -> None:
    """From whom, where, towards which goal, for which purpose, when: each by completion or the arrows."""
    goal = fresh(Goal, datetime.now(UTC), id="goal", text="Give a talk")
    today = opened(*day, goal)
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("l")
        await fill(pilot, text="A lint is a sentence #lints", people="ana l")
        await pilot.press("right")
        await fill(pilot, community="RUST study")
        await pilot.press("right")
        await fill(pilot, goal="give")
        await pilot.press("right", "tab", "right", "right")
        await fill(pilot, when="yesterday")
        await pilot.press("enter")

        made = newest(today.book.learning)
        assert ("A lint is a sentence #lints", ("ana",), "rust") == (made.text, made.people, made.community)
        assert ("goal", Purpose.HELPING, ("lints",)) == (made.goal, made.purpose, made.tags)
        assert "2026-11-22T12:00:00+01:00" == made.on.isoformat()


async def test_learn_about_something_learned_asks_what_came_of_it(opened: Any, day: Records) -> None:
    """It is quoted, a line is kept beside it, and the rung climbs where that is chosen."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        dialog = await open_about(pilot, "learn", "learned-3")
        assert isinstance(dialog, CameBackDialog)
        await fill(pilot, text=HOSTILE)
        await pilot.press("tab", "right", "enter")

        entry = today.book.learning["learned-3"]
        assert [HOSTILE] == [one.text for one in entry.follow_ups]
        assert Rung.TRIED is entry.rung


async def test_what_came_of_it_wants_a_word_or_a_rung(opened: Any, day: Records) -> None:
    """Nothing said is refused; a rung alone is enough."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        await open_about(pilot, "learn", "learned-3")
        await pilot.press("enter")
        await pilot.pause()
        assert "Nothing is said of it yet." in today.shown()
        await pilot.press("tab", "right", "enter")

        assert Rung.TRIED is today.book.learning["learned-3"].rung


async def test_what_came_of_a_story_or_of_the_top_rung_has_no_rung(opened: Any, day: Records) -> None:
    """There is nothing to climb; the line is kept all the same."""
    top = RUNGS[Purpose.HELPING][-1]
    solved = fresh(
        Learning, datetime.now(UTC), id="solved", text="It", on=datetime.now(UTC), purpose=Purpose.HELPING, rung=top
    )
    odd = fresh(Learning, datetime.now(UTC), id="odd", text="It", on=datetime.now(UTC), rung=top)
    today = opened(*day, solved, odd)
    async with today.app.run_test(size=NARROW) as pilot:
        for name, kind in (("tell", "dumplings"), ("learn", "solved")):
            dialog = await open_about(pilot, name, kind)
            assert not dialog.query(Choice)
            await pilot.press(*"Used", "enter")
            await pilot.pause()
        assert (await open_about(pilot, "learn", "odd")).query_one(Choice).options[1].name == "climbs to noticed"

        assert ["Used"] == [one.text for one in today.book.stories["dumplings"].follow_ups]
        assert ["Used"] == [one.text for one in today.book.learning["solved"].follow_ups]


async def test_tell_takes_several_lines(opened: Any, day: Records) -> None:
    """Enter begins a line there, ctrl+s keeps, and the keys line says so; elsewhere Enter keeps."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        dialog = await open_about(pilot, "tell", "rust", "ana")
        assert "ctrl+s keep  ctrl+e editor" in today.shown()
        await write(pilot, f"{HOSTILE}\n\n    indented\nend")
        await fill(pilot, title="Rain")
        assert "Enter keep" in today.shown()
        assert "Ana Lind" == dialog.words("people")
        await pilot.press("tab", "tab", "tab", "right", "right", "enter")

        made = newest(today.book.stories)
        assert (f"{HOSTILE}\n\n    indented\nend", "Rain", "rust") == (made.body, made.title, made.community)
        assert (("ana",), Element.PEOPLE) == (made.people, made.element)


async def test_tell_keeps_with_ctrl_s_from_the_text(opened: Any) -> None:
    """A line, ctrl+s, done."""
    today = opened()
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("t", *"It rained", "ctrl+s")

        assert "It rained" == only(today.book.stories, Story).body


async def test_the_text_grows_as_it_is_written(opened: Any) -> None:
    """Three lines at first, more where there are more, and never more than the screen has room for."""
    today = opened()
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("t")
        await pilot.pause()
        heights = []
        for _ in range(3):
            heights.append(today.app.screen.query_one(Lines).size.height)
            await pilot.press(*["enter"] * 6)
            await pilot.pause()

        assert [3, 7, 10] == heights


async def test_ctrl_e_hands_the_text_to_the_editor(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written there comes back into the dialog, to be kept or gone on with."""

    def edited(_: App[Any], start: str) -> str:
        return f"{start} and more\n\nmuch more"

    monkeypatch.setattr(tell_module, "edited", edited)
    today = opened()
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("t", *"A line", "ctrl+e", *"!", "ctrl+s")

        assert "A line and more\n\nmuch more!" == only(today.book.stories, Story).body


async def test_where_the_editor_fails_the_text_stays(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dialog says why and where the editor's text is; what was typed is still there."""

    def edited(_: App[Any], start: str) -> str:
        raise CopError("The editor ended with an error (1)", f"Your text is kept in {start}.md")

    monkeypatch.setattr(tell_module, "edited", edited)
    today = opened()
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("t", *"A line", "ctrl+e")
        await pilot.pause()

        assert "Your text is kept in A line.md." in today.shown()
        assert "A line" == today.app.screen.query_one(Lines).text


async def test_contact_notes_that_one_was_in_touch(opened: Any, day: Records) -> None:
    """The person is filled in; a word and a day are enough. A new name becomes a person."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        await open_about(pilot, "contact", "ana")
        await fill(pilot, text=HOSTILE, when="last friday")
        await pilot.press("enter")
        await pilot.pause()
        await open_about(pilot, "contact")
        await fill(pilot, who="Zoë, of the library")
        await pilot.press("enter")

        said = [(one.text, one.on.date().isoformat()) for one in today.book.people["ana"].contacts]
        assert (HOSTILE, "2026-11-20") == said[-1]
        assert "Zoë, of the library" == newest(today.book.people).name


async def test_who_you_are(opened: Any) -> None:
    """Name, addresses with commas, where you belong, a zone by completion."""
    today = opened()
    async with today.app.run_test(size=NARROW) as pilot:
        await open_about(pilot, "me")
        await fill(pilot, name=HOSTILE, emails="a@example.org, b@example.org", organisation=HOSTILE)
        await fill(pilot, timezone="america/new_y")
        await pilot.press("right", "enter")
        await pilot.pause()

        me = today.book.me
        assert (HOSTILE, HOSTILE, "America/New_York") == (me.name, me.organisation, me.timezone)
        assert ("a@example.org", "b@example.org") == me.emails


async def test_who_you_are_leaves_what_you_do_not_touch(opened: Any, day: Records) -> None:
    """Nothing typed, nothing changed; one field typed, only that one."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW, notifications=True) as pilot:
        await open_about(pilot, "edit")
        await pilot.press("enter")
        await pilot.pause()
        assert 1 == len(today.notebook.history())

        await open_about(pilot, "me")
        await fill(pilot, organisation="Lindenwerk")
        await pilot.press("enter")
        me = today.book.me
        assert ("Maya Okafor", ("maya@example.org",), "Lindenwerk") == (me.name, me.emails, me.organisation)


async def test_a_rhythm_is_a_number_of_days(opened: Any, day: Records) -> None:
    """Anything else is refused, with what to write."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        dialog = await open_about(pilot, "rhythm", "rust")
        assert isinstance(dialog, RhythmDialog)
        for words in ("often", "0", "²", "99999"):
            dialog.query_one(Input).value = words
            await pilot.press("enter")
            await pilot.pause()
            assert "Write a number from 1 to 3660" in today.shown()
        dialog.query_one(Input).value = "14 days"
        await pilot.press("enter")

        assert 14 == today.book.communities["rust"].rhythm


async def test_ask_takes_every_text_as_it_is(opened: Any) -> None:
    """Name, subject, organisation and words of someone new."""
    today = opened()
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        await fill(pilot, who=HOSTILE, subjects=HOSTILE, organisation=HOSTILE, note=HOSTILE)
        await pilot.press("enter")

        person = only(today.book.people, Person)
        (interest,) = today.book.interests.values()
        assert (HOSTILE, HOSTILE) == (person.name, person.organisation)
        assert (HOSTILE, HOSTILE) == (interest.subject, interest.note)


async def test_invite_and_learn_and_share_take_every_text_as_it_is(opened: Any) -> None:
    """In every field, also where it has to be found again: a community, a goal, a person."""
    now = datetime.now(UTC)
    known = (
        fresh(Community, now, id="community", name=HOSTILE),
        fresh(Goal, now, id="goal", text=HOSTILE),
        fresh(Person, now, id="person", name=HOSTILE),
    )
    today = opened(*known)
    async with today.app.run_test(size=NARROW) as pilot:
        await open_about(pilot, "invite")
        texts = dict.fromkeys(("title", "people", "community", "place", "link", "note"), HOSTILE)
        await fill(pilot, **texts)
        await pilot.press("enter")
        await pilot.pause()
        await open_about(pilot, "learn")
        await fill(pilot, **dict.fromkeys(("text", "people", "community", "goal"), HOSTILE))
        await pilot.press("enter")
        await pilot.pause()
        await open_about(pilot, "share")
        await fill(pilot, subjects=HOSTILE, note=HOSTILE)
        await pilot.press("enter")
        await pilot.pause()

        sent = only(today.book.invitations, Invitation)
        assert [HOSTILE] * 4 == [sent.title, sent.place, sent.link, sent.note]
        assert (["person"], "community") == ([one.person for one in sent.recipients], sent.community)
        entry = only(today.book.learning, Learning)
        assert (HOSTILE, ("person",)) == (entry.text, entry.people)
        assert ("community", "goal") == (entry.community, entry.goal)
        (interest,) = today.book.interests.values()
        assert (HOSTILE, HOSTILE) == (interest.subject, interest.note)


PEOPLE = {
    "comma": "Lind, Ana",
    "lines": "Ana\nLind",
    "escape": "\x1b[31mAna",
    "two commas": "Lind, Ana, PhD",
    "blank": " Ana ",
}


async def test_a_name_that_is_filled_in_means_its_person(opened: Any) -> None:
    """Whatever stands in a name, the field shows it in one line and means the one who was meant."""
    now = datetime.now(UTC)
    for key, name in PEOPLE.items():
        twins = [fresh(Person, now - timedelta(days=days), id=f"{key}-{days}", name=name) for days in (0, 9)]
        today = opened(*twins)
        async with today.app.run_test(size=NARROW) as pilot:
            for dialog, field in (("invite", "people"), ("contact", "who")):
                assert (await open_about(pilot, dialog, twins[0].id)).text(field).isprintable()
                await fill(pilot, **{"title" if dialog == "invite" else "text": "Hello"})
                await pilot.press("enter")
                await pilot.pause()

        sent = newest(today.book.invitations)
        assert [twins[0].id] == [one.person for one in sent.recipients], key
        assert ["Hello"] == [one.text for one in today.book.people[twins[0].id].contacts]
        assert all(person.name in PEOPLE.values() for person in today.book.people.values())


ERRORS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("share", {"note": "why"}, "subject"),
    ("invite", {"people": "Ana Lind", "note": "x"}, "An invitation needs a title."),
    ("invite", {"title": "Lunch", "when": "03/04"}, "could be two different days"),
    ("learn", {"text": "It", "community": "nowhere"}, "“nowhere”"),
    ("learn", {"text": "It", "goal": "nothing"}, "“nothing”"),
    ("learn", {"people": "Ana Lind"}, "There is nothing to keep yet."),
    ("tell", {"title": " "}, "There is no story yet."),
    ("contact", {"text": "Hello"}, "A person needs a name."),
    ("me", {"emails": ", nobody"}, "is not a mail address"),
    ("me", {"timezone": "Nowhere/At"}, "There is no time zone"),
)
"""What is typed in which dialog, and a piece of the sentence that says what is wrong with it."""


async def test_an_error_is_said_in_the_dialog_and_keeps_what_was_typed(opened: Any, day: Records) -> None:
    """One sentence and what to do next, seen also where there is little room; nothing is written."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        for dialog, texts, sentence in ERRORS:
            today.app.desk.drafts.clear()
            screen = await open_about(pilot, dialog)
            await fill(pilot, **texts)
            before = {box.id: box.value for box in screen.query(Input)}
            await pilot.press("ctrl+s")
            await pilot.pause()

            assert sentence in " ".join(today.shown().split()), dialog
            assert screen is today.app.screen
            assert before == {box.id: box.value for box in screen.query(Input)}
            await pilot.press("escape")
            await pilot.pause()

        assert 1 == len(today.notebook.history())


async def test_where_several_are_meant_they_are_listed(opened: Any, day: Records) -> None:
    """The candidates stand below the sentence, to choose from."""
    other = fresh(Community, datetime.now(UTC), id="evening", name="Rust evening")
    today = opened(*day, other)
    async with today.app.run_test(size=NORMAL) as pilot:
        await open_about(pilot, "learn")
        await fill(pilot, text="It", community="rust")
        await pilot.press("enter")
        await pilot.pause()

        assert all(name in str(_error(today)) for name in ("Rust study group", "Rust evening"))


async def test_what_is_gone_meanwhile_is_told(opened: Any, day: Records) -> None:
    """Another program removed what the dialog is about; it says so and stays."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        for dialog, about in (("rhythm", "rust"), ("learn", "learned-3"), ("yes", "breakfast")):
            await open_about(pilot, dialog, about)
            _take(today, today.book.find(about))
            await pilot.press("ctrl+s")
            await pilot.pause()

            assert "It is no longer there." in str(_error(today)), dialog
            await pilot.press("escape")
            await pilot.pause()


async def test_what_was_typed_and_left_is_there_again(opened: Any, day: Records) -> None:
    """Escape asks nothing; the same dialog opens as it was left, until it is kept or emptied."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("l")
        await fill(pilot, text="Half a thou", people="Ana")
        await pilot.press("tab", "tab", "tab", "right", "escape")
        await pilot.pause()
        assert 1 == len(today.notebook.history())

        await pilot.press("t")
        await pilot.pause()
        assert "as you left it" not in today.shown()
        await pilot.press(*"A line", "escape", "t")
        await pilot.pause()
        assert "A line" == today.app.screen.query_one(Lines).text
        await pilot.press(*["backspace"] * 6, "escape", "l")
        await pilot.pause()
        assert "as you left it" in today.shown()
        await pilot.press(*"ght", "enter")
        await pilot.pause()

        made = newest(today.book.learning)
        assert ("Half a thought", Purpose.INDIVIDUAL_DEVELOPMENT) == (made.text, made.purpose)
        assert {} == today.app.desk.drafts


async def test_a_draft_about_one_is_none_about_another(opened: Any, day: Records) -> None:
    """What was begun about Ana does not stand in the dialog about Li."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        await open_about(pilot, "contact", "ana")
        await fill(pilot, text="Hello")
        await pilot.press("escape")
        await pilot.pause()

        assert "" == (await open_about(pilot, "contact", "li")).words("text")
        await pilot.press("escape")
        await pilot.pause()
        assert "Hello" == (await open_about(pilot, "contact", "ana")).words("text")


async def test_a_toast_tells_what_was_done_with_its_undo(opened: Any, day: Records) -> None:
    """From any dialog, and u takes it back."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        await pilot.press("l", *"A thing [/x]", "enter")
        await pilot.pause()
        assert "Learned: A thing [/x]. u takes it back." in [note.message for note in today.app._notifications]

        await pilot.press("u")
        assert "A thing [/x]" not in [one.text for one in today.book.learning.values()]


async def test_a_click_chooses_the_next_one(opened: Any) -> None:
    """After the last comes the first again."""
    today = opened()
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("s")
        await pilot.pause()
        choice = today.app.screen.query_one(Choice)
        chosen = []
        for _ in range(4):
            await pilot.click(Choice)
            chosen.append(choice.value)

        assert ["learning", "practising", "can-help", ""] == chosen


async def test_letters_type_themselves_in_a_dialog(opened: Any) -> None:
    """No key of anywhere works while something is written: ? / q 1 u type themselves."""
    today = opened()
    async with today.app.run_test(size=NARROW) as pilot:
        await pilot.press("l", *"?/q1uasilytc", "enter")

        assert "?/q1uasilytc" == only(today.book.learning, Learning).text


@pytest.mark.parametrize("size", [NARROW, NORMAL], ids=["80x24", "120x36"])
async def test_each_dialog_is_whole_on_the_screen(opened: Any, day: Records, size: tuple[int, int]) -> None:
    """Every field and the keys line find room, the first field has the focus, the last is reached by Tab."""
    today = opened(*day)
    async with today.app.run_test(size=size) as pilot:
        for dialog in ("ask", "share", "invite", "yes", "learn", "tell", "contact", "me"):
            screen = await open_about(pilot, dialog)
            boxes = screen.focus_chain
            assert screen.focused is boxes[0], dialog
            assert "Escape leave" in today.shown(), dialog
            for box in (*boxes[1:], boxes[0]):
                assert size[1] > box.region.bottom, (dialog, box)
                await pilot.press("tab")
                assert screen.focused is box, dialog
            await pilot.press("escape")
            await pilot.pause()


PICTURES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...], tuple[int, int], str]] = {
    "share": ("share", (), (*"compilers, typ", "tab", "right"), NARROW, "hearth"),
    "invite": ("invite", ("ana", "kofi", "li"), ("tab", "tab", "tab", *"fri 18:00"), NARROW, "daylight"),
    "yes": ("yes", (), ("down",), NORMAL, "hearth"),
    "yes-own": ("yes", (), (*"Call Ana", "tab", *"fri"), NARROW, "daylight"),
    "learn": ("learn", ("rust",), (*"A lint is a sentence", "tab", *"an"), NORMAL, "daylight"),
    "learn-purpose": ("learn", (), ("tab", "tab", "tab", "tab", "right", "right"), NARROW, "hearth"),
    "came-back": ("learn", ("learned-3",), (*"Used it", "tab", "right"), NARROW, "hearth"),
    "tell": ("tell", ("stories",), (*"It rained.", "enter", "enter", *"Nobody minded."), NARROW, "hearth"),
    "tell-error": ("tell", (), ("ctrl+s",), NARROW, "daylight"),
    "contact": ("contact", ("ana",), ("tab", "tab", *"yesterday"), NARROW, "hearth"),
    "me": ("me", (), (), NARROW, "daylight"),
    "rhythm": ("rhythm", ("rust",), (), NARROW, "hearth"),
}
"""Which dialog, about what, the keys pressed in it, the size of the terminal, the theme."""


@pytest.mark.parametrize("name", PICTURES)
def test_a_dialog_looks_as_it_did_when_it_was_looked_at(
    snap_compare: Any, opened: Any, day: Records, name: str
) -> None:
    """Labels in one column, calm, with the keys below."""
    dialog, about, keys, size, theme = PICTURES[name]

    async def lead(pilot: Pilot[Any]) -> None:
        await open_about(pilot, dialog, *about)
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(opened(*day, theme=theme).app, terminal_size=size, run_before=lead)


ACTS = {"ask", "invite", "learn", "tell", "contact", "yes", "share", "rhythm", "me"}


async def test_every_nudge_leads_to_a_dialog_that_opens(opened: Any, day: Records) -> None:
    """Whatever the nudges of a full book and of an empty one suggest, its dialog opens about its records."""
    today = opened(*day)
    empty = nudges(Book(), today.time[0], limit=99)
    seen = set()
    async with today.app.run_test(size=NARROW) as pilot:
        for nudge in (*nudges(today.book, today.time[0], limit=99), *empty):
            if not nudge.act:
                continue
            seen.add(nudge.act)
            await open_about(pilot, nudge.act, *nudge.about)
            await pilot.press("escape")
            await pilot.pause()

    assert seen <= ACTS <= set(DIALOGS)
    assert {"invite", "tell", "me", "share", "yes"} <= seen


async def test_the_nudge_to_say_who_you_are_opens_it(opened: Any) -> None:
    """On the first day f leads there."""
    today = opened()
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("f")
        await pilot.pause()

        assert isinstance(today.app.screen, MemberDialog)


def _list(dialog: Dialog) -> RowList:
    return dialog.query_one(RowList)


def _rows(dialog: Dialog) -> list[Any]:
    return [row for section in _list(dialog).page.sections for row in section.rows]


def _error(today: Any) -> Any:
    return today.app.screen.query_one("#error", Static).content


def _take(today: Any, record: Record) -> None:
    today.notebook.apply(Change(sentence="Removed", at=today.time[0], take=(record,)))


async def test_a_draft_keeps_what_was_typed_and_nothing_else(opened: Any, day: Records) -> None:
    """What was not touched when a form was left is as the book has it by now, when it is kept."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await open_about(pilot, "edit", "ana")
        await fill(pilot, organisation="X")
        await pilot.press("escape")
        await pilot.pause()
        other = msgspec.structs.replace(today.book.people["ana"], name="Ana Berg")
        today.notebook.apply(Change(sentence="Renamed", at=today.time[0], put=(other,)))

        await open_about(pilot, "edit", "ana")
        await pilot.press("enter")
        await pilot.pause()

        ana = today.book.people["ana"]
        assert ("Ana Berg", "TUX") == (ana.name, ana.organisation)


async def test_a_draft_of_a_start_is_the_members_own(opened: Any, day: Records) -> None:
    """A title that was typed and left stays, whoever is named afterwards."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        dialog = await open_about(pilot, "start", "ana-compilers")
        dialog.query_one("#title.-textual-compact", Input).value = "Mine"
        await pilot.press("escape")
        await pilot.pause()

        again = await open_about(pilot, "start", "ana-compilers")
        again.query_one("#people", Input).value = "Ana Lind"
        await pilot.pause()

        assert ("Mine", "Mine") == (again.text("title"), again.touched("title"))
