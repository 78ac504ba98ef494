"""The one table of keys, and what comes from it."""

import re
from datetime import datetime
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.record import Record
from cop_tui.tui import actions
from cop_tui.tui.action import ANYWHERE
from cop_tui.tui.app import CopApp
from cop_tui.tui.deeds.table import DEEDS, EVERY, fitting
from cop_tui.tui.doors import door
from cop_tui.tui.pages.telling import TELLERS
from cop_tui.tui.places import HOME, PLACES

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
VERBS = [deed.verb for deed in DEEDS.values() if deed.verb]
DOORS = [*actions.DIALOGS.values(), *(place.screen for place in PLACES), *VERBS, *TELLERS.values()]
LETTER = re.compile(r"^[a-zA-Z]$|^[0-9]$|^(question_mark|slash|greater_than_sign)$")


def test_every_action_has_a_name_of_its_own() -> None:
    """Ids are unique, of the form area.verb, and every text is there, without full stops or exclamation marks."""
    assert len(actions.BY_ID) == len(actions.ACTIONS)
    for action in actions.ACTIONS:
        assert re.fullmatch(r"[a-z-]+\.[a-z-]+", action.id), action.id
        assert action.area in actions.AREAS
        assert action.name
        assert action.help
        assert not action.help.endswith((".", "!"))


def test_a_letter_never_works_in_spite_of_a_text_box() -> None:
    """Nothing that types itself has priority: it would fire under dialogs and in the middle of words."""
    for action in actions.ACTIONS:
        if action.priority:
            assert not any(LETTER.match(key) for key in action.key.split(",")), action.id


def test_two_deeds_share_a_key_only_where_never_both_fit(day: tuple[Record, ...]) -> None:
    """One key says yes to whatever is asked: no two deeds with one key fit the same record."""
    book = Book().apply(Change(sentence="", at=NOW, put=day))

    for record in book.records():
        keys = [key for deed in (*fitting(book, record, NOW), *EVERY) for key in deed.key.split(",")]
        assert len(keys) == len(set(keys)), record


def test_a_key_of_a_place_is_none_of_the_deeds_at_home_there() -> None:
    """What a place does by a key of its own never hides what the key does with a record in its list."""
    for place in PLACES[1:]:
        kinds = [kind for kind in KINDS if HOME.get(kind.table) == place.id]
        deeds = {key for deed in DEEDS.values() if deed.kind in (*kinds, Record) for key in deed.key.split(",")}
        shared = {key for action in (*actions.of(place.id), *actions.of("place")) for key in action.key.split(",")}
        assert deeds & shared <= {""}, place.id


def test_within_an_area_other_keys_are_unique() -> None:
    """No key does two things in the same place."""
    for area in actions.AREAS:
        found = [one for one in actions.of(area) if one.key and one.row == ""]
        for one, other in combinations(found, 2):
            assert not set(one.key.split(",")) & set(other.key.split(",")), (one.id, other.id)


def test_bindings_come_from_the_table() -> None:
    """Each key of an area is bound with the id that the member's keymap names, and with its help."""
    made = actions.bindings(ANYWHERE)

    assert CopApp.BINDINGS == made
    expected = {action.id: action.help for action in actions.of(ANYWHERE)}
    assert {binding.id: binding.tooltip for binding in made if not isinstance(binding, tuple)} == expected


def test_the_footer_always_tells_how_to_see_all_keys_and_how_to_leave() -> None:
    """The way back from a record, help and quit stand in the footer however narrow it is."""
    assert [actions.BY_ID[name].sign for name in actions.ALWAYS] == ["Escape", "?", "q"]
    assert all(actions.BY_ID[name].foot for name in actions.ALWAYS)


@pytest.mark.parametrize(
    "where", [*actions.DIALOGS.values(), *(place.screen for place in PLACES), *VERBS, *TELLERS.values()]
)
def test_every_door_leads_somewhere(where: str) -> None:
    """Dialogs, screens and answers that the tables name are there."""
    assert callable(door(where))


def test_each_place_has_its_number() -> None:
    """The number keys go to the places in the order of the tabs."""
    assert [place.key for place in PLACES] == [str(number) for number in range(1, len(PLACES) + 1)]
    assert all(actions.BY_ID[f"go.{place.id}"].key == place.key for place in PLACES)


def test_the_table_for_the_readme_has_every_key() -> None:
    """Each action with a key is a line of the Markdown table, under the name of its area."""
    table = actions.keys_table()

    assert table.startswith("| where | key | does | id |\n")
    lines = table.splitlines()[2:]
    assert len(lines) == sum(bool(action.key) for action in actions.ACTIONS)
    assert any(line.startswith("| Anywhere | `?` | Keys: ") for line in lines)
