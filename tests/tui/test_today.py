"""Today, as a member uses it: keys change the notebook, the notebook changes the screen."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.invitation import Answer, Invitation
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.nudges import Nudge
from cop_tui.practice.say_yes import promise, say_yes
from cop_tui.practice.tell import tell
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.widgets.nudge import NudgeCard
from cop_tui.tui.widgets.row_list import RowList

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
NORMAL, NARROW, WIDE = (120, 36), (80, 24), (160, 45)

Records = tuple[Record, ...]


async def highlight(pilot: Pilot[Any], record_id: str) -> None:
    """Move the highlight to a record."""
    rows = pilot.app.screen.query_one(RowList)
    index = rows.page.index(record_id)
    assert index is not None, f"{record_id} is not on Today"
    rows.cursor = index
    await pilot.pause()


def toasts(app: Any) -> list[str]:
    """Return what the toasts say."""
    return [notification.message for notification in app._notifications]


@pytest.mark.parametrize(("key", "outcome"), [("y", Outcome.KEPT), ("m", Outcome.MISSED), ("x", Outcome.EXCUSED)])
async def test_one_key_says_what_came_of_a_promise(opened: Any, day: Records, key: str, outcome: Outcome) -> None:
    """On what was due, y m x close it; it leaves the list, and the next one is highlighted."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await highlight(pilot, "circle")
        await pilot.press(key)
        await pilot.pause()

        assert today.book.commitments["circle"].outcome is outcome
        rows = today.app.screen.query_one(RowList)
        assert rows.row.id == "notes"
        assert rows.page.index("circle") is None


async def test_another_day_asks_for_it_and_says_what_it_understood(opened: Any, day: Records) -> None:
    """R asks for a date in plain words, echoes it while it is typed, and moves the promise."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await highlight(pilot, "notes")
        await pilot.press("r", *"fri 18:00")
        await pilot.pause()
        assert "Fri 27 Nov 18:00" in today.shown()

        await pilot.press("enter")
        await pilot.pause()

    assert today.book.commitments["notes"].start == datetime(2026, 11, 27, 18, 0, tzinfo=ZoneInfo("Europe/Berlin"))


async def test_a_date_that_is_none_keeps_what_was_typed(opened: Any, day: Records) -> None:
    """Words that mean no date are told so inside the dialog; Escape leaves it, with nothing changed."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await highlight(pilot, "notes")
        await pilot.press("r", *"soonish", "enter")
        await pilot.pause()
        assert "soonish" in today.shown()

        await pilot.press("escape")

    assert len(today.notebook.history()) == 1


@pytest.mark.parametrize(("key", "answer"), [("y", Answer.YES), ("p", Answer.MAYBE), ("n", Answer.NO)])
async def test_one_key_answers_an_invitation(opened: Any, day: Records, key: str, answer: Answer) -> None:
    """On what waits, y p n answer it."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await highlight(pilot, "breakfast")
        await pilot.press(key)
        await pilot.pause()

    assert today.book.invitations["breakfast"].answer is answer


async def test_the_load_of_the_week_is_told_before_the_answer(opened: Any, day: Records) -> None:
    """With the highlight on an invitation, Today says how much was said yes to in its week."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        assert "that week" not in today.shown()
        await highlight(pilot, "breakfast")
        assert "y yes  p perhaps  n no  already 2 yeses that week" in today.shown()

        await pilot.press("enter")
        await pilot.pause()
        assert "that week  already 2 yeses" in today.shown()


async def test_what_begins_soon_is_asked_about(opened: Any, day: Records) -> None:
    """A yes at its cut-off is asked about once; y says it again."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        assert "coming?" in today.shown()
        await highlight(pilot, "tonight")
        await pilot.press("y")
        await pilot.pause()

        assert today.book.commitments["tonight"].confirmed_on is not None
        assert "coming?" not in today.shown()


async def test_keys_that_do_not_fit_do_nothing(opened: Any, day: Records) -> None:
    """What can't be said about a row is not offered: p and n answer no promise."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        await highlight(pilot, "circle")
        await pilot.press("p", "n")
        await highlight(pilot, "lunch")
        await pilot.press("m", "p")

    assert len(today.notebook.history()) == 1


