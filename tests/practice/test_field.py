"""The field's texts and checklists: all there, with keys that stay."""

import re
from collections.abc import Iterable, Iterator

import msgspec
import pytest

from cop_tui.domain.community import Element, Level, Stage
from cop_tui.domain.purpose import RUNGS, Purpose
from cop_tui.domain.story import Value
from cop_tui.practice import field

KEYS = {
    "early-conversations": ["possible", "issues", "involve", "gain", "idea", "take-part"],
    "design-meeting": ["core", "plan", "whom", "taste"],
    "launch-meeting": ["invite", "host", "know-each-other", "needs", "value"],
    "next-steps": ["follow-up", "dates", "on-line", "contacts", "resources"],
    "joining": ["why", "welcomed", "runs", "talks", "first-thing", "first-date"],
    "before-gathering": ["bring"],
    "at-gathering": ["met", "answered"],
    "after-gathering": ["take-away", "try"],
    "convening": ["next-date", "reminder", "agenda", "newcomers", "notes", "stories"],
    "weekly": ["quiet", "no-word", "introduce"],
    "monthly": ["stage", "level"],
    "yearly": ["knowledge", "skill", "ties", "differently", "passed-on"],
    "leaving": ["why", "keep", "in-touch"],
}
"""What members' ticks refer to. A key may be added; none may change or go."""


def test_the_keys_of_the_checklists_stay() -> None:
    """Members' notebooks refer to them."""
    assert KEYS == {one.key: [item.key for item in one.items] for one in field.CHECKLISTS.values()}


def test_every_checklist_is_a_phase_or_an_occasion() -> None:
    """Four phases of getting started, and the occasions."""
    assert 4 == len(field.PHASES)
    assert (*field.PHASES, *field.OCCASIONS) == tuple(field.CHECKLISTS.values())


def test_a_tick_finds_its_line() -> None:
    """One of an unknown checklist or line, perhaps of a newer version, finds none."""
    line = field.checklist_line("joining", "welcomed")

    assert line is not None
    assert "Who welcomed me?" == line.text
    assert None is field.checklist_line("joining", "sung")
    assert None is field.checklist_line("dancing", "why")


def test_every_choice_has_its_text() -> None:
    """Purposes with their ladders, elements, stages, levels, cycles of value, in their order."""
    assert list(Purpose) == list(field.PURPOSES)
    assert RUNGS == {key: tuple(rung.rung for rung in text.rungs) for key, text in field.PURPOSES.items()}
    assert list(Element) == list(field.ELEMENT_TEXTS)
    assert list(Stage) == list(field.STAGE_TEXTS)
    assert list(Level) == list(field.LEVEL_TEXTS)
    assert list(Value) == list(field.VALUE_TEXTS)


@pytest.mark.parametrize(
    ("verses", "keys"),
    [
        (field.FIVE_WAYS, ["ask", "share", "invite", "say-yes", "tell"]),
        (
            field.SEVEN_PRINCIPLES,
            [
                "evolution",
                "inside-and-outside",
                "levels",
                "public-and-private",
                "value",
                "familiar-and-exciting",
                "rhythm",
            ],
        ),
        (field.MANNERS, ["yes-is-a-promise", "say-so-early", "a-word-after", "asked-about", "days-off", "yours"]),
        (
            field.READINGS,
            [
                *("kept", "pulse", "elements", "give-and-take", "depth", "reach", "stay-in-touch", "rhythm", "load"),
                *("still-coming", "ask-again"),
            ],
        ),
    ],
)
def test_every_list_is_whole(verses: tuple[field.Verse, ...], keys: list[str]) -> None:
    """Five ways, seven principles, the manners, and each reading with what it shows."""
    assert keys == [verse.key for verse in verses]


def texts(value: object) -> Iterator[str]:
    """Go through every string in the field's data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        yield from texts([getattr(value, name) for name in value.__struct_fields__])
    elif hasattr(value, "values"):
        yield from texts(value.values())
    elif isinstance(value, Iterable):
        for one in value:
            yield from texts(one)


SAID = sorted({text for name in field.__all__ for text in texts(getattr(field, name))})


def test_the_words_are_warm_and_plain() -> None:
    """Short, no exclamation marks, nothing of scores and ranks, no blanks too many."""
    assert 200 < len(SAID)
    for text in SAID:
        assert text == " ".join(text.split())
        assert len(text) <= 320
        assert not re.search(r"!|\bmust\b|\bfail|\brank|\bpoints?\b", text.lower())


def test_the_data_cannot_be_altered() -> None:
    """Tuples, read-only mappings and frozen structs."""
    with pytest.raises(TypeError):
        field.STAGE_TEXTS[Stage.POTENTIAL] = field.STAGE_TEXTS[Stage.MATURING]  # type: ignore[index]
    with pytest.raises(AttributeError):
        field.FIVE_WAYS[0].text = "Sleep"  # type: ignore[misc]
