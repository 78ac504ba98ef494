"""A member's words on the screen: as they are."""

import ast
from pathlib import Path

import pytest
from textual.content import Content

import cop_tui.tui
from cop_tui.tui.markup import line, lines, literal

HOSTILE = [
    "[/x]",
    "[WIP] talk",
    "[Anna] said",
    "[@click=app.quit]quit[/]",
    "[$v] [b]bold[/b]",
    "arr[i] = 0 \\[x]",
    "é 你好 🙂 שלום",
    "x" * 10_000,
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_words_are_never_markup(words: str) -> None:
    """Whatever brackets a member writes, all of it shows and nothing of it styles or acts."""
    content = literal(words)

    assert content.plain == words
    assert list(content.spans) == []


def test_what_could_steer_a_terminal_is_made_visible() -> None:
    """An ESC from an imported file is shown as a picture of itself."""
    assert literal("a\x1b[31mb\u202ec").plain == "a␛[31mb⟨U+202E⟩c"


def test_pieces_make_a_line_and_lines_a_text() -> None:
    """Each piece keeps its words and its tone."""
    text = lines(line(("[a]", "$primary"), (" b", "")), Content("c"))

    assert text.plain == "[a] b\nc"
    assert [(span.start, span.end, span.style) for span in text.spans] == [(0, 3, "$primary")]


def calls(tree: ast.AST) -> list[ast.Call]:
    """Return all calls in a piece of code."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def name_of(call: ast.Call) -> str:
    """Return the last name of what is called."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def test_no_code_lets_textual_parse_words() -> None:
    """Static and notify are told not to parse, and nothing asks for markup."""
    files = list(Path(cop_tui.tui.__file__).parent.rglob("*.py"))
    assert len(files) > 15
    for path in files:
        for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            given = {keyword.arg: keyword.value for keyword in call.keywords}
            assert name_of(call) not in ("from_markup", "Label", "Button", "Checkbox"), path.name
            if name_of(call) in ("Static", "notify"):
                markup = given.get("markup")
                assert isinstance(markup, ast.Constant), f"{path.name}:{call.lineno}"
                assert markup.value is False