async def test_u_takes_the_last_change_back_and_says_which(opened: Any, day: Records) -> None:
    """A toast is one sentence with its undo; u brings back what was, and says so in place of it."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        await highlight(pilot, "circle")
        await pilot.press("y")
        assert toasts(today.app) == ["Showed up at Compiler circle, Fri 20 Nov 18:00. u takes it back."]

        await pilot.press("u")

        assert toasts(today.app) == ["Taken back: Showed up at Compiler circle, Fri 20 Nov 18:00."]
    assert today.book.commitments["circle"].outcome is Outcome.OPEN


async def test_with_nothing_to_undo_u_says_so(opened: Any) -> None:
    """An undo too many is told in a sentence."""
    today = opened()
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        await pilot.press("u")

        assert toasts(today.app) == ["There is nothing to undo."]


async def test_u_takes_back_nothing_that_was_not_seen(opened: Any, day: Records) -> None:
    """What another program wrote a moment ago is shown and told first; only another u takes it back."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        await highlight(pilot, "circle")
        await pilot.press("y")
        other = Notebook.open(today.notebook.path, now=today.time[0])
        other.apply(tell(other.book, "From elsewhere", now=today.time[0]))

        await pilot.press("u")

        assert toasts(today.app) == ["Another program wrote just now; another undo takes that back."]
        assert ["From elsewhere"] == [one.body for one in today.book.stories.values() if one.id != "dumplings"]
        await pilot.press("u")
        assert ["dumplings"] == list(today.book.stories)
        assert today.book.commitments["circle"].outcome is Outcome.KEPT


async def test_what_another_program_writes_shows_by_itself(opened: Any, day: Records) -> None:
    """Another process promises something while Today is open: Today shows it, and what is done here is not lost."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        await highlight(pilot, "notes")
        elsewhere = Notebook.open(today.notebook.path, now=NOW)
        elsewhere.apply(promise(elsewhere.book, "Bring the cake", now=NOW, start=NOW + timedelta(days=2)))
        elsewhere.apply(tell(elsewhere.book, "It rained.", now=NOW))
        today.app._look()
        await pilot.pause()
        assert "Bring the cake" in today.shown()

        await pilot.press("y")
        await pilot.pause()

    kept = Notebook.open(today.notebook.path, now=NOW).book
    assert kept.commitments["notes"].outcome is Outcome.KEPT
    assert {"It rained."} < {story.body for story in kept.stories.values()}


async def test_the_app_looks_for_it_every_second(opened: Any, day: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to press a key for it: the app looks by itself, well within two seconds."""
    monkeypatch.setattr("cop_tui.tui.following.LOOK_AGAIN", 0.01)
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        elsewhere = Notebook.open(today.notebook.path, now=NOW)
        elsewhere.apply(promise(elsewhere.book, "Bring the cake", now=NOW, start=NOW + timedelta(days=2)))
        for _ in range(200):
            await pilot.pause(0.01)
            if "Bring the cake" in today.shown():
                break

        assert "Bring the cake" in today.shown()


async def test_a_file_that_broke_is_told_once(opened: Any, day: Records) -> None:
    """When the file can't be read any more, one toast says so, and not one a second; what was read stays."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        today.notebook.path.write_text("{", encoding="utf-8")
        today.app._look()
        today.app._look()
        await pilot.pause()

        assert len(toasts(today.app)) == 1
        assert "Compiler circle" in today.shown()


async def test_time_passes(opened: Any, day: Records) -> None:
    """When the hour of a gathering has come, Today asks about it without any key pressed."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        assert "2 since" in today.shown()
        today.time[0] = NOW.replace(hour=19)
        today.app._look()
        await pilot.pause()

        assert "3 since" in today.shown()


async def test_a_series_is_topped_up_without_writing(opened: Any) -> None:
    """What the days add to a series shows at once, and goes to the file with the next change, as one step to undo."""
    series = fresh(
        Invitation,
        NOW - timedelta(days=70),
        id="weekly",
        title="Weekly",
        start=NOW - timedelta(days=70),
        timezone="Europe/Berlin",
        recurrence="RRULE:FREQ=WEEKLY",
    )
    past = NOW - timedelta(days=70)
    book = opened(series).book
    said = say_yes(book, book.invitations["weekly"], now=past)
    today = opened(*said.put)
    before = len(today.book.commitments)
    async with today.app.run_test(size=NORMAL) as pilot:
        assert len(today.book.commitments) == before
        await highlight(pilot, today.app.desk.agenda.due[0].id)
        await pilot.press("y")
        await pilot.pause()

        assert len(today.book.commitments) > before
        await pilot.press("u")
        await pilot.pause()

    assert len(today.book.commitments) == before


