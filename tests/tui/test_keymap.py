"""The member's own keys: checked in words, at work in the app, shown wherever keys are shown."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.binding import BindingsMap
from textual.command import CommandPalette
from textual.keys import Keys, _character_to_key

from cop_tui.domain.record import Record
from cop_tui.tui import actions, key_names
from cop_tui.tui.action import sign
from cop_tui.tui.chosen import bound
from cop_tui.tui.dialogs.ask import AskDialog
from cop_tui.tui.dialogs.settings import SettingsDialog
from cop_tui.tui.dialogs.share import ShareDialog
from cop_tui.tui.keymap import KEPT, SAME, TOGETHER, problems, whole
from cop_tui.tui.screens.today import TodayScreen

Records = tuple[Record, ...]
NORMAL = (120, 36)
PRINTABLE = [chr(number) for number in range(0x21, 0x7F)]


@pytest.mark.parametrize("character", [*PRINTABLE, "ü", "你", "«", "€"])
def test_signs_are_named_as_textual_names_them(character: str) -> None:
    """What a member types into the file is the key that Textual reports, and is shown as it was typed."""
    name = key_names.named(character)

    assert _character_to_key(character) == name
    assert key_names.why_not(name) is None
    assert character == key_names.character(name) == sign(name)


def test_every_key_that_textual_knows_is_one() -> None:
    """All that Textual has in its list, but what is no key at all and what terminals can't tell apart."""
    known = {key.value for key in Keys} - {"<any>", "<scroll-up>", "<scroll-down>", "<ignore>", "ctrl-at"}
    unknown = {key for key in known if key_names.why_not(key_names.named(key)) is not None}

    assert {"return", "shift+escape"} >= unknown - {key for key in unknown if key.startswith("ctrl+@")}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("?", "question_mark"),
        ("ctrl+?", "ctrl+question_mark"),
        ("shift+ctrl+k", "ctrl+shift+k"),
        ("ctrl++", "ctrl+plus"),
        ("+", "plus"),
        (" ", "space"),
        ("full_stop", "full_stop"),
        ("pagedown", "pagedown"),
    ],
)
def test_a_key_may_be_written_in_several_ways(written: str, name: str) -> None:
    """By its sign or by its name; held keys in any order. Naming it twice is naming it once."""
    assert name == key_names.named(written) == key_names.named(name)
    assert key_names.why_not(name) is None


@pytest.mark.parametrize(
    "written", ["", "nokey", "ctrl+", "ctrl+ctrl+k", "hyper+k", "f25", "ctrl+K", "shift+k", "\x1b"]
)
def test_what_is_no_key_is_told(written: str) -> None:
    """Unknown names, unknown held keys, letters that no terminal sends so."""
    assert key_names.why_not(key_names.named(written))


@pytest.mark.parametrize("unseen", ["\xa0", "\u200b", "\u202e"])
def test_a_key_that_can_not_be_seen_is_none(unseen: str) -> None:
    """Unicode has names for them; nobody would see them in the footer."""
    assert key_names.why_not(_character_to_key(unseen))


def test_our_own_keys_can_be() -> None:
    """The check finds nothing wrong in what we chose ourselves, each taken as if a member had written it."""
    ours = {action.id: action.key for action in actions.ACTIONS}

    assert [] == list(problems(ours))
    assert [] == [key for action in actions.ACTIONS for key in action.key.split(",") if key in KEPT or key in SAME]


def test_every_area_has_its_place_in_the_check() -> None:
    """Of each area it is known with which others it works at the same time."""
    assert set(actions.AREAS) == set().union(*TOGETHER)


def test_keys_may_be_exchanged() -> None:
    """What one gives up another may have, and what is nowhere together may share."""
    assert [] == list(problems({"verb.tell": "s", "verb.share": "t"}))
    assert [] == list(problems({"verb.tell": "", "verb.share": "t"}))
    assert [] == list(problems({"reading.leave": "escape,a"}))
    assert [] == list(problems({"record.yes": "Z", "record.showed-up": "Z", "record.still-coming": "Z"}))


def test_what_does_a_verb_with_a_record_goes_by_the_key_of_the_verb() -> None:
    """Unless the member gives it one of its own."""
    assert "Z" == whole({"verb.ask": "Z"})["record.ask"]
    assert "X" == whole({"verb.ask": "Z", "record.ask": "X"})["record.ask"]
    assert [] == list(problems({"verb.ask": "i", "verb.invite": "a"}))


def test_a_clash_is_told_once() -> None:
    """Two entries that clash with one another are one mistake."""
    assert 1 == len(list(problems({"verb.ask": "A", "verb.share": "A"})))


def test_the_whole_keymap_has_everything() -> None:
    """What the member did not choose stays as it is."""
    keys = whole({"verb.ask": "A, ?"})

    assert set(actions.BY_ID) == set(keys)
    assert "A,question_mark" == keys["verb.ask"]
    assert "s" == keys["verb.share"]


