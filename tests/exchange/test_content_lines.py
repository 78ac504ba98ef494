"""Content lines are taken apart as RFC 5545 has them, and with patience where they are not."""

import time

import pytest

from cop_tui.exchange.ical_lines import Component, components, line_of, text_of
from cop_tui.exchange.ical_text import lines_of


@pytest.mark.parametrize(
    ("text", "name", "params", "value"),
    [
        ("SUMMARY:Tea", "SUMMARY", {}, "Tea"),
        ("summary;language=de:Tee: gut", "SUMMARY", {"LANGUAGE": "de"}, "Tee: gut"),
        ('ATTENDEE;CN="Ruiz, Ana; x:y":mailto:a@b', "ATTENDEE", {"CN": "Ruiz, Ana; x:y"}, "mailto:a@b"),
        ('A;X="q;r";Y=z:v', "A", {"X": "q;r", "Y": "z"}, "v"),
        ('A;CN="never closed:v', "A", {"CN": "never closed"}, "v"),
        ("A;CN=^'Ana^' ^^ ^nB:v", "A", {"CN": '"Ana" ^ \nB'}, "v"),
        ("A;;X:", "A", {"": "", "X": ""}, ""),
    ],
)
def test_a_line_has_a_name_parameters_and_a_value(text: str, name: str, params: dict[str, str], value: str) -> None:
    """Quotes hold semicolons and colons together; RFC 6868's carets are undone."""
    line = line_of(text)

    assert line is not None
    assert (name, params, value) == (line.name, line.params, line.value)


@pytest.mark.parametrize("text", ["", "no colon", ":value", "NAME"])
def test_what_is_no_line_is_none(text: str) -> None:
    """Without a name and a colon there is no line, and a component passes it over."""
    component = Component("VEVENT")
    component.raw = [text, "SUMMARY:Tea"]

    assert line_of(text) is None
    assert [line.value for line in component.lines(frozenset(("SUMMARY", "")))] == ["Tea"]


def test_escapes_of_a_text_are_undone() -> None:
    r"""`\n`, `\N`, `\,`, `\;` and `\\` are what they stand for; a last backslash is itself."""
    assert text_of(r"a\nb\Nc\,d\;e\\n\.f" + "\\") == "a\nb\nc,d;e\\n.f\\"


def test_components_nest_and_an_item_ends_what_has_no_end() -> None:
    """A VALARM is inside its event; an event that begins in another tells that the outer one is cut off."""
    text = "BEGIN:VEVENT\nBEGIN:VALARM\nX:1\nBEGIN:VEVENT\nY:2\nEND:VEVENT\nEND:VCALENDAR\nEND:VALARM\n"

    (calendar,) = components(lines_of(text.encode())[0])

    assert [(one.name, one.is_whole, one.raw) for one in calendar.walk()] == [
        ("VCALENDAR", True, []),
        ("VEVENT", False, []),
        ("VALARM", False, ["X:1"]),
        ("VEVENT", True, ["Y:2"]),
    ]


def test_long_and_odd_lines_cost_no_more_than_their_length() -> None:
    """A megabyte of quotes and semicolons is read at once, and nothing nests deeper than it is read."""
    begun = time.process_time()

    line = line_of('A;X="' + "a;" * 500_000 + '":v')
    calendars = components(["BEGIN:X"] * 100_000)

    assert line is not None
    assert sum(1 for one in calendars for _ in one.walk()) == 100_001
    assert time.process_time() - begun < 2
