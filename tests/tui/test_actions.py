"""The one table of keys, and what comes from it."""

import re
from itertools import combinations

import pytest

from cop_tui.tui import actions
from cop_tui.tui.action import ANYWHERE
from cop_tui.tui.answers import ANSWERS, FITTING
from cop_tui.tui.app import CopApp
from cop_tui.tui.doors import door
from cop_tui.tui.places import PLACES

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


def test_two_actions_share_a_key_only_where_never_both_fit() -> None:
    """On Today one key says yes to what is asked: no two answers with one key fit the same row."""
    for answers in FITTING.values():
        keys = [actions.BY_ID[f"today.{answer}"].key for answer in answers]
        assert len(keys) == len(set(keys))


def test_within_an_area_other_keys_are_unique() -> None:
    """No key does two things in the same place."""
    fitting = {answer for answers in FITTING.values() for answer in answers}
    for area in actions.AREAS:
        found = [one for one in actions.of(area) if one.key and one.id.split(".")[1] not in fitting]
        for one, other in combinations(found, 2):
            assert not set(one.key.split(",")) & set(other.key.split(",")), (one.id, other.id)


def test_bindings_come_from_the_table() -> None:
    """Each key of an area is bound with the id that the member's keymap names, and with its help."""
    made = actions.bindings(ANYWHERE)

    assert CopApp.BINDINGS == made
    expected = {action.id: action.help for action in actions.of(ANYWHERE)}
    assert {binding.id: binding.tooltip for binding in made if not isinstance(binding, tuple)} == expected


def test_the_footer_always_tells_how_to_see_all_keys_and_how_to_leave() -> None:
    """Help and quit stand in the footer however narrow it is."""
    assert [actions.BY_ID[name].sign for name in actions.ALWAYS] == ["?", "q"]
    assert all(actions.BY_ID[name].foot for name in actions.ALWAYS)


@pytest.mark.parametrize("where", [*actions.DIALOGS.values(), *(place.screen for place in PLACES), *ANSWERS.values()])
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

    assert table.startswith("| where | key | does |\n")
    lines = table.splitlines()[2:]
    assert len(lines) == sum(bool(action.key) for action in actions.ACTIONS)
    assert any(line.startswith("| Anywhere | `?` | Keys: ") for line in lines)