async def test_enter_opens_all_there_is(opened: Any, day: Records) -> None:
    """Enter shows the record over the screen; Escape goes back."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        await highlight(pilot, "breakfast")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(today.app.screen, RecordScreen)
        shown = today.shown()
        assert "Wed 25 Nov 08:30" in shown
        assert "Town hall" in shown
        assert "We read the data about the city's trees." in shown

        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(today.app.screen, RecordScreen)


async def test_with_room_the_detail_stands_beside_the_list(opened: Any, day: Records) -> None:
    """At 160 columns the highlighted row is told beside it, and follows the highlight."""
    today = opened(*day)
    async with today.app.run_test(size=WIDE) as pilot:
        await highlight(pilot, "breakfast")
        assert "Town hall" in today.shown()

        await highlight(pilot, "notes")
        assert "Town hall" not in today.shown()
        assert "to do it" in today.shown()


async def test_the_screen_follows_the_terminal(opened: Any, day: Records) -> None:
    """Made wider or narrower while open, everything stays readable and the highlight where it was."""
    today = opened(*day)
    async with today.app.run_test(size=WIDE) as pilot:
        await highlight(pilot, "launch")
        for size in (NARROW, NORMAL, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()

            assert "▸ Launch: stories" in today.shown()


async def test_at_80_by_24_the_rest_is_reached_by_going_on(opened: Any, day: Records) -> None:
    """Where there is one column, going on past the last row scrolls to the rhythm and the communities."""
    today = opened(*day)
    async with today.app.run_test(size=NARROW) as pilot:
        assert "Kept 8 of 10" not in today.shown()
        await pilot.press("G", *["j"] * 12)
        await pilot.pause()
        assert "Kept 8 of 10" in today.shown()
        assert "A year ago today" in today.shown()

        await pilot.press("g", *["k"] * 12)
        await pilot.pause()
        assert "Did you show up?" in today.shown()


async def test_today_tells_the_rhythm_and_the_communities(opened: Any, day: Records) -> None:
    """Beside the list: who and when, the days in rhythm, what was kept, three elements each with a word, a year ago."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL):
        shown = today.shown()

    for words in (
        "Monday 23 November",
        "Maya Okafor",
        "12 days in rhythm",
        "Kept 8 of 10",
        "focus",
        "Rust study group",
        "lively",
        "A year ago today",
        "Li brought dumplings.”",
    ):
        assert words in shown


async def test_an_empty_notebook_says_what_today_is_for(opened: Any) -> None:
    """With nothing written down yet, Today tells what it will show, and the one key that begins."""
    today = opened()
    async with today.app.run_test(size=NARROW):
        shown = today.shown()

    assert "Here you will see what you said yes to" in shown
    assert "a note what someone cares about" in shown


async def test_a_clear_day_is_told_kindly(opened: Any, day: Records) -> None:
    """With nothing due and nothing waiting, Today says so."""
    people = [record for record in day if not isinstance(record, Commitment | Invitation)]
    today = opened(*people)
    async with today.app.run_test(size=NORMAL):
        assert "Nothing is due, and nothing waits for your answer." in today.shown()


def suggest(monkeypatch: pytest.MonkeyPatch, *suggested: Nudge) -> None:
    """Let these be the nudges of the day."""
    monkeypatch.setattr("cop_tui.practice.nudges.nudges", lambda *_, **__: suggested)


async def test_a_nudge_has_its_reason_and_a_key(opened: Any, day: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nudge that leads says why, and f, or a click, does what it suggests, with what it is about filled in."""
    ana = Nudge(
        text="Ana has news.", why="You last spoke in August", command="cop-tui ask Ana", act="ask", about=("ana",)
    )
    suggest(monkeypatch, ana)
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        assert "You last spoke in August." in today.shown()
        await pilot.press("f")
        await pilot.pause()
        assert today.app.screen.query_one("#who", Input).value == "Ana Lind"

        await pilot.press("escape")
        await pilot.click(NudgeCard)
        await pilot.pause()
        assert today.app.screen.query_one("#who", Input).value == "Ana Lind"


async def test_a_nudge_that_needs_a_command_shows_it(
    opened: Any, day: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no dialog does it, the command for the shell stands there, and f does nothing."""
    suggest(monkeypatch, Nudge(text="Say who you are.", why="Invitations find you", command="cop-tui me --name You"))
    today = opened(*day)
    async with today.app.run_test(size=NORMAL) as pilot:
        assert "cop-tui me --name You" in today.shown()
        before = today.app.screen
        await pilot.press("f", "F")

        assert today.app.screen is before


async def test_what_the_list_asks_itself_is_no_nudge(opened: Any, day: Records) -> None:
    """Still coming is asked in the list; the nudges say something else, the second one quieter than the first."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL):
        cards = today.app.screen.query(NudgeCard)

        assert [card.has_class("-leads") for card in cards] == [True, False]
        assert not any("Still coming" in str(card.content) for card in cards)


async def test_settings_say_how_far_ahead_and_how_many_nudges(opened: Any, day: Records) -> None:
    """The member chose three days and no nudges."""
    later = fresh(Commitment, NOW, id="later", what="Later", start=NOW + timedelta(days=5), kind=Promise.DO)
    today = opened(*day, later, days=3, nudges=0)
    async with today.app.run_test(size=NORMAL):
        assert "Next 3 days" in today.shown()
        assert "Later" not in today.shown()
        assert not today.app.screen.query(NudgeCard)


async def test_what_a_rule_refuses_is_told(opened: Any, day: Records) -> None:
    """When another program closed a promise in between, the toast says so and nothing is written twice."""
    today = opened(*day)
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        await highlight(pilot, "circle")
        gone = today.book.commitments["circle"]
        elsewhere = Notebook.open(today.notebook.path, now=NOW)
        elsewhere.apply(Change(sentence="Removed it", at=NOW, take=(gone,)))
        today.notebook.refresh()
        today.app.screen.action_deed("showed-up")
        await pilot.pause()

        assert len(toasts(today.app)) == 1
