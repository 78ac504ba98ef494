"""The member's own keys, checked before they count. Pure, and without Textual: every command reads the settings.

Textual passes over an id that it does not know, and of two keys that clash it drops one, without a word.
"""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from itertools import product

from cop_tui.tui import actions, key_names
from cop_tui.tui.action import ANYWHERE, Action, sign
from cop_tui.tui.check_in import keys as check_in
from cop_tui.tui.deeds.deed import AREA as IN_HAND
from cop_tui.tui.dialogs.table import CHOOSING, DIALOG, LINK, PICKING, READING, SEARCHING, WRITING
from cop_tui.tui.keys import commitments, discover, place, record, story
from cop_tui.tui.places import PLACES

TOGETHER: tuple[frozenset[str], ...] = (
    frozenset({PLACES[0].id, IN_HAND, actions.MOVING, ANYWHERE}),
    *(frozenset({one.id, place.AREA, IN_HAND, actions.MOVING, ANYWHERE}) for one in PLACES[1:]),
    frozenset({commitments.AREA, commitments.MONTH, place.AREA, IN_HAND, ANYWHERE}),
    frozenset({record.AREA, IN_HAND, actions.MOVING, ANYWHERE}),
    frozenset({place.FILTER, place.AREA, IN_HAND, ANYWHERE}),
    frozenset({check_in.AREA, ANYWHERE}),
    frozenset({discover.AREA, actions.MAP, place.AREA, IN_HAND, ANYWHERE}),
    *(frozenset({DIALOG, within}) for within in (PICKING, WRITING, CHOOSING)),
    frozenset({story.PAGE, WRITING}),
    frozenset({LINK}),
    frozenset({READING}),
    frozenset({SEARCHING}),
)
"""The areas whose keys work at the same time."""

WRITTEN_IN = frozenset({DIALOG, PICKING, WRITING, SEARCHING, place.FILTER, story.PAGE})
"""The areas in which a text box has the word: a key that types itself would do that."""

KEPT = {
    "tab": "goes from field to field",
    "shift+tab": "goes back from field to field",
    "ctrl+c": "copies what is marked",
    "ctrl+q": "leaves in any case",
}
"""What stays as it is, and why."""

SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""What a terminal can't tell from another key."""

Wrong = tuple[str, str, str]
"""The id that a member's key is for, what is wrong with it, what would be right."""


def problems(chosen: Mapping[str, str]) -> Iterator[Wrong]:
    """Go through all that is wrong with a member's keys: one entry after the other, then what clashes.

    Args:
        chosen: The keys by the id of what they do; several with commas, none where it is empty.
    """
    wrong = False
    for name, keys in chosen.items():
        for found in _of_entry(name, keys):
            wrong = True
            yield found
    if not wrong:
        yield from _clashes(whole(chosen), tuple(chosen))


def whole(chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of everything that can be done, with the member's in the place of ours, as Textual names them."""
    ours = {action.id: action.key for action in actions.ACTIONS}
    theirs = {name: ",".join(_named(keys)) for name, keys in chosen.items() if name in ours}
    along = {action.id: theirs[action.like] for action in actions.ACTIONS if action.like in theirs}
    return ours | along | theirs


def _of_entry(name: str, keys: str) -> Iterator[Wrong]:
    action = actions.BY_ID.get(name)
    if action is None:
        yield name, f"There is nothing called {name!r} that a key could do", _nearest(name)
    elif not keys.strip():
        if name.endswith(".leave"):
            yield name, f"{name} wants a key: without one you could not leave again", f"Its own is {action.key}"
    else:
        yield from ((name, *found) for key in _named(keys) if (found := _of_key(action, key)))


def _of_key(action: Action, key: str) -> tuple[str, str] | None:
    if not key:
        return f"{action.id} has a comma too many", "As in k,f5; the key of that sign is comma"
    if hint := key_names.why_not(key):
        return f"{key!r} is no key", hint
    if key in SAME:
        return f"A terminal can't tell {key} from {SAME[key]}", f"Write {SAME[key]}, or another key"
    if key in KEPT:
        return f"{key} {KEPT[key]}, so {action.id} can't have it", "Take another key"
    if key_names.character(key) and (action.priority or action.area in WRITTEN_IN):
        return f"{action.id} works where you write, where {sign(key)} types itself", "Take one like ctrl+k or f5"
    return None


def _clashes(keys: Mapping[str, str], chosen: Collection[str]) -> Iterator[Wrong]:
    """Go through the member's keys that something else has too that may work at the same time.

    What shares a key in our own table may share another one: it never fits the same row, or is meant to go first.
    What goes along with another one is told of there.
    """
    seen: set[frozenset[str]] = set()
    others = [one for one in actions.ACTIONS if one.like not in chosen or one.id in chosen]
    for name, other in product(chosen, others):
        action = actions.BY_ID[name]
        both = set(keys[name].split(",")) & set(keys[other.id].split(",")) - {""}
        pair = frozenset({name, other.id})
        if not both or name == other.id or pair in seen or not _meet(action, other) or _share(action, other):
            continue
        seen.add(pair)
        key = sign(min(both))
        where = actions.AREAS[other.area][:1].lower() + actions.AREAS[other.area][1:]
        yield name, f"{key} is {other.name!r} already, {where}", f"Give {other.id} another key, or none: ''"


def _meet(one: Action, other: Action) -> bool:
    return one.area == other.area or any({one.area, other.area} <= areas for areas in TOGETHER)


def _share(one: Action, other: Action) -> bool:
    return bool(set(one.key.split(",")) & set(other.key.split(",")) - {""})


def _nearest(name: str) -> str:
    near = get_close_matches(name, actions.BY_ID, n=1, cutoff=0.75)
    if near:
        return f"Did you mean {near[0]}?"
    area = name.partition(".")[0]
    known = [one.split(".")[1] for one in actions.BY_ID if one.split(".")[0] == area]
    areas = dict.fromkeys(one.split(".")[0] for one in actions.BY_ID)
    return f"{area} has {', '.join(known)}" if known else f"A name begins with one of {', '.join(areas)}"


def _named(keys: str) -> list[str]:
    return [key_names.named(key.strip()) for key in keys.split(",")] if keys.strip() else []