IDS = st.sampled_from(["record.yes", "record.missed", "verb.ask", "verb.yes", "app.undo", "verb.me", "moving.down"])
WORDS = st.sampled_from(["A", "y", "s", "j", "", "ctrl+k", "f5,B", "?,y", "down"])


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(IDS, WORDS, max_size=5))
def test_textual_drops_no_key(chosen: dict[str, str]) -> None:
    """Whatever is chosen, each thing that can be done has all of its keys and no other ones, in every area."""
    keymap = bound(chosen)
    for area in actions.AREAS:
        bindings = BindingsMap(actions.bindings(area))
        bindings.apply_keymap(keymap)

        expected = {(action.id, key) for action in actions.of(area) for key in keymap[action.id].split(",")}
        assert expected == {(one.id, key) for key, found in bindings.key_to_bindings.items() for one in found}


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(IDS | st.text(max_size=8), WORDS | st.text(max_size=8), max_size=4))
def test_whatever_stands_in_the_file_is_understood_or_told(chosen: dict[str, str]) -> None:
    """No text makes the check fail; what it tells is about an entry, in words with a way out."""
    for name, sentence, hint in problems(chosen):
        assert name in chosen
        assert sentence
        assert hint


async def test_a_key_of_ones_own_works_and_the_old_one_does_not(opened: Any, day: Records) -> None:
    """The footer shows it, too, and so does the help."""
    today = opened(*day, keys={"verb.ask": "A", "app.help": "f1,h"})
    async with today.app.run_test(size=(160, 60)) as pilot:
        assert "A ask" in today.shown().splitlines()[-1]
        assert "f1 keys" in today.shown().splitlines()[-1]
        await pilot.press("a", "question_mark")
        assert isinstance(today.app.screen, TodayScreen)

        await pilot.press("h")
        await pilot.pause()
        page = today.shown()
        assert "A        Ask" in page
        assert "f1 h     Keys" in page
        await pilot.press("escape", "A")
        await pilot.pause()
        assert isinstance(today.app.screen, AskDialog)


async def test_keys_that_share_one_stay_where_another_leaves(opened: Any, day: Records) -> None:
    """Saying yes to an invitation with another key leaves y to what is due and to what is still to come."""
    today = opened(*day, keys={"record.yes": "z"})
    async with today.app.run_test(size=NORMAL) as pilot:
        assert "y showed up" in today.shown()
        assert "z yes" in today.shown()
        await pilot.press("y")
        await pilot.pause()
        assert "kept" == today.book.commitments["circle"].outcome.value

        await pilot.press("j", "z")
        await pilot.pause()
        assert "yes" == today.book.invitations["breakfast"].answer.value


async def test_exchanged_keys_do_what_the_other_did(opened: Any) -> None:
    """Each of two does the other's, and neither is lost."""
    today = opened(keys={"verb.ask": "s", "verb.share": "a"})
    async with today.app.run_test(size=NORMAL) as pilot:
        for key, dialog in (("s", AskDialog), ("a", ShareDialog)):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(today.app.screen, dialog)
            await pilot.press("escape")
            await pilot.pause()


async def test_what_has_no_key_is_in_the_palette(opened: Any, day: Records) -> None:
    """A key that was taken away does nothing and is nowhere shown; by its name it can still be done, on its row."""
    today = opened(*day, keys={"record.showed-up": "", "app.undo": ""})
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        assert "undo" not in today.shown().splitlines()[-1]
        await pilot.press("u", "ctrl+p", *"showed up")
        await today.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()

        assert "kept" == today.book.commitments["circle"].outcome.value
        assert "takes it back" not in today.shown()


async def test_what_had_no_key_gets_one(opened: Any) -> None:
    """Who you are, by a key of one's own."""
    today = opened(keys={"verb.me": "M"})
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("M")
        await pilot.pause()

        assert "Who you are" in today.shown()


async def test_the_palette_and_the_toast_show_ones_own_keys(opened: Any, day: Records) -> None:
    """Wherever a key is named it is the member's."""
    today = opened(*day, keys={"app.undo": "z", "verb.ask": "A", "go.today": "T"})
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        assert "T Today" in today.shown()
        await pilot.press("y")
        await pilot.pause()
        assert "z takes it back" in today.shown()

        await pilot.press("ctrl+p", *"ask")
        await today.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(today.app.screen, CommandPalette)
        assert "Note what someone cares about  A" in today.shown()


async def test_the_palette_itself_may_have_another_key(opened: Any) -> None:
    """Its old one is free then."""
    today = opened(keys={"app.palette": "ctrl+k"})
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(today.app.screen, TodayScreen)

        await pilot.press("ctrl+k")
        await pilot.pause()
        assert isinstance(today.app.screen, CommandPalette)


async def test_dialogs_and_lists_go_by_ones_own_keys(opened: Any, day: Records) -> None:
    """Keys within dialogs and lists, several to one thing, those that come beside Textual's own."""
    keys = {"moving.down": "down,ctrl+n", "dialog.leave": "f10,escape", "dialog.keep": "f9", "app.settings": "S"}
    today = opened(*day, keys=keys)
    async with today.app.run_test(size=NORMAL) as pilot:
        await pilot.press("j", "ctrl+n", "down")
        await pilot.pause()
        assert "▸ Rust evening" not in today.shown()
        assert "▸ Open data breakfast" in today.shown()

        await pilot.press("comma", "S")
        await pilot.pause()
        assert isinstance(today.app.screen, SettingsDialog)
        assert "f9 keep" in today.shown()
        await pilot.press("f10")
        await pilot.pause()
        assert isinstance(today.app.screen, TodayScreen)


async def test_another_app_has_the_keys_of_its_own_member(opened: Any, day: Records) -> None:
    """What one member chose does not stay for whoever comes after."""
    first = opened(*day, keys={"verb.ask": "A"})
    async with first.app.run_test(size=NORMAL):
        assert "A ask" in first.shown()
    second = opened()
    async with second.app.run_test(size=NORMAL):
        assert "a ask" in second.shown()
